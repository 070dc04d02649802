"""Where the numbered points of a meeting begin."""

import re

import msgspec
from rapidfuzz import fuzz

from kg.layouts.contents import Contents
from kg.layouts.draft import Draft, piece
from kg.model.source import Text

# The ways in which exporters number a point, the surest first; a bare number needs the contents list or a case number
# to be believed.
# With each the beginnings, in lower case, of the lines that can be such a heading.
_STYLES: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    ("punkt", ("punkt",), re.compile(r"\s*punkt\s+(?P<label>\d{1,3}[a-z]?)\s*[:.)–-]*\s*(?P<title>.*)$", re.I)),
    ("pkt", ("pkt",), re.compile(r"\s*pkt\.?\s*(?P<label>\d{1,3}[a-z]?)\s*[:.)–-]*\s*(?P<title>.*)$", re.I)),
    ("sag", ("sag",), re.compile(r"\s*sag\s*(?:nr\.?)?\s*(?P<label>\d{1,3})\s*[:.)–-]+\s*(?P<title>.*)$", re.I)),
    ("number", tuple("0123456789"), re.compile(r"\s*(?P<label>\d{1,3})\s*[.:)]\s*(?P<title>[A-ZÆØÅ].*)$")),
)
_FIRST = frozenset("ps0123456789")
_LONGEST_GAP = 4
_ALIKE = 88.0


class Point(msgspec.Struct, frozen=True):
    """A point's heading: `line` is the first line's index, `body_line` that of the line after the heading."""

    number: int
    label: str
    title: Text
    line: int
    body_line: int
    listed: int = -1


def find_points(draft: Draft, contents: Contents) -> tuple[str, tuple[Point, ...]]:
    """The points in order and the style of their numbering; the style is empty where none was found."""
    best: tuple[str, tuple[Point, ...]] = ("", ())
    most = 0.0
    heads = [(index, draft.lines[index].text.lstrip()[:5].lower()) for index in range(contents.end, len(draft.lines))]
    heads = [(index, head) for index, head in heads if head[:1] in _FIRST]
    for style, beginnings, pattern in _STYLES:
        lines = [index for index, head in heads if head.startswith(beginnings)]
        points = _in_style(draft, contents, lines, pattern)
        matched = sum(point.listed >= 0 for point in points)
        if style == "number" and (matched < 2 or matched * 2 < len(points)):
            continue
        score = len(points) + 2.0 * matched
        if score > most:
            best, most = (style, points), score
    return best


def _in_style(draft: Draft, contents: Contents, lines: list[int], pattern: re.Pattern[str]) -> tuple[Point, ...]:
    points: list[Point] = []
    last = 0
    for index in lines:
        found = pattern.match(draft.lines[index].text)
        if not found:
            continue
        label = found["label"].lower()
        number = int(re.sub(r"\D", "", label))
        point = _point(draft, contents, index, found, number)
        follows = last < number <= last + _LONGEST_GAP
        if (
            (not points and (point.listed >= 0 or not contents.entries or number == 1))
            or (follows and points)
            or (point.listed >= 0 and number > last)
        ):
            points.append(point)
            last = number
    return tuple(points)


def _point(draft: Draft, contents: Contents, index: int, found: re.Match[str], number: int) -> Point:
    line = draft.lines[index]
    start, end, after = line.start + found.start("title"), line.end, index + 1
    title = piece(draft.plain, start, end)
    listed, alike = _listed(title.value, contents)
    if index + 1 < len(draft.lines) and draft.lines[index + 1].text.strip() and alike < 100:
        longer = piece(draft.plain, start, draft.lines[index + 1].end)
        place, better = _listed(longer.value, contents)
        if better > alike or not title.value:
            title, listed, alike, after = longer, place, better, index + 2
    return Point(number, found["label"], title, index, after, listed if alike >= _ALIKE else -1)


def _listed(title: str, contents: Contents) -> tuple[int, float]:
    best, most = -1, 0.0
    folded = title.casefold()
    for index, entry in enumerate(contents.entries):
        likeness = fuzz.ratio(folded, entry.title.value.casefold())
        if likeness > most:
            best, most = index, likeness
    return best, most
