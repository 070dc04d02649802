"""The words by which items are compared."""

from kg.linkers.terms import count_terms


def test_stems_of_the_longer_words_by_count_then_alphabet():
    text = "bådebroen og bådebroer: sejlklubben om it i a38, kommunens forslag"
    assert count_terms(text) == (("bådebr", 2), ("a38", 1), ("it", 1), ("sejlkl", 1))
