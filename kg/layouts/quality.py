"""What is odd about the shape of a document: said, and never a reason to leave the rest out."""

import datetime
from collections.abc import Iterator

from kg.danish.dates import weekday_of
from kg.danish.mojibake import has_marks, repair
from kg.model.minutes import Meeting
from kg.model.problem import Problem
from kg.model.source import Source

_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_NEAR = 20  # characters before a date in which its weekday stands


def find_problems(source: Source, meeting: Meeting) -> tuple[Problem, ...]:
    """No header, no points, numbers that jump, a weekday that its date was not, letters that no one word explains."""
    return (*_missing(source, meeting), *_gaps(source, meeting), *_weekday(source, meeting), *_damage(source, meeting))


def _line(source: Source, offset: int) -> int:
    return source.text.count("\n", 0, offset) + 1


def _missing(source: Source, meeting: Meeting) -> Iterator[Problem]:
    headless = meeting.date is None or meeting.body is None
    if headless and not meeting.items:
        yield Problem(source.path, 0, "no-minutes")
    elif headless:
        yield Problem(source.path, 1, "no-header")
    elif not meeting.items:
        yield Problem(source.path, 1, "no-points")


def _gaps(source: Source, meeting: Meeting) -> Iterator[Problem]:
    last = 0
    for item in meeting.items:
        for number in range(last + 1, item.number) if last else ():
            yield Problem(source.path, _line(source, item.start), "item-gap", (str(number),))
        last = item.number


def _weekday(source: Source, meeting: Meeting) -> Iterator[Problem]:
    if meeting.date is None or meeting.date_at is None:
        return
    start = meeting.date_at.start
    said = weekday_of(source.text[max(0, start - _NEAR) : meeting.date_at.end].splitlines()[-1])
    true = datetime.date.fromisoformat(meeting.date).weekday()
    if said is not None and said != true:
        yield Problem(source.path, _line(source, start), "weekday", (meeting.date, _WEEKDAYS[said], _WEEKDAYS[true]))


def _damage(source: Source, meeting: Meeting) -> Iterator[Problem]:
    for item in meeting.items:
        for text in (item.title, *item.attachments):
            if has_marks(text.value) and not repair(text.value)[1]:
                yield Problem(source.path, _line(source, text.start), "damaged-letters", (text.value,))
