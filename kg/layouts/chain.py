"""Of all lines that look like headings of points, those that are: the best chain of rising numbers."""

from collections.abc import Callable, Sequence

import msgspec

_LONGEST_GAP = 4
_GAP = 1.2  # what each number that is passed over costs
_KEPT = 3  # chains remembered for each number
_DECIDED = 1.0  # a decision between two headings
_NEXT_LINE = 0.2  # headings without a line between them


class Candidate(msgspec.Struct, frozen=True):
    """A line that may be a heading: its rank, what speaks for it, and how many decisions stand above it."""

    number: int
    suffix: int
    line: int
    worth: float
    decisions: int
    is_listed: bool = False
    restarts: bool = False


class _Link(msgspec.Struct):
    place: int
    score: float
    before: "_Link | None"


def best_chain(candidates: Sequence[Candidate], begin: Callable[[Candidate], float]) -> tuple[float, list[int]]:
    """The places of the candidates in the chain that is worth most, and its worth; `begin` is what beginning at one
    costs. Time is linear in the candidates.
    """
    ends: dict[tuple[int, int], list[_Link]] = {}
    best: _Link | None = None
    for place, one in enumerate(candidates):
        before, gained = _predecessor(one, ends, candidates, best)
        alone = -begin(one)
        link = _Link(place, one.worth + max(gained, alone), before if before and gained >= alone else None)
        kept = ends.setdefault((one.number, one.suffix), [])
        kept.append(link)
        kept.sort(key=_worth, reverse=True)
        del kept[_KEPT:]
        if best is None or link.score > best.score:
            best = link
    return (best.score, _places(best)) if best else (0.0, [])


def _worth(link: _Link) -> float:
    return link.score


def _predecessor(
    one: Candidate, ends: dict[tuple[int, int], list[_Link]], candidates: Sequence[Candidate], best: _Link | None
) -> tuple[_Link | None, float]:
    found: tuple[_Link | None, float] = (None, float("-inf"))
    if one.is_listed and best and candidates[best.place].number < one.number:
        found = (best, best.score - _GAP + _between(candidates[best.place], one))
    for key, cost in _before(one):
        for link in ends.get(key, ()):
            gained = link.score - cost + _between(candidates[link.place], one)
            if gained > found[1]:
                found = (link, gained)
    if one.restarts and best and best.score > found[1]:
        return best, best.score
    return found


def _before(one: Candidate) -> list[tuple[tuple[int, int], float]]:
    """The ranks that may stand right before one, and what each costs."""
    if one.suffix:
        same = [((one.number, suffix), 0.0) for suffix in range(one.suffix)]
        return [*same, ((one.number - 1, 0), 0.5)]
    return [
        ((number, suffix), (one.number - number - 1) * _GAP)
        for number in range(one.number - 1, one.number - 1 - _LONGEST_GAP, -1)
        for suffix in (range(4) if number == one.number - 1 else (0,))
    ]


def _between(above: Candidate, below: Candidate) -> float:
    return _DECIDED * (below.decisions > above.decisions) - _NEXT_LINE * (below.line <= above.line + 1)


def _places(link: _Link | None) -> list[int]:
    places = []
    while link:
        places.append(link.place)
        link = link.before
    return places[::-1]
