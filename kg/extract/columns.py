"""Agents in the columns of tables: a header that says so, or a column most of whose cells name units."""

import re
from collections.abc import Iterator, Sequence

from kg.danish.names import COMMON_FIRST_NAMES, is_person_name
from kg.extract.abbreviations import NOT_NAMES
from kg.extract.reading import Reading
from kg.model.finding import Mention
from kg.model.minutes import Table
from kg.model.source import Text

_UNIT_HEADER = re.compile(
    r"""^(?:center|centre|centret|afdeling|enhed|forvaltning|fagområde|ansvarlig(?:t|e)?(?:\ \w+)?|tovholder
      |ansvar|hvem|udfører|driftsenhed|organisation)$""",
    re.IGNORECASE | re.VERBOSE,
)
_UNIT_WORD = re.compile(
    r"""  (?:cent(?:er|ret|eret)|forvaltning(?:en)?|afdeling(?:en)?|enhed(?:en)?|sekretariat(?:et)?|stab(?:en)?)$
    | ^(?:Center|Afdeling|Magistratsafdelingen|Sekretariatet)\ for\ """,
    re.IGNORECASE | re.VERBOSE,
)
_TOTAL = re.compile(
    r"^(?:i ?alt\b.*|total|sum|samlet|alle|øvrige|diverse|rest|difference|hele kommunen|andre|ingen|-|\d.*|.*:)$", re.I
)
_SPLIT = re.compile(r"\s*(?:[,;/&+]|\bog\b|\bsamt\b)\s*")
_WHOLE = re.compile(r"^[A-ZÆØÅ][\wæøå-]*-(?:, ?\w+-)*,? og |\bfor [A-ZÆØÅ]")
_INITIALS = re.compile(r"[A-ZÆØÅ][A-ZÆØÅ0-9]{1,5}")


def split_agents(plain: str, cell: Text) -> Iterator[tuple[str, int, int]]:
    """The names in a cell such as "BYC, EIS" or "VEC/PA", each with its range; "Social- og Sundhedscentret" is one."""
    text = plain[cell.start : cell.end]
    if _WHOLE.search(text):
        yield cell.value, cell.start, cell.end
        return
    start = 0
    for found in [*_SPLIT.finditer(text), None]:
        end = found.start() if found else len(text)
        name = text[start:end].strip(" .()")
        if name:
            first = cell.start + text.index(name, start)
            yield " ".join(name.split()), first, first + len(name)
        start = found.end() if found else end


def agent(item: int, name: str, start: int, end: int, *, in_column: bool) -> Mention | None:
    """What a name that stands where only agents stand is; None where it is none."""
    where = "column" if in_column else "brackets"
    words = name.split()
    if name in NOT_NAMES and not in_column:
        return None
    if _INITIALS.fullmatch(name):
        return Mention(item, "abbreviation", name, start, end, f"abbreviation-{where}")
    if len(words) == 1 and (name in COMMON_FIRST_NAMES or _is_double(name)):
        return Mention(item, "person", name, start, end, f"first-name-{where}")
    if _UNIT_WORD.search(name):
        return Mention(item, "unit", name, start, end, f"unit-{where}")
    if len(words) <= 4 and (words[0] in COMMON_FIRST_NAMES) and is_person_name(name):
        return Mention(item, "person", name, start, end, f"person-{where}")
    if in_column and name[0].isupper() and len(name) < 60 and not _TOTAL.match(name):
        return Mention(item, "unit", name, start, end, "unit-column-only", confidence=0.7)
    return None


def _is_double(name: str) -> bool:
    """*Karl-Emil*: two first names in one."""
    parts = name.split("-")
    return len(parts) == 2 and all(part in COMMON_FIRST_NAMES for part in parts)


def find_in_columns(reading: Reading) -> Iterator[Mention]:
    """The agents in the unit columns of all tables."""
    for index, item in enumerate(reading.meeting.items):
        for table in item.tables:
            for column in unit_columns(table):
                yield from _read_column(reading, index, table, column)


def _read_column(reading: Reading, item: int, table: Table, column: int) -> Iterator[Mention]:
    present = {person.name.value for person in reading.meeting.attendance}
    body = table.rows[1:] if _is_header(table.rows[0]) else table.rows
    for row in body:
        if column < len(row) and row[column].value and not _TOTAL.match(row[column].value):
            for name, start, end in split_agents(reading.plain, row[column]):
                found = agent(item, name, start, end, in_column=True)
                if found and name in present:
                    yield Mention(item, "person", name, start, end, "person-column")
                elif found:
                    yield found


def _is_header(row: Sequence[Text]) -> bool:
    return any(_UNIT_HEADER.match(cell.value) for cell in row)


def unit_columns(table: Table) -> list[int]:
    """The indexes of the columns that hold units."""
    width = max(len(row) for row in table.rows)
    columns = []
    for column in range(width):
        cells = [row[column].value for row in table.rows if column < len(row) and row[column].value]
        named = bool(cells) and bool(
            _UNIT_HEADER.match(table.rows[0][column].value if column < len(table.rows[0]) else "")
        )
        units = sum(bool(_UNIT_WORD.search(cell)) for cell in cells)
        if named or (len(cells) >= 3 and units * 2 > len(cells)):
            columns.append(column)
    return columns
