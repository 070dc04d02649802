"""How items, decisions and cases of the whole corpus hang together."""

import msgspec

from kg.model.fact import Evidence
from kg.model.said import Said


class Link(msgspec.Struct, frozen=True):
    """A derived fact: `relation` is a CURIE of the vocabulary.

    `reason` says in words why it holds, `score` how surely (0-1).
    """

    source: str
    relation: str
    target: str
    rule: str
    score: float
    reason: Said
    evidence: tuple[Evidence, ...] = ()
