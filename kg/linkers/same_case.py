"""`previousTreatment`: the item that treated the same subject before."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.linkers.evidence import of_cards
from kg.linkers.routine import routine
from kg.model.card import Card
from kg.model.link import Link
from kg.model.said import Said


def link_treatments(cards: Sequence[Card], containers: frozenset[tuple[str, str]]) -> Iterator[Link]:
    """From each item to the nearest earlier one of the same case, or of the same routine in the meeting before."""
    by_case: dict[tuple[str, ...], list[Card]] = defaultdict(list)
    by_routine: dict[tuple[str, ...], list[Card]] = defaultdict(list)
    for card in cards:
        if card.closed:
            continue
        if card.case and (card.authority, card.case) not in containers:
            by_case[card.authority, card.case].append(card)
        elif routine(card.title):
            by_routine[card.authority, card.body, routine(card.title)].append(card)
    for group in by_case.values():
        yield from _chain(group, "same-case", 1.0)
    for group in by_routine.values():
        yield from _chain(group, "same-routine", 0.9)


def _chain(group: list[Card], rule: str, score: float) -> Iterator[Link]:
    ordered = sorted(group, key=lambda card: (card.date, card.meeting, card.number))
    for place, card in enumerate(ordered):
        earlier = [other for other in ordered[:place] if other.meeting != card.meeting and other.date < card.date]
        if earlier:
            before = earlier[-1]
            why = _of_case(card) if rule == "same-case" else _of_routine(card)
            yield Link(card.iri, "sag:previousTreatment", before.iri, rule, score, why, of_cards(rule, card, before))


def _of_case(card: Card) -> Said:
    return Said(f"begge er af sag {card.case}", f"both are of case {card.case}")


def _of_routine(card: Card) -> Said:
    name = routine(card.title)
    return Said(f"begge er det faste punkt »{name}«", f"both are the routine item “{name}”")
