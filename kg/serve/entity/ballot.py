"""Who voted how on a decision, and what was put on record beside it, as pages show it."""

import msgspec

from kg.queries.values import in_order
from kg.serve.entity.facts import link_part, places_of
from kg.serve.entity.nodes import Claims, Node, Nodes
from kg.serve.pages import Here
from kg.serve.pages.table import Part, Words

_SIDES = (
    ("sag:votedFor", "sag:votesFor"),
    ("sag:votedAgainst", "sag:votesAgainst"),
    ("sag:abstained", "sag:abstentions"),
)


class Side(msgspec.Struct, frozen=True):
    """One side of a ballot: what it is called, how many votes it had where that is said, who voted so, the words."""

    label: str
    count: str
    voters: tuple[Part, ...]
    words: tuple[Words, ...]


class Remark(msgspec.Struct, frozen=True):
    """What was put on record, by whom, and where it stands."""

    text: str
    makers: tuple[Part, ...]
    words: tuple[Words, ...]


def sides(here: Here, decision: Node) -> tuple[Side, ...]:
    """The sides of the ballot on a decision, those for it first; none where the minutes tell of no votes."""
    if not any(decision.all(name) for side in _SIDES for name in side):
        return ()
    claims = Claims(here.graph, decision.iri, here.language)
    return tuple(
        Side(
            here.say(f"explorer.property.{voted}"),
            decision.one(counted),
            tuple(link_part(here, iri) for iri in decision.all(voted)),
            _words(here, decision, claims, (voted, counted)),
        )
        for voted, counted in _SIDES
        if decision.all(voted) or decision.all(counted)
    )


def _words(here: Here, decision: Node, claims: Claims, names: tuple[str, ...]) -> tuple[Words, ...]:
    """Where some properties of a decision stand, one place for each line."""
    found = {each for name in names for value in decision.all(name) for each in claims.words(name, value)}
    lines = {each.text: each for each in reversed(places_of(here, found))}
    return tuple(reversed(lines.values()))


def remarks(here: Here, decision: Node, nodes: Nodes) -> tuple[Remark, ...]:
    """What was put on record beside a decision, in order."""
    found = (nodes[iri] for iri in sorted(decision.all("sag:putOnRecord"), key=in_order) if iri in nodes)
    return tuple(
        Remark(
            node.one("sag:text"),
            tuple(link_part(here, iri) for iri in node.all("sag:madeBy")),
            places_of(here, node.all("sag:evidence")),
        )
        for node in found
    )
