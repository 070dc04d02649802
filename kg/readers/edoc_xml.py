"""eDoc's export of a meeting: `Meeting` with `MeetingAgendaItem`s, each with the plain text that was printed."""

import re
from xml.etree.ElementTree import Element

from kg.errors import UnreadableError
from kg.readers.export import Export, ExportedPoint, Field, check_points, compose, moment
from kg.readers.reader import Content, Reader
from kg.readers.writer import Writer
from kg.readers.xml_tree import parse_xml, root_of, text_at, unknown_xml

_CASE = re.compile(r"\s*sags(?:nr|nummer)\.?\s*:?\s*(\S+)\s*$", re.I)
_SPACE = re.compile(r"[\W_]+")
_CONTENTS = re.compile(r"indholdsfortegnelse|indhold$|1\.\s", re.I)
_PLACE = re.compile(r"i\s+(?=[A-ZÆØÅ])(.{3,100})$")
_ROLES = {
    "tilstede": "member", "til stede": "member", "deltagere": "member", "medlemmer": "member",
    "afbud": "absentee", "fraværende": "absentee", "afbud/fraværende": "absentee",
    "sekretær": "secretary", "referent": "secretary", "øvrige": "guest", "øvrige deltagere": "guest",
}  # fmt: skip
_CLOSED = re.compile(r"\b(?:lukke|fortrolig|ikke[ -]offentlig)", re.I)
_KEPT_BACK = re.compile(r"\b(?:ikke|ingen)\b", re.I)  # "MÅ IKKE PUBLICERES"; what may is "SKAL PUBLICERES"


def _read(data: bytes, _: str) -> Content:
    root = parse_xml(data)
    meetings = [root] if root.tag == "Meeting" else root.findall("Meeting")
    if not any(each.find("MeetingAgendaTypes") is not None for each in meetings):
        raise unknown_xml(root.tag)
    if len(meetings) > 1:
        raise UnreadableError("several-meetings", str(len(meetings)))
    return compose(_export(meetings[0]), "application/xml")


EDOC_XML = Reader("edoc-xml", (".xml",), lambda head: root_of(head) in {"Meeting", "Meetings"}, _read)


def _export(meeting: Element) -> Export:
    date, time = moment(text_at(meeting, "MeetingDate"))
    kinds = meeting.findall("MeetingAgendaTypes/MeetingAgendaType")
    items = [(kind, item) for kind in kinds for item in kind.findall("MeetingAgendaItems/MeetingAgendaItem")]
    check_points(len(items))
    items.sort(key=lambda each: _order(text_at(each[1], "AgendaItemNumber")))
    front = _front(text_at(kinds[0], "FullText")) if kinds else {}
    state = text_at(meeting, "MeetingState").lower()
    return Export(
        body=text_at(meeting, "Committee"),
        date=date,
        time=time,
        place=text_at(meeting, "MeetingPlace") or next(iter(front.get("place", ())), ""),
        kind="minutes" if "referat" in state else "agenda" if "dagsorden" in state else "",
        people=[(role, name) for role, names in front.items() if role != "place" for name in names],
        points=[_point(item, text_at(kind, "AgendaType")) for kind, item in items],
    )


def _order(label: str) -> tuple[int, str]:
    """Where a point belongs: exports give them in the order in which they were made. Without a number it comes last."""
    number = re.match(r"\d{1,6}", label)
    return (int(number[0]), label) if number else (10**6, label)


def _front(text: str) -> dict[str, list[str]]:
    """What the front page of the printed minutes says beside the export: the place, and people by their role."""
    found: dict[str, list[str]] = {}
    role = ""
    for line in map(str.strip, text.splitlines()):
        bare = line.rstrip(":").lower()
        if _CONTENTS.match(line):
            break
        if bare in _ROLES:
            role = _ROLES[bare]
        elif line and role:
            found.setdefault(role, []).append(line)
        elif (place := _PLACE.match(line)) and "place" not in found:
            found["place"] = [place[1]]
    return found


def _point(item: Element, kind: str) -> ExportedPoint:
    label = text_at(item, "AgendaItemNumber")
    closed = _is_closed(item, kind)
    names = [text_at(item, "Document/Title"), text_at(item, "Document/AgendaItems/AgendaItem/Name")]
    # The neutral title is the one that the public may read.
    title = next(filter(None, [text_at(item, "Document/NeutralTitle") if closed else "", *names]), "")
    lines = [line.strip() for line in text_at(item, "FullText").splitlines()]
    case = next((found[1] for line in lines[:12] if (found := _CASE.match(line))), "")
    body = _without_heading(lines, label, title, case)
    return ExportedPoint(
        label=label,
        title=title or next(filter(None, lines), ""),
        case=case,
        closed=closed,
        fields=[Field("", lambda writer: _write(body, writer))],
        attachments=[
            text_at(each, "Title")
            for each in item.findall("Document/Attachments/Attachment")
            if not _KEPT_BACK.search(text_at(each, "PublishingType"))
        ],
    )


def _is_closed(item: Element, kind: str) -> bool:
    """By the agenda that it stands on, by its own, or as a document that may not be published."""
    own = [text_at(each, "AgendaType") for each in item.findall("Document/AgendaItems/AgendaItem")]
    kept_back = _KEPT_BACK.search(text_at(item, "Document/PublishingType"))
    return bool(kept_back) or any(_CLOSED.search(each) for each in [kind, *own[:1]])


def _without_heading(lines: list[str], label: str, title: str, case: str) -> list[str]:
    """The lines of a point without those that its heading repeats: number and title, and the case number."""
    for place, line in enumerate(lines[:4]):
        if _letters(line) == _letters(f"{label} {title}"):
            lines = lines[place + 1 :]
            break
    numbered = next((place for place, line in enumerate(lines[:12]) if case and _CASE.match(line)), None)
    return lines if numbered is None else lines[:numbered] + lines[numbered + 1 :]


def _letters(text: str) -> str:
    return _SPACE.sub(" ", text.casefold()).strip()


def _write(lines: list[str], writer: Writer) -> None:
    for line in lines:
        writer.words(line)
        writer.break_line()
