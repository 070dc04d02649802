"""The shape of a meeting's minutes, before anything is understood of what they say."""

import msgspec

from kg.model.source import Span, Text


class Attendance(msgspec.Struct, frozen=True):
    """One person at, or away from, a meeting.

    `role` is one of `member`, `secretary`, `guest`, `absentee`, `substitute`; `party` is its letter or list where the
    minutes give it.
    """

    name: Text
    role: str
    party: str = ""


class Section(msgspec.Struct, frozen=True):
    """A captioned stretch of an item; `start`:`end` is its body without the caption.

    `kind` is a caption's meaning (`decision`, `recommendation`, `background`, ...); text before the first caption is
    `lead`. For a decision, `body` and `date` (ISO) are what the caption names.
    """

    kind: str
    caption: Text
    start: int
    end: int
    body: Text | None = None
    date: str | None = None


class Table(msgspec.Struct, frozen=True):
    """A table of tab- or pipe-separated lines: rows of cells; an empty cell has an empty value."""

    rows: tuple[tuple[Text, ...], ...]
    start: int
    end: int


class AgendaItem(msgspec.Struct, frozen=True):
    """One numbered point. A closed item (*Lukket*) keeps number, title, case and page only.

    `parent` is the index of the item that this one is a sub-point of.
    """

    number: int
    label: str
    title: Text
    alternatives: tuple[Text, ...]
    closed: bool
    page: int | None
    case: Text | None
    sections: tuple[Section, ...]
    attachments: tuple[Text, ...]
    tables: tuple[Table, ...]
    start: int
    end: int
    parent: int | None = None

    def shut(self) -> "AgendaItem":
        """The item as it is when closed."""
        return msgspec.structs.replace(self, closed=True, alternatives=(), sections=(), attachments=(), tables=())


class Fit(msgspec.Struct, frozen=True):
    """What one way of numbering points was worth for a document: how many headings it found, and their worth."""

    layout: str
    points: int
    worth: float


class Meeting(msgspec.Struct, frozen=True):
    """One document's meeting. Dates are ISO; `start_time` is `HH:MM`; `kind` is `minutes` or `agenda`.

    `layout` is the way in which its points are numbered, the best of `fits`; `header` where body and day stand:
    `fields`, `title`, `lines`, or empty.
    """

    kind: str
    body: Text | None
    date: str | None
    date_at: Span | None
    start_time: Text | None
    place: Text | None
    attendance: tuple[Attendance, ...]
    items: tuple[AgendaItem, ...]
    layout: str
    header: str = ""
    fits: tuple[Fit, ...] = ()
