"""The lines of a timeline: from each treatment of a case to the next, from a deferral to what took it up, and on from
what is still open.
"""

from collections.abc import Iterator
from itertools import pairwise

from kg.messages import Say
from kg.pictures.timeline.place import APART, OPEN_LINE, arch_height, arch_room
from kg.pictures.timeline.read import Timeline
from kg.pictures.timeline.scale import Scale, text_width
from kg.pictures.timeline.shapes import Lane, Line, Spot
from kg.pictures.timeline.words import days_of

_MOST_TEXTS = 40  # treatments of a picture whose lines have their days written at them


def ties(timeline: Timeline, placed: list[Spot], height: dict[str, float], say: Say) -> Iterator[Line]:
    """What connects treatments: the case's history, if this is one case's, and arches from deferrals."""
    by_item = {each.treatment.item: each for each in placed if not each.treatment.quoted}
    written = len(placed) <= _MOST_TEXTS
    drawn = set()
    for spot in placed:
        for later in spot.treatment.taken:
            other = by_item.get(later.item)
            if other is not None and other is not spot:
                drawn.add((spot.mark, other.mark))
                yield _tie("taken", spot, other, height, days_of(later.days, say) if written else "")
    for one, other in pairwise(placed) if timeline.kind == "case" else ():
        if (one.mark, other.mark) not in drawn:
            days = other.treatment.since
            yield _tie("next", one, other, height, days_of(days, say))


def _tie(kind: str, one: Spot, other: Spot, height: dict[str, float], text: str) -> Line:
    start, end = ((each.x, height[each.treatment.body] - each.lift * APART) for each in (one, other))
    middle = round((start[0] + end[0]) / 2, 1)
    room = abs(end[0] - start[0]) > text_width(text, 11) + 22
    if one.treatment.body != other.treatment.body:
        path = f"M{start[0]} {start[1]}C{middle} {start[1]} {middle} {end[1]} {end[0]} {end[1]}"
        return Line(kind, path, text if room else "", middle, round((start[1] + end[1]) / 2 + 4, 1))
    if kind == "next":
        return Line(kind, f"M{start[0]} {start[1]}H{end[0]}", text if room else "", middle, start[1] - 6)
    arch = arch_height(start[0], end[0])
    top = round(min(start[1], end[1]) - arch * 4 / 3, 1)  # a curve reaches three quarters of the way to its handles
    path = f"M{start[0]} {start[1] - 8}C{start[0]} {top} {end[0]} {top} {end[0]} {end[1] - 8}"
    return Line(kind, path, text if room else "", middle, round(min(start[1], end[1]) - arch - 6, 1))


def waiting(opened: list[Spot], placed: list[Spot], lanes: dict[str, Lane], scale: Scale, say: Say) -> Iterator[Line]:
    """A line from each open loop to the last day, above everything else of its body."""
    counts = dict.fromkeys(lanes, 0)
    for spot in opened:
        body = spot.treatment.body
        lane = lanes[body]
        counts[body] += 1
        clear = arch_room([each for each in placed if each.treatment.body == body])
        y = round(lane.y - max(clear, 12) - OPEN_LINE * counts[body] + 6, 1)
        start = lane.y - spot.lift * APART - 10
        text = say("timeline.open-label", days=days_of(spot.treatment.open, say))
        yield Line("open", f"M{spot.x} {start}V{y}H{scale.right}", text, scale.right + 6, y + 4, "start")
