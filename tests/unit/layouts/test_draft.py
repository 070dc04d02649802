"""A source made ready for parsing."""

from kg.layouts import draft
from kg.model.source import Mark, Source


def test_a_line_is_bold_where_the_file_marks_it():
    text = "Stier\nUdvalget drøftede stierne.\n**Broer ved åen**\n"
    sheet = draft(Source("a.pdf", "0" * 64, "application/pdf", text, (0,), (Mark(0, 5, "bold"), Mark(6, 9, "row"))))
    assert [sheet.bold(index) for index in range(3)] == [True, False, True]
