"""Which items of a second document of a meeting are those of the leading one."""

import msgspec
from rapidfuzz import fuzz

from kg.model.finding import Findings
from kg.model.minutes import AgendaItem
from kg.model.record import Record

ALIKE = 85.0


class Alignment(msgspec.Struct, frozen=True):
    """The IRI of each item, and for items that the leading document has too, the index there; -1 where it has none.

    Numbered things below an item (tasks, sums, attachments) map to the place of their equal in the leading document.
    """

    items: tuple[str, ...]
    leading: tuple[int, ...]
    attachments: dict[tuple[int, int], tuple[int, bool]] = {}
    tasks: dict[int, tuple[int, bool]] = {}
    amounts: dict[int, tuple[int, bool]] = {}


def align(record: Record, meeting: str, leader: Record | None) -> Alignment:
    """Align a document with the leading one of its meeting; without one it leads itself."""
    own = record.meeting.items
    leading = _matches(own, leader.meeting.items if leader else ())
    taken: set[str] = {f"{item.number}" for item in leader.meeting.items} if leader else set()
    names: list[str] = []
    for item, place in zip(own, leading, strict=True):
        name = f"{leader.meeting.items[place].number}" if leader and place >= 0 else _free(f"{item.number}", taken)
        taken.add(name)
        names.append(f"{meeting}/item/{name}")
    return Alignment(tuple(names), leading, *_below(record, leader, leading))


def _matches(own: tuple[AgendaItem, ...], others: tuple[AgendaItem, ...]) -> tuple[int, ...]:
    """For each item its equal among others, each once: by number and title, then open ones by title alone; else -1."""
    found = [-1] * len(own)
    for by_number in (True, False):
        for index, item in enumerate(own):
            if found[index] < 0 and (by_number or not item.closed):
                found[index] = next(
                    (
                        place
                        for place, other in enumerate(others)
                        if place not in found and _is_one(item, other, by_number=by_number)
                    ),
                    -1,
                )
    return tuple(found)


def _is_one(item: AgendaItem, other: AgendaItem, *, by_number: bool) -> bool:
    if item.closed != other.closed or (by_number and item.number != other.number):
        return False
    return _alike(item.title.value, other.title.value)


def _alike(a: str, b: str) -> bool:
    return fuzz.ratio(a.casefold(), b.casefold()) >= ALIKE


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free


_Places = dict[int, tuple[int, bool]]


def _below(
    record: Record, leader: Record | None, leading: tuple[int, ...]
) -> tuple[dict[tuple[int, int], tuple[int, bool]], _Places, _Places]:
    """Places (from 1) of attachments, tasks and sums under their items, and whether the leading document has them."""
    attachments: dict[tuple[int, int], tuple[int, bool]] = {}
    for index, item in enumerate(record.meeting.items):
        theirs = (
            [text.value for text in leader.meeting.items[leading[index]].attachments]
            if leader and leading[index] >= 0
            else []
        )
        places = _places([text.value for text in item.attachments], theirs)
        attachments.update(((index, number), place) for number, place in enumerate(places))
    tasks = _numbered(record.findings, leader.findings if leader else None, leading, "tasks")
    amounts = _numbered(record.findings, leader.findings if leader else None, leading, "amounts")
    return attachments, tasks, amounts


def _numbered(own: Findings, theirs: Findings | None, leading: tuple[int, ...], what: str) -> _Places:
    places: _Places = {}
    for index, lead in enumerate(leading):
        mine = [(number, _said(each)) for number, each in enumerate(getattr(own, what)) if each.item == index]
        other = [_said(each) for each in getattr(theirs, what) if each.item == lead] if theirs and lead >= 0 else []
        found = _places([said for _, said in mine], other)
        places.update((number, place) for (number, _), place in zip(mine, found, strict=True))
    return places


def _said(each: object) -> str:
    return getattr(each, "title", "") or f"{getattr(each, 'value', '')} {getattr(each, 'as_written', '')}"


def _places(own: list[str], theirs: list[str]) -> list[tuple[int, bool]]:
    left = dict(enumerate(theirs, 1))
    following = len(theirs)
    places = []
    for said in own:
        match = next((place for place, other in left.items() if _alike(said, other)), 0)
        if match:
            del left[match]
            places.append((match, True))
        else:
            following += 1
            places.append((following, False))
    return places
