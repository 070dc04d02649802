"""What stands before the first point: whose meeting, when, where, and who was there."""

import datetime
import re

import msgspec

from kg.danish.dates import find_dates, parse_time
from kg.layouts.draft import Draft, piece
from kg.layouts.header_fields import HEADER_FIELDS
from kg.layouts.people import read_people
from kg.model.minutes import Attendance
from kg.model.source import Span, Text

_TITLE = re.compile(
    r"""\s*(?:(?P<kind>(?:åbent\ |endeligt\ |godkendt\ |foreløbigt\ )?(?:beslutnings)?referat|mødereferat
        |dagsorden|(?:beslutnings)?protokol|åben\ dagsorden)\b(?:\s+(?:af|fra|for|til
          |vedr\.?))?)\s*[:–-]?\s*(?P<rest>.*)$""",
    re.IGNORECASE | re.VERBOSE,
)
_BEFORE_BODY = re.compile(r"(?:ordinært |ekstraordinært )?(?:møde |mødet )?(?:i |af |for |den )?", re.I)
_AFTER_BODY = re.compile(
    r"[\s,:–-]*(?:\b(?:d\b\.?|den|dato|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\s*)*[\s,:–-]*$", re.I
)
_BODY_WORD = re.compile(
    r"""\b\w*(?:udvalg(?:et)?|råd(?:et)?|direktion(?:en)?|forum(?:met)?|bestyrelse(?:n)?|chefgruppe(?:n)?
      |ledelse(?:n)?|magistrat(?:en)?)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_KEYS = "|".join(sorted(map(re.escape, HEADER_FIELDS), key=len, reverse=True))
_FIELD = re.compile(rf"\s*(?P<key>{_KEYS})\b(?P<gap>\s*:\s*|[ \t]+|$)(?P<value>.*)$", re.I)
_ANY_DAY = datetime.date(2000, 1, 1)
_SHORT = 6


class Header(msgspec.Struct, frozen=True):
    """What the header says; a field that it does not give is None or empty."""

    kind: str = "minutes"
    body: Text | None = None
    date: str | None = None
    date_at: Span | None = None
    start_time: Text | None = None
    place: Text | None = None
    attendance: tuple[Attendance, ...] = ()


class _Block(msgspec.Struct):
    role: str
    start: int
    end: int


def read_header(draft: Draft, end_line: int) -> Header:
    """Read the lines before `end_line`."""
    kind, body, date, date_at = _title(draft, end_line)
    time = place = None
    people: list[Attendance] = []
    for block in _fields(draft, end_line):
        text = piece(draft.plain, block.start, block.end)
        if block.role == "date":
            found = _first_day(draft, block.start, block.end)
            if found and not date:
                date, date_at = found
            clock = parse_time(text.value)
            time = time or (Text(clock, text.start, text.end) if clock else None)
        elif block.role == "place":
            place = place or (text if text.value else None)
        elif block.role == "body":
            body = body or (text if text.value else None)
        elif block.role in {"member", "absentee", "guest", "secretary", "substitute"}:
            people.extend(read_people(draft.plain, block.start, block.end, block.role))
    return Header(kind, body, date, date_at, time, place, tuple(people))


def _first_day(draft: Draft, start: int, end: int) -> tuple[str, Span] | None:
    for found in find_dates(draft.plain, _ANY_DAY, start, end):
        if found.precision == "day" and found.rule not in {"day-month", "day-inferred", "range-end"}:
            return found.iso, Span(found.start, found.end)
    return None


def _title(draft: Draft, end_line: int) -> tuple[str, Text | None, str | None, Span | None]:
    for index, line in enumerate(draft.lines[: min(end_line, 60)]):
        found = _TITLE.match(line.text)
        if not found:
            continue
        kind = "agenda" if "dagsorden" in found["kind"].lower() else "minutes"
        start = line.start + found.start("rest")
        day = _first_day(draft, start, line.end)
        if not found["rest"].strip():
            return kind, _body_below(draft, index + 1, end_line), None, None
        if day is None and not _BODY_WORD.search(found["rest"]):
            continue
        return kind, _body_name(draft, start, day[1].start if day else line.end), *(day or (None, None))
    return "minutes", _body_below(draft, 0, min(end_line, 12)), None, None


def _body_below(draft: Draft, start: int, end: int) -> Text | None:
    for line in draft.lines[start : min(end, start + 6)]:
        if (
            _BODY_WORD.search(line.text)
            and not _field(line.text)
            and len(line.text) < 90
            and not line.text.rstrip().endswith(".")
        ):
            day = _first_day(draft, line.start, line.end)
            return _body_name(draft, line.start, day[1].start if day else line.end)
    return None


def _body_name(draft: Draft, start: int, end: int) -> Text | None:
    head = _BEFORE_BODY.match(draft.plain, start, end)
    start = head.end() if head else start
    tail = _AFTER_BODY.search(draft.plain[start:end])
    body = piece(draft.plain, start, start + tail.start() if tail else end)
    return body if body.value else None


def _field(line: str) -> re.Match[str] | None:
    """A caption of the header with its value; a short caption needs a colon, a tab or a line of its own to be one."""
    found = _FIELD.match(line)
    if found and (len(found["key"]) > _SHORT or found["gap"] != " "):
        return found
    return None


def _fields(draft: Draft, end_line: int) -> list[_Block]:
    """The captioned values of the header; a value runs on until a blank line, or past one where it ends in a comma."""
    blocks: list[_Block] = []
    is_open = False
    for line in draft.lines[:end_line]:
        found = _field(line.text)
        if found:
            blocks.append(_Block(HEADER_FIELDS[found["key"].lower()], line.start + found.start("value"), line.end))
            is_open = True
        elif _TITLE.match(line.text):
            is_open = False
        elif line.text.strip():
            if is_open and blocks:
                blocks[-1].end = line.end
        elif blocks:
            value = draft.plain[blocks[-1].start : blocks[-1].end].strip()
            is_open = not value or value.endswith((",", ";", " og"))
    return blocks
