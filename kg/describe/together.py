"""The documents of one meeting as each is to be described: after those that are better, and closed where any closes."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from kg.describe.alignment import Alignment, Merged, align, merge
from kg.describe.closing import close
from kg.describe.context import Context
from kg.model.record import Record

Placed = tuple[Record, Alignment, Merged | None]


def together(records: Sequence[Record], meeting: str, context: Context) -> list[Placed]:
    """Each of the documents of a meeting, given with the best first, with its alignment and those before it as one."""
    placed = _placed(records, meeting, context)
    closing = {iri for record, alignment, _ in placed for iri in _closed(record, alignment)}
    closing |= {iri for record, alignment, _ in placed for iri in _below(record, alignment, closing)}
    shut = [
        frozenset(
            index
            for index, item in enumerate(record.meeting.items)
            if not item.closed and alignment.items[index] in closing
        )
        for record, alignment, _ in placed
    ]
    if not any(shut):
        return placed
    closed = [close(record, indices) for record, indices in zip(records, shut, strict=True)]
    made: list[Placed] = []
    some: frozenset[tuple[str, str]] = frozenset()
    for (record, alignment, before), indices in zip(_placed(closed, meeting, context), shut, strict=True):
        so_far = before and msgspec.structs.replace(before, shut=some)
        made.append((record, msgspec.structs.replace(alignment, shut=indices), so_far))
        some |= {(alignment.items[index], record.sha256) for index in indices}
    return made


def _placed(records: Sequence[Record], meeting: str, context: Context) -> list[Placed]:
    placed: list[Placed] = []
    before: Merged | None = None
    for record in records:
        alignment = align(record, meeting, before)
        placed.append((record, alignment, before))
        before = merge(before, record, alignment, context)
    return placed


def _below(record: Record, alignment: Alignment, closing: AbstractSet[str]) -> Iterator[str]:
    """The sub-points of items that are closed."""
    for iri, item in zip(alignment.items, record.meeting.items, strict=True):
        if item.parent is not None and alignment.items[item.parent] in closing:
            yield iri


def _closed(record: Record, alignment: Alignment) -> list[str]:
    return [iri for iri, item in zip(alignment.items, record.meeting.items, strict=True) if item.closed]
