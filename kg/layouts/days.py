"""The day that a line of a header gives: Danish, or as a site's own language orders it (*Onsdag, April 3, 2019*)."""

import datetime
import re

from kg.danish.almanac import MONTHS
from kg.danish.dates import find_dates
from kg.layouts.draft import Draft
from kg.model.source import Span

_ENGLISH = {"january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "october": 10}
_MONTHS = MONTHS | _ENGLISH
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.? (?P<day>\d{{1,2}}),? (?P<year>20\d\d)\b", re.I
)
# "8/29/2024 4:00:00 PM", as a server in another language writes it.
_AMERICAN = re.compile(r"\b(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>20\d\d) \d{1,2}:\d\d(?::\d\d)? ?[AP]M\b")
# The first point often says whose agenda it approves: "Godkendelse af dagsorden for mødet den 3. maj 2023".
_APPROVED = re.compile(r"\s*(?:[•·]\s*)?(?:\d{1,4}\.?\s+)?godkendelse af (?:åben |den åbne )?dagsorden(?:en)?\b", re.I)
_NEAR = 8  # lines
_ANY_DAY = datetime.date(2000, 1, 1)
_GUESSED = frozenset(("day-month", "day-inferred", "range-end"))


def first_day(plain: str, start: int, end: int) -> tuple[str, Span] | None:
    """The first day in `plain[start:end]` that is written with its year."""
    american = _iso(_AMERICAN.search(plain, start, end))
    if american:
        return american
    for found in find_dates(plain, _ANY_DAY, start, end):
        if found.precision == "day" and found.rule not in _GUESSED:
            return found.iso, Span(found.start, found.end)
    return _month_first(plain, start, end)


def agenda_day(draft: Draft, first: int) -> str | None:
    """The day of the meeting whose agenda the first point, which begins at line `first`, approves."""
    for line in draft.lines[first : first + _NEAR]:
        found = _APPROVED.match(line.text)
        day = first_day(draft.plain, line.start + found.end(), line.end) if found else None
        if day:
            return day[0]
    return None


def _month_first(plain: str, start: int, end: int) -> tuple[str, Span] | None:
    """The first day in `plain[start:end]` whose month stands before it."""
    return next((day for found in _MONTH_FIRST.finditer(plain, start, end) if (day := _iso(found))), None)


def _iso(found: re.Match[str] | None) -> tuple[str, Span] | None:
    """The day of a match with `year`, `month` (a number or a name) and `day`; None where the calendar has none."""
    if found is None:
        return None
    month = found["month"].lower()
    try:
        day = datetime.date(int(found["year"]), int(month) if month.isdigit() else _MONTHS[month], int(found["day"]))
    except ValueError:
        return None
    return day.isoformat(), Span(*found.span())
