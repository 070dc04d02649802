"""Container numbers: a case number that collects unrelated routine points makes nobody's history."""

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

from kg.linkers.routine import bare, routine
from kg.model.card import Card

_UNALIKE = 55
_MANY = 3


def find_containers(cards: Sequence[Card]) -> frozenset[tuple[str, str]]:
    """The (authority, case number) pairs that are containers.

    Where one of a number's points is routine and another, or the same one of another meeting, says something else;
    where all of them are routine; or where three points of one meeting have nothing in common.
    """
    by_case: dict[tuple[str, str], list[Card]] = defaultdict(list)
    for card in cards:
        if card.case:
            by_case[card.authority, card.case].append(card)
    return frozenset(key for key, group in by_case.items() if _collects(group))


def _collects(group: list[Card]) -> bool:
    open_titles = sorted({bare(card.title) for card in group if not card.closed})
    routines = {routine(card.title) for card in group} - {"", "lukket"}
    if routines and (len(open_titles) > 1 or all(routine(card.title) for card in group)):
        return True
    by_meeting: dict[str, set[str]] = defaultdict(set)
    for card in group:
        by_meeting[card.meeting].add(bare(card.title))
    return any(_unrelated(sorted(titles)) for titles in by_meeting.values())


def _unrelated(titles: list[str]) -> bool:
    if len(titles) < _MANY:
        return False
    apart = sum(fuzz.token_set_ratio(a, b) < _UNALIKE for place, a in enumerate(titles) for b in titles[place + 1 :])
    return apart * 2 > len(titles)
