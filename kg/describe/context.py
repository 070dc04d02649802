"""What describing one document needs to know of the others."""

from collections.abc import Iterable

import msgspec

from kg.describe.iris import UNKNOWN, Iris
from kg.model.entity import Entity, Resolution
from kg.model.record import Record
from kg.profiles import Profile
from kg.resolve import spoken

_RANK = {"minutes": 0, "agenda": 1}


class Sitting(msgspec.Struct, frozen=True):
    """When and as what a document's body met; `placed` where the document says in which room or house."""

    sha256: str
    authority: str
    body: str
    date: str
    start_time: str
    kind: str
    path: str
    placed: bool = False


class Calendar(msgspec.Struct, frozen=True):
    """The meeting of each document, and the documents of each meeting, the leading one first.

    `starts` and `places` give for each meeting the best document that says when it began and where it was.
    """

    meeting_of: dict[str, str]
    documents: dict[str, tuple[str, ...]]
    starts: dict[str, str] = {}
    places: dict[str, str] = {}

    def leader(self, sha256: str) -> str:
        """The document whose single values count for this document's meeting."""
        return self.documents[self.meeting_of[sha256]][0]


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


def sitting(record: Record, resolution: Resolution) -> Sitting | None:
    """When a document's meeting was; None for one without a date, of which no meeting is made."""
    meeting = record.meeting
    if not meeting.date:
        return None
    entity = resolution.get(record.authority, "body", spoken("body", meeting.body.value)) if meeting.body else None
    return Sitting(
        record.sha256,
        record.authority,
        entity.slug if entity else UNKNOWN,
        meeting.date,
        meeting.start_time.value if meeting.start_time else "",
        meeting.kind,
        record.path,
        meeting.place is not None,
    )


def make_calendar(sittings: Iterable[Sitting], iris: Iris) -> Calendar:
    """Documents of one body, day and start are of one meeting; one without a start joins the first of the day."""
    days: dict[tuple[str, str, str], list[Sitting]] = {}
    for each in sittings:
        days.setdefault((each.authority, each.body, each.date), []).append(each)
    calendar = Calendar({}, {}, {}, {})
    for (authority, body, date), day in sorted(days.items()):
        starts = sorted({each.start_time for each in day} - {""}) or [""]
        for place, start in enumerate(starts, 1):
            iri = iris.meeting(authority, body, date, place)
            here = [each for each in day if each.start_time == start or (place == 1 and not each.start_time)]
            here.sort(key=lambda each: (_RANK.get(each.kind, 2), each.path, each.sha256))
            _enter(calendar, iri, here)
    return calendar


def _enter(calendar: Calendar, iri: str, here: list[Sitting]) -> None:
    """Note a meeting with its documents, the best first."""
    calendar.documents[iri] = tuple(each.sha256 for each in here)
    calendar.meeting_of.update((each.sha256, iri) for each in here)
    calendar.starts.update((iri, each.sha256) for each in reversed(here) if each.start_time)
    calendar.places.update((iri, each.sha256) for each in reversed(here) if each.placed)
