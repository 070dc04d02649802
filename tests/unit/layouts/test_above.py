"""Titles that stand above their point's number."""

from kg.layouts import draft
from kg.layouts.above import cases_above, titled_above
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


def cases(text):
    sheet = draft(Source("m.txt", "0" * 64, "text/plain", text))
    points = [
        Point(index, "1", Text("Broer", 0, 0), index, index + 1)
        for index, line in enumerate(sheet.lines)
        if "Broer" in line.text
    ]
    return {line: case.value for line, case in cases_above(sheet, points).items()}


def test_a_case_number_may_stand_above_the_heading():
    text = "01.02.03-P00-1-24\n\n1. Broer\nGodkendt.\n\n01.02.03-P00-2-24\n\n2. Broer\nUdsat.\n"
    assert cases(text) == {2: "01.02.03-P00-1-24", 7: "01.02.03-P00-2-24"}
    assert cases(text.removeprefix("01.02.03-P00-1-24")) == {}
    assert cases("01.02.03-P00-1-24 (gammel)\n1. Broer\n") == {}


def test_the_case_number_above_a_heading_is_that_of_the_point_below_it(items_of):
    point = "01.02.03-P00-{0}-24\n\nPunkt {0}: Broer\n\nBeslutning\n\nGodkendt.\n\n"
    one, two = items_of(point.format(1) + point.format(2))
    assert (one.case.value, two.case.value) == ("01.02.03-P00-1-24", "01.02.03-P00-2-24")
    assert one.end < two.case.start
