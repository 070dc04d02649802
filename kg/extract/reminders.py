"""Tasks in tables: the rows of a *huskeliste*, in the forms that secretariats use."""

import datetime
import re
from collections.abc import Iterator, Sequence

import msgspec

from kg.danish.dates import Found, find_dates, is_recurrence, parse_month, parse_month_year
from kg.danish.years import day as day_of
from kg.extract.columns import agent, split_agents
from kg.extract.reading import Reading
from kg.model.finding import Mention, Task
from kg.model.minutes import Table
from kg.model.source import Text

_TOPIC = re.compile(
    r"^(?:sag ?/ ?emne|emne|sag(?:er)?|opgave(?:r)?|aktivitet(?:er)?|hvad|punkt|aftale|indsats|handling|opfølgning)$",
    re.I,
)
_WHEN = re.compile(
    r"""^(?:(?:forv\.?|forventet|forventes)?\ ?(?:tidspunkt|dato|termin)|tid|frist|deadline|hvornår|måned|dato
      |mødedato|tidsfrist|senest)$""",
    re.IGNORECASE | re.VERBOSE,
)
_WHO = re.compile(r"^(?:ansvarlig(?:t|e)?(?: \w+)?|tovholder|hvem|ansvar|center|udfører)$", re.I)
_AGAIN = re.compile(
    r"gentag|tilbagevendende|hvert år|igen|faste (?:punkter|sager|emner)|årligt? |løbende sager|årshjul", re.I
)
_DAY = re.compile(r"^(?:d\.? |den )?(\d{1,2})\.?$")
_BRACKETED = re.compile(r"\(([^()]{2,40})\)\s*$")


class _Columns(msgspec.Struct, frozen=True):
    topic: int
    when: int
    who: int


class _State(msgspec.Struct):
    """What the rows above govern: a month and year, or that what follows comes again."""

    year: int = 0
    month: int = 0
    again: bool = False


def find_reminders(reading: Reading) -> Iterator[tuple[Task, tuple[Mention, ...]]]:
    """The tasks of all tables with a column of topics and one of times or people; and the agents that each names."""
    for index, item in enumerate(reading.meeting.items):
        for table in item.tables:
            columns = _columns(table)
            if columns:
                yield from _rows(reading, index, table, columns)


def _columns(table: Table) -> _Columns | None:
    header = [cell.value for cell in table.rows[0]]

    def place(pattern: re.Pattern[str]) -> int:
        return next((column for column, title in enumerate(header) if pattern.match(title)), -1)

    columns = _Columns(place(_TOPIC), place(_WHEN), place(_WHO))
    return columns if columns.topic >= 0 and max(columns.when, columns.who) >= 0 else None


def _cell(row: Sequence[Text], column: int) -> Text | None:
    return row[column] if 0 <= column < len(row) and row[column].value else None


def _rows(reading: Reading, index: int, table: Table, columns: _Columns) -> Iterator[tuple[Task, tuple[Mention, ...]]]:
    state = _State()
    for row in table.rows[1:]:
        topic, when, who = (_cell(row, column) for column in (columns.topic, columns.when, columns.who))
        alone = [cell for cell in row if cell.value]
        if len(alone) == 1 and _governs(alone[0].value, state, reading.day):
            continue
        if not topic:
            continue
        due, recurrence = _time(when.value if when else "", state, reading.day)
        due = _named_day(topic, due, reading.day)
        agents = tuple(_agents(reading, index, who, topic))
        last = max(cell.end for cell in alone)
        yield (
            Task(index, topic.value, min(cell.start for cell in alone), last, "reminder-row", due, recurrence, agents),
            agents,
        )


def _governs(text: str, state: _State, day: datetime.date) -> bool:
    months, year = parse_month_year(text)
    if len(months) == 1:
        state.month, state.again = months[0], False
        state.year = year or _year_of(months[0], day, state)
        return True
    if _AGAIN.search(text):
        state.again, state.month = True, 0
        return True
    return False


def _year_of(month: int, day: datetime.date, state: _State) -> int:
    if state.year:
        return state.year
    return day.year + (month < day.month)


def _time(text: str, state: _State, day: datetime.date) -> tuple[str, str]:
    """The due date and the recurrence that a cell gives, under the month that governs it."""
    months = parse_month(text)
    if state.again or is_recurrence(text):
        due = _next(months[0], day) if len(months) == 1 else ""
        return due, text or "årligt"
    if months:
        _, year = parse_month_year(text)
        return f"{year or _year_of(months[-1], day, _State())}-{months[-1]:02}", ""
    dates = [found for found in find_dates(text, day) if found.precision != "year"]
    if dates:
        return _to_come(dates[0], day), ""
    number = _DAY.match(text)
    if state.month and number and 1 <= int(number[1]) <= _days(state.year, state.month):
        return f"{state.year}-{state.month:02}-{int(number[1]):02}", ""
    return (f"{state.year}-{state.month:02}" if state.month else ""), ""


def _to_come(found: Found, day: datetime.date) -> str:
    """A date without a year in a list of what is to be done lies ahead."""
    if found.rule in {"day-inferred", "day-month", "month-inferred"} and found.iso < day.isoformat()[: len(found.iso)]:
        year, rest = int(found.iso[:4]) + 1, found.iso[5:].split("-")
        if len(rest) < 2:
            return f"{year}{found.iso[4:]}"
        later = day_of(year, int(rest[0]), int(rest[1]))
        return later.isoformat() if later else found.iso
    return found.iso


def _days(year: int, month: int) -> int:
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return (following - datetime.timedelta(days=1)).day


def _next(month: int, day: datetime.date) -> str:
    """The next such month after `day`: what comes again every September was, in September, just done."""
    return f"{day.year + (month <= day.month)}-{month:02}"


def _named_day(topic: Text, due: str, day: datetime.date) -> str:
    """A day in the topic itself ("… 12. november") is more precise than its month."""
    for found in find_dates(topic.value, day):
        if found.precision == "day" and found.rule != "day-month" and (not due or found.iso.startswith(due[:7])):
            return found.iso
    return due


def _agents(reading: Reading, index: int, who: Text | None, topic: Text) -> Iterator[Mention]:
    if who:
        for name, start, end in split_agents(reading.plain, who):
            found = agent(index, name, start, end, in_column=True)
            if found:
                yield found
    bracket = _BRACKETED.search(reading.plain, topic.start, topic.end)
    if bracket:
        yield from in_brackets(reading, index, bracket)


def in_brackets(reading: Reading, index: int, bracket: re.Match[str]) -> Iterator[Mention]:
    """The agents in a bracket behind a topic: "(Lars)", "(LH/PA)"; nothing where the bracket holds anything else."""
    cell = Text(bracket[1], bracket.start(1), bracket.end(1))
    present = {person.name.value.partition(" ")[0] for person in reading.meeting.attendance}
    agents = [
        Mention(index, "person", name, start, end, "first-name-brackets")
        if name in present and not name.isupper()
        else agent(index, name, start, end, in_column=False)
        for name, start, end in split_agents(reading.plain, cell)
    ]
    if agents and all(agents):
        yield from (found for found in agents if found)
