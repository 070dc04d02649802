"""A long document in parts, one on a page: each is read, cut and shown by itself, so that none is waited for."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

import msgspec

from kg.model.record import Record

_WHOLE = 80_000  # characters that stand on one page
_SIZE = 40_000  # of a part of what is longer


class Part(msgspec.Struct, frozen=True):
    """Some lines of a document: its number (from 1), the offsets of its first character and after its last, and the
    numbers of its first and last line.
    """

    number: int
    start: int
    end: int
    line: int
    last: int


def parts_of(record: Record) -> tuple[Part, ...]:
    """The parts of a document: they begin where a page or a point does, where that is near enough."""
    borders = record.pages or [item.start for item in record.meeting.items]
    return tuple(cut_parts(record.text, borders, whole=_WHOLE, size=_SIZE))


def cut_parts(text: str, borders: Iterable[int], *, whole: int, size: int) -> Iterator[Part]:
    """Whole lines of a text, about `size` characters each; all of it where it has no more than `whole`."""
    wanted = sorted(text.rfind("\n", 0, border) + 1 for border in borders)
    start, line, number = 0, 1, 1
    while start < len(text) or number == 1:
        end = len(text) if len(text) <= whole else _end(text, start, wanted, size)
        last = line + text.count("\n", start, end) - (end < len(text))
        yield Part(number, start, end, line, last)
        start, line, number = end, last + 1, number + 1


def _end(text: str, start: int, wanted: list[int], size: int) -> int:
    """Where the part that begins at `start` ends: before a border that is wanted, else after some line."""
    if len(text) - start <= size * 3 // 2:
        return len(text)
    near = [0, *wanted][bisect_right(wanted, start + size)]
    if near > start + size // 2:
        return near
    return text.rfind("\n", start + size // 2, start + size) + 1 or text.find("\n", start + size) + 1 or len(text)


def part_at(parts: tuple[Part, ...], *, line: int) -> int:
    """The number of the part that a line is in."""
    return bisect_right(parts, line, key=lambda part: part.line)
