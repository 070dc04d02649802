"""Titles that stand above their point's number."""

from kg.layouts import draft
from kg.layouts.above import titled_above
from kg.layouts.points import Point
from kg.model.source import Source, Text


def titles(text, *titled):
    sheet = draft(Source("m.txt", "0" * 64, "text/plain", text))
    points = [
        Point(int(line.text.split()[-1]), "1", Text("Broer" if index in titled else "", 0, 0), index, index + 1)
        for index, line in enumerate(sheet.lines)
        if line.text.startswith("Sag nr.")
    ]
    return [(point.title.value, point.line) for point in titled_above(sheet, points)]


def test_the_line_above_is_the_title():
    assert titles("Veje\nSag nr. 129\nGodkendt.\n\nBroer\n\nSag nr. 130\n") == [("Veje", 0), ("Broer", 4)]


def test_a_line_that_belongs_to_the_text_above_is_none():
    assert titles("Veje\nSag nr. 129\n\nUdvalget drøftede sagen.\nGodkendt.\nSag nr. 130\n") == [("Veje", 0), ("", 5)]
    assert titles("Sag nr. 129\nSag nr. 130\n") == [("", 0), ("", 1)]


def test_where_most_points_have_titles_one_without_keeps_none():
    assert titles("Veje\nSag nr. 129\n\nBroer\nSag nr. 130\n", 1) == [("Broer", 1), ("", 4)]
