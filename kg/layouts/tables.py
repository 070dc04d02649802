"""Tables of tab- or pipe-separated lines, as exporters and PDF converters leave them in text."""

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
        elif rows and line.text.strip():
            tables.append(_table(rows, last))
            rows = []
    if rows:
        tables.append(_table(rows, last))
    return tuple(tables)


def _table(rows: list[tuple[Text, ...]], end: int) -> Table:
    return Table(tuple(rows), rows[0][0].start, end)
