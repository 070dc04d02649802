"""Points whose title stands above their number: »Tilskud til havnefesten«, and below it »Sag nr. 130«."""

from collections.abc import Sequence

import msgspec

from kg.layouts.draft import Draft, piece
from kg.layouts.points import Point

_LONGEST = 250


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
