"""A source made ready for parsing."""

from kg.layouts import draft
from kg.model.source import Mark, Source


def test_a_line_is_bold_where_the_file_marks_it():
    text = "Stier\nUdvalget drøftede stierne.\n**Broer ved åen**\n"
    sheet = draft(Source("a.pdf", "0" * 64, "application/pdf", text, (0,), (Mark(0, 5, "bold"), Mark(6, 9, "row"))))
    assert [sheet.bold(index) for index in range(3)] == [True, False, True]


def test_a_gap_wider_than_any_table_ends_the_line():
    text = "Punkt 1: Cykelsti" + " " * 400 + "Beslutning"
    sheet = draft(Source("a.txt", "0" * 64, "text/plain", text))
    assert len(sheet.plain) == len(text)
    assert [line.text for line in sheet.lines if line.text] == ["Punkt 1: Cykelsti", "Beslutning"]
