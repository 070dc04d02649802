"""`deferredTo`: the later item that took up what a decision postponed, referred or returned."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.linkers.evidence import of_cards
from kg.model.card import Card, DecisionCard
from kg.model.link import Link
from kg.model.said import Said

_DEFERRING = ("postponed", "returned", "referred")
_WEAKER = 0.6
_NO_CASE = Said("uden sagsnummer", "without a case number")


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
        why = Said(f"det er den næste behandling af sag {card.case}", f"it is the next treatment of case {card.case}")
        yield Link(
            decision.iri, "sag:deferredTo", later[0].iri, "same-case", 1.0, why, of_cards("same-case", card, later[0])
        )
        return
    followed = sorted((other.date, other.iri, score, other) for other, score in related if other.date > decision.date)
    if followed:
        _, iri, score, other = followed[0]
        sure = round(score * _WEAKER, 2)
        evidence = of_cards("same-matter", card, other)
        yield Link(decision.iri, "sag:deferredTo", iri, "same-matter", sure, _same_matter(other), evidence)


def _same_matter(other: Card) -> Said:
    under = Said(f"under sag {other.case}", f"under case {other.case}") if other.case else _NO_CASE
    return Said(
        f"det er det næste punkt om det samme, {under.da}", f"it is the next item about the same matter, {under.en}"
    )
