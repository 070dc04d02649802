"""Timeline to Drawing: where everything stands, in pixels. A template makes SVG of it."""

from kg.messages import Say
from kg.pictures.timeline.bars import draw_meetings
from kg.pictures.timeline.lines import ties, waiting
from kg.pictures.timeline.place import dots, flags, lanes, promises_due, spots
from kg.pictures.timeline.read import Timeline
from kg.pictures.timeline.scale import scale_of, ticks
from kg.pictures.timeline.shapes import GUTTER, RIGHT, RIGHT_OPEN, WIDTH, Drawing

_MOST_OPEN = 4  # open loops that get a line of their own; of more only the marks say it


def draw(timeline: Timeline, say: Say) -> Drawing:
    """The drawing of a timeline."""
    return draw_meetings(timeline, say) if timeline.kind == "meetings" else _draw_treatments(timeline, say)


def _draw_treatments(timeline: Timeline, say: Say) -> Drawing:
    opened = [each for each in timeline.treatments if each.open is not None]
    named = len(opened) <= _MOST_OPEN
    due = promises_due(timeline) if timeline.kind == "case" else []
    days = [each.date for each in timeline.treatments] + [each.promise.due for each in due]
    right = WIDTH - (RIGHT_OPEN if opened and named else RIGHT)
    scale = scale_of(days + ([timeline.until] if opened else []), GUTTER, right)
    placed = spots(timeline, scale)
    lines_of = [each for each in placed if named and each.treatment.open is not None]
    stripes = lanes(timeline, placed, lines_of)
    by_body = {body: lane for (body, _), lane in zip(timeline.bodies, stripes, strict=True)}
    height = {body: lane.y for body, lane in by_body.items()}
    bottom = stripes[-1].bottom if stripes else 0.0
    flagged, lane = flags(due, scale, bottom, say)
    return Drawing(
        WIDTH,
        (lane.bottom if lane else bottom) + 4,
        stripes,
        tuple(ticks(scale, say("timeline.months").split())),
        tuple(dots(placed, height, say)),
        (*ties(timeline, placed, height, say), *waiting(lines_of, placed, by_body, scale, say)),
        flags=tuple(flagged),
        due=lane,
    )
