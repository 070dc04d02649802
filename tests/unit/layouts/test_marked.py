"""Marks in, a meeting out: what a file's structure says counts, and the text says the rest."""

import pytest

from kg.layouts import parse
from kg.layouts.marked import numbered
from kg.model.source import Mark, Source
from kg.readers.export import Export, ExportedPoint, Field, compose
from kg.readers.tree import write_html


def field(html, caption=""):
    return Field(caption, lambda writer: write_html(html, writer))


def point(label="1", title="Veje", html="", **more):
    return ExportedPoint(label, title, fields=[field(html)] if html else [], **more)


def meeting(*points, **more):
    made = Export(**({"body": "Vejudvalget", "date": "2024-03-12", "time": "09:30"} | more), points=points)
    content = compose(made, "application/json")
    return parse(Source("m.json", "0" * 64, content.format, content.text, marks=content.marks))[0], content.text


def items_of(*points):
    return meeting(*points)[0].items


def sections_of(html):
    found, text = meeting(point(html=html))
    return [(each.kind, " ".join(text[each.start : each.end].split())) for each in found.items[0].sections]


def test_the_head():
    people = [("member", "Ida Bæk (A) - formand"), ("member", "Jørn Å. Lund"), ("absentee", "Bo Kjær (V)")]
    found, text = meeting(point(), place="Salen", people=people)
    assert (found.body.value, found.date, found.start_time.value) == ("Vejudvalget", "2024-03-12", "09:30")
    assert found.place.value == "Salen"
    assert text[found.date_at.start : found.date_at.end] == "12. marts 2024"
    assert [(each.name.value, each.role) for each in found.attendance] == [
        ("Ida Bæk", "member"), ("Jørn Å. Lund", "member"), ("Bo Kjær", "absentee"),
    ]  # fmt: skip


@pytest.mark.parametrize("body", ["Byråd 2022-2025", "Byråd (2022-2025)", "Byråd 2022 – 2025", "Byråd"])
def test_the_period_of_an_election_is_no_part_of_a_body(body):
    assert meeting(point(), body=body)[0].body.value == "Byråd"


def test_a_point():
    (item,) = items_of(point("3", "Ny bro", case="24-000117", attachments=["Kort", "Pris - tilbud"]))
    assert (item.number, item.label, item.title.value, item.case.value) == (3, "3", "Ny bro", "24-000117")
    assert [each.value for each in item.attachments] == ["Kort", "Pris - tilbud"]


@pytest.mark.parametrize(
    ("labels", "numbers"),
    [
        (["1", "2", "3"], [1, 2, 3]),
        (["183", "184."], [183, 184]),
        # what is no number counts by its place, unless a number has that
        (["ad 1", "F1", ""], [1, 2, 3]),
        (["1", "1a", "2"], [1, 3, 2]),
        (["2", "x", "1"], [2, 3, 1]),
        # an additional agenda that begins anew
        (["1", "2", "1", "2"], [1, 2, 3, 4]),
    ],
)
def test_numbers(labels, numbers):
    assert numbered(labels) == numbers


def test_a_label_stays_as_it_is_written():
    assert [item.label for item in items_of(point("ad 1"), point("1a"), point(""))] == ["ad 1", "1a", "3"]


def test_sections():
    html = "<h3>Beslutning</h3><p>Godkendt.</p><h3>Fremstilling</h3><h4>Resume</h4><p>En bro.</p>"
    assert sections_of(html) == [("decision", "Godkendt."), ("presentation", ""), ("background", "En bro.")]


def test_an_empty_heading_ends_what_stands_before_it():
    assert sections_of("<h3>Beslutning</h3><p>Godkendt.</p><h3></h3><p>En bro.</p>") == [
        ("decision", "Godkendt."), ("lead", "En bro."),
    ]  # fmt: skip
    # but neither one right below a caption nor a deeper one
    assert sections_of("<h3>Beslutning</h3><h3></h3><p>Godkendt.</p>") == [("decision", "Godkendt.")]
    assert sections_of("<h3>Beslutning</h3><p>A.</p><h4> </h4><p>B.</p>") == [("decision", "A. B.")]


@pytest.mark.parametrize(
    "absence", ["Afbud: Bo Kjær, Ida Bæk", "Afbud fra: Bo Kjær, Ida Bæk", "Fraværende: Bo Kjær, Ida Bæk"]
)
def test_an_absence_is_no_part_of_the_decision(absence):
    html = f"<h3>Beslutning</h3><p>Godkendt.</p><br>{absence}<h3>Resume</h3>"
    found, text = meeting(point(html=html))
    decision = found.items[0].sections[0]
    assert text[decision.start : decision.end].strip() == "Godkendt."
    assert [(each.name.value, each.role) for each in found.attendance] == [
        ("Bo Kjær", "absentee"), ("Ida Bæk", "absentee"),
    ]  # fmt: skip


def test_an_absence_alone_is_no_decision():
    found, _ = meeting(point(html="<h3>Beslutning</h3><br>Afbud: Bo Kjær"))
    assert "decision" not in [section.kind for section in found.items[0].sections]
    assert found.kind == "agenda"


@pytest.mark.parametrize(
    ("title", "closed", "expected"),
    [
        ("Lukket: Køb", False, True),
        ("Lukket punkt", False, True),
        ("Køb", True, True),
        ("Køb", False, False),
        ("Lukket skole på Åvej", False, False),
    ],
)
def test_closed_points(title, closed, expected):
    html = "<h3>Beslutning</h3><p>Prisen er 90.000 kr.</p>"
    (item,) = items_of(point(title=title, html=html, closed=closed, attachments=["Pris"], case="24-1"))
    assert item.closed is expected
    assert bool(item.sections or item.attachments) is not expected


@pytest.mark.parametrize(
    ("html", "said", "kind"),
    [
        ("<h3>Beslutning</h3><p>Godkendt.</p>", "", "minutes"),
        ("<h3>Beslutning</h3><p>Godkendt.</p>", "agenda", "minutes"),
        ("<h3>Resume</h3><p>En bro.</p>", "", "agenda"),
        ("<h3>Beslutning</h3>", "", "agenda"),
        ("<h3>Resume</h3><p>En bro.</p>", "minutes", "minutes"),
    ],
)
def test_decisions_make_minutes(html, said, kind):
    assert meeting(point(html=html), kind=said)[0].kind == kind


def test_tables():
    (item,) = items_of(point(html="<table><tr><td>År<td>Kr.<tr><td>2024<td>3</table>"))
    assert [[cell.value for cell in row] for row in item.tables[0].rows] == [["År", "Kr."], ["2024", "3"]]


def test_text_says_what_marks_leave_out():
    text = "Dato: 12. marts 2024\nUdvalg: Vejudvalget\n\nVeje\n\nBeslutning\nGodkendt.\n"
    start = text.index("Veje\n")
    marks = (Mark(start, len(text), "item"), Mark(start, start + 4, "title"))
    found, _ = parse(Source("m.html", "0" * 64, "text/html", text, marks=marks))
    assert (found.date, found.body.value, found.items[0].number) == ("2024-03-12", "Vejudvalget", 1)
    assert [section.kind for section in found.items[0].sections] == ["decision"]


def test_a_label_says_what_an_exporters_point_is_below():
    items = items_of(point("3"), point("3.1"), point("3a"), point("4"), point("9.1"))
    assert [item.parent for item in items] == [None, 0, 0, None, None]


def test_a_closed_point_of_an_export_closes_those_below_it():
    items = items_of(point("3", "Køb (lukket)"), point("3.1", "Mark"), point("4", "Bro"))
    assert [item.closed for item in items] == [True, True, False]
