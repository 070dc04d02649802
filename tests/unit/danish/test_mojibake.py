"""Damaged letters: repaired where only one repair is Danish."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.danish.mojibake import has_marks, repair


@pytest.mark.parametrize(
    ("damaged", "repaired"),
    [
        ("Ã¦bler og pÃ¦rer", "æbler og pærer"),
        ("RÃ¥det", "Rådet"),
        ("aftale Â§ 5", "aftale § 5"),
        ("3 â€“ 4", "3 – 4"),
        ("BÃ¸rn og kÃ?lkebakke", "Børn og kælkebakke"),
    ],
)
def test_whole_pairs_are_decoded_again(damaged: str, repaired: str) -> None:
    assert repair(damaged) == (repaired, True)


@pytest.mark.parametrize(
    ("damaged", "repaired"),
    [
        ("hÃndbold", "håndbold"),
        ("budgetoplÃg", "budgetoplæg"),
        ("sommerhusomrÃde", "sommerhusområde"),
        ("k\ufffdlkebakke", "kælkebakke"),
        ("plan_skovbÃrnehave_2020.pdf", "plan_skovbørnehave_2020.pdf"),
        ("Ãkonomi", "Økonomi"),
        ("sagens Ãkonomi", "sagens økonomi"),
        ("BÃRN", "BØRN"),
        ("SÃren", "Søren"),
        ("PÃdagogisk tilsyn og skovbÃrnehave", "Pædagogisk tilsyn og skovbørnehave"),
    ],
)
def test_a_lost_letter_is_the_one_that_makes_a_word(damaged: str, repaired: str) -> None:
    assert repair(damaged) == (repaired, True)


@pytest.mark.parametrize("damaged", ["bÃr", "xÃx", "Ãrlig status", "Ã", "ÃÃÃÃ"])
def test_none_or_several_repairs_leave_the_word(damaged: str) -> None:
    assert repair(damaged) == (damaged, False)


def test_the_rest_is_repaired_where_one_word_is_not() -> None:
    assert repair("hÃndbold og xÃx") == ("håndbold og xÃx", False)


@given(st.text(alphabet="abcæøåÆØÅéß §–.1 "))
def test_text_without_marks_is_left(text: str) -> None:
    assert not has_marks(text)
    assert repair(text) == (text, True)


@given(
    st.lists(st.sampled_from(["rådhus", "børnehave", "ændring", "Økonomi", "Ærø", "århundrede"]), min_size=1).map(
        " ".join
    )
)
def test_every_danish_letter_comes_back(text: str) -> None:
    assert repair(text.encode().decode("cp1252")) == (text, True)


@given(st.lists(st.sampled_from(["Ã", "Â", "\ufffd", "?", "å", "ord", " ", "_", "â€"])).map("".join))
def test_sure_means_that_no_mark_is_left(text: str) -> None:
    repaired, sure = repair(text)
    assert sure == (not has_marks(repaired))
