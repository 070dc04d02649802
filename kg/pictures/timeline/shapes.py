"""What a picture of a timeline is made of, in pixels."""

import msgspec

from kg.pictures.timeline.marks import Sign
from kg.pictures.timeline.read import Promise, Treatment
from kg.pictures.timeline.scale import Tick

WIDTH = 1260
GUTTER = 170  # at the left, for the names of the lanes
RIGHT, RIGHT_OPEN = 44, 150  # after the last day; where open loops are named there


class Lane(msgspec.Struct, frozen=True):
    """A body's stripe from `top` to `bottom`, with its marks at `y`; `name` has its lines."""

    name: tuple[str, ...]
    top: float
    y: float
    bottom: float


class Dot(msgspec.Struct, frozen=True):
    """A treatment. `mark` is its number among all that can be chosen; `label`, if any, stands in the middle of
    `label_x`, above its `date`.
    """

    mark: int
    x: float
    y: float
    sign: Sign
    said: str
    open: bool = False
    label: str = ""
    date: str = ""
    label_x: float = 0
    label_y: float = 0


class Line(msgspec.Struct, frozen=True):
    """A line of one of the kinds `next` (the case's next treatment), `taken` (what took up a deferral) or `open`."""

    kind: str
    path: str
    text: str = ""
    x: float = 0
    y: float = 0
    anchor: str = "middle"


class Bar(msgspec.Struct, frozen=True):
    """A meeting: parts of (y, height, tone), the lowest first. What can be clicked reaches from `top` to `bottom`."""

    mark: int
    x: float
    width: float
    top: float
    bottom: float
    parts: tuple[tuple[float, float, str], ...]
    said: str
    label: str = ""

    @property
    def peak(self) -> float:
        """The top of what is drawn."""
        return min((y for y, _, _ in self.parts), default=self.bottom)


class Flag(msgspec.Struct, frozen=True):
    """The day on which a promise is due; `state` is the promise's."""

    mark: int
    x: float
    y: float
    state: str
    said: str
    label: str = ""
    label_y: float = 0


class Drawing(msgspec.Struct, frozen=True):
    """The whole picture. The axis is at the height `axis`; `due` is the lane of the flags, where there are any."""

    width: float
    axis: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    dots: tuple[Dot, ...] = ()
    lines: tuple[Line, ...] = ()
    bars: tuple[Bar, ...] = ()
    flags: tuple[Flag, ...] = ()
    due: Lane | None = None

    @property
    def height(self) -> float:
        """The height of the picture: below the axis stand its labels."""
        return self.axis + 26

    @property
    def stripes(self) -> tuple[Lane, ...]:
        """All lanes, that of the flags last."""
        return self.lanes if self.due is None else (*self.lanes, self.due)


class Spot(msgspec.Struct):
    """A treatment on its way to being drawn: how many marks it stands above the line of its body, its label, and on
    which level below the line that stands.
    """

    mark: int
    treatment: Treatment
    x: float
    lift: int = 0
    label: str = ""
    label_x: float = 0
    level: int = 0


class Due(msgspec.Struct, frozen=True):
    """A promise with a due day, and its number among all that can be chosen."""

    mark: int
    treatment: Treatment
    promise: Promise
