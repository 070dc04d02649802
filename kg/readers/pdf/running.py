"""Running headers and footers: what stands at the same height of many pages, and says the same or counts the pages.

Nothing is dropped for what it says alone: it must be repeated, or count, and stand at the edge of its page with nothing
but such lines outside of it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from kg.readers.pdf.lines import Line

_TOP, _BOTTOM = 0.3, 0.25  # of the height of a page
_MOST_LINES = 14  # of a header or a footer
_NEAR = 4.0  # points that the height may differ from page to page
_ASIDE = 200.0  # points from the left: a bare number there is none of a point's
_SHARE = 0.4  # of the pages
_IN_A_ROW = 3
_POINT = re.compile(r"(?:(?:punkt|pkt\.?|sag|bilag|ad)\s*)?(?:nr\.?\s*)?#[a-z]?[.:)]?(?:\s.*)?")
PAGE_NUMBER = re.compile(
    r"\b(?:side|page)\s*\d+(?:\s*(?:af|of|ud af|/|\|)\s*\d+)?|^s\.\s*\d+$|^\d+\s*(?:/|af)\s*\d+$|^[-–]\s*\d+\s*[-–]$",
    re.I,
)
_NUMBER = re.compile(r"\d+")


class Page(msgspec.Struct):
    """The lines of a page of that height, from top to bottom."""

    height: float
    lines: list[Line]


class Seen(msgspec.Struct, frozen=True):
    """A cell at the edge of a page: where, `y` over the bottom (or below the top), and its numbers."""

    page: int
    line: int
    cell: int
    y: float
    left: float
    numbers: tuple[int, ...]


def find_running(pages: Sequence[Page]) -> dict[int, set[tuple[int, int]]]:
    """For each page (from 0) the running cells on it, as places of line and cell."""
    running: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for at_top in (True, False):
        alike: dict[str, list[Seen]] = defaultdict(list)
        for number, page in enumerate(pages):
            for shape, seen in _edge(number, page, at_top=at_top):
                alike[shape].append(seen)
        found = {
            (seen.page, seen.line, seen.cell)
            for shape, cells in sorted(alike.items())
            for group in _levels(cells)
            for seen in _repeated(shape, group, len(pages), at_top=at_top)
        }
        for number, page in enumerate(pages):
            running[number] |= set(_outermost(number, page, found, at_top=at_top))
    return running


def _edge(number: int, page: Page, *, at_top: bool) -> Iterator[tuple[str, Seen]]:
    count = len(page.lines)
    places = range(min(count, _MOST_LINES)) if at_top else range(max(0, count - _MOST_LINES), count)
    for place in places:
        line = page.lines[place]
        y = page.height - line.y if at_top else line.y
        if y > page.height * (_TOP if at_top else _BOTTOM):
            continue
        for column, cell in enumerate(line.cells):
            numbers = tuple(int(each[-9:]) for each in _NUMBER.findall(cell.text))
            yield _NUMBER.sub("#", cell.text.casefold()), Seen(number, place, column, y, cell.left, numbers)


def _levels(cells: list[Seen]) -> list[list[Seen]]:
    groups: list[list[Seen]] = []
    for seen in sorted(cells, key=lambda each: (each.y, each.page)):
        if groups and seen.y - groups[-1][-1].y <= _NEAR:
            groups[-1].append(seen)
        else:
            groups.append([seen])
    return groups


def _repeated(shape: str, group: list[Seen], pages: int, *, at_top: bool) -> Iterator[Seen]:
    """The cells of a group that say the same, or that count the pages."""
    same: dict[tuple[int, ...], list[Seen]] = defaultdict(list)
    for seen in group:
        same[seen.numbers].append(seen)
    for cells in same.values():
        if _is_common({seen.page for seen in cells}, pages):
            yield from cells
    is_aside = shape == "#" and all(seen.left > _ASIDE for seen in group)
    if "#" in shape and (is_aside or not (at_top and _POINT.fullmatch(shape))):
        counting = [seen for seen in group if _counts(seen, group)]
        if _is_common({seen.page for seen in counting}, pages):
            yield from counting


def _counts(seen: Seen, group: list[Seen]) -> bool:
    """Whether the numbers of a cell are those of most of its group, or grow with the pages as most do."""
    for place, number in enumerate(seen.numbers):
        steps = Counter(each.numbers[place] - each.page for each in group)
        values = Counter(each.numbers[place] for each in group)
        step, value = steps.most_common(1)[0], values.most_common(1)[0]
        wanted = seen.page + step[0] if step[1] > value[1] or len(group) == 1 else value[0]
        if number != wanted:
            return False
    return True


def _is_common(on: set[int], pages: int) -> bool:
    least = max(2, min(_IN_A_ROW, pages - 1), _SHARE * pages)
    row = any(all(page + step * each in on for each in range(_IN_A_ROW)) for page in on for step in (1, 2))
    return len(on) >= least or row


def _outermost(number: int, page: Page, found: set[tuple[int, int, int]], *, at_top: bool) -> Iterator[tuple[int, int]]:
    """The running cells from the edge inwards, up to the first line that has something else."""
    places = range(len(page.lines)) if at_top else range(len(page.lines) - 1, -1, -1)
    for outer, place in enumerate(places):
        cells = page.lines[place].cells
        here = [
            column
            for column, cell in enumerate(cells)
            if (number, place, column) in found or (outer == 0 and PAGE_NUMBER.fullmatch(cell.text))
        ]
        yield from ((place, column) for column in here)
        if len(here) < len(cells):
            return
