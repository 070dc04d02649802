"""Promises as a list: what, who, until when, and what became of it."""

from typing import Any

import msgspec

from kg.queries.answer import Answer
from kg.serve.pages import Here
from kg.serve.pages.places import sources_of
from kg.serve.pages.table import Part, Words, source_part

_MOST = 40


class Promise(msgspec.Struct, frozen=True):
    """A promise, ready to be shown; `state` is `open`, `overdue`, `recurring` or `done`."""

    title: Part
    state: str
    status: str
    agents: tuple[Part, ...]
    due: str
    days: int | None
    meeting: Part
    closed: Part | None
    score: str
    source: Words | None


class Promises(msgspec.Struct, frozen=True):
    """The first promises of `total`; `note` says as of when."""

    rows: tuple[Promise, ...]
    total: int
    note: str


def promises_of(here: Here, found: Answer, task: str = "") -> Promises | None:
    """An answer of the question `tasks` as a list, or only one task (IRI) of it; None where it is empty."""
    if task:
        places = [place for place, row in enumerate(found.rows) if row.task == task]
        found = msgspec.structs.replace(
            found, rows=tuple(found.rows[each] for each in places), nodes=tuple(found.nodes[each] for each in places)
        )
    if not found.rows:
        return None
    order = sorted(range(len(found.rows)), key=lambda place: _RANK[state_of(found.rows[place])])[:_MOST]
    some = msgspec.structs.replace(
        found, rows=tuple(found.rows[each] for each in order), nodes=tuple(found.nodes[each] for each in order)
    )
    rows = tuple(
        _promise(here, row, source_part(here, source) if source else None)
        for row, source in zip(some.rows, sources_of(here, some), strict=True)
    )
    return Promises(rows, len(found.rows), str(getattr(found.note, here.language)))


_RANK = {"overdue": 0, "open": 1, "recurring": 2, "done": 3}


def state_of(row: Any) -> str:
    """What became of a promise, as rows of the question `tasks` say it."""
    if row.closed_by:
        return "done"
    if row.overdue is not None:
        return "overdue"
    return "recurring" if row.recurrence and not row.due else "open"


def _promise(here: Here, row: Any, source: Words | None) -> Promise:
    agents = ((name, here.directory.find(name, row.item)) for name in row.responsible)
    closed = None
    if row.closed_by:
        closed = Part(f"{row.closed_date} {row.closed_body}: {row.closed_title}", here.links.of(row.closed_by))
    return Promise(
        Part(row.title, here.links.of(row.task)),
        state_of(row),
        row.status,
        tuple(Part(name, here.links.of(thing.iri) if thing else "") for name, thing in agents),
        str(row.due or row.recurrence or ""),
        row.overdue,
        Part(f"{row.promised} {row.body}", here.links.of(row.item)),
        closed,
        "" if row.score is None or row.score >= 1 else here.say("explorer.surely", percent=round(100 * row.score)),
        source,
    )
