"""Points that an item names by body, date and number: "Vejudvalget den 7. juni 2023, punkt 14"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.model.card import Card, PointCard
from kg.model.fact import Evidence
from kg.model.link import Link
from kg.model.said import Said

_RULE = "named-point"
_SCORE = 0.95


def link_points(
    cards: Sequence[Card], containers: frozenset[tuple[str, str]], treatments: Sequence[Link]
) -> Iterator[Link]:
    """From each item to the points that it names.

    One that is listed as what treated the case before is its `previousTreatment`, where `treatments` show none; any
    other is related, both ways. What the case number shows already is not said again.
    """
    named: dict[tuple[str, int], list[Card]] = defaultdict(list)
    for card in cards:
        if not card.closed:
            named[card.meeting, card.number].append(card)
    before = {link.source for link in treatments}
    for card in cards:
        for point in sorted(card.points, key=_newest_first, reverse=True):
            for other in named[point.meeting, point.number]:
                if _is_news(card, other, containers):
                    yield from _links(card, other, point, before)


def _newest_first(point: PointCard) -> tuple[str, int]:
    return point.meeting.rpartition("/")[2], point.number


def _is_news(card: Card, other: Card, containers: frozenset[tuple[str, str]]) -> bool:
    """Whether another item is of another meeting, and not of the same case anyway."""
    same_case = bool(card.case) and card.case == other.case and (card.authority, card.case) not in containers
    return not card.closed and other.meeting != card.meeting and not same_case


def _links(card: Card, other: Card, point: PointCard, before: set[str]) -> Iterator[Link]:
    evidence = (Evidence(card.document, *point.at, _RULE, _SCORE),)
    why = Said(f"teksten nævner punktet: »{point.at[2]}«", f"the text names the point: “{point.at[2]}”")
    if point.listed and card.iri not in before and other.date < card.date:
        before.add(card.iri)
        yield Link(card.iri, "sag:previousTreatment", other.iri, _RULE, _SCORE, why, evidence)
        return
    yield Link(card.iri, "sag:relatedTo", other.iri, _RULE, _SCORE, why, evidence)
    yield Link(other.iri, "sag:relatedTo", card.iri, _RULE, _SCORE, why, evidence)
