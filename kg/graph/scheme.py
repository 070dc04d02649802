"""Themes from SKOS: the words that signal them, and the concepts as the graph holds them."""

import re
from typing import Any

import msgspec

from kg.errors import UsageError
from kg.extract.themes import Scheme
from kg.graph.prefixes import full_iri
from kg.ontology_files import THEMES, VOCABULARY, ontology_file

_SAID = (
    "rdf:type",
    "skos:notation",
    "skos:prefLabel",
    "skos:altLabel",
    "skos:definition",
    "skos:inScheme",
    "skos:broader",
    "skos:closeMatch",
    "dcterms:issued",
    "dcterms:valid",
)
# The numbers of KLE, KL's subject index: those that concepts bear themselves, or that they are close to.
_NUMBER = re.compile(r"\d\d(?:\.\d\d){0,2}")
_CLOSE_TO = re.compile(r"https?://www\.kle-online\.dk/emneplan/((?:\d\d[./]?){1,3})$")


class Vocabulary(msgspec.Struct, frozen=True):
    """A theme scheme read: the words for the extractors, the IRI of each notation, and triples for the graph (N-Triples
    without the final dot).
    """

    words: Scheme
    themes: dict[str, str]
    triples: tuple[str, ...]


def read_vocabulary(themes: str = "") -> Vocabulary:
    """The outcomes of the vocabulary with the themes of the SKOS Turtle file at `themes`, or with the shipped ones.

    Raises `UsageError` where the file cannot be read or holds no concept with a notation.
    """
    import pyoxigraph as ox

    path = themes or str(ontology_file(THEMES))
    try:
        scheme = list(ox.parse(path=path, format=ox.RdfFormat.TURTLE))
    except (OSError, SyntaxError) as error:
        raise UsageError(
            f"{path}: the themes cannot be read ({error}); give a SKOS file in Turtle.",
            f"{path}: emnerne kan ikke læses ({error}); giv en SKOS-fil i Turtle.",
        ) from error
    notations = {
        quad.subject.value: quad.object.value for quad in scheme if quad.predicate.value == full_iri("skos:notation")
    }
    if not notations:
        raise UsageError(
            f"{path}: no theme has a skos:notation; give each concept one.",
            f"{path}: intet emne har en skos:notation; giv hvert begreb en.",
        )
    strong, weak = full_iri("skos:hiddenLabel"), full_iri("sag:weakLabel")
    words = sorted(
        (notations[quad.subject.value], quad.object.value, quad.predicate.value == strong)
        for quad in scheme
        if quad.predicate.value in {strong, weak} and quad.subject.value in notations
    )
    outcomes = [
        quad
        for quad in ox.parse(path=str(ontology_file(VOCABULARY)), format=ox.RdfFormat.TURTLE)
        if "#outcome" in quad.subject.value
    ]
    said = {full_iri(term) for term in _SAID}
    lines = sorted(
        {
            f"{quad.subject} {quad.predicate} {quad.object}"
            for quad in (*scheme, *outcomes)
            if quad.predicate.value in said
        }
    )
    return Vocabulary(
        Scheme(tuple(words), _numbers(scheme, notations)),
        {notation: iri for iri, notation in notations.items()},
        tuple(lines),
    )


def _numbers(scheme: list[Any], notations: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """The subject numbers of the scheme with the notations of the themes that they stand for."""
    close = full_iri("skos:closeMatch")
    own = {(each, each) for each in notations.values() if _NUMBER.fullmatch(each)}
    alike = {
        (_number(quad.object.value), notations[quad.subject.value])
        for quad in scheme
        if quad.predicate.value == close and quad.subject.value in notations
    }
    return tuple(sorted(own | {(number, theme) for number, theme in alike if number}))


def _number(address: str) -> str:
    """The number of a subject of KLE from its address; empty for any other address."""
    found = _CLOSE_TO.match(address)
    return found[1].strip("./").replace("/", ".") if found else ""
