"""Concepts as SKOS in Turtle: what `kg build --themes` reads."""

from collections.abc import Iterable, Iterator

import msgspec

from kg.graph.prefixes import full_iri
from kg.graph.turtle import turtle


class Concept(msgspec.Struct, frozen=True, order=True):
    """A theme: `words` signal it alone, `weak` ones only together with others; dates are ISO, empty where unknown."""

    iri: str
    scheme: str
    notation: str
    label: str
    words: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    broader: str = ""
    issued: str = ""
    ended: str = ""
    note: str = ""


def concepts_turtle(concepts: Iterable[Concept]) -> bytes:
    """The concepts and their schemes, sorted: the same concepts give the same bytes."""
    return turtle(line.encode() for each in concepts for line in _statements(each))


def _statements(each: Concept) -> Iterator[str]:
    import pyoxigraph as ox

    def said(predicate: str, value: "ox.NamedNode | ox.Literal") -> str:
        return f"{ox.NamedNode(each.iri)} {ox.NamedNode(full_iri(predicate))} {value}"

    def danish(text: str) -> ox.Literal:
        return ox.Literal(text, language="da")

    def day(text: str) -> ox.Literal:
        return ox.Literal(text, datatype=ox.NamedNode(full_iri("xsd:date")))

    scheme = ox.NamedNode(each.scheme)
    yield f"{scheme} {ox.NamedNode(full_iri('rdf:type'))} {ox.NamedNode(full_iri('skos:ConceptScheme'))}"
    yield said("rdf:type", ox.NamedNode(full_iri("skos:Concept")))
    yield said("skos:inScheme", scheme)
    yield said("skos:notation", ox.Literal(each.notation))
    yield said("skos:prefLabel", danish(each.label))
    if each.broader:
        yield said("skos:broader", ox.NamedNode(each.broader))
    for predicate, texts in (("skos:hiddenLabel", each.words), ("sag:weakLabel", each.weak)):
        yield from (said(predicate, danish(text)) for text in texts)
    for predicate, date in (("dcterms:issued", each.issued), ("schema:validThrough", each.ended)):
        if date:
            yield said(predicate, day(date))
    if each.note:
        yield said("skos:editorialNote", danish(each.note))
