"""Which items, and things below them, of a further document of a meeting are those that the ones before it have."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from kg.describe.context import Context
from kg.describe.likeness import match_points, match_sums, match_texts, match_titles, points_of
from kg.model.finding import Amount, Decision, Findings, Recommendation, Task
from kg.model.minutes import AgendaItem, Attendance, Meeting
from kg.model.record import Record

_Found = TypeVar("_Found", Task, Amount, Decision, Recommendation)
Places = dict[int, tuple[int, bool]]


class Alignment(msgspec.Struct, frozen=True):
    """The IRI of each item, and for items that the documents before have too, the index there; -1 where they do not.

    Numbered things below an item (tasks, sums, attachments) map to their place, from 1, and whether the documents
    before have them. `shut` are the items that another document closes, and not this one.
    """

    items: tuple[str, ...]
    leading: tuple[int, ...]
    attachments: dict[tuple[int, int], tuple[int, bool]] = {}
    tasks: Places = {}
    amounts: Places = {}
    shut: frozenset[int] = frozenset()


class Given(msgspec.Struct, frozen=True):
    """A decision that the documents before give: its item's index, who took it (a slug) and when."""

    item: int
    body: str
    date: str


class Merged(msgspec.Struct, frozen=True):
    """The documents of a meeting so far, as one: the best one with what the others add.

    `items` are the IRIs of its items, `givers` the hashes of the documents that had each first, `said_by` of those that
    had the meeting's body, start and place, an attachment or a decision (by IRI); `files` are the documents' paths.
    `decided` is in the order of the decisions; `shut` has the items that some of the documents leave open and another
    closes, each with the hash of the one that leaves it open.
    """

    record: Record
    items: tuple[str, ...]
    givers: tuple[str, ...]
    decided: tuple[Given, ...]
    files: dict[str, str]
    said_by: dict[str, str]
    shut: frozenset[tuple[str, str]] = frozenset()


def align(record: Record, meeting: str, before: Merged | None) -> Alignment:
    """Align a document with those before it in its meeting; without any it leads itself."""
    if before is None:
        leading: tuple[int, ...] = (-1,) * len(record.meeting.items)
    else:
        leading = match_points(points_of(record.meeting.items), points_of(before.record.meeting.items))
    taken = set(before.items) if before else set()
    names: list[str] = []
    for item, place in zip(record.meeting.items, leading, strict=True):
        name = before.items[place] if before and place >= 0 else _free(f"{meeting}/item/{item.number}", taken)
        taken.add(name)
        names.append(name)
    theirs = before.record if before else None
    return Alignment(
        tuple(names),
        leading,
        _attachments(record, theirs, leading),
        _numbered(record, theirs, leading, "tasks"),
        _numbered(record, theirs, leading, "amounts"),
    )


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free


def _attachments(
    record: Record, theirs: Record | None, leading: tuple[int, ...]
) -> dict[tuple[int, int], tuple[int, bool]]:
    places: dict[tuple[int, int], tuple[int, bool]] = {}
    for index, item in enumerate(record.meeting.items):
        known = theirs.meeting.items[leading[index]].attachments if theirs and leading[index] >= 0 else ()
        others = [text.value for text in known]
        found = match_titles([text.value for text in item.attachments], others)
        places.update(((index, number), place) for number, place in enumerate(_places(found, len(others))))
    return places


def _numbered(record: Record, theirs: Record | None, leading: tuple[int, ...], what: str) -> Places:
    mine, others = _by_item(record, what), _by_item(theirs, what) if theirs else {}
    places: Places = {}
    for index, found in mine.items():
        known = [said for _, said in others.get(leading[index], ())]
        matched = (match_texts if what == "tasks" else match_sums)([said for _, said in found], known)
        places.update((number, place) for (number, _), place in zip(found, _places(matched, len(known)), strict=True))
    return places


def _by_item(record: Record, what: str) -> dict[int, list[tuple[int, str]]]:
    found: dict[int, list[tuple[int, str]]] = {}
    for number, each in enumerate(getattr(record.findings, what)):
        found.setdefault(each.item, []).append((number, each.title if isinstance(each, Task) else each.value))
    return found


def _places(matched: list[int], following: int) -> list[tuple[int, bool]]:
    """The place, from 1, of each, and whether it was there before; new ones follow those that were there."""
    places = []
    for place in matched:
        following += place < 0
        places.append((place + 1, True) if place >= 0 else (following, False))
    return places


def merge(before: Merged | None, record: Record, alignment: Alignment, context: Context) -> Merged:
    """The documents so far with what one more adds: items, and under known items what those lack."""
    decided = _decided(record, context)
    if before is None:
        givers = (record.sha256,) * len(alignment.items)
        return Merged(
            record, alignment.items, givers, decided, {record.sha256: record.path}, _said_by(record, alignment, decided)
        )
    items, names, having = list(before.record.meeting.items), list(before.items), list(before.givers)
    index_of = list(alignment.leading)
    for index, item in enumerate(record.meeting.items):
        place = alignment.leading[index]
        if place < 0:
            index_of[index] = len(items)
            items.append(_moved(item, index_of))
            names.append(alignment.items[index])
            having.append(record.sha256)
        else:
            items[place] = _filled(items[place], _moved(item, index_of), index, alignment)
    findings, added = _findings(before, record.findings, decided, alignment, index_of)
    meeting = _meeting(before.record.meeting, record, tuple(items), before.record, context)
    both = msgspec.structs.replace(before.record, meeting=meeting, findings=findings)
    return Merged(
        both,
        tuple(names),
        tuple(having),
        (*before.decided, *added),
        {**before.files, record.sha256: record.path},
        {**_said_by(record, alignment, decided), **before.said_by},
        before.shut,
    )


def _said_by(record: Record, alignment: Alignment, decided: tuple[Given, ...]) -> dict[str, str]:
    """What of its meeting and its items a document says, each with its hash."""
    meeting = record.meeting
    said = {"body": meeting.body, "start": meeting.start_time, "place": meeting.place}
    names = [name for name, text in said.items() if text]
    names += [
        f"{alignment.items[index]}/attachment/{place}" for (index, _), (place, _) in alignment.attachments.items()
    ]
    names += [f"{alignment.items[each.item]}/decision/{each.body}-{each.date}" for each in decided]
    return dict.fromkeys(names, record.sha256)


def _moved(item: AgendaItem, index_of: Sequence[int]) -> AgendaItem:
    """An item below the same parent, whose index is another among the items of all documents."""
    return msgspec.structs.replace(item, parent=index_of[item.parent]) if item.parent is not None else item


def _filled(known: AgendaItem, item: AgendaItem, index: int, alignment: Alignment) -> AgendaItem:
    """An item with what another document says of it that it lacks."""
    new = [text for k, text in enumerate(item.attachments) if not alignment.attachments[index, k][1]]
    parent = item.parent if known.parent is None else known.parent
    return msgspec.structs.replace(
        known,
        attachments=(*known.attachments, *new),
        case=known.case or item.case,
        page=known.page or item.page,
        parent=parent,
    )


def _meeting(
    known: Meeting, record: Record, items: tuple[AgendaItem, ...], before: Record, context: Context
) -> Meeting:
    more = record.meeting
    there = roles_of(before, context)
    people: list[Attendance] = (
        []
        if passed_over(before, record)
        else [each for each in more.attendance if person_of(record, each, context) not in there]
    )
    return msgspec.structs.replace(
        known,
        items=items,
        body=known.body or more.body,
        start_time=known.start_time or more.start_time,
        place=known.place or more.place,
        attendance=(*known.attendance, *people),
    )


def person_of(record: Record, each: Attendance, context: Context) -> str:
    """Who somebody at the meeting is: the slug of the person, or the name where none is known."""
    entity = context.agent(record.authority, "person", each.name.value)
    return entity.slug if entity else each.name.value


def roles_of(record: Record, context: Context) -> dict[str, str]:
    """The role of each person at a meeting, by slug; the first where a document gives somebody two."""
    return {person_of(record, each, context): each.role for each in reversed(record.meeting.attendance)}


def passed_over(before: Record, record: Record) -> bool:
    """Whether a document's people do not count: an agenda lists who is asked to come, the minutes who came."""
    return record.meeting.kind == "agenda" and before.meeting.kind == "minutes" and bool(before.meeting.attendance)


def _decided(record: Record, context: Context) -> tuple[Given, ...]:
    return tuple(Given(each.item, context.body(record, each.body)[0], each.date) for each in record.findings.decisions)


def _findings(
    before: Merged, more: Findings, decided: tuple[Given, ...], alignment: Alignment, index_of: list[int]
) -> tuple[Findings, list[Given]]:
    """All findings with those that a further document adds, under the items of the documents before it."""

    def moved(found: _Found) -> _Found:
        return msgspec.structs.replace(found, item=index_of[found.item])

    own = before.record.findings
    known = {(each.item, each.body, each.date) for each in before.decided}
    given = [msgspec.structs.replace(each, item=index_of[each.item]) for each in decided]
    new = [place for place, each in enumerate(given) if (each.item, each.body, each.date) not in known]
    recommended = {each.item for each in own.recommendations}
    recommendations = [moved(each) for each in more.recommendations if index_of[each.item] not in recommended]
    findings = msgspec.structs.replace(
        own,
        tasks=(
            *_dated(own, more, alignment),
            *(moved(each) for k, each in enumerate(more.tasks) if not alignment.tasks[k][1]),
        ),
        amounts=(*own.amounts, *(moved(each) for k, each in enumerate(more.amounts) if not alignment.amounts[k][1])),
        decisions=(*own.decisions, *(moved(more.decisions[place]) for place in new)),
        recommendations=(*own.recommendations, *recommendations),
    )
    return findings, [given[place] for place in new]


def _dated(own: Findings, more: Findings, alignment: Alignment) -> list[Task]:
    """The tasks that are known, with when they are due where only the further document says so."""
    same = {
        (alignment.leading[task.item], alignment.tasks[k][0]): task
        for k, task in enumerate(more.tasks)
        if alignment.tasks[k][1]
    }
    seen: dict[int, int] = {}
    tasks = []
    for task in own.tasks:
        place = seen[task.item] = seen.get(task.item, 0) + 1
        other = same.get((task.item, place))
        if other and not task.due and not task.recurrence:
            task = msgspec.structs.replace(task, due=other.due, recurrence=other.recurrence)  # noqa: PLW2901
        tasks.append(task)
    return tasks
