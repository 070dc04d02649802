"""Where the treatments of a timeline stand: side by side by their days, above each other where they would touch."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.messages import Say
from kg.pictures.timeline.marks import SIGNS, sign_name
from kg.pictures.timeline.read import Timeline, Treatment
from kg.pictures.timeline.scale import Room, Scale, shortened_label, text_width
from kg.pictures.timeline.shapes import GUTTER, WIDTH, Dot, Due, Flag, Lane, Spot
from kg.pictures.timeline.words import days_of

APART = 18  # between the middles of two marks
_LABEL, _MOST_LABELLED = 26, 40  # characters of a label; treatments that a picture with labels has
_LEVELS, LEVEL = 3, 30  # of labels, and their height
ARCH = (20, 50)  # how high the arch between two treatments of one body is
OPEN_LINE = 17  # between the lines of open loops
_FLAG_LEVEL = 17
_NAME = 21  # characters in a line of a body's name


def spots(timeline: Timeline, scale: Scale) -> list[Spot]:
    """Every treatment with its pixel, lifted above those of its body that it would touch, and its label if any."""
    found = [Spot(mark, each, scale.at(each.date)) for mark, each in enumerate(timeline.treatments)]
    labelled = len(found) <= _MOST_LABELLED
    for body, _ in timeline.bodies:
        stacked, room = Room(len(found), 0), Room(_LEVELS)
        for spot in (each for each in found if each.treatment.body == body):
            spot.lift = stacked.place(spot.x - APART / 2, spot.x + APART / 2) or 0
            if labelled:
                _label(spot, room)
    return found


def _label(spot: Spot, room: Room) -> None:
    text = shortened_label(", ".join(spot.treatment.shown.outcomes), _LABEL)
    if not text and spot.lift:
        return
    half = max(text_width(text), text_width(spot.treatment.date, 11)) / 2
    middle = min(max(spot.x, GUTTER + half - 30), WIDTH - half - 4)
    level = room.place(middle - half, middle + half)
    if level is not None:
        spot.label, spot.label_x, spot.level = text or "–", round(middle, 1), level


def lanes(timeline: Timeline, placed: list[Spot], waiting: Iterable[Spot]) -> tuple[Lane, ...]:
    """A lane for each body, with room for its stacks, arches, labels and the lines of its open loops."""
    mine = defaultdict(list)
    for spot in placed:
        mine[spot.treatment.body].append(spot)
    opened = [each.treatment.body for each in waiting]
    found, top = [], 8.0
    for body, name in timeline.bodies:
        stack = max(each.lift for each in mine[body]) * APART
        above = max(stack + 14, arch_room(mine[body]) + OPEN_LINE * opened.count(body), 22) + 6
        levels = [each.level for each in mine[body] if each.label]
        below = LEVEL * (max(levels) + 1) + 18 if levels else 18
        found.append(Lane(name_lines(name), top, top + above, top + above + below))
        top += above + below
    return tuple(found)


def arch_room(mine: list[Spot]) -> float:
    """How far the arches between these treatments of one body reach above its line, with their texts."""
    by_item = {each.treatment.item: each for each in mine}
    reach = [
        arch_height(each.x, by_item[later.item].x)
        for each in mine
        for later in each.treatment.taken
        if later.item in by_item
    ]
    return max(reach, default=0) + (18 if reach else 0)


def arch_height(one: float, other: float) -> float:
    """The height of an arch between two pixels of one line."""
    return min(max(14 + abs(other - one) / 10, ARCH[0]), ARCH[1])


def name_lines(name: str) -> tuple[str, ...]:
    """A body's name in one or two lines, and its authority, where that is said too, in one of its own."""
    head, found, authority = name.rpartition(" (")
    if found and len(name) > _NAME:
        return (*name_lines(head), shortened_label(f"({authority}", _NAME))
    if len(name) <= _NAME:
        return (name,)
    first = name[:_NAME].rsplit(None, 1)[0].rstrip(" -") if " " in name[:_NAME] else name[:_NAME]
    return (first, shortened_label(name[len(first) :], _NAME))


def dots(placed: list[Spot], height: dict[str, float], say: Say) -> Iterator[Dot]:
    """The marks of the treatments; `height` is that of each body's line."""
    for spot in placed:
        each, line = spot.treatment, height[spot.treatment.body]
        yield Dot(
            spot.mark, spot.x, line - spot.lift * APART, SIGNS[sign_name(each.notations, closed=each.closed)],
            said_of(each, say), each.open is not None, spot.label, each.date, spot.label_x,
            line + 25 + spot.level * LEVEL,
        )  # fmt: skip


def said_of(each: Treatment, say: Say) -> str:
    """A treatment in a few words, for those who hear the picture."""
    outcomes = ", ".join(each.shown.outcomes) or say("timeline.no-outcome")
    waiting = "" if each.open is None else f". {say('timeline.open', days=days_of(each.open, say))}"
    return f"{each.date}, {each.shown.body}: {shortened_label(each.shown.title, 120)}. {outcomes}{waiting}"


def promises_due(timeline: Timeline) -> list[Due]:
    """The promises that have a due day, by it; they can be chosen after the treatments."""
    found = [(task.due, each, task) for each in timeline.treatments for task in each.promises if task.due]
    found.sort(key=lambda one: one[0])
    first = len(timeline.treatments)
    return [Due(first + place, each, task) for place, (_, each, task) in enumerate(found)]


def flags(due: list[Due], scale: Scale, top: float, say: Say) -> tuple[list[Flag], Lane | None]:
    """The flags of the promises in a lane of their own below `top`; None where there are none."""
    if not due:
        return [], None
    xs = [scale.at(each.promise.due) for each in due]
    stacked, room = Room(len(due), 0), Room(_LEVELS)
    lifts = [stacked.place(x - 7, x + 7) or 0 for x in xs]
    line = top + 30 + 16 * max(lifts)
    found, lowest = [], 0
    for each, x, lift in zip(due, xs, lifts, strict=True):
        text = shortened_label(each.promise.title, _LABEL)
        level = room.place(x, min(x + text_width(text), WIDTH)) if x + text_width(text) < WIDTH else None
        lowest = max(lowest, -1 if level is None else level)
        said = say("timeline.flag", due=each.promise.due, title=each.promise.title, status=each.promise.status)
        label_y = line + 16 + (level or 0) * _FLAG_LEVEL
        found.append(
            Flag(each.mark, x, line - 16 * lift, each.promise.state, said, "" if level is None else text, label_y)
        )
    return found, Lane(name_lines(say("timeline.due")), top, line, line + 14 + _FLAG_LEVEL * (lowest + 1))
