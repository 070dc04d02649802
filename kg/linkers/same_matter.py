"""`relatedTo`: items about the same matter under another case number."""

import functools
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from kg.linkers.evidence import of_cards
from kg.linkers.routine import bare, routine
from kg.linkers.terms import COMMON_TERMS
from kg.model.card import Card
from kg.model.link import Link
from kg.model.said import Said

_RARE = 0.12  # a term in more items than this share says nothing
_FEW = 6  # in a small corpus, a term in so few items is rare whatever the share
_ENOUGH = 0.30
_LEAST = 0.14
_TITLES = 74
_PART = 6
_FEW_ITEMS = 3  # a word in no more items than these is as good as a name
_RARE_WORDS = 3
_CANDIDATES = 12
_MOST = 5  # of all that are about the same, an item is linked to the closest, and to whatever it is closest to
_CERTAIN = 0.95
_MANY = 60  # in a large corpus, a term in more items than these finds too many of them
_REFERRING = 1.6  # a text that speaks of the other meeting needs fewer words in common
_NOTHING = Said("", "")
_NAMES = Said("den ene nævner den andens sagsnummer", "one names the other's case number")
_SPEAKS = Said("den ene taler om den andens møde", "one speaks of the other's meeting")

Weights = dict[str, float]


def link_matters(cards: Sequence[Card], containers: frozenset[tuple[str, str]]) -> Iterator[Link]:
    """Both ways between items of different numbers whose titles, or whose rare words, are about the same."""
    open_cards = [card for card in cards if not card.closed]
    by_authority: dict[str, list[Card]] = defaultdict(list)
    for card in open_cards:
        by_authority[card.authority].append(card)
    for authority in sorted(by_authority):
        yield from _within(by_authority[authority], containers)


def _within(cards: list[Card], containers: frozenset[tuple[str, str]]) -> Iterator[Link]:
    pairs = list(_pairs(cards, containers))
    best: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for one, other, score, _ in pairs:
        best[one].append((-score, other))
        best[other].append((-score, one))
    closest = {place: {other for _, other in sorted(found)[:_MOST]} for place, found in best.items()}
    for one, other, score, why in pairs:
        if score >= _CERTAIN or other in closest[one] or one in closest[other]:
            yield from _both_ways(cards[one], cards[other], score, why)


def _pairs(cards: list[Card], containers: frozenset[tuple[str, str]]) -> Iterator[tuple[int, int, float, Said]]:
    """The pairs of items (by place) that may be about the same matter, with score and reason."""
    spread = Counter(term for card in cards for term, _ in card.terms)
    weights = {term: math.log(1 + len(cards) / count) for term, count in spread.items()}
    vectors = [_vector(card.terms, weights) for card in cards]
    index = _index(cards, spread)
    named = _named(cards)
    for place, card in enumerate(cards):
        later = {each for each in named[place] if each > place}
        for other in sorted(later.union(_candidates(card, place, index, weights))):
            if not _another(card, cards[other], containers):
                continue
            score, why = _score(card, cards[other], vectors[place], vectors[other], spread)
            if other in named[place] or place in named[other]:
                score, why = _CERTAIN, _NAMES
            elif card.meeting in cards[other].refers or cards[other].meeting in card.refers:
                score, why = score * _REFERRING, _and(_SPEAKS, why)
            if score >= _ENOUGH:
                yield place, other, round(min(score, _CERTAIN), 2), why


def _and(one: Said, other: Said) -> Said:
    return Said(f"{one.da}, og {other.da}", f"{one.en}, and {other.en}")


def _share(da: str, en: str, words: Sequence[str]) -> Said:
    shared = ", ".join(words)
    return Said(f"{da} deler {shared}", f"{en} {shared}")


def _index(cards: list[Card], spread: Counter[str]) -> dict[str, list[int]]:
    """The places of the items that have a term, for terms that are rare enough to say something."""
    most = min(max(_FEW, _RARE * len(cards)), _MANY)
    index: dict[str, list[int]] = defaultdict(list)
    for place, card in enumerate(cards):
        for term, _ in card.terms:
            if 1 < spread[term] <= most:
                index[term].append(place)
    return index


def _both_ways(card: Card, other: Card, score: float, why: Said) -> Iterator[Link]:
    evidence = of_cards("same-matter", card, other)
    yield Link(card.iri, "sag:relatedTo", other.iri, "same-matter", score, why, evidence)
    yield Link(other.iri, "sag:relatedTo", card.iri, "same-matter", score, why, evidence)


def _named(cards: list[Card]) -> list[set[int]]:
    """For each item the other items whose case number its text names, or that name its own."""
    by_case: dict[str, list[int]] = defaultdict(list)
    for place, card in enumerate(cards):
        if card.case:
            by_case[card.case].append(place)
    named: list[set[int]] = [set() for _ in cards]
    for place, card in enumerate(cards):
        for other in (each for number in card.numbers for each in by_case.get(number, ())):
            named[place].add(other)
            named[other].add(place)
    return named


def _another(card: Card, other: Card, containers: frozenset[tuple[str, str]]) -> bool:
    """Whether two items are of different numbers, or share one that makes no history; never two routine ones."""
    if card.meeting == other.meeting or (routine(card.title) and routine(other.title)):
        return False
    return card.case != other.case or (card.authority, card.case) in containers


def _vector(terms: Sequence[tuple[str, int]], weights: Weights) -> Weights:
    vector = {term: (1 + math.log(count)) * weights.get(term, 0.0) for term, count in terms}
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {term: value / length for term, value in vector.items()}


def _candidates(card: Card, place: int, index: dict[str, list[int]], weights: Weights) -> list[int]:
    shared: dict[int, float] = defaultdict(float)
    for term, _ in card.terms:
        for other in index.get(term, ()):
            if other > place:
                shared[other] += weights[term]
    return sorted(shared, key=lambda other: (-shared[other], other))[:_CANDIDATES]


def _score(card: Card, other: Card, one: Weights, two: Weights, spread: Counter[str]) -> tuple[float, Said]:
    if routine(card.title) or routine(other.title):
        return _passage(card, other, spread)
    shared = one.keys() & two.keys()
    cosine = math.fsum(one[term] * two[term] for term in shared)
    if cosine < _LEAST:
        return 0.0, _NOTHING
    best = sorted(shared, key=lambda term: (-(one[term] * two[term]), term))[:4]
    said = _share("teksterne", "the texts share", [f"{term}…" for term in sorted(best)])
    titles = fuzz.token_set_ratio(bare(card.title), bare(other.title))
    parts = shared_parts(bare(card.title), bare(other.title))
    if len(parts) > 1 or (parts and titles >= _TITLES):
        return max(cosine, _ENOUGH) + 0.05 * len(parts), _and(_share("titlerne", "the titles share", parts), said)
    return cosine, said


def _passage(card: Card, other: Card, spread: Counter[str]) -> tuple[float, Said]:
    """A paragraph of a routine item against the other item: how many words they share that hardly any other has."""
    collecting, whole = (card, other) if routine(card.title) else (other, card)
    terms = {term for term, _ in whole.terms if spread[term] <= _FEW_ITEMS}
    title = bare(whole.title)
    best: list[str] = []
    for passage in collecting.passages if terms else ():
        rare = [term for term, _ in passage if term in terms]
        in_title = bool(rare) and any(term in title for term, _ in passage)
        if len(rare) + in_title >= _RARE_WORDS and len(rare) > len(best):
            best = rare
    if not best:
        return 0.0, _NOTHING
    return min(0.3 + 0.1 * len(best), 0.9), _share("et afsnit", "a paragraph shares", sorted(best)[:4])


@functools.lru_cache(maxsize=4096)
def shared_parts(one: str, two: str) -> tuple[str, ...]:
    """The words and parts of compounds that two titles share.

    "Sommerkoncert" and "koncerter om sommeren" share two: sommer and koncert.
    """
    parts: set[str] = set()
    for a in one.split():
        if len(a) < _PART or not (a[:_PART] in two or a[-_PART:] in two or any(b[:_PART] in a for b in two.split())):
            continue
        for b in two.split():
            part = _common_part(a, b)
            if part and part[:6] not in COMMON_TERMS:
                parts.add(part)
    return tuple(sorted(part for part in parts if not any(part != other and part in other for other in parts)))


def _common_part(a: str, b: str) -> str:
    """The longest text that stands in both at the head or the tail of a word; empty below six letters."""
    if len(b) < _PART:
        return ""
    for whole, within in ((a, b), (b, a)):
        for length in range(min(len(whole), len(within)), _PART - 1, -1):
            head, tail = whole[:length], whole[-length:]
            if within.startswith(head) or within.endswith(head):
                return head
            if within.endswith(tail):
                return tail
    return ""
