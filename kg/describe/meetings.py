"""Which documents are of one meeting: one authority, one body, one day, and one start where the body met twice."""

import re
from collections.abc import Iterable
from functools import lru_cache

from kg.describe.context import Calendar, Sitting
from kg.describe.iris import UNKNOWN, Iris
from kg.describe.likeness import folded, match_points, points_of
from kg.describe.versions import rank_of
from kg.model.entity import Resolution
from kg.model.record import Record
from kg.resolve import spoken

_COUNCIL = "byråd"
_COUNCILS = re.compile(r"\b(?:kommunalbestyrelse|borgerrepræsentation|byråd)(?:e?ns?|ets?)?\b")
_PASSING = re.compile(r"\b(?:(?:19|20)\d\d|ekstraordinært?|møde|referat|dagsorden|fra|i|den|det|og|for|samt)\b")
_KIND_OF_BODY = re.compile(r"s?(?:udvalg|komit[eé]|kommission|nævn|råd)(?:et|en)?$")
_STEM = 4  # characters that a word has at least, to say what a body is about
_ENDING = 2  # characters by which one word may be longer: *børn*, *børne*
_HALF, _LEAST = 0.5, 0.1
_SURE = 2  # points that are alike, where the bodies' names are not


def sitting(record: Record, resolution: Resolution) -> Sitting | None:
    """When a document's meeting was; None for one without a date, of which no meeting is made."""
    meeting = record.meeting
    if not meeting.date:
        return None
    called = meeting.body.value if meeting.body else ""
    entity = resolution.get(record.authority, "body", spoken("body", called)) if called else None
    return Sitting(
        record.sha256,
        record.authority,
        entity.slug if entity else UNKNOWN,
        meeting.date,
        meeting.start_time.value if meeting.start_time else "",
        rank_of(record),
        entity.label if entity else "",
        points_of(meeting.items),
    )


def make_calendar(sittings: Iterable[Sitting], iris: Iris) -> Calendar:
    """Documents of one body, day and start are of one meeting; one without a start joins that which it is most like.

    Another start is the same meeting where half of the points are alike, and so is another name of the body that
    differs a little, or that is missing.
    """
    days: dict[tuple[str, str], list[Sitting]] = {}
    for each in sittings:
        days.setdefault((each.authority, each.date), []).append(each)
    calendar = Calendar({}, {}, {})
    for (authority, date), day in sorted(days.items()):
        bodies: dict[str, list[list[Sitting]]] = {}
        for meeting in _meetings(sorted(day, key=lambda each: each.rank)):
            bodies.setdefault(_body(meeting), []).append(meeting)
        for body, meetings in sorted(bodies.items()):
            meetings.sort(key=lambda each: (_start(each), each[0].rank))
            for place, here in enumerate(meetings, 1):
                _enter(calendar, iris.meeting(authority, body, date, place), here)
    return calendar


def _meetings(day: list[Sitting]) -> list[list[Sitting]]:
    """The documents of one day by meeting, each with the best first; `day` has the best first too.

    Those with a start come first, so that there is something to join for those without.
    """
    meetings: list[list[Sitting]] = []
    for each in sorted(day, key=lambda one: (not one.start_time, one.start_time)):
        fitting = [(_fits(each, meeting), -place) for place, meeting in enumerate(meetings)]
        best, place = max(fitting, default=(0.0, 0))
        if best:
            meetings[-place].append(each)
        else:
            meetings.append([each])
    for meeting in meetings:
        meeting.sort(key=lambda one: one.rank)
    return meetings


def _fits(each: Sitting, meeting: list[Sitting]) -> float:
    """How surely a document is of the meeting of others; 0 where it is not."""
    return max(_one_meeting(each, other) for other in meeting)


def _one_meeting(a: Sitting, b: Sitting) -> float:
    same_start = a.start_time == b.start_time
    apart = bool(a.start_time and b.start_time) and not same_start
    same_body = a.body == b.body or _plain(a.called, a.authority) == _plain(b.called, b.authority) != ()
    unknown = UNKNOWN in (a.body, b.body)
    if not (same_body or unknown or _nearly(_plain(a.called, a.authority), _plain(b.called, b.authority))):
        return 0.0
    share, count = _shared(a, b)
    half = share >= _HALF
    if same_body:
        return 0.0 if apart and not half else 1.0 + same_start + share
    if unknown:
        return share if half and count >= _SURE and not apart else 0.0
    return max(share, _LEAST) if half or (same_start and a.start_time) else 0.0


def _shared(a: Sitting, b: Sitting) -> tuple[float, int]:
    """Which share of the points of the shorter agenda stand on the other too, and how many."""
    if not a.points or not b.points:
        return 0.0, 0
    count = sum(place >= 0 for place in match_points(a.points, b.points))
    return count / min(len(a.points), len(b.points)), count


@lru_cache(maxsize=4096)
def _plain(name: str, authority: str) -> tuple[str, ...]:
    """The words of a body's name without the years of an election period and without the authority's name; one word
    for a municipality's council.
    """
    own = {word + end for word in folded(authority).split() for end in ("", "s")}
    words = _COUNCILS.sub(_COUNCIL, _PASSING.sub(" ", folded(name))).split()
    return tuple(word for word in words if word not in own)


def _nearly(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one body's name has all that the other's is about: *Parkudvalget*, *Park- og Vejudvalget*."""
    fewer, more = sorted((_subjects(a), _subjects(b)), key=len)
    return bool(fewer) and all(any(_same_subject(word, other) for other in more) for word in fewer)


def _subjects(words: tuple[str, ...]) -> list[str]:
    return [stem for word in words if len(stem := _KIND_OF_BODY.sub("", word)) >= _STEM]


def _same_subject(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return long.startswith(short) and len(long) - len(short) <= _ENDING


def _body(meeting: list[Sitting]) -> str:
    return next((each.body for each in meeting if each.body != UNKNOWN), UNKNOWN)


def _start(meeting: list[Sitting]) -> str:
    return next((each.start_time for each in meeting if each.start_time), "")


def _enter(calendar: Calendar, iri: str, here: list[Sitting]) -> None:
    """Note a meeting with its documents, the best first."""
    met = _body(here)
    calendar.documents[iri] = tuple(each.sha256 for each in here)
    calendar.meeting_of.update((each.sha256, iri) for each in here)
    calendar.bodies.update((each.sha256, (each.body, met)) for each in here if each.body != met)
