"""The parts of a decision or recommendation: numbered, lettered, bulleted, or under sub-headings."""

import re

import msgspec

from kg.extract.places import line_start
from kg.extract.reading import Reading

_NUMBERED = re.compile(
    r"(?m)^[ \t]*(?:[-·•*][ \t]+)?(?:(?:[Aa]d|[Pp]kt\.?|[Pp]unkt)[ \t]*)?"
    r"(?P<label>\d{1,2}|[a-hA-H])(?P<range>(?:[.)]?[ \t]?(?:[-–,]|og)[ \t]?|\.)\d{1,2}){0,6}[ \t]*[.):][ \t]+(?=\S)"
)
_BULLET = re.compile(r"(?m)^[ \t]*[-·•*–][ \t]+(?=\S)")
_AT = re.compile(r"(?m)^[ \t]*(?:at|At)[ \t]+(?=\S)")
_HEADING = re.compile(r"(?m)^[ \t]*(?P<heading>[A-ZÆØÅ0-9][^\r\n]{2,78}?)[ \t]*+:?+[ \t]*+(?:\r?\n)")
_MOST = 40


class Piece(msgspec.Struct, frozen=True):
    """A part: `start`:`end` is its text, without number or bullet; `heading` where it has one."""

    start: int
    end: int
    heading: str = ""


def find_parts(reading: Reading, start: int, end: int, *, headed: bool) -> tuple[Piece, ...]:
    """The parts of `reading.plain[start:end]`, in order; none where the text is a single statement.

    Sub-headings are looked for only where `headed`.
    """
    plain = reading.plain
    start = line_start(plain, start)
    for pattern in (_NUMBERED, _BULLET, _AT):
        marks = list(pattern.finditer(plain, start, end))[:_MOST]
        if len(marks) > 1 or (marks and pattern is _NUMBERED and marks[0]["label"] == "1" and not marks[0]["range"]):
            stops = [*(mark.start() for mark in marks[1:]), end]
            return tuple(_trim(plain, mark.end(), stop) for mark, stop in zip(marks, stops, strict=True))
    return _headed(plain, start, end) if headed else ()


def _headed(plain: str, start: int, end: int) -> tuple[Piece, ...]:
    heads = [hit for hit in _HEADING.finditer(plain, start, end) if _is_heading(plain, hit, end)]
    if len(heads) < 2:
        return ()
    stops = [*(hit.start() for hit in heads[1:]), end]
    return tuple(
        msgspec.structs.replace(_trim(plain, hit.end(), stop), heading=hit["heading"].strip())
        for hit, stop in zip(heads, stops, strict=True)
    )


def _is_heading(plain: str, hit: re.Match[str], end: int) -> bool:
    text = hit["heading"].strip()
    if text[-1] in ".,;!?" or len(text.split()) > 9:
        return False
    rest = plain[hit.end() : min(end, hit.end() + 400)].lstrip()
    following = rest.partition("\n")[0].strip()
    return bool(following) and following[-1] in ".!?:" and len(following) > 15


def _trim(plain: str, start: int, end: int) -> Piece:
    while start < end and plain[start].isspace():
        start += 1
    while end > start and plain[end - 1].isspace():
        end -= 1
    return Piece(start, end)
