"""SBSYS' export of an agenda: `Publication/Agendas/Agenda` with `Meeting`, `Committee` and `Items`."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from kg.errors import UnreadableError
from kg.readers.export import Export, ExportedPoint, Field, check_points, compose, moment
from kg.readers.reader import Content, Reader
from kg.readers.tree import write_html
from kg.readers.xml_tree import parse_xml, root_of, text_at, unknown_xml

# Whether somebody came is said in words of the exporter's program; those who did not decide are only invited.
_AWAY = re.compile(r"\bnot ?(?!decided)|absent|declin|reject|cancel|afbud|fravær", re.I)
_CAME = re.compile(r"particip|attend|accept|present|deltag|mødt", re.I)
_KINDS = {"minutes": "minutes", "draft": "agenda"}


def _read(data: bytes, _: str) -> Content:
    root = parse_xml(data)
    agendas = root.findall("Agendas/Agenda") or root.findall("Agenda")
    if root.tag != "Publication" or not agendas:
        raise unknown_xml(root.tag)
    if len(agendas) > 1:
        raise UnreadableError("several-meetings", str(len(agendas)))
    return compose(_export(agendas[0], text_at(root, "PublicationTypeAsEnum")), "application/xml")


SBSYS_XML = Reader("sbsys-xml", (".xml",), lambda head: root_of(head) == "Publication", _read)


def _export(agenda: Element, kind: str) -> Export:
    items = agenda.findall("Items/Item")
    check_points(len(items))
    date, time = moment(text_at(agenda, "Meeting/When"))
    members = agenda.findall("Meeting/Members/MeetingMember")
    people = list(_people(members))
    invited = [] if people else [text_at(each, "Name") for each in members]
    return Export(
        body=text_at(agenda, "Committee/Name") or text_at(agenda, "Name"),
        date=date,
        time=time,
        place=text_at(agenda, "Meeting/Where"),
        kind=_KINDS.get(kind.lower(), ""),
        title="" if kind.lower() == "minutes" else "Dagsorden",
        people=people,
        others=[("Indkaldt", ", ".join(name for name in invited if name))],
        notes=[_written("", text_at(agenda, "Frontpage"))],
        points=[_point(each) for each in items],
    )


def _people(members: Iterable[Element]) -> Iterable[tuple[str, str]]:
    for each in members:
        status = text_at(each, "ParticipationStatusAsText")
        if _AWAY.search(status):
            yield "absentee", text_at(each, "Name")
        elif _CAME.search(status):
            yield "member", text_at(each, "Name")


def _point(item: Element) -> ExportedPoint:
    return ExportedPoint(
        label=text_at(item, "Number"),
        title=text_at(item, "Caption"),
        case=text_at(item, "Case/Number"),
        closed=_is_kept_back(item),
        fields=[_field(each) for each in item.findall("Fields/ItemField")],
        attachments=[
            text_at(each, "Name") or text_at(each, "FileName")
            for each in item.findall("Enclosures/Enclosure")
            if not _is_kept_back(each)
        ],
    )


def _is_kept_back(part: Element) -> bool:
    return text_at(part, "IsPublic").lower() in {"false", "0", "no", "nej"}


def _field(field: Element) -> Field:
    return _written(text_at(field, "Caption"), text_at(field, "Content"))


def _written(caption: str, html: str) -> Field:
    """A field; what was left empty has a caption in the export, but not in the document that people get."""
    return Field(caption if html else "", lambda writer: write_html(html, writer))
