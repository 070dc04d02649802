"""Terms as N-Triples writes them."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.terms import decimal_token, iri_token, literal_token
from kg.model.fact import Literal


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("rdf:type", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"),
        ("https://x.dk/a b", "<https://x.dk/a%20b>"),
        ("https://x.dk/<a>", "<https://x.dk/%3Ca%3E>"),
        ("https://x.dk/100%", "<https://x.dk/100%25>"),
        ("https://x.dk/a%20b", "<https://x.dk/a%20b>"),
        ("https://x.dk/sø#char=1,2", "<https://x.dk/sø#char=1,2>"),
    ],
)
def test_iri_token_holds_legal_characters_only(term: str, expected: str) -> None:
    assert iri_token(term) == expected


@pytest.mark.parametrize(
    ("literal", "expected"),
    [
        (Literal("Økonomi"), '"Økonomi"'),
        (Literal('a "b"\n\\c'), '"a \\"b\\"\\n\\\\c"'),
        (Literal("økonomi", "", "da"), '"økonomi"@da'),
        (Literal("5", "xsd:integer"), '"5"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    ],
)
def test_literal_token(literal: Literal, expected: str) -> None:
    assert literal_token(literal) == expected


@pytest.mark.parametrize(("number", "digits"), [(1.0, "1.0"), (0.85, "0.85"), (0.0, "0.0"), (2 / 3, "0.667")])
def test_decimal_token(number: float, digits: str) -> None:
    assert decimal_token(number) == f'"{digits}"^^<http://www.w3.org/2001/XMLSchema#decimal>'


@given(st.text())
def test_a_parser_reads_every_literal_back(text: str) -> None:
    line = f"<x:s> <x:p> {literal_token(Literal(text))} .\n"
    (quad,) = ox.parse(line.encode(), format=ox.RdfFormat.N_TRIPLES)
    assert quad.object == ox.Literal(text)


@given(st.text(st.characters(exclude_categories=["Cs", "Co", "Cn"])))
def test_a_parser_accepts_every_iri(text: str) -> None:
    line = f"{iri_token('https://x.dk/' + text)} <x:p> <x:o> .\n"
    assert len(list(ox.parse(line.encode(), format=ox.RdfFormat.N_TRIPLES))) == 1
