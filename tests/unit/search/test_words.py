"""Which words are one to the index."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.search.words import asked_words, terms


@pytest.mark.parametrize(
    "same",
    [
        "kørsel kørslen Kørsler",
        "svømmehal svømmehallen SVØMMEHALLER svømmehallens",
        "beslutning beslutningen beslutninger",
        "cykel cyklen cykler cyklerne",
        "regel reglen regler",
        "budget budgettet budgetter",
        "center centeret centret centre",
        "nummer numre",
        "skole skolen skoler skolernes",
        "æble æbler",
        "ø Ø",
        "aa\u030a aå",  # å as one character and as two
    ],
)
def test_forms_of_a_word_are_one_term(same):
    assert len({tuple(terms(each)) for each in same.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("børn", "born"), ("læge", "lage"), ("råd", "rad"), ("å", "aa"), ("sag", "sø"), ("kørsel", "kort")],
)
def test_other_words_are_not(one, other):
    assert terms(one) != terms(other)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("22/10457", ["22", "10457"]),
        ("børne- og ungepolitik", ["børn", "og", "ungepolitik"]),
        ("**Bilag**, (nyt)", ["bilag", "nyt"]),
        ("en_fil.pdf", ["en", "fil", "pdf"]),
        ("x" * 100, []),
        ("", []),
        (" \t…", []),
    ],
)
def test_a_text_to_its_terms(text, found):
    assert terms(text) == found


@pytest.mark.parametrize(
    ("word", "beginning"),
    [
        ("svømmehallen", "svømmehal"),
        ("skole", "skole"),  # its term is `skol`, which would find *skoling*
        ("kørslen", "kørsel"),
        ("budgettet", "budget"),
        ("ældre", "ældre"),
        ("plan", ""),
        ("22334", ""),
    ],
)
def test_what_compounds_of_a_word_begin_with(word, beginning):
    assert [each.beginning for each in asked_words(word)] == [beginning]


@pytest.mark.parametrize(("word", "common"), [("og", True), ("blev", True), ("HVAD", True), ("plan", False)])
def test_words_that_every_text_has(word, common):
    assert [each.common for each in asked_words(word)] == [common]


@given(st.text() | st.text(st.characters(categories=["Cs", "Cc", "L", "M", "N"])))
def test_any_text_has_terms_without_a_space(text):
    assert len(asked_words(text)) == len(terms(text))
    assert all(term and not any(each.isspace() for each in term) for term in terms(text))
