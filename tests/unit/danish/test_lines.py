"""Lines and where they stand."""

from hypothesis import given
from hypothesis import strategies as st

from kg.danish.lines import split_lines


def test_every_line_end_ends_a_line() -> None:
    text = "a\nb\r\nc\rd\fe\x0bf\x85g\u2028h"
    assert [line.text for line in split_lines(text)] == list("abcdefgh")


def test_empty_lines_are_lines() -> None:
    assert [(line.start, line.end) for line in split_lines("a\n\nb\n")] == [(0, 1), (2, 2), (3, 4)]
    assert split_lines("") == []


@given(st.text(alphabet="ab\n\r\f\x0b\x85\u2028 ") | st.text())
def test_a_line_reads_as_the_text_at_its_place(text: str) -> None:
    lines = split_lines(text)
    assert [line.text for line in lines] == text.splitlines()
    assert all(text[line.start : line.end] == line.text for line in lines)
