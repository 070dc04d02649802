"""The words that a link stands on: the items' case numbers and titles."""

from kg.model.card import Card
from kg.model.fact import Evidence


def of_cards(rule: str, *cards: Card) -> tuple[Evidence, ...]:
    """The case number of each item, or its title where it has none."""
    return tuple(_of(card, rule) for card in cards)


def _of(card: Card, rule: str) -> Evidence:
    if card.case_at and rule == "same-case":
        return Evidence(card.case_in or card.document, *card.case_at, rule)
    return Evidence(card.document, *card.title_at, rule)
