"""The passage that shows what was asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.search.question import read_question
from kg.search.snippet import Asked, cut

FILL = "Der er ikke noget at sige her, og det bliver sagt med mange ord. " * 8
WORDS = st.sampled_from(
    ["svømmehal", "svømmehallen", "Kørslen", "og", "blev", "\n", "\n\n", " ", "22/10457", "å", "a\u030a", "–"]
)
TEXTS = st.lists(st.text(max_size=8) | WORDS | st.just(FILL), max_size=20).map(" ".join)


def shown(text: str, words: str) -> str:
    snippet = cut(text, Asked(read_question(words)))
    passage = text[snippet.start : snippet.end]
    for low, high in reversed(snippet.marks):
        passage = f"{passage[:low]}[{passage[low:high]}]{passage[high:]}"
    return passage


@pytest.mark.parametrize(
    ("text", "words", "passage"),
    [
        ("Punkt 1\n\nHallen males.", "hal", "[Hallen] males."),
        ("Punkt 1\n\nKørslen er dyr, og kørsel koster.", "kørsel", "[Kørslen] er dyr, og [kørsel] koster."),
        ("Punkt 1\n\nEt svømmehalsprojekt.", "svømmehallen", "Et [svømmehalsprojekt]."),
        # the title shows already in the title
        ("Hallen\n\nDet koster.\n\nHallen males.", "hal", "[Hallen] males."),
        ("Hallen\n\nDet koster.", "hal", "[Hallen]\n\nDet koster."),
        ("Punkt 1\n\nDet koster.", "hal", "Det koster."),
        ("", "hal", ""),
        # words side by side are marked as one, and only there
        ("Punkt 1\n\nSag 22/10457 af 22. maj.", "22/10457", "Sag [22/10457] af 22. maj."),
        ("Punkt 1\n\nNye skoler, og skoler er nye.", '"nye skoler"', "[Nye skoler], og skoler er nye."),
        ("Punkt 1\n\nNye skoler er nye.", '"nye skoler" nye', "[Nye skoler] er [nye]."),
        # accents that are characters of their own
        ("Punkt 1\n\nDet er ra\u030adet.", "rådet", "Det er [ra\u030adet]."),
    ],
)
def test_the_passage_with_the_words(text, words, passage):
    assert shown(text, words) == passage


def test_the_passage_is_where_most_of_the_words_are():
    text = f"Punkt 1\n\nHallen males. {FILL}\n\nDer skal males i hallen, siger skolen. {FILL}"
    assert shown(text, "hallen skolen males").startswith("Der skal [males] i [hallen], siger [skolen].")


def test_the_passage_ends_between_words():
    passage = shown(f"Punkt 1\n\n{FILL} Hallen males. {FILL}", "hallen")
    assert passage.split()[-1] in FILL.split()
    assert passage.split()[0] in FILL.split()
    assert len(passage) <= 242


@given(TEXTS, st.text(max_size=20) | WORDS | st.lists(WORDS, max_size=4).map(" ".join))
def test_marks_lie_in_the_passage_and_the_passage_in_the_text(text, words):
    snippet = cut(text, Asked(read_question(words)))
    assert 0 <= snippet.start <= snippet.end <= len(text)
    places = [place for mark in snippet.marks for place in mark]
    assert places == sorted(places)
    assert all(0 <= low < high <= snippet.end - snippet.start for low, high in snippet.marks)
    passage = text[snippet.start : snippet.end]
    assert passage == passage.strip()
    assert len(passage) <= 240
