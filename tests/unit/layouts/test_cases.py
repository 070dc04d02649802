"""Case numbers that stand above their point's heading."""

from kg.layouts import draft
from kg.layouts.cases import cases_above
from kg.model.source import Source


def cases(text):
    sheet = draft(Source("m.txt", "0" * 64, "text/plain", text))
    headings = [(index, index + 1) for index, line in enumerate(sheet.lines) if "Broer" in line.text]
    found = zip(headings, cases_above(sheet, headings, ()), strict=True)
    return {line: case[0].value for (line, _), case in found if case}


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
