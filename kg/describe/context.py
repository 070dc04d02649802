"""What describing one document needs to know of the others."""

import msgspec

from kg.describe.iris import UNKNOWN, Iris
from kg.describe.likeness import Point
from kg.describe.versions import Rank
from kg.model.entity import Entity, Resolution
from kg.model.record import Record
from kg.profiles import Profile
from kg.resolve import spoken


class Sitting(msgspec.Struct, frozen=True):
    """When and as what a document's body met.

    `rank` puts the documents of a meeting in order, the best first; `called` is the body's name as written, `points`
    are what was on the agenda.
    """

    sha256: str
    authority: str
    body: str
    date: str
    start_time: str
    rank: Rank
    called: str = ""
    points: tuple[Point, ...] = ()


class Calendar(msgspec.Struct, frozen=True):
    """The meeting of each document, and the documents of each meeting, the leading one first.

    `bodies` has, for a document that calls the body of its meeting otherwise, the slug that it would have and that it
    has.
    """

    meeting_of: dict[str, str]
    documents: dict[str, tuple[str, ...]]
    bodies: dict[str, tuple[str, str]] = {}

    def place_of(self, sha256: str) -> int:
        """The place of a document among those of its meeting; the best is 0."""
        return self.documents[self.meeting_of[sha256]].index(sha256)


class Context(msgspec.Struct, frozen=True):
    """The whole corpus as far as one document's facts depend on it.

    `decisions` maps (authority, body, date, case) to the one node; `themes` notations to IRIs; `profiles` is by
    authority.
    """

    iris: Iris
    resolution: Resolution
    calendar: Calendar
    decisions: dict[tuple[str, str, str, str], str]
    themes: dict[str, str]
    profiles: dict[str, Profile] = {}

    def agent(self, authority: str, kind: str, name: str) -> Entity | None:
        """The agent that a name means in the minutes of `authority`."""
        return self.resolution.get(authority, kind, spoken(kind, name))

    def body(self, record: Record, name: str) -> tuple[str, bool]:
        """The slug of a body that a document names, and whether it is known; what met is the body of its meeting."""
        entity = self.agent(record.authority, "body", name) if name else None
        slug = entity.slug if entity else UNKNOWN
        own, met = self.calendar.bodies.get(record.sha256, (slug, slug))
        return (met, met != UNKNOWN) if slug == own else (slug, entity is not None)
