"""Days to pixels, the marks of an axis of time, and where labels have room."""

import calendar
import datetime
from collections.abc import Iterable, Iterator

import msgspec

_SHORTEST = 60  # days that an axis covers at least
_YEAR_ROOM, _MONTH_ROOM = 44, 25  # pixels that the label of a year and of a month needs
_DAYS_A_YEAR = 365.25


class Scale(msgspec.Struct, frozen=True):
    """An axis from the day `first` at pixel `left` to the day `last` at pixel `right`."""

    first: datetime.date
    last: datetime.date
    left: float
    right: float

    def at(self, iso: str) -> float:
        """The pixel of a day."""
        return self.of(day(iso))

    def of(self, date: datetime.date) -> float:
        """The pixel of a day."""
        share = (date - self.first).days / (self.last - self.first).days
        return round(self.left + share * (self.right - self.left), 1)

    @property
    def year(self) -> float:
        """Pixels of a year."""
        return (self.right - self.left) / (self.last - self.first).days * _DAYS_A_YEAR


class Tick(msgspec.Struct, frozen=True):
    """A mark of the axis: a year with its number, or a month with its name; the label may be empty."""

    x: float
    label: str
    year: bool


def scale_of(isos: Iterable[str], left: float, right: float) -> Scale:
    """An axis on which all of these days have room, with a little at both ends."""
    days = [day(each) for each in isos] or [datetime.date(2000, 1, 1)]
    first, last = min(days), max(days)
    spare = max((last - first).days // 50, (_SHORTEST - (last - first).days) // 2, 7)
    return Scale(_moved(first, -spare), _moved(last, spare), left, right)


def day(iso: str) -> datetime.date:
    """A day as it is; of a month or a year the last day, for that is when it is over."""
    parts = [int(part) for part in iso.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return datetime.date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


def _moved(date: datetime.date, days: int) -> datetime.date:
    ordinal = min(max(date.toordinal() + days, datetime.date.min.toordinal()), datetime.date.max.toordinal())
    return datetime.date.fromordinal(ordinal)


def ticks(scale: Scale, months: list[str]) -> list[Tick]:
    """The beginnings of years, labelled where there is room, and of months where there is room for their names. Where
    no year begins, the first month says which year it is.
    """
    found = list(_beginnings(scale, months))
    if len(found) > 1 and not any(each.year for each in found):
        first = Tick(found[0].x, f"{found[0].label} {scale.last.year}", year=False)
        return [first, Tick(found[1].x, "", year=False), *found[2:]]
    return found


def _beginnings(scale: Scale, months: list[str]) -> Iterator[Tick]:
    step = next((each for each in (1, 2, 5, 10, 20, 50, 100) if scale.year * each >= _YEAR_ROOM), 1000)
    with_months = scale.year / 12 >= _MONTH_ROOM
    for year in range(scale.first.year, scale.last.year + 1):
        for month in range(1, 13):
            date = datetime.date(year, month, 1)
            if scale.first <= date <= scale.last and (month == 1 or with_months):
                label = months[month - 1] if month > 1 else str(year) if year % step == 0 else ""
                yield Tick(scale.of(date), label, month == 1)


class Room:
    """Places labels side by side, in the first of some levels that has room; they come from left to right."""

    def __init__(self, levels: int, apart: float = 10) -> None:
        """`apart` pixels are left between two labels."""
        self._ends = [float("-inf")] * levels
        self._apart = apart

    def place(self, left: float, right: float) -> int | None:
        """The level (from 0) that has room between two pixels, which is taken by that; None where none has."""
        for level, end in enumerate(self._ends):
            if left >= end + self._apart:
                self._ends[level] = right
                return level
        return None


def text_width(text: str, size: float = 12) -> float:
    """About how many pixels a text is wide (an upper estimate for the common sans-serif fonts)."""
    return round(len(text) * size * 0.56, 1)


def shortened_label(text: str, most: int) -> str:
    """A label of at most so many characters."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
