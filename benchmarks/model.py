"""What an invented municipality is made of."""

from datetime import date, timedelta

import msgspec

from benchmarks.words import Subject


class Person(msgspec.Struct, frozen=True):
    """Someone; `names` are all the ways in which the minutes may write them, the full name first."""

    names: tuple[str, ...]

    @property
    def full(self) -> str:
        """First and last names."""
        return self.names[0]


class Centre(msgspec.Struct, frozen=True):
    """A unit with its head; `short` is empty where it has no abbreviation."""

    name: str
    short: str
    names: tuple[str, ...]
    head: Person


class Body(msgspec.Struct, frozen=True):
    """What meets: `members` are directors on the executive board, heads or politicians elsewhere."""

    name: str
    names: tuple[str, ...]
    slug: str
    members: tuple[Person, ...]


class Decision(msgspec.Struct, frozen=True):
    """What a body decided, and what the words of it must be understood as (notations of outcomes)."""

    lines: tuple[str, ...]
    required: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    referred: tuple[tuple[str, ...], ...] = ()
    parts: int = 0
    follow_up: Centre | None = None


class Step(msgspec.Struct, frozen=True):
    """One treatment of a case, at the sitting with this index."""

    sitting: int
    decision: Decision


class Case(msgspec.Struct, frozen=True):
    """A case number with a subject, the centre that drives it, and its treatments in order of time."""

    number: str
    title: str
    subject: Subject
    centre: Centre
    steps: tuple[Step, ...]


class Entry(msgspec.Struct, frozen=True):
    """A line of an agenda: `kind` is `economy`, `other`, `seminar`, `reminders`, `closed` or `case`."""

    kind: str
    title: str
    number: str
    case: Case | None = None
    step: int = 0


class Sitting(msgspec.Struct, frozen=True):
    """One meeting: its file, its body, when and where. The items of the agenda are numbered from 1 in this order."""

    file: str
    body: Body
    day: date
    time: str
    place: str
    agenda: tuple[Entry, ...]


class Municipality(msgspec.Struct, frozen=True):
    """All that the documents of one municipality share."""

    name: str
    start: date
    bodies: tuple[Body, ...]
    centres: tuple[Centre, ...]
    directors: tuple[Person, ...]
    secretary: Person
    sittings: tuple[Sitting, ...] = ()

    def body(self, sitting: int) -> Body:
        """The body that meets at the sitting with this index: the bodies take turns."""
        return self.bodies[sitting % len(self.bodies)]

    def day(self, sitting: int) -> date:
        """The date of the sitting with this index, also before the first and after the last."""
        turn, body = divmod(sitting, len(self.bodies))
        return self.start + timedelta(days=14 * turn + body)

    def place_of(self, case: Case, step: int) -> tuple[str, int]:
        """The file name and the item number of a treatment of a case."""
        sitting = self.sittings[case.steps[step].sitting]
        return sitting.file, next(n for n, e in enumerate(sitting.agenda, 1) if e.case is case and e.step == step)
