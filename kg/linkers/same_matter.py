"""`relatedTo`: items about the same matter under another case number."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from kg.linkers.evidence import of_cards
from kg.linkers.routine import bare, routine
from kg.linkers.terms import count_terms
from kg.model.card import Card
from kg.model.link import Link

_RARE = 0.12  # a term in more items than this share says nothing
_FEW = 6  # in a small corpus, a term in so few items is rare whatever the share
_ENOUGH = 0.30
_TITLES = 74
_CANDIDATES = 40
_REFERRING = 1.6  # a text that speaks of the other meeting needs fewer words in common

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
    spread = Counter(term for card in cards for term, _ in card.terms)
    rare = {term for term, count in spread.items() if 1 < count <= max(_FEW, _RARE * len(cards))}
    weights = {term: math.log(1 + len(cards) / count) for term, count in spread.items()}
    vectors = [_vector(card.terms, weights) for card in cards]
    index: dict[str, list[int]] = defaultdict(list)
    for place, card in enumerate(cards):
        for term, _ in card.terms:
            if term in rare:
                index[term].append(place)
    named = _named(cards)
    for place, card in enumerate(cards):
        for other in sorted({*_candidates(card, place, index, weights), *(each for each in named[place] if each > place)}):
            score, why = _score(card, cards[other], vectors[place], vectors[other], weights)
            if other in named[place] or place in named[other]:
                score, why = 0.95, "one names the other's case number"
            elif card.meeting in cards[other].refers or cards[other].meeting in card.refers:
                score, why = score * _REFERRING, f"one speaks of the other's meeting, and {why}"
            if score >= _ENOUGH and _another(card, cards[other], containers):
                evidence = of_cards("same-matter", card, cards[other])
                yield Link(card.iri, "sag:relatedTo", cards[other].iri, "same-matter", round(min(score, 0.95), 2), why, evidence)
                yield Link(cards[other].iri, "sag:relatedTo", card.iri, "same-matter", round(min(score, 0.95), 2), why, evidence)


def _named(cards: list[Card]) -> list[set[int]]:
    """For each item the other items whose case number its text names."""
    by_case: dict[str, list[int]] = defaultdict(list)
    for place, card in enumerate(cards):
        if card.case:
            by_case[card.case].append(place)
    return [{other for number in card.numbers for other in by_case.get(number, ())} for card in cards]


def _another(card: Card, other: Card, containers: frozenset[tuple[str, str]]) -> bool:
    """Whether two items are of different numbers, or share one that makes no history; two routine items are no matter."""
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


def _score(card: Card, other: Card, one: Weights, two: Weights, weights: Weights) -> tuple[float, str]:
    cosine = sum(value * two[term] for term, value in one.items() if term in two)
    titles = fuzz.token_set_ratio(bare(card.title), bare(other.title)) / 100
    in_titles = {term for term, _ in count_terms(bare(card.title))} & {term for term, _ in count_terms(bare(other.title))}
    best = sorted((term for term in one if term in two), key=lambda term: (-(one[term] * two[term]), term))[:4]
    words = ", ".join(sorted(best))
    if in_titles and titles * 100 >= _TITLES and cosine > _ENOUGH / 2:
        return max(cosine, 0.5 * titles + 0.5 * cosine), f"the titles are alike and the texts share {words}"
    if routine(card.title) or routine(other.title):
        return _passage(card, other, weights)
    return cosine, f"the texts share {words}"


def _passage(card: Card, other: Card, weights: Weights) -> tuple[float, str]:
    """A paragraph of a routine item against the other item as a whole: how much of its weight the other repeats."""
    collecting, whole = (card, other) if routine(card.title) else (other, card)
    terms = dict(whole.terms)
    best, words = 0.0, ""
    for passage in collecting.passages:
        total = sum(weights.get(term, 0.0) for term, _ in passage)
        shared = [term for term, _ in passage if term in terms]
        weight = sum(weights.get(term, 0.0) for term in shared)
        if len(shared) > 3 and total and weight / total > best:
            best, words = weight / total, ", ".join(sorted(shared)[:4])
    return (best if best > 0.5 else 0.0), f"a paragraph shares {words}"
