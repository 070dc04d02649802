"""Tables of tab- or pipe-separated lines, as exporters and PDF converters leave them in text."""

import re
from collections.abc import Sequence

from kg.danish.lines import Line
from kg.layouts.draft import piece
from kg.model.minutes import Table
from kg.model.source import Text


def _cells(plain: str, line: Line) -> tuple[Text, ...]:
    separator = "\t" if "\t" in line.text else "|"
    cells, start = [], line.start
    for part in line.text.split(separator):
        cells.append(piece(plain, start, start + len(part)))
        start += len(part) + 1
    if separator == "|":
        cells = cells[1:] if cells and not cells[0].value else cells
        cells = cells[:-1] if cells and not cells[-1].value else cells
    return tuple(cells)


# A line of its own that governs the rows below it: a month, or that what follows comes again.
_GOVERNING = re.compile(
    r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)(?: \d{4})?:?"
    r"|(?:gentag|tilbagevend|faste |løbende |årlig|hvert år)[^.]{0,40}",
    re.IGNORECASE,
)


def _is_row(line: Line) -> bool:
    text = line.text
    return ("\t" in text and "\t" in text.rstrip(" \n\r")) or (
        "|" in text and text.lstrip().startswith("|") and text.count("|") > 1
    )


def find_tables(plain: str, lines: Sequence[Line]) -> tuple[Table, ...]:
    """The tables among `lines`, in order. Blank lines inside a table are a page break's, or a blanked rule line's."""
    if "\t" not in plain and "|" not in plain:
        return ()
    tables: list[Table] = []
    rows: list[tuple[Text, ...]] = []
    last = 0
    for line in lines:
        if _is_row(line):
            rows.append(_cells(plain, line))
            last = line.end
        elif rows and _GOVERNING.fullmatch(line.text.strip()):
            rows.append((piece(plain, line.start, line.end),))
        elif rows and line.text.strip():
            tables.append(_table(rows, last))
            rows = []
    if rows:
        tables.append(_table(rows, last))
    return tuple(tables)


def _table(rows: list[tuple[Text, ...]], end: int) -> Table:
    return Table(tuple(rows), rows[0][0].start, end)
