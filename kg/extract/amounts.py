"""Sums of money in running text and in tables, each with what it is for."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.danish.markup import fold
from kg.danish.money import Sum, find_sums, header_unit, parse_cell
from kg.extract.reading import Reading
from kg.model.finding import Amount
from kg.model.minutes import AgendaItem, Table

_LONGEST_LABEL = 200
_COUNTED = re.compile(r"antal|procent|pct|%|^år$|årsværk|deltagere|timer|uge|dato|nr\.?$|pkt|side", re.I)
_THOUSANDS = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d\d)?|0|-")
_OF_UNIT = re.compile(r"(?:\bi|hele|\(|\||\t)\s*$", re.I)
_CURRENCY = re.compile(r"\bkr\b|kroner|dkk", re.I)


def find_amounts(reading: Reading) -> Iterator[Amount]:
    """The sums of all open items, in order of place; a sum of zero is none."""
    written = find_sums(reading.plain)
    places = [found.start for found in written]
    for index, item in enumerate(reading.meeting.items):
        if item.closed:
            continue
        cells = [amount for table in item.tables for amount in _in_table(reading, index, table)]
        taken = {amount.start for amount in cells}
        sums = written[bisect_left(places, item.start) : bisect_left(places, item.end)]
        text = [
            amount
            for amount in _in_text(reading, index, item, sums)
            if not any(amount.start <= start < amount.end for start in taken)
        ]
        yield from sorted([*cells, *text], key=lambda amount: amount.start)


def _in_text(reading: Reading, index: int, item: AgendaItem, sums: Sequence[Sum]) -> Iterator[Amount]:
    rows = {row[0].start: (row, table) for table in item.tables for row in table.rows if row}
    attachments = [(text.start, text.end) for text in item.attachments]
    for found in sums:
        if (
            _is_zero(found.value)
            or _is_unit(reading.plain, found.start, found.end)
            or any(start <= found.start < end for start, end in attachments)
        ):
            continue
        line = reading.plain.rfind("\n", 0, found.start) + 1
        row = next((row for start, (row, _) in rows.items() if line <= start <= found.start), None)
        label = row[0].value if row and row[0].end <= found.start else _sentence(reading, found.start)
        yield Amount(
            index, found.value, found.as_written, label[:_LONGEST_LABEL], found.start, found.end, "sum-written"
        )


def _sentence(reading: Reading, offset: int) -> str:
    start, end = reading.sentence(offset)
    text = fold(reading.plain[start:end])
    return (
        text if len(text) <= _LONGEST_LABEL else fold(reading.plain[max(start, offset - 120) : min(end, offset + 60)])
    )


def _is_unit(plain: str, start: int, end: int) -> bool:
    """Whether "1.000 kr." is no sum but the unit of a table: "i 1.000 kr.", "(1.000 kr.)", "Hele 1.000 kr."."""
    return plain[start:end].lstrip().startswith(("1.000 kr", "1000 kr")) and bool(
        _OF_UNIT.search(plain[max(0, start - 8) : start])
    )


def _is_zero(value: str) -> bool:
    return not value.strip("-0.")


def _in_table(reading: Reading, index: int, table: Table) -> Iterator[Amount]:
    header = table.rows[0]
    above = _unit_above(reading.plain, table.start)
    section = reading.section_at(reading.meeting.items[index], table.start)
    economy = section is not None and section.kind == "economy"
    economy = economy or any(row and _CURRENCY.search(row[0].value) for row in table.rows[1:])
    width = max(len(row) for row in table.rows)
    for column in range(1, width):
        title = header[column].value if column < len(header) else ""
        unit = header_unit(title)
        if unit is None and not _COUNTED.search(title):
            unit = above or (1 if _is_money_column(table, column, economy=economy) else None)
        if unit is None or _COUNTED.search(title):
            continue
        unit = above if above and unit == 1 and not _CURRENCY.search(title) else unit
        for row in table.rows[1:]:
            if column >= len(row) or not row[column].value:
                continue
            value = parse_cell(row[column].value, unit)
            if value and not _is_zero(value):
                cell = row[column]
                label = ", ".join(
                    text.value
                    for text in (row[0], *([row[1]] if column > 1 and not _is_number(row[1].value) else []))
                    if text.value
                )
                label = f"{label} ({title})" if title else label
                yield Amount(index, value, cell.value, label[:_LONGEST_LABEL], cell.start, cell.end, "sum-in-table")


def _is_number(text: str) -> bool:
    return parse_cell(text) is not None


def _is_money_column(table: Table, column: int, *, economy: bool) -> bool:
    """Whether half of a column's cells name the currency, or, under the caption *Økonomi*, are written in thousands."""
    cells = [row[column].value for row in table.rows[1:] if column < len(row) and row[column].value]
    sums = sum(bool(_CURRENCY.search(cell) or (economy and _THOUSANDS.fullmatch(cell))) for cell in cells)
    return bool(cells) and sums * 2 >= len(cells) and (economy or len(cells) > 1)


def _unit_above(plain: str, start: int) -> int | None:
    """The unit that the line above a table gives ("Beløb i 1.000 kr."), if it gives one."""
    lines = [line for line in plain[max(0, start - 200) : start].splitlines() if line.strip()]
    if not lines or len(lines[-1]) > 100 or (lines[-1].rstrip().endswith(".") and not _CURRENCY.search(lines[-1][-8:])):
        return None
    return header_unit(lines[-1]) if _CURRENCY.search(lines[-1]) else None
