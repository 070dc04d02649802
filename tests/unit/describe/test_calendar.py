"""Documents and their meetings."""

import pytest

from kg.describe import Iris, Sitting, make_calendar
from kg.describe.likeness import Point

MEETING = "klintevig/meeting/direktionen/2031-01-05"
AGENDA = ("ny lystbådehavn", "skolernes ferieplan", "færgens sejlplan", "budget")


def _sitting(sha, start="", kind="minutes", body="direktionen", called="", titles=()):
    rank = (kind != "minutes", -1, 3, 0, f"{sha}.txt", sha)
    points = tuple(Point(number, title) for number, title in enumerate(titles, 1))
    return Sitting(sha, "Klintevig Kommune", body, "2031-01-05", start, rank, called or body.capitalize(), points)


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
    assert [calendar.place_of(sha) for documents in expected.values() for sha in documents] == [
        place for documents in expected.values() for place in range(len(documents))
    ]


@pytest.mark.parametrize(
    ("other", "one"),
    [
        # the minutes say when it began, the agenda when it was to begin
        ({"start": "16:15", "titles": AGENDA}, True),
        ({"start": "16:15", "titles": (*AGENDA[:2], "lukket", "eventuelt")}, True),
        ({"start": "16:15", "titles": (AGENDA[0], "valg", "lukket", "eventuelt")}, False),
    ],
)
def test_another_start_is_the_same_meeting_where_half_of_the_points_are_alike(other, one):
    calendar = _calendar(_sitting("a", "16:00", titles=AGENDA), _sitting("b", **other))
    assert (len(calendar.documents) == 1) is one


@pytest.mark.parametrize(
    ("one", "other", "start", "titles", "same"),
    [
        ("Sundhedsudvalget", "Sundheds- og Forebyggelsesudvalget", "16:00", ("valg",), True),
        ("Sundhedsudvalget", "Sundheds- og Forebyggelsesudvalget", "", AGENDA, True),
        ("Sundhedsudvalget", "Sundheds- og Forebyggelsesudvalget", "", ("valg",), False),
        ("Udvalget for Børn og Unge", "Børne- og Ungeudvalget", "16:00", AGENDA, True),
        ("Økonomiudvalget 2030-2033", "Økonomiudvalget", "", ("valg",), True),
        ("Klintevig Byråd", "Kommunalbestyrelsen", "", ("valg",), True),
        # two bodies that treat the same matters at the same hour
        ("Sundhedsudvalget", "Socialudvalget", "16:00", AGENDA, False),
        ("Byrådet", "Handicaprådet", "16:00", AGENDA, False),
    ],
)
def test_names_of_a_body_that_differ_a_little(one, other, start, titles, same):
    calendar = _calendar(
        _sitting("a", "16:00", body="one", called=one, titles=AGENDA),
        _sitting("b", start, body="other", called=other, titles=titles),
    )
    assert (len(calendar.documents) == 1) is same
    assert calendar.bodies == ({"b": ("other", "one")} if same else {})


def test_a_document_that_names_no_body_is_of_the_meeting_with_its_points():
    named, nameless = _sitting("b", titles=AGENDA), _sitting("a", body="unknown", titles=AGENDA)
    calendar = _calendar(named, nameless)
    assert calendar.documents == {MEETING: ("a", "b")}
    assert calendar.bodies == {"a": ("unknown", "direktionen")}
    assert len(_calendar(named, _sitting("a", body="unknown", titles=("budget",))).documents) == 2


def test_a_document_without_a_start_is_of_the_meeting_of_that_day_with_its_points():
    calendar = _calendar(
        _sitting("a", "09:00", titles=AGENDA), _sitting("b", "14:00", titles=("valg",)), _sitting("c", titles=("valg",))
    )
    assert calendar.documents == {MEETING: ("a",), f"{MEETING}-2": ("b", "c")}
