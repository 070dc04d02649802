"""Turtle and TriG that a person can read, and any parser."""

import random

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.terms import iri_token, literal_token
from kg.graph.turtle import trig, turtle
from kg.model.fact import Literal


def line(subject: str, predicate: str, value: str | Literal) -> bytes:
    written = literal_token(value) if isinstance(value, Literal) else iri_token(value)
    return f"{iri_token(subject)} {iri_token(predicate)} {written}".encode()


SOME = [
    line("https://x.dk/item/3", "sag:number", Literal("3", "xsd:integer")),
    line("https://x.dk/item/3", "rdf:type", "sag:AgendaItem"),
    line("https://x.dk/item/3", "sag:mentions", "https://x.dk/unit/b"),
    line("https://x.dk/item/3", "sag:mentions", "https://x.dk/unit/a"),
    line("https://x.dk/item/3", "dcterms:title", Literal('Budget "2025"\nog mere')),
    line("https://x.dk/item/3", "dcterms:date", Literal("2024-03-05", "xsd:date")),
    line("https://x.dk/item/3", "sag:closed", Literal("false", "xsd:boolean")),
    line("https://x.dk/item/2", "schema:value", Literal("1.5", "xsd:decimal")),
    line("https://x.dk/item/2", "skos:prefLabel", Literal("økonomi", "", "da")),
]
WRITTEN = """@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix sag: <https://w3id.org/sagsgraf/ontology#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<https://x.dk/item/2> skos:prefLabel "økonomi"@da ;
  schema:value 1.5 .

<https://x.dk/item/3> a sag:AgendaItem ;
  dcterms:date "2024-03-05"^^xsd:date ;
  dcterms:title "Budget \\"2025\\"\\nog mere" ;
  sag:closed false ;
  sag:mentions <https://x.dk/unit/a>, <https://x.dk/unit/b> ;
  sag:number 3 .
"""


def test_turtle_reads_well() -> None:
    assert turtle(SOME).decode() == WRITTEN


def test_trig_keeps_the_graphs() -> None:
    quads = [SOME[0] + b" <https://x.dk/g2>", SOME[1] + b" <https://x.dk/g1>", SOME[0] + b" <https://x.dk/g1>"]
    assert (
        trig(quads).decode()
        == """@prefix sag: <https://w3id.org/sagsgraf/ontology#> .

GRAPH <https://x.dk/g1> {
  <https://x.dk/item/3> a sag:AgendaItem ;
    sag:number 3 .
}

GRAPH <https://x.dk/g2> {
  <https://x.dk/item/3> sag:number 3 .
}
"""
    )


def test_nothing_is_nothing() -> None:
    assert turtle([]) == trig([]) == b""


@pytest.mark.parametrize(
    ("iri", "written"),
    [
        ("sag:item", b"sag:item"),
        ("https://w3id.org/sagsgraf/ontology#a/b", b"<https://w3id.org/sagsgraf/ontology#a/b>"),
        ("https://w3id.org/sagsgraf/ontology#", b"<https://w3id.org/sagsgraf/ontology#>"),
        ("https://w3id.org/sagsgraf/id/by/unit/hr", b"<https://w3id.org/sagsgraf/id/by/unit/hr>"),
        ("https://schema.org/a.b", b"<https://schema.org/a.b>"),
        ("http://purl.org/dc/terms/a,b", b"<http://purl.org/dc/terms/a,b>"),
    ],
)
def test_only_names_that_need_no_escape_are_abbreviated(iri: str, written: bytes) -> None:
    assert turtle([line("x:s", "x:p", iri)]).splitlines()[-1] == b"<x:s> <x:p> " + written + b" ."


literals = st.builds(
    Literal,
    st.text() | st.text(st.sampled_from("\"\\'\n\r\t\x0c\x00.;, \u200f\u2028\U0001f600a^@<>#"), max_size=30),
    st.sampled_from(["xsd:string", "xsd:date", "xsd:integer", "xsd:boolean", "xsd:decimal", "https://x.dk/odd"]),
)
triples = st.builds(
    line,
    st.sampled_from(["https://x.dk/s", "https://x.dk/s#a", "https://x.dk/s/b", "sag:item"]),
    st.sampled_from(["rdf:type", "sag:item", "https://x.dk/p", "dcterms:title"]),
    st.sampled_from(["sag:Meeting", "https://x.dk/o#char=1,2"]) | literals,
)


def parsed(data: bytes, form: ox.RdfFormat) -> set[str]:
    return {str(quad) for quad in ox.parse(data, format=form)}


@given(st.lists(triples, max_size=12))
def test_a_parser_reads_the_same_back(some: list[bytes]) -> None:
    expected = parsed(b"".join(each + b" .\n" for each in some), ox.RdfFormat.N_TRIPLES)
    assert parsed(turtle(some), ox.RdfFormat.TURTLE) == expected


@given(st.lists(triples, max_size=12))
def test_trig_reads_the_same_back(some: list[bytes]) -> None:
    quads = [each + b" <https://x.dk/g%d>" % (number % 2) for number, each in enumerate(some)]
    expected = parsed(b"".join(each + b" .\n" for each in quads), ox.RdfFormat.N_QUADS)
    assert parsed(trig(quads), ox.RdfFormat.TRIG) == expected


@given(st.lists(triples, max_size=12), st.randoms(use_true_random=False))
def test_order_changes_no_byte(some: list[bytes], chance: random.Random) -> None:
    mixed = some + some[:3]
    chance.shuffle(mixed)
    assert turtle(mixed) == turtle(some)
