"""`sag:item` and its full IRI."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.prefixes import PREFIXES, full_iri, short_name


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("sag:item", "https://w3id.org/sagsgraf/ontology#item"),
        ("schema:value", "https://schema.org/value"),
        ("https://w3id.org/sagsgraf/id/by/unit/hr", "https://w3id.org/sagsgraf/id/by/unit/hr"),
        ("org://odd", "org://odd"),
        ("unknown:thing", "unknown:thing"),
    ],
)
def test_full_iri(term: str, expected: str) -> None:
    assert full_iri(term) == expected


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        ("https://w3id.org/sagsgraf/ontology#item", "sag:item"),
        ("https://w3id.org/sagsgraf/ontology#", "https://w3id.org/sagsgraf/ontology#"),
        ("https://example.org/a/b", "https://example.org/a/b"),
    ],
)
def test_short_name(iri: str, expected: str) -> None:
    assert short_name(iri) == expected


@given(st.sampled_from(sorted(PREFIXES)), st.from_regex("[A-Za-z]{1,12}", fullmatch=True))
def test_short_and_full_are_inverse(prefix: str, local: str) -> None:
    assert short_name(full_iri(f"{prefix}:{local}")) == f"{prefix}:{local}"
