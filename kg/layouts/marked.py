"""A meeting out of marks: what a file's own structure says, with the rules of text for what it leaves out."""

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

import msgspec

from kg.danish.lines import Line
from kg.layouts.closed import is_closed, is_closed_below
from kg.layouts.draft import Draft, piece
from kg.layouts.header import Header, read_header
from kg.layouts.numbering import filled
from kg.layouts.people import read_people
from kg.layouts.sections import read_sections
from kg.layouts.subpoints import parents_by_label, under
from kg.layouts.tables import find_tables
from kg.model.minutes import AgendaItem, Attendance, Meeting, Section
from kg.model.source import Mark, Source, Span, Text

_PEOPLE = ("member", "secretary", "guest", "substitute", "absentee")
_ANY_DAY = datetime.date(2000, 1, 1)
_SAID = re.compile(r",?\s+[(–-]")
_start = attrgetter("start")
# Who was away, as the last lines of a decision: it is said of the meeting, or of the point, and decides nothing.
_ABSENCE = re.compile(
    r"^[ \t]*(?P<caption>(?:afbud|fraværende|forfald|ikke[ ]til[ ]stede)(?:[ ]fra)?[ ]?:[ \t]*)(?P<names>[^\n]*)\s*\Z",
    re.IGNORECASE | re.MULTILINE,
)


def is_marked(source: Source) -> bool:
    """Whether a source says itself where its points are."""
    return any(mark.role == "item" for mark in source.marks)


def read_marked(draft: Draft, captions: dict[str, str]) -> Meeting:
    """The meeting of a source with `item` marks; `captions` maps captions in lower case to kinds."""
    marks = draft.source.marks
    spans = [mark for mark in marks if mark.role == "item"]
    outside = [mark for mark in marks if mark.end <= spans[0].start]
    header = _header(draft, outside, spans[0].start)
    day = datetime.date.fromisoformat(header.date) if header.date else _ANY_DAY
    inside = [marks[slice(*_between(marks, span.start, span.end))] for span in spans]
    numbers = numbered([_label(draft, own) for own in inside])
    read = [_Reading(draft, day, captions, header) for _ in spans]
    every = [each.item(span, own, number) for each, span, own, number in zip(read, spans, inside, numbers, strict=True)]
    items = under(every, parents_by_label([item.label for item in every]))
    return Meeting(
        _kind(outside, items, header.date),
        header.body,
        header.date,
        header.date_at,
        header.start_time,
        header.place,
        header.attendance or _absentees(read),
        items,
        "marked",
        "marks",
    )


def numbered(labels: Sequence[str]) -> list[int]:
    """The number of each point: its label where that is a number, else its place; none of them twice."""
    numbers = [int(label) if re.fullmatch(r"\d{1,5}", label) else 0 for label in map(_bare, labels)]
    taken: set[int] = set()
    for place, number in enumerate(numbers):
        numbers[place] = 0 if number in taken else number
        taken.add(number)
    return filled(numbers)


def _between(pieces: Sequence[Mark] | Sequence[Line], start: int, end: int) -> tuple[int, int]:
    """The range of the pieces, ordered by their start, that begin from `start` on and before `end`."""
    return bisect_left(pieces, start, key=_start), bisect_left(pieces, end, key=_start)


def _bare(label: str) -> str:
    return label.strip().rstrip(".")


def _text(draft: Draft, mark: Mark) -> Text:
    return piece(draft.plain, mark.start, mark.end)


def _first(marks: Sequence[Mark], role: str) -> Mark | None:
    return next((mark for mark in marks if mark.role == role), None)


def _label(draft: Draft, marks: Sequence[Mark]) -> str:
    mark = _first(marks, "number")
    return _text(draft, mark).value if mark else ""


def _header(draft: Draft, marks: Sequence[Mark], end: int) -> Header:
    """The head's marks, and what its text says where they say nothing."""
    lines = sum(line.start < end for line in draft.lines)
    header = read_header(draft, lines)
    body, place = _first(marks, "body"), _first(marks, "place")
    date, time = _first(marks, "date"), _first(marks, "start-time")
    people = tuple(person for role in _PEOPLE for mark in marks if mark.role == role for person in _people(draft, mark))
    return Header(
        header.kind,
        _text(draft, body) if body else header.body,
        date.value if date else header.date,
        Span(date.start, date.end) if date else header.date_at,
        Text(time.value, time.start, time.end) if time else header.start_time,
        _text(draft, place) if place else header.place,
        people or header.attendance,
    )


def _people(draft: Draft, mark: Mark) -> list[Attendance]:
    """Whom a mark names; a bracket or a dash begins what is said of them."""
    people = read_people(draft.plain, mark.start, mark.end, mark.role)
    if any("(" not in person.name.value for person in people):
        return people
    said = _SAID.search(draft.plain, mark.start, mark.end)
    return [Attendance(piece(draft.plain, mark.start, said.start() if said else mark.end), mark.role)]


def _kind(marks: Sequence[Mark], items: Sequence[AgendaItem], date: str | None) -> str:
    """Minutes are what decides something at this meeting; without that, what the export says that it is."""
    decided = any(
        section.kind == "decision" and section.end > section.start and section.date in {None, date}
        for item in items
        for section in item.sections
    )
    mark = _first(marks, "kind")
    return "minutes" if decided else mark.value if mark and mark.value else "agenda"


class _Reading:
    """One point being read; keeps who was away, which its decisions end with."""

    def __init__(self, draft: Draft, day: datetime.date, captions: dict[str, str], header: Header) -> None:
        self.draft, self.day, self.captions, self.header = draft, day, captions, header
        self.absentees: list[Attendance] = []
        self._breaks = [mark for mark in draft.source.marks if mark.role == "break"]

    def item(self, span: Mark, marks: Sequence[Mark], number: int) -> AgendaItem:
        """The point of an `item` mark with the marks inside it."""
        draft = self.draft
        title, case = _first(marks, "title"), _first(marks, "case")
        name = _text(draft, title) if title else Text("", span.start, span.start)
        label = _label(draft, marks) or str(number)
        number_of = _text(draft, case) if case else None
        heads = [mark.end for mark in marks if mark.role in {"number", "title", "case", "closed"}]
        lines = range(len(draft.lines))[slice(*self._lines(max(heads, default=span.start), span.end))]
        below = is_closed_below(draft.lines[index].text for index in lines)
        if below or is_closed(name.value) or _first(marks, "closed"):
            return AgendaItem(number, label, name, (), True, None, number_of, (), (), (), span.start, span.end)
        sections = tuple(self._sections(lines))
        tables = find_tables(draft.plain, [draft.lines[index] for index in lines])
        attachments = tuple(_text(draft, mark) for mark in marks if mark.role == "attachment")
        return AgendaItem(
            number, label, name, (), False, None, number_of, sections, attachments, tables, span.start, span.end
        )

    def _lines(self, after: int, end: int) -> tuple[int, int]:
        """The lines below the one on which `after` stands, up to `end`."""
        return _between(self.draft.lines, after + 1, end)

    def _sections(self, lines: range) -> Iterator[Section]:
        for section in self._cut(lines):
            if section.kind == "absence":
                self.absentees += read_people(self.draft.plain, section.start, section.end, "absentee")
            if section.kind not in {"decision", "lead"}:
                yield section
                continue
            end = self._without_absence(section)
            if self.draft.plain[section.start : end].strip():
                yield msgspec.structs.replace(section, end=end)

    def _cut(self, lines: range) -> Iterator[Section]:
        """The sections of some lines; one ends at a break of its level, and what follows there is a `lead` again."""
        if not lines:
            return
        found = read_sections(self.draft, lines.start, lines.stop, self.day, self.captions)
        for section in found:
            breaks = self._breaks[slice(*_between(self._breaks, section.start, section.end))]
            stop = next((mark.start for mark in breaks if self._cuts(mark, section)), section.end)
            yield msgspec.structs.replace(section, end=stop)
            if stop < section.end:
                yield Section("lead", Text("", stop, stop), stop, section.end)

    def _cuts(self, mark: Mark, section: Section) -> bool:
        if not section.start < mark.start < section.end or not section.caption.value:
            return False
        place = bisect_right(self.draft.lines, section.caption.start, key=_start) - 1
        level = self.draft.level(place)
        return level >= int(mark.value) and bool(self.draft.plain[section.start : mark.start].strip())

    def _without_absence(self, section: Section) -> int:
        """Where a section ends without its line of those who were away."""
        found = _ABSENCE.search(self.draft.plain, section.start, section.end)
        if not found:
            return section.end
        self.absentees += read_people(self.draft.plain, *found.span("names"), "absentee")
        return found.start()


def _absentees(readings: Sequence[_Reading]) -> tuple[Attendance, ...]:
    """Who was away by the decisions' last lines, each once: for minutes whose head names nobody."""
    people = {person.name.value.casefold(): person for each in reversed(readings) for person in each.absentees}
    return tuple(sorted(people.values(), key=lambda person: person.name.start))
