"""A statement of the graph with its evidence, before RDF."""

import msgspec

from kg.model.said import Said


class Literal(msgspec.Struct, frozen=True):
    """A literal value. `datatype` is a CURIE such as `xsd:date`; empty with `language` for text in a language."""

    value: str
    datatype: str = "xsd:string"
    language: str = ""


class Evidence(msgspec.Struct, frozen=True):
    """The words that a fact stands on: `exact` is the document's text as read from `start` to `end` (code points).

    `document` is the document's IRI; `rule` names the rule that found it; `confidence` is 0-1. `page` is the one, from
    1, on which the words begin; 0 where the document has no pages.
    """

    document: str
    start: int
    end: int
    exact: str
    rule: str
    confidence: float = 1.0
    page: int = 0


class Fact(msgspec.Struct, frozen=True):
    """One triple. IRIs of data are full; terms of vocabularies are CURIEs (`sag:item`, `rdf:type`).

    With `evidence` or `reason`, a fact of predicate `rdf:type` puts its evidence on the node itself; any other fact
    gets a `sag:Statement` that carries it. `reason` says in words why a derived fact holds, with `confidence`.
    Only the most specific classes and properties are stated: the graph writes out what follows from the ontology.
    """

    subject: str
    predicate: str
    object: str | Literal
    evidence: tuple[Evidence, ...] = ()
    reason: Said | None = None
    confidence: float = 1.0


class Described(msgspec.Struct, frozen=True):
    """The facts of one named graph: a document's own, or those that depend on several documents."""

    graph: str
    facts: tuple[Fact, ...]
