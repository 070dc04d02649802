"""Markup blanked in place, and values folded."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.danish.markup import blank_markup, fold, lower_same_length


@pytest.mark.parametrize(
    ("text", "blanked"),
    [
        ("**Bilag**", "  Bilag  "),
        ("### **Bilag**", "      Bilag  "),
        ("*kursiv* ord", " kursiv  ord"),
        ("**I alt**5", "  I alt  5"),
        ("_fed_ og __fed__", " fed  og   fed  "),
        ("<b>I alt</b><br/>", "   I alt         "),
        ("<!-- nej -->a", "            a"),
        ("5&nbsp;kr.", "5      kr."),
        ("|--|---:|\n| a | b |", "         \n| a | b |"),
        ("a|b\r\n-|-\r\nc", "a|b\r\n    \nc"),
    ],
)
def test_blanked(text: str, blanked: str) -> None:
    assert blank_markup(text).replace("\r", " ").rstrip() == blanked.replace("\r", " ").rstrip()


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3", "* punkt", "- punkt", "· punkt", "• punkt", "a*b", "a_b_c.pdf", "plan_2016_endelig.pdf", "#emne",
        "nr. # 5",
        "1 < 2 > 0", "trin <x>", "5 &amp; 6", "| a - b |", "14\\_v1", "5 \\* 6", "lang -- streg", "2014-2017",
    ],
)  # fmt: skip
def test_kept(text: str) -> None:
    assert blank_markup(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("  to \t ord\n her ", "to ord her"),
        ("Teknik &amp; Miljø", "Teknik & Miljø"),
        ("14\\_v1\\.pdf", "14_v1.pdf"),
        ("A\u030ahave", "Åhave"),
        ("c:\\mappe", "c:\\mappe"),
    ],
)
def test_fold(text: str, value: str) -> None:
    assert fold(text) == value


MARKED = st.lists(
    st.sampled_from(
        [
            "*",
            "**",
            "_",
            "#",
            "## ",
            "<b>",
            "</i>",
            "<br",
            ">",
            "&nbsp;",
            "|",
            "--",
            "-",
            ":",
            "\n",
            "\r\n",
            " ",
            "ord",
            "Å",
            "\\",
            "3",
        ]
    )
).map("".join)


@given(MARKED | st.text())
def test_blanking_keeps_length_lines_and_other_letters(text: str) -> None:
    blanked = blank_markup(text)
    assert len(blanked) == len(text)
    assert all(new in {old, " "} for old, new in zip(text, blanked, strict=True))
    assert blanked.count("\n") == text.count("\n")
    assert all(new == old for old, new in zip(text, blanked, strict=True) if old in "Å3")


@given(st.text())
def test_folding_is_done_once(text: str) -> None:
    folded = fold(text)
    assert unicodedata.is_normalized("NFC", folded)
    assert folded == folded.strip()
    assert "  " not in folded


@given(st.text() | st.text(alphabet="İIıÅåßẞΣ "))
def test_lower_case_keeps_every_offset(text: str) -> None:
    lower = lower_same_length(text)
    assert len(lower) == len(text)
    assert all(new in {old, old.lower(), "ς"} for old, new in zip(text, lower, strict=True))
