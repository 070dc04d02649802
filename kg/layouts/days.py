"""The day that a line of a header gives: Danish, or as a site's own language orders it (*Onsdag, April 3, 2019*)."""

import datetime
import re

from kg.danish.almanac import MONTHS
from kg.danish.dates import find_dates
from kg.model.source import Span

_ENGLISH = {"january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "october": 10}
_MONTHS = MONTHS | _ENGLISH
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.? (?P<day>\d{{1,2}}),? (?P<year>20\d\d)\b", re.I
)


_ANY_DAY = datetime.date(2000, 1, 1)
_GUESSED = frozenset(("day-month", "day-inferred", "range-end"))


def first_day(plain: str, start: int, end: int) -> tuple[str, Span] | None:
    """The first day in `plain[start:end]` that is written with its year."""
    for found in find_dates(plain, _ANY_DAY, start, end):
        if found.precision == "day" and found.rule not in _GUESSED:
            return found.iso, Span(found.start, found.end)
    return _month_first(plain, start, end)


def _month_first(plain: str, start: int, end: int) -> tuple[str, Span] | None:
    """The first day in `plain[start:end]` whose month stands before it."""
    for found in _MONTH_FIRST.finditer(plain, start, end):
        try:
            day = datetime.date(int(found["year"]), _MONTHS[found["month"].lower()], int(found["day"]))
        except ValueError:
            continue
        return day.isoformat(), Span(*found.span())
    return None
