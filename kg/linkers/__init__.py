"""Everything to Links: typed, scored, each with its reason; a container number links nothing."""

from collections.abc import Sequence

from kg.linkers.containers import find_containers
from kg.linkers.deferral import link_deferrals
from kg.linkers.fulfilment import link_fulfilments
from kg.linkers.points import link_points
from kg.linkers.same_case import link_treatments
from kg.linkers.same_matter import link_matters
from kg.model.card import Card
from kg.model.link import Link

__all__ = ["find_containers", "link"]


def link(cards: Sequence[Card], containers: frozenset[tuple[str, str]]) -> tuple[Link, ...]:
    """All links between the items of `cards`, each once, in a fixed order; one card for each item."""
    ordered = sorted(cards, key=lambda card: (card.date, card.iri))
    matters = list(link_matters(ordered, containers))
    treatments = list(link_treatments(ordered, containers))
    links = [*treatments, *matters, *link_deferrals(ordered, containers, matters)]
    links += link_points(ordered, containers, treatments)
    links += link_fulfilments(ordered, containers)
    unique = {(each.source, each.relation, each.target): each for each in links}
    return tuple(unique[key] for key in sorted(unique))
