"""The runs of a page as its printed lines, from top to bottom; what stands apart in a line are its cells."""

import re
from collections.abc import Sequence

import msgspec

_RISE = 0.36  # ems that a raised or lowered figure may be off its line
_SPACE = 0.15  # ems between two words
_COLUMN = 1.8  # ems between two cells
_NARROW = 0.7  # ems between two cells, where the second begins below or above the cell of another line
_BELOW = 2.0  # points that cells of one column may differ
_SAME = 0.4  # ems between two drawings of one word: a poor man's bold
_MARKER = re.compile(
    r"(?:[-–—•·*o]|\(?(?:\d{1,3}|[a-zæøå]|[ivx]{1,4})[.):]|\d{1,3}(?:\.\d{1,2}){1,2}\.?"
    r"|(?:punkt|pkt\.?|sag(?: ?nr\.?)?|ad) ?\d{1,3}[a-z]?\.? ?[:.)]?)",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"\d{1,3}")
_SPACED_OUT = re.compile(r"(?:[A-ZÆØÅ] ){3,}[A-ZÆØÅ]")
_TRAILING = re.compile(r"\s*(?:(?:[.·_] ?){4,}|…(?:[ .…])*)$")
_LEADERS = re.compile(r"\s*(?:(?:[.·_] ?){4,}|…(?:[ .…])*)\s*(?=\d{1,4}$)")


class Run(msgspec.Struct, gc=False):
    """Letters of one line, style and column. `right` is where the last of them ends; `angle` in degrees."""

    text: str
    left: float
    right: float
    y: float
    size: float
    bold: bool = False
    angle: int = 0


class Cell(msgspec.Struct, gc=False):
    """What stands together in a line."""

    text: str
    left: float
    right: float


class Line(msgspec.Struct, gc=False):
    """A printed line: `y` is the height of its base line, `size` that of its largest letters, in points."""

    y: float
    size: float
    bold: bool
    cells: list[Cell]

    @property
    def text(self) -> str:
        """Its cells, parted by tabs."""
        return "\t".join(cell.text for cell in self.cells)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.cells[-1].right


def lines_of(runs: Sequence[Run]) -> list[Line]:
    """The lines of a page; what is written across it (a seal, a margin) comes after them."""
    upright = [run for run in runs if run.angle == 0]
    askew = sorted((run for run in runs if run.angle), key=lambda run: (run.angle, -run.y, run.left))
    groups = _levels(upright)
    first = [_line(group) for group in groups]
    lines = []
    for place, group in enumerate(groups):
        near = [line for line in first[max(0, place - 1) : place + 2] if line]
        line = _line(group, [left for each in near for left in _columns(each)])
        lines += [line] if line else []
    return lines + [line for run in askew if run.angle % 90 == 0 and (line := _line([run]))]


def _columns(line: Line) -> list[float]:
    return [cell.left for cell in line.cells[1:]]


def _levels(runs: Sequence[Run]) -> list[list[Run]]:
    groups: list[list[Run]] = []
    largest: Run | None = None
    for run in sorted(runs, key=lambda each: (-each.y, each.left)):
        if largest is not None and abs(largest.y - run.y) < _RISE * max(largest.size, run.size):
            groups[-1].append(run)
            largest = max(largest, run, key=lambda each: each.size)
        else:
            groups.append([run])
            largest = run
    return groups


def _line(group: list[Run], columns: Sequence[float] = ()) -> Line | None:
    """The line of some runs; `columns` are where cells of the lines beside it begin."""
    group.sort(key=lambda run: (run.left, run.right))
    largest = max(group, key=lambda run: run.size)
    cells: list[Cell] = []
    for run in group:
        last = cells[-1] if cells else None
        gap = (run.left - last.right) / largest.size if last else 0.0
        is_below = gap > _NARROW and any(abs(run.left - column) < _BELOW for column in columns)
        if last is None or gap > _COLUMN or is_below:
            cells.append(Cell(run.text, run.left, run.right))
        elif not (last.text.endswith(run.text) and abs(last.right - run.right) < _SAME * run.size):
            last.text += f" {run.text}" if gap > _SPACE else run.text
            last.right = max(last.right, run.right)
    cells = _led(_marked(cells))
    bold = all(run.bold for run in group)
    return Line(largest.y, largest.size, bold, cells) if cells else None


def _marked(cells: list[Cell]) -> list[Cell]:
    """A bullet or a number stands with what it numbers, however far apart they were set."""
    for cell in cells:
        cell.text = " ".join(cell.text.split())
        if _SPACED_OUT.fullmatch(cell.text):
            cell.text = cell.text.replace(" ", "")
    cells = [cell for cell in cells if cell.text]
    if len(cells) > 1 and (_MARKER.fullmatch(cells[0].text) or _is_numbered(cells)):
        first, second, *rest = cells
        return [Cell(f"{first.text} {second.text}", first.left, second.right), *rest]
    return cells


def _is_numbered(cells: list[Cell]) -> bool:
    """Whether a bare number stands before a title, and at most the number of a page behind it: no row of a table."""
    first, second, *rest = (cell.text for cell in cells)
    is_title = second[0].isupper() and any(letter.islower() for letter in second)
    return _SERIAL.fullmatch(first) is not None and is_title and len(rest) < 2 and all(map(str.isdecimal, rest))


def _led(cells: list[Cell]) -> list[Cell]:
    """The dots that lead to a page's number make it a cell of its own."""
    last = cells[-1] if cells else None
    if last is None:
        return cells
    found = _LEADERS.search(last.text)
    if found:
        number = Cell(last.text[found.end() :], last.right, last.right)
        head = Cell(last.text[: found.start()], last.left, last.right)
        return [*cells[:-1], *([head] if head.text else []), number]
    if len(cells) > 1 and last.text.isdecimal():
        cells[-2].text = _TRAILING.sub("", cells[-2].text) or cells[-2].text
    return cells
