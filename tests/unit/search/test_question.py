"""What is asked for, by what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.search.question import read_question


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("svømmehal", [("svømmehal",)]),
        ("Nye skoler", [("nye",), ("skol",)]),
        ("skole skolen SKOLER", [("skol",)]),
        ('"nye skoler" plan', [("nye", "skol"), ("plan",)]),
        ("„nye skoler“ plan", [("nye", "skol"), ("plan",)]),
        ("»nye skoler«", [("nye", "skol")]),
        ('"skoler"', [("skol",)]),
        ('nye" skoler', [("nye",), ("skol",)]),
        ('""', []),
        ("22/10457", [("22", "10457")]),
        ("sag 27.32.00-P20-1-22", [("sag",), ("27", "32", "00", "p20", "1", "22")]),
        ("trafik/miljø", [("trafik",), ("miljø",)]),
        ("hvad blev der sagt om støj", [("sagt",), ("støj",)]),
        ("og i at", [("og",), ("i",), ("at",)]),
        ('"til efterretning"', [("til", "efterretning")]),
        ("", []),
        ("?!… () [] \\ * ~ ^ : + -", []),
        ("-støj +plan text:mål NOT", [("støj",), ("plan",), ("text",), ("mål",), ("not",)]),
    ],
)
def test_the_parts_of_a_question(words, parts):
    assert [each.terms for each in read_question(words)] == parts


def test_a_part_knows_how_many_words_stand_before_it():
    assert [each.at for each in read_question('plan for "nye skoler" i byen')] == [0, 2, 5]


@given(st.text(max_size=200))
def test_any_text_is_a_question(words):
    assert all(part.terms for part in read_question(words))


def test_a_long_question_is_cut_short():
    assert len(read_question(" ".join(f"ord{n}a" for n in range(5_000)))) == 24
