"""The points of a page or a Word document whose headings number them: what is set as a heading is no mere line."""

import re
from collections import defaultdict

from kg.layouts.draft import Draft, piece
from kg.layouts.points import Point, Points

_NUMBERED = re.compile(
    r"\s*(?P<word>(?:dagsordens)?punkt|pkt\.?|sag(?:\s*nr\.?)?)?\s*(?P<label>\d{1,4}[a-zæøå]?)(?:\s*[.:)–-]+\s*|\s+)(?P<title>[^\W\d_].*|\d.{4,})$",
    re.IGNORECASE,
)


def find_outline(draft: Draft) -> Points:
    """The points that headings of one level number in rising order, and `outline`; nothing where no two do.

    A page of one point has one such heading, and it is the page's first. Of several levels the highest counts: below
    it, numbers are those of a point's own paragraphs.
    """
    by_level: dict[int, list[Point]] = defaultdict(list)
    first = 0
    for index, line in enumerate(draft.lines):
        level = draft.levels.get(line.start, 0)
        if not level:
            continue
        found = _NUMBERED.match(line.text)
        first = first or level
        if found:
            last = by_level[level][-1].number if by_level[level] else 0
            number = int(re.sub(r"\D", "", found["label"]))
            if number > last:
                title = piece(draft.plain, line.start + found.start("title"), line.end)
                by_level[level].append(Point(number, found["label"], title, index, index + 1))
    for level, points in sorted(by_level.items()):
        if len(points) > 1 or level == first:
            return Points("outline", tuple(points))
    return Points()
