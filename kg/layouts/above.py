"""What stands above a point's number: its title (»Tilskud til havnefesten«, below it »Sag nr. 130«), or its case."""

from collections.abc import Sequence

import msgspec

from kg.danish.case_numbers import match_case_number
from kg.layouts.draft import Draft, piece
from kg.layouts.points import Point
from kg.model.source import Text

_LONGEST = 250
_NEAR = 3
_MOST = 0.6


def titled_above(draft: Draft, points: Sequence[Point]) -> tuple[Point, ...]:
    """The points, each without a title with the line above its number as one; a few of many lost theirs otherwise."""
    bare = [point for point in points if not point.title.value]
    if len(bare) * 2 <= len(points):
        return tuple(points)
    after = -1
    found = []
    for point in points:
        line = None if point.title.value else _title_line(draft, point.line, after)
        if line is not None:
            title = piece(draft.plain, draft.lines[line].start, draft.lines[line].end)
            found.append(msgspec.structs.replace(point, title=title, line=line))
        else:
            found.append(point)
        after = point.line
    return tuple(found)


def _title_line(draft: Draft, number: int, after: int) -> int | None:
    """The line right above a number that can be its title: set as a heading, or below a blank line."""
    for index in range(number - 1, max(after, number - 3), -1):
        text = draft.lines[index].text.strip()
        if not text:
            continue
        begins = index == 0 or not draft.lines[index - 1].text.strip()
        return index if len(text) <= _LONGEST and (draft.level(index) or begins) else None
    return None


def cases_above(draft: Draft, points: Sequence[Point]) -> dict[int, Text]:
    """For the heading's line of each point the case number that stands alone right above it, where most have one so.

    The first point's counts double: nothing before it could end in a number.
    """
    found = {point.line: case for point in points if (case := _case_above(draft, point.line))}
    is_first = bool(points) and points[0].line in found
    return found if is_first and len(found) >= len(points) * _MOST else {}


def _case_above(draft: Draft, line: int) -> Text | None:
    for index in range(line - 1, max(-1, line - 1 - _NEAR), -1):
        text = draft.lines[index].text.strip()
        if text:
            number = match_case_number(text)
            is_alone = number is not None and number.end == len(text)
            return piece(draft.plain, draft.lines[index].start, draft.lines[index].end) if is_alone else None
    return None
