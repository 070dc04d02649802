"""Which items of a further document of a meeting are those that the documents before it have."""

from typing import TypeVar

import msgspec
from rapidfuzz import fuzz

from kg.model.finding import Amount, Decision, Findings, Recommendation, Task
from kg.model.minutes import AgendaItem
from kg.model.record import Record

ALIKE = 85.0
_Found = TypeVar("_Found", Task, Amount, Decision, Recommendation)


class Alignment(msgspec.Struct, frozen=True):
    """The IRI of each item, and for items that the leading document has too, the index there; -1 where it has none.

    Numbered things below an item (tasks, sums, attachments) map to the place of their equal in the leading document.
    """

    items: tuple[str, ...]
    leading: tuple[int, ...]
    attachments: dict[tuple[int, int], tuple[int, bool]] = {}
    tasks: dict[int, tuple[int, bool]] = {}
    amounts: dict[int, tuple[int, bool]] = {}


class Merged(msgspec.Struct, frozen=True):
    """The documents of a meeting so far, as one: the leading one with what the others add; `items` are their IRIs."""

    record: Record
    items: tuple[str, ...]


def align(record: Record, meeting: str, before: Merged | None) -> Alignment:
    """Align a document with those before it in its meeting; without any it leads itself."""
    leader = before.record if before else None
    leading = _matches(record.meeting.items, leader.meeting.items if leader else ())
    taken = set(before.items) if before else set()
    names: list[str] = []
    for item, place in zip(record.meeting.items, leading, strict=True):
        name = before.items[place] if before and place >= 0 else _free(f"{meeting}/item/{item.number}", taken)
        taken.add(name)
        names.append(name)
    return Alignment(tuple(names), leading, *_below(record, leader, leading))


def merge(before: Merged | None, record: Record, alignment: Alignment) -> Merged:
    """The documents so far with what one more adds: items, and under known items what those lack."""
    if before is None:
        return Merged(record, alignment.items)
    items, names, index_of = list(before.record.meeting.items), list(before.items), list(alignment.leading)
    for index, item in enumerate(record.meeting.items):
        place = alignment.leading[index]
        if place < 0:
            index_of[index] = len(items)
            items.append(item)
            names.append(alignment.items[index])
        else:
            new = [text for k, text in enumerate(item.attachments) if not alignment.attachments[index, k][1]]
            attachments = (*items[place].attachments, *new)
            items[place] = msgspec.structs.replace(items[place], attachments=attachments)
    findings = _merged_findings(before.record.findings, record.findings, alignment, index_of)
    meeting = msgspec.structs.replace(before.record.meeting, items=tuple(items))
    return Merged(msgspec.structs.replace(before.record, meeting=meeting, findings=findings), tuple(names))


def _merged_findings(own: Findings, more: Findings, alignment: Alignment, index_of: list[int]) -> Findings:
    """The numbered things and texts that a further document adds, under the items of the documents before it."""

    def moved(found: _Found) -> _Found:
        return msgspec.structs.replace(found, item=index_of[found.item])

    decided = {(each.item, each.date) for each in own.decisions}
    recommended = {each.item for each in own.recommendations}
    decisions = [moved(each) for each in more.decisions if (index_of[each.item], each.date) not in decided]
    recommendations = [moved(each) for each in more.recommendations if index_of[each.item] not in recommended]
    return msgspec.structs.replace(
        own,
        tasks=(*own.tasks, *(moved(each) for k, each in enumerate(more.tasks) if not alignment.tasks[k][1])),
        amounts=(*own.amounts, *(moved(each) for k, each in enumerate(more.amounts) if not alignment.amounts[k][1])),
        decisions=(*own.decisions, *decisions),
        recommendations=(*own.recommendations, *recommendations),
    )


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
