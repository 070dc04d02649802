"""A timeline of meetings: a column for each, as high as it has items, coloured by what those came to."""

from collections import Counter, defaultdict
from itertools import pairwise

import msgspec

from kg.messages import Say
from kg.pictures.timeline.marks import SIGNS, TONES, sign_name
from kg.pictures.timeline.place import name_lines
from kg.pictures.timeline.read import Timeline, Treatment
from kg.pictures.timeline.scale import day, scale_of, ticks
from kg.pictures.timeline.shapes import GUTTER, RIGHT, WIDTH, Bar, Drawing, Lane
from kg.pictures.timeline.words import items_of

_WIDEST = 8000
_COLUMN = (3, 16)  # pixels of a column at least and at most
_COUNTED = 11  # pixels of a column that has room for its number
_HEIGHT, _UNIT = 96, 9  # of the highest column, and of one item at most


class Meeting(msgspec.Struct, frozen=True):
    """The items of one body on one day."""

    date: str
    body: str
    name: str
    treatments: tuple[Treatment, ...]

    def tones(self) -> Counter[str]:
        """How many of its items have marks of each tone."""
        return Counter(SIGNS[sign_name(each.notations, closed=each.closed)].tone for each in self.treatments)


def meetings(timeline: Timeline) -> list[Meeting]:
    """The meetings, by date and body."""
    found: dict[tuple[str, str], list[Treatment]] = defaultdict(list)
    for each in timeline.treatments:
        found[each.date, each.body].append(each)
    names = dict(timeline.bodies)
    return [Meeting(date, body, names[body], tuple(each)) for (date, body), each in found.items()]


def draw_meetings(timeline: Timeline, say: Say) -> Drawing:
    """The drawing of a timeline of meetings."""
    every = meetings(timeline)
    width, column = _widths(every)
    scale = scale_of((each.date for each in every), GUTTER, width - RIGHT)
    most = max((len(each.treatments) for each in every), default=1)
    unit = min(_HEIGHT / most, _UNIT)
    lanes, bars, top = [], [], 6.0
    for body, name in timeline.bodies:
        mine = [(mark, each) for mark, each in enumerate(every) if each.body == body]
        line = top + 18 + unit * max(len(each.treatments) for _, each in mine)
        lanes.append(Lane(name_lines(name), top, line, line + 10))
        bars += [
            _bar(mark, each, scale.at(each.date) - column / 2, column, Lane((), top, line, line), unit, say)
            for mark, each in mine
        ]
        top = line + 10
    months = say("timeline.months").split()
    return Drawing(width, top, tuple(lanes), tuple(ticks(scale, months)), bars=tuple(bars))


def _bar(mark: int, each: Meeting, x: float, width: float, lane: Lane, unit: float, say: Say) -> Bar:
    tones, y, parts = each.tones(), lane.y, []
    for tone in TONES:
        if tones[tone]:
            y -= tones[tone] * unit
            parts.append((round(y, 1), round(tones[tone] * unit, 1), tone))
    count = len(each.treatments)
    said = say("timeline.meeting", date=each.date, body=each.name, items=items_of(count, say))
    return Bar(mark, round(x, 1), width, lane.top, lane.y, tuple(parts), said, str(count) if width >= _COUNTED else "")


def _widths(every: list[Meeting]) -> tuple[float, float]:
    """How wide the picture and each column are: so that no two columns of a body touch, if that can be."""
    days: dict[str, list[int]] = defaultdict(list)
    for each in every:
        days[each.body].append(day(each.date).toordinal())
    gaps = [after - before for mine in days.values() for before, after in pairwise(mine)]
    flat = [one for mine in days.values() for one in mine]
    span = max(flat, default=1) - min(flat, default=0) + 1
    usual = sorted(gaps)[len(gaps) // 10] if gaps else span  # a few that touch are better than a picture without end
    width = min(max(WIDTH, GUTTER + RIGHT + span / max(usual, 1) * (_COLUMN[0] + 1)), _WIDEST)
    pixels = (width - GUTTER - RIGHT) / span * 0.94 * usual
    return round(width), round(min(max(pixels - 1, _COLUMN[0]), _COLUMN[1]), 1)
