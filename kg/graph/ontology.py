"""What follows from a class or property by the ontology: super-classes, super-properties, inverses."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from kg.graph.prefixes import OWL, RDF, RDFS, SAG, full_iri
from kg.model.said import Said
from kg.ontology_files import VOCABULARY, ontology_file

_SUB_CLASS = RDFS + "subClassOf"
_SUB_PROPERTY = RDFS + "subPropertyOf"
_INVERSE = OWL + "inverseOf"
_SYMMETRIC = OWL + "SymmetricProperty"

# Mention and Task use these properties too; there nothing follows from them (see the vocabulary's "How many").
ONLY_OF = {SAG + "item": SAG + "Meeting", SAG + "responsible": SAG + "AgendaItem"}


class Reach(msgspec.Struct, frozen=True):
    """What one triple of a property says: `forward` from subject to object, `backward` from object to subject (full
    IRIs).
    """

    forward: tuple[str, ...]
    backward: tuple[str, ...]


class Ontology(msgspec.Struct, frozen=True):
    """`supers` of a class or property, itself first, all the way up; `reach` of a property that says more."""

    supers: dict[str, tuple[str, ...]]
    reach: dict[str, Reach]

    def classes(self, term: str) -> tuple[str, ...]:
        """The class of a CURIE or IRI and all its super-classes, as full IRIs."""
        iri = full_iri(term)
        return self.supers.get(iri, (iri,))

    def properties(self, term: str, *, plain: bool = False) -> Reach:
        """What a property says; with `plain`, only itself."""
        iri = full_iri(term)
        found = None if plain else self.reach.get(iri)
        return found or Reach((iri,), ())


@lru_cache(maxsize=1)
def shipped_ontology() -> Ontology:
    """The ontology that ships with the package, read once."""
    return read_ontology(ontology_file(VOCABULARY).read_bytes())


@lru_cache(maxsize=1)
def term_labels() -> dict[str, Said]:
    """What people call the classes and properties of the ontology, by full IRI."""
    import pyoxigraph as ox

    found: dict[str, dict[str, str]] = {}
    for quad in ox.parse(ontology_file(VOCABULARY).read_bytes(), format=ox.RdfFormat.TURTLE):
        if quad.predicate.value == RDFS + "label" and isinstance(quad.object, ox.Literal):
            found.setdefault(quad.subject.value, {})[quad.object.language or ""] = quad.object.value
    return {term: Said(texts["da"], texts["en"]) for term, texts in found.items() if {"da", "en"} <= set(texts)}


def read_ontology(turtle: bytes) -> Ontology:
    """The closure of the sub-class, sub-property and inverse statements of a Turtle document.

    Raises `SyntaxError` where the bytes are not Turtle.
    """
    import pyoxigraph as ox

    up: dict[str, set[str]] = {}
    inverse: dict[str, set[str]] = {}
    for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE):
        subject, predicate, value = quad.subject, quad.predicate.value, quad.object
        if not (isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode)):
            continue
        if predicate in (_SUB_CLASS, _SUB_PROPERTY):
            up.setdefault(subject.value, set()).add(value.value)
        elif predicate == _INVERSE:
            inverse.setdefault(subject.value, set()).add(value.value)
            inverse.setdefault(value.value, set()).add(subject.value)
        elif predicate == RDF + "type" and value.value == _SYMMETRIC:
            inverse.setdefault(subject.value, set()).add(subject.value)
    return _closed(up, inverse)


def _closed(up: dict[str, set[str]], inverse: dict[str, set[str]]) -> Ontology:
    supers = {iri: tuple(_above(iri, up)) for iri in sorted(up)}
    reach: dict[str, Reach] = {}
    for iri in sorted(up.keys() | inverse.keys()):
        forward = supers.get(iri, (iri,))
        backs = [back for each in forward for back in sorted(inverse.get(each, ()))]
        backward = dict.fromkeys(above for back in backs for above in supers.get(back, (back,)))
        reach[iri] = Reach(forward, tuple(backward))
    return Ontology(supers, reach)


def _above(iri: str, up: dict[str, set[str]]) -> Iterator[str]:
    """The term and everything above it, nearest first, each once."""
    seen: dict[str, None] = {}
    level: Iterable[str] = [iri]
    while level := [each for each in level if each not in seen]:
        seen.update(dict.fromkeys(level))
        level = sorted({above for each in level for above in up.get(each, ())})
    yield from seen
