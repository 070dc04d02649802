"""Slugs: a name in, a piece of an identifier out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.danish.slug import slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Direktionen", "direktionen"),
        ("Børne- og Ungeudvalget", "boerne-og-ungeudvalget"),
        ("Ældre & Sundhed, ØST", "aeldre-sundhed-oest"),
        ("Århus", "aarhus"),
        ("A\u030arhus", "aarhus"),
        ("Renée Müller", "renee-muller"),
        ("ABC's", "abcs"),
        ("  16/1234-A ", "16-1234-a"),
        ("Łukasz ß", "lukasz-ss"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_what_ascii_cannot_show_gets_a_name_of_its_own() -> None:
    assert re.fullmatch(r"x[0-9a-f]{8}", slug("日本"))
    assert len({slug("日本"), slug("中国"), slug(""), slug("—")}) == 4


@given(st.text())
def test_a_slug_is_its_own_slug(text: str) -> None:
    once = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", once)
    assert slug(once) == once


@given(st.text(alphabet="abcæøåABCÆØÅ é-&1"))
def test_case_makes_no_difference(text: str) -> None:
    assert not re.search("[a-z0-9æøå]", text.lower()) or slug(text.upper()) == slug(text.lower())
