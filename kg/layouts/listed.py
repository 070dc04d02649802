"""Contents list against points: which entry no point answers to, and which point the list lacks."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from kg.layouts.closed import is_closed

_ALIKE = 80.0
_PLAUSIBLE = 45.0  # two titles at the same place of both lists are one, spelled otherwise
_CUT = 12  # letters of a title that was cut off, or that goes on in the other list
_NUMBER = re.compile(r"^\s*(?:(?:punkt|pkt\.?|sag)\s*)?\d{1,3}[a-z]?\s*[.:)–-]\s*", re.I)


def unanswered(entries: Sequence[str], points: Sequence[str]) -> tuple[list[int], list[int]]:
    """The places of the entries without a point, and of the points without an entry, by their titles.

    Closed ones are not among them: minutes leave out the one or the other. Nothing, where fewer than half of the
    entries have a point: then the list is of something else.
    """
    plain = [_plain(title) for title in entries]
    others = [_plain(title) for title in points]
    pairs = _alike(plain, others)
    if len(pairs) * 2 < len(entries):
        return [], []
    pairs |= dict(_at_the_same_place(plain, others, pairs))
    taken = set(pairs.values())
    return (
        [place for place, title in enumerate(entries) if place not in pairs and plain[place] and not is_closed(title)],
        [place for place, title in enumerate(points) if place not in taken and others[place] and not is_closed(title)],
    )


def _plain(title: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", _NUMBER.sub("", title.casefold())).split())


def _alike(entries: Sequence[str], points: Sequence[str]) -> dict[int, int]:
    """Entries with the point that is most like each, each once: those of one wording, then the most alike first."""
    waiting: dict[str, list[int]] = defaultdict(list)
    for place in range(len(points) - 1, -1, -1):
        waiting[points[place]].append(place)
    pairs = {place: waiting[entry].pop() for place, entry in enumerate(entries) if waiting.get(entry)}
    taken = set(pairs.values())
    found = [
        (-likeness, abs(place - other), place, other)
        for place, entry in enumerate(entries)
        for other, point in enumerate(points)
        if place not in pairs and other not in taken and (likeness := _likeness(entry, point)) >= _ALIKE
    ]
    for _, _, place, other in sorted(found):
        if place not in pairs and other not in taken:
            pairs[place] = other
            taken.add(other)
    return pairs


def _likeness(one: str, other: str) -> float:
    """How alike two titles are, 0-100, also where one of them was cut off or its words stand in another order."""
    short, long = sorted((one, other), key=len)
    cut = fuzz.ratio(short, long[: len(short)]) if len(short) >= _CUT else 0.0
    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other), cut)


def _at_the_same_place(
    entries: Sequence[str], points: Sequence[str], pairs: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """Entries and points that are left between the same neighbours, and may be the same; a closed one is any."""
    left = [place for place in range(len(points)) if place not in set(pairs.values())]
    for place in range(len(entries)):
        if place in pairs:
            continue
        before = max((pairs[each] for each in pairs if each < place), default=-1)
        after = min((pairs[each] for each in pairs if each > place), default=len(points))
        for other in left:
            if before < other < after and _plausible(entries[place], points[other]):
                left.remove(other)
                yield place, other
                break


def _plausible(entry: str, point: str) -> bool:
    return (
        not (entry and point)
        or is_closed(entry)
        or is_closed(point)
        or max(fuzz.ratio(entry, point), fuzz.token_set_ratio(entry, point)) >= _PLAUSIBLE
    )
