"""What is odd about minutes is a problem with its line, never an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.layouts import parse
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
