"""`deferredTo`: the later item that took up what a decision postponed, referred or returned."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.linkers.evidence import of_cards
from kg.model.card import Card, DecisionCard
from kg.model.link import Link

_DEFERRING = ("postponed", "returned", "referred")
_WEAKER = 0.6


def link_deferrals(
    cards: Sequence[Card], containers: frozenset[tuple[str, str]], matters: Iterable[Link]
) -> Iterator[Link]:
    """From each such decision to the next item of its case; less surely to the next related item of another number."""
    by_case: dict[tuple[str, str], list[Card]] = defaultdict(list)
    by_iri = {card.iri: card for card in cards}
    for card in sorted(cards, key=lambda each: (each.date, each.meeting, each.number)):
        if card.case and not card.closed and (card.authority, card.case) not in containers:
            by_case[card.authority, card.case].append(card)
    related: dict[str, list[tuple[Card, float]]] = defaultdict(list)
    for link in matters:
        related[link.source].append((by_iri[link.target], link.score))
    for card in cards:
        for decision in card.decisions:
            if any(outcome in _DEFERRING for outcome in decision.outcomes):
                yield from _next(card, decision, by_case.get((card.authority, card.case), []), related[card.iri])


def _next(
    card: Card, decision: DecisionCard, same_case: list[Card], related: list[tuple[Card, float]]
) -> Iterator[Link]:
    later = [
        other
        for other in same_case
        if other.date > decision.date and (other.meeting != card.meeting or decision.quoted)
    ]
    if later:
        why = f"it is the next treatment of case {card.case}"
        yield Link(
            decision.iri, "sag:deferredTo", later[0].iri, "same-case", 1.0, why, of_cards("same-case", card, later[0])
        )
        return
    followed = sorted((other.date, other.iri, score, other) for other, score in related if other.date > decision.date)
    if followed:
        _, iri, score, other = followed[0]
        why = f"it is the next item about the same matter, under case {other.case or 'none'}"
        yield Link(
            decision.iri,
            "sag:deferredTo",
            iri,
            "same-matter",
            round(score * _WEAKER, 2),
            why,
            of_cards("same-matter", card, other),
        )
