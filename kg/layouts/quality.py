"""What is odd about the shape of a document: said, and never a reason to leave the rest out."""

import datetime
import re
from collections.abc import Iterator, Sequence

from kg.danish.dates import find_dates, weekday_of
from kg.danish.mojibake import has_marks, repair
from kg.layouts.contents import Contents, titles
from kg.layouts.listed import unanswered
from kg.layouts.points import Point
from kg.model.minutes import Meeting
from kg.model.problem import Problem
from kg.model.source import Source

_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_HEADER = 40  # lines
_LIST = 2  # entries that make a contents list


def find_problems(source: Source, meeting: Meeting, contents: Contents, points: Sequence[Point]) -> tuple[Problem, ...]:
    """No header, no points, numbers that jump, points that are not those of the contents list, a weekday that its date
    was not, letters that no one word explains. `points` are the headings of the meeting's items.
    """
    return (
        *_missing(source, meeting),
        *_gaps(source, meeting),
        *_contents(source, contents, points),
        *_weekday(source, meeting),
        *_damage(source, meeting),
    )


def _line(source: Source, offset: int) -> int:
    return source.text.count("\n", 0, offset) + 1


def _missing(source: Source, meeting: Meeting) -> Iterator[Problem]:
    headless = meeting.date is None or meeting.body is None
    if headless and meeting.layout == "none":
        yield Problem(source.path, 0, "no-minutes")
    elif headless:
        yield Problem(source.path, 1, "no-header")
    elif meeting.layout == "none":
        yield Problem(source.path, 1, "no-points")


def _gaps(source: Source, meeting: Meeting) -> Iterator[Problem]:
    last = 0
    for item in meeting.items:
        if item.parent is not None:
            continue
        written = re.match(r"\d{1,5}", item.label)  # 2 of 2a, whatever number it counts by
        current = int(written[0]) if written else item.number
        for number in range(last + 1, current) if last else ():
            yield Problem(source.path, _line(source, item.start), "item-gap", (str(number),))
        last = current


def _contents(source: Source, contents: Contents, points: Sequence[Point]) -> Iterator[Problem]:
    """What the contents list and the headings say each without the other."""
    if len(contents.entries) < _LIST:
        return
    points = [point for point in points if not point.below]
    listed, lacking = unanswered(titles(contents.entries), [point.title.value for point in points])
    for key, missing in (
        ("contents-only", [contents.entries[place].title for place in listed]),
        ("not-in-contents", [points[place].title for place in lacking]),
    ):
        for title in missing:
            yield Problem(source.path, _line(source, title.start), key, (title.value,))


def _weekday(source: Source, meeting: Meeting) -> Iterator[Problem]:
    """The header's line that gives the meeting's date with a weekday, where that is another than the date's."""
    if meeting.date is None:
        return
    day = datetime.date.fromisoformat(meeting.date)
    first = meeting.items[0].start if meeting.items else len(source.text)
    for number, line in enumerate(source.text[:first].split("\n")[:_HEADER], 1):
        said = weekday_of(line)
        if said not in {None, day.weekday()} and any(each.iso == meeting.date for each in find_dates(line, day)):
            yield Problem(
                source.path, number, "weekday", (meeting.date, _WEEKDAYS[said or 0], _WEEKDAYS[day.weekday()])
            )
            return


def _damage(source: Source, meeting: Meeting) -> Iterator[Problem]:
    for item in meeting.items:
        for text in (item.title, *item.attachments):
            if has_marks(text.value) and not repair(text.value)[1]:
                yield Problem(source.path, _line(source, text.start), "damaged-letters", (text.value,))
