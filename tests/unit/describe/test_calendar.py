"""Documents and their meetings."""

import pytest

from kg.describe import Iris, Sitting, make_calendar

MEETING = "klintevig/meeting/direktionen/2031-01-05"


def _sitting(sha, start="", kind="minutes", body="direktionen", *, placed=False):
    return Sitting(sha, "Klintevig Kommune", body, "2031-01-05", start, kind, f"{sha}.txt", placed)


def _calendar(*sittings):
    found = make_calendar(sittings, Iris(""))
    assert make_calendar(sittings[::-1], Iris("")) == found
    return found


@pytest.mark.parametrize(
    ("sittings", "expected"),
    [
        ([_sitting("a", "09:00")], {MEETING: ("a",)}),
        # the second meeting of a body on a day, by start time
        ([_sitting("a", "14:00"), _sitting("b", "09:00")], {MEETING: ("b",), f"{MEETING}-2": ("a",)}),
        # another body, another meeting
        (
            [_sitting("a"), _sitting("b", body="byraadet")],
            {MEETING: ("a",), "klintevig/meeting/byraadet/2031-01-05": ("b",)},
        ),
        # several documents of one meeting: minutes before agenda, then by path
        ([_sitting("a", "09:00", "agenda"), _sitting("b", "09:00")], {MEETING: ("b", "a")}),
        ([_sitting("b", "09:00"), _sitting("a", "09:00")], {MEETING: ("a", "b")}),
        # one that does not say when is of the first meeting of the day
        (
            [_sitting("a"), _sitting("b", "14:00"), _sitting("c", "09:00")],
            {MEETING: ("a", "c"), f"{MEETING}-2": ("b",)},
        ),
    ],
)
def test_meetings(sittings, expected):
    calendar = _calendar(*sittings)
    assert calendar.documents == expected
    assert calendar.meeting_of == {sha: iri for iri, documents in expected.items() for sha in documents}
    assert all(calendar.leader(sha) == documents[0] for documents in expected.values() for sha in documents)


def test_start_and_place_come_from_the_best_document_that_has_them():
    calendar = _calendar(
        _sitting("a"), _sitting("b", "09:00", "agenda", placed=True), _sitting("c", "09:00", "agenda", placed=True)
    )
    assert calendar.documents == {MEETING: ("a", "b", "c")}
    assert calendar.starts == {MEETING: "b"}
    assert calendar.places == {MEETING: "b"}
