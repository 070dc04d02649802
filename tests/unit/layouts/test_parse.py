"""What is odd about minutes is a problem with its line, never an error."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.layouts import draft, parse
from kg.model.source import Source


def problems(text):
    return [(problem.message, problem.line) for problem in parse(Source("a.txt", "0", "text/plain", text))[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("REFERAT Vejudvalget d. 12-03-2024\n\nPunkt 1: Cykelstier\n", []),
        ("Punkt 1: Cykelstier\n", [("no-header", 1)]),
        ("REFERAT Vejudvalget d. 12-03-2024\n", [("no-points", 1)]),
        ("REFERAT Vejudvalget d. 12-03-2024\n\nPunkt 1: Xq\ufffdzw\n", [("damaged-letters", 3)]),
    ],
)
def test_problems(text, expected):
    assert problems(text) == expected


@given(st.text(max_size=400))
def test_any_text_has_a_shape_whose_places_lie_inside_it(text):
    meeting, _ = parse(Source("a.txt", "0", "text/plain", text))
    for item in meeting.items:
        assert 0 <= item.start <= item.end <= len(text)
        assert all(item.start <= section.start <= section.end <= item.end for section in item.sections)


LINES = (
    "REFERAT Vejudvalget d. 12-03-2024", "Indhold", "Dagsorden", "Lukket dagsorden", "Åben dagsorden",
    "1. Cykelstier 3", "Punkt 1: Cykelstier", "Punkt 2: Lukket", "1. Cykelstier", "2. Broer", "3", "Broer",
    "F1 Salt", "ad 1. Stier", "", "Sagsnr.: 24/10442", "24/10443", "Baggrund", "Indstilling",
    "Administrationen indstiller, at", "1. at stien", "Bilag", "2012-200782 - Kort", "Beslutning",
    "Beslutning i Vejudvalget den 12-03-2024", "Godkendt.", "Afbud: Eva Falk (A)", "Eva Falk",
    "Følgende deltog ikke i behandlingen af punktet:", "Sagens forløb", "Udvalg: Magistraten", "Dato: 02-09-2023",
    "Byrådet, 3. maj 2023, pkt. 4:", "Side 1", "Side 2", "Side 3", "Vejudvalget",
    "Til stede: Alma Bruun (A), Carl Dyhr", "| 1 | Stier |", "i Lokale 4", "Mødet hævet kl. 17", "## Broer", "\f",
    "PDF", "Resume", "Det indstilles:",
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=40))
def test_lines_of_minutes_in_any_order_have_a_shape(lines):
    text = "\n".join(lines)
    source = Source("a.txt", "0", "text/plain", text)
    meeting, problems = parse(source)
    plain = draft(source).plain
    assert [item.start for item in meeting.items] == sorted(item.start for item in meeting.items)
    for item in meeting.items:
        assert not (item.closed and (item.sections or item.attachments or item.tables))
        for before, after in pairwise(item.sections):
            assert before.start <= before.end <= after.start <= after.end <= item.end
        for said in (item.title, *item.attachments, *([item.case] if item.case else [])):
            assert plain[said.start : said.end].split() == said.value.split() or said.value == ""
    for one in meeting.attendance:
        assert plain[one.name.start : one.name.end].split() == one.name.value.split()
    assert all(problem.line <= text.count("\n") + 1 for problem in problems)
