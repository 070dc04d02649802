"""Danish words and the better of two spellings."""

import pytest

from kg.danish.words import better_spelling, compound_tail, is_danish_word, stem


@pytest.mark.parametrize(
    "word", ["budgetforlig", "Økonomi", "skovbørnehave", "hjemmeplejen", "svømmehalsplan", "KOMMUNE"]
)
def test_words_and_compounds(word: str) -> None:
    assert is_danish_word(word)


@pytest.mark.parametrize("word", ["xyzzy", "budgetfølging", "børnhv", ""])
def test_no_words(word: str) -> None:
    assert not is_danish_word(word)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("Budgetopfølgning 2020", "Budgetfølging 2020"),
        ("Sporadisk tilsyn", "Sporatisk tilsyn"),
        ("Plan for havnen", "Plan for"),
        ("ABC og børn", "ABC og brøn"),
    ],
)
def test_better_spelling_whatever_the_order(better: str, worse: str) -> None:
    assert better_spelling(better, worse) == better
    assert better_spelling(worse, better) == better


def test_of_two_as_good_and_as_long_the_first() -> None:
    assert better_spelling("Vand og vej", "vej og Vand") == "Vand og vej"


@pytest.mark.parametrize(
    ("word", "expected"), [("huslejerne", "huslej"), ("biblioteket", "bibliotek"), ("kommunerne", "kommun"), ("", "")]
)
def test_a_stem_is_the_word_without_its_inflection(word, expected):
    assert stem(word) == expected


@pytest.mark.parametrize(
    ("rest", "expected"),
    [("strategien", True), ("sforhandlinger", True), ("ordning", True), ("kads", False), ("", False), ("s", False)],
)
def test_compound_tail(rest, expected):
    assert compound_tail(rest) is expected
