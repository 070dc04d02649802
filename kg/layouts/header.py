"""What stands before the first point: whose meeting, when, where, and who was there.

Templates name their fields (*Mødedato:*, *Udvalg*, *Til stede*), or set body, day and place on lines of their own.
"""

import datetime
import re

import msgspec

from kg.danish.dates import find_dates, find_times, parse_time
from kg.danish.lines import Line
from kg.layouts.bodies import bare_body, is_body, is_generic, names_body
from kg.layouts.days import first_day
from kg.layouts.draft import Draft, piece
from kg.layouts.fields import Block, read_fields
from kg.layouts.header_fields import PEOPLE
from kg.layouts.people import read_people
from kg.layouts.roster import ROSTER, read_roster
from kg.model.minutes import Attendance
from kg.model.source import Span, Text

_TITLE = re.compile(
    r"""\W{0,3}(?P<kind>(?:(?:åbent|åben|offentligt|offentlig|endeligt|endelig|godkendt|foreløbigt|foreløbig
        |udkast\ til|udskrift\ af)\s+)?
      (?:(?:beslutnings|møde|tillægs|udvalgs)?-?(?:referat|dagsorden|protokol)|beslutningsprotokollat|forhandlingsprotokol)
      \b(?:\s+(?:af|fra|for|til|vedr\.?|over))?)\s*[:–-]?\s*(?P<rest>.*)$""",
    re.IGNORECASE | re.VERBOSE,
)
# "Byrådet – Referat – 3. maj 2023": what the document is stands behind the body.
_BEHIND = re.compile(
    r"\s*[A-ZÆØÅ][^\n]{3,90}?(?P<dash>\s+[-–—•|]\s+)(?P<kind>(?:(?:åbent|åben|endeligt|godkendt)\s+)?"
    r"(?:beslutnings|møde|udvalgs)?(?:referat|dagsorden|protokol))\b(?P<rest>.{0,90})$",
    re.I,
)
# What stands beside a day on a line that gives nothing else: weekday, clock, "møde", "den".
_BESIDE = re.compile(
    r"""\b(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|den|d|dato|kl|klokken|til|fra|s?møde[tr]?|referat|dagsorden|afholdt|holdt|for|ordinært|ekstraordinært|i|på|uge|\d{1,2})\b
      |[\W\d]""",
    re.IGNORECASE | re.VERBOSE,
)
_AFTER_BODY = re.compile(
    r"[\s,:–-]*(?:\b(?:d\b\.?|den|dato|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\s*)*[\s,:–-]*$", re.I
)
_IN_PLACE = re.compile(r"\s*(?:[Ii]|[Pp]å|[Ss]ted:?|[Mm]ødested:?)\s+(?=[A-ZÆØÅ0-9»\"])")
_ROOM = re.compile(
    r"(?:rådhus|regionshus|regionsgård|kommunekontor|administrationsbygning|lokale|sal)(?:et|en)?\b", re.I
)
_OPENED = re.compile(r"\bmødet (?:startede|begyndte|blev (?:åbnet|sat|indledt)|åbnede[s]?) kl\b", re.I)
_AFTER_TIME = re.compile(r"(?:\s*(?:[-–]|til)\s*(?:kl\.?\s*)?\d{1,2}(?:[.:]\d{2})?)?\s*(?:,|\bi\b|\bpå\b|;|–|\s-)\s*")
_PART = re.compile(r"(?![\s–—-])(?:(?!\s+[-–—]\s).)+")
# Words of a sentence that a page says to its reader.
_SAYS = re.compile(r"\b(?:find|ved|eller|her|du|kan|se|søg|vælg|at|er|vi)\b", re.I)
# Where a page stands in its site: "Forside > Udvalg > Kulturudvalget".
_TRAIL = re.compile(r"\S\s*[>»›→]\s*\S|^(?:forside|hjem|du er her)\b.*\s[/|»>›-]\s", re.I)
_LISTED = re.compile(r"\d{1,3}[.)]\s")  # "2. Valg til byrådet", in a list of points
_CLAUSE = re.compile(
    r"\.\s+\S|\b(?:er|blev|bliver|har|kan|skal|den \d)\b"
)  # "Se beslutninger fra mødet den 22. marts."
_ANY_DAY = datetime.date(2000, 1, 1)
_HEAD = 60  # lines
_LONGEST = 110


class Header(msgspec.Struct, frozen=True):
    """What the header says; a field that it does not give is None or empty.

    `is_titled` is true where a title (*Referat*, *Dagsorden*) or labelled fields show that this is of a meeting.
    """

    kind: str = "minutes"
    body: Text | None = None
    date: str | None = None
    date_at: Span | None = None
    start_time: Text | None = None
    place: Text | None = None
    attendance: tuple[Attendance, ...] = ()
    is_titled: bool = False
    template: str = ""


class _Found(msgspec.Struct):
    """A header being read."""

    kind: str = ""
    body: Text | None = None
    day: tuple[str, Span] | None = None
    time: Text | None = None
    place: Text | None = None


def read_header(draft: Draft, end_line: int) -> Header:
    """Read the lines before `end_line`."""
    titled = _title(draft, end_line)
    blocks = read_fields(draft, end_line, _TITLE)
    labelled = _labelled(draft, blocks)
    loose = _loose(draft, end_line)
    whole = (labelled, titled, loose)
    body = next((each.body for each in whole if each.body), None)
    if labelled.body and titled.body and not is_body(labelled.body.value):
        body = titled.body
    day = next((each.day for each in (titled, labelled, loose) if each.day), None)
    people = [person for block in blocks if block.role in PEOPLE for person in _people(draft, block)]
    return Header(
        titled.kind or "minutes",
        body,
        day[0] if day else None,
        day[1] if day else None,
        next((each.time for each in whole if each.time), None) or _opened(draft, end_line),
        next((each.place for each in (labelled, titled, loose) if each.place), None),
        tuple(_once(people)),
        bool(titled.kind) or bool(labelled.day and labelled.body),
        "fields" if labelled.day else "title" if titled.day else "lines" if loose.day else "",
    )


def _people(draft: Draft, block: Block) -> list[Attendance]:
    read = read_roster if block.label == ROSTER else read_people
    return read(draft.plain, block.start, block.end, block.role)


def _once(people: list[Attendance]) -> list[Attendance]:
    """The people, each name once: the first role counts, but who is named absent is absent."""
    found: dict[str, Attendance] = {}
    for person in people:
        known = found.get(person.name.value)
        if known is None or (known.role == "member" and person.role in {"absentee", "secretary"}):
            found[person.name.value] = person
    return list(found.values())


def _labelled(draft: Draft, blocks: list[Block]) -> _Found:
    """What the captioned fields give."""
    found = _Found()
    for block in blocks:
        text = piece(draft.plain, block.start, block.end)
        if not text.value:
            continue
        if block.role == "date":
            found.day = found.day or first_day(draft.plain, block.start, block.end)
            found.time = found.time or _clock(text)
            if "sted" in block.label:
                found.place = found.place or _place_behind(draft, block.start, block.end)
        elif block.role == "place":
            found.place = found.place or _first_line(draft, text)
        elif block.role == "body":
            found.body = found.body or _bare(draft, *_line_of(draft, text))
    return found


def _opened(draft: Draft, end_line: int) -> Text | None:
    """*Mødet startede kl. 18.00*, in a sentence of the header."""
    for line in draft.lines[: min(end_line, _HEAD)]:
        found = _OPENED.search(line.text)
        time = _first_time(draft, line.start + found.start(), line.end) if found else None
        if time:
            return time
    return None


def _first_time(draft: Draft, start: int, end: int) -> Text | None:
    times = find_times(draft.plain, start, end)
    return Text(times[0].time, times[0].start, times[0].end) if times else None


def _clock(text: Text) -> Text | None:
    """The first time of day in a field."""
    clock = parse_time(text.value)
    return Text(clock, text.start, text.end) if clock else None


def _line_of(draft: Draft, text: Text) -> tuple[int, int]:
    end = re.search(r"[\r\n]", draft.plain[text.start : text.end])
    return text.start, text.start + end.start() if end else text.end


def _first_line(draft: Draft, text: Text) -> Text:
    """A place: what the field says, up to a second line that is no continuation of the first."""
    start, end = _line_of(draft, text)
    line = draft.plain[start:end].rstrip()
    below = draft.plain[end : text.end].strip()
    is_wrapped = line.endswith((",", "-", " og", " på", " i")) or below[:1].islower()
    return text if is_wrapped or not line else piece(draft.plain, start, end)


def _place_behind(draft: Draft, start: int, end: int) -> Text | None:
    """Of *Tid og sted: 12. marts 2024 kl. 15.00, Rådhuset*: what stands behind day and clock."""
    ends = [found.end for found in find_dates(draft.plain, _ANY_DAY, start, end)]
    ends += [found.end for found in find_times(draft.plain, start, end)]
    behind = _AFTER_TIME.match(draft.plain, max(ends), end) if ends else None
    text = piece(draft.plain, behind.end(), end) if behind else None
    return text if text and text.value else None


def _title(draft: Draft, end_line: int) -> _Found:
    """The first line that says what the document is; one that gives a body or a day outranks one that does not."""
    bare, dated = _Found(), None
    for index, line in enumerate(draft.lines[: min(end_line, _HEAD)]):
        match = _TITLE.match(line.text)
        if not match or len(line.text) > _LONGEST + 60:
            dated = dated or _kind_behind(draft, line)
            continue
        kind = "agenda" if "dagsorden" in match["kind"].lower() else "minutes"
        start = line.start + match.start("rest")
        day = first_day(draft.plain, start, line.end)
        if day or names_body(match["rest"]):
            body = _bare(draft, start, day[1].start if day else line.end)
            if body is None and day:
                body = _body_behind(draft, day[1].end, line.end)
            time = _first_time(draft, day[1].end, line.end) if day else None
            place = _inside(draft, time.end if time else day[1].end, line.end) if day else None
            place = place or (_room(draft, index + 1) if day else None)
            found = _Found(bare.kind or kind, body, day, time, place)
            if body and (time or not day) and (dated is None or dated.day is None):
                return found
            dated = _both(dated, found) if dated else found
        elif not bare.kind and not match["rest"].strip(" .:-–"):
            bare.kind = kind
    return dated or bare


def _both(one: _Found, other: _Found) -> _Found:
    """A title, completed from a further one of the same day."""
    if one.day and other.day and one.day[0] == other.day[0]:
        one.body, one.time, one.place = one.body or other.body, one.time or other.time, one.place or other.place
    return one


def _kind_behind(draft: Draft, line: Line) -> _Found | None:
    """*Byrådet – Referat – 3. maj 2023*: a line that begins with a body's name and says then what the document is."""
    match = _BEHIND.match(line.text) if len(line.text) <= _LONGEST else None
    if match is None:
        return None
    body = _bare(draft, line.start, line.start + match.start("dash"))
    day = first_day(draft.plain, line.start + match.start("rest"), line.end)
    if body is None or not is_body(body.value):
        return None
    time = _first_time(draft, day[1].end, line.end) if day else None
    return _Found("agenda" if "dagsorden" in match["kind"].lower() else "minutes", body, day, time)


def _body_behind(draft: Draft, start: int, end: int) -> Text | None:
    """*Referat 12-03-2024 - Vejudvalget*: a body behind the day."""
    body = _bare(draft, start, end)
    return body if body and is_body(body.value) else None


def _loose(draft: Draft, end_line: int) -> _Found:
    """Lines of the header that give nothing but a body, a day with its clock, or below it a place."""
    found = _Found()
    near = 0
    for index, line in enumerate(draft.lines[: min(end_line, _HEAD)]):
        text = line.text.strip()
        if not text or len(text) > _LONGEST or text.endswith(".") or _TRAIL.search(text):
            continue
        day = first_day(draft.plain, line.start, line.end) if any(sign.isdigit() for sign in text) else None
        before = draft.plain[line.start : day[1].start] if day else line.text
        if found.body is None and ":" not in before and names_body(before):
            body = _bare(draft, line.start, line.start + len(before))
            is_name = body is not None and (
                is_body(body.value[:1].upper() + body.value[1:])
                or not (day or _LISTED.match(text) or _CLAUSE.search(body.value) or _SAYS.search(body.value))
            )
            found.body = body if is_name and index < 25 else None
        if day and found.day is None:
            found.body = _surer(draft, found.body, line.start, day[1].start)
        time = _first_time(draft, day[1].end, line.end) if day else None
        is_better = day and (found.day is None or (found.time is None and time and found.day[0] == day[0]))
        if day and is_better and _is_day_alone(draft, line.start, line.end, day[1], found.body):
            found.day, near = day, index
            found.time = time
            found.place = _inside(draft, time.end if time else day[1].end, line.end)
        elif found.day and found.place is None and index - near < 3 and (place := _IN_PLACE.match(line.text)):
            found.place = piece(draft.plain, line.start + place.end(), line.end)
        elif found.day and found.place is None and not any(each.text.strip() for each in draft.lines[near + 1 : index]):
            found.place = _room(draft, index)
    return found


def _surer(draft: Draft, known: Text | None, start: int, end: int) -> Text | None:
    """The body before a day (*Byrådet 3. maj 2023*) in place of a line above that names it among other words."""
    body = _bare(draft, start, end) if known else None
    return body if known and body and body.value.casefold() in known.value.casefold() else known


def _room(draft: Draft, index: int) -> Text | None:
    """A line right below the day that gives a building or a room, and nothing else."""
    line = draft.lines[index] if index < len(draft.lines) else None
    is_room = line and ":" not in line.text and len(line.text) < _LONGEST and _ROOM.search(line.text)
    return piece(draft.plain, line.start, line.end) if line and is_room else None


def _inside(draft: Draft, start: int, end: int) -> Text | None:
    """*… kl. 13.00 i Lokale 4*: a place behind the clock."""
    found = re.compile(
        r"(?:\s*[-–]\s*(?:kl\.?\s*)?\d{1,2}(?:[.:]\d{2})?)?(?:,?\s+(?:i|på)\s+(?=\w)|,\s+(?=[A-ZÆØÅ]))"
    ).match(draft.plain, start, end)
    return piece(draft.plain, found.end(), end) if found else None


def _is_day_alone(draft: Draft, start: int, end: int, at: Span, body: Text | None) -> bool:
    """Whether a line says nothing beside a day but its weekday and clock, and perhaps the body's name."""
    behind = re.sub(r"(?:\s(?:i|på)\s+(?=[A-ZÆØÅ0-9])|(?<=\d),\s+(?=[A-ZÆØÅ])).*$", "", draft.plain[at.end : end])
    rest = draft.plain[start : at.start] + " " + behind
    if body:
        rest = rest.replace(draft.plain[body.start : body.end], " ")
    return not _BESIDE.sub("", rest).strip()


def _between_dashes(plain: str, start: int, end: int) -> tuple[int, int]:
    """*Beslutninger - Byrådet - mødesager*: the range of the only part that is a body's name; else the whole."""
    parts = [part.span() for part in _PART.finditer(plain, start, end)]
    bodies = [part for part in parts if is_body(plain[part[0] : part[1]])]
    return bodies[0] if len(parts) > 1 and len(bodies) == 1 else (start, end)


def _bare(draft: Draft, start: int, end: int) -> Text | None:
    """A body's name between two offsets, without the words and the day around it."""
    tail = _AFTER_BODY.search(draft.plain[start:end])
    end = start + tail.start() if tail else end
    start, end = _between_dashes(draft.plain, start, end)
    first, last = bare_body(draft.plain[start:end])
    body = piece(draft.plain, start + first, start + last)
    return body if re.search(r"[^\W\d]{2}", body.value) and not is_generic(body.value) else None
