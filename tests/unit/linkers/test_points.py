"""Points that an item names: "Vejudvalget den 7. juni 2031, punkt 14"."""

import msgspec
import pytest

from kg.linkers import link
from kg.linkers.points import link_points
from kg.model.card import Card, PointCard

BASE = "https://w3id.org/sagsgraf/id/klintevig/meeting"
TEXT = "a den 5. januar 2031, punkt 2"


def _card(meeting, number, case="", *points):
    body, date = meeting.split("/")
    named = tuple(
        PointCard(f"{BASE}/{where}", there, (10, 10 + len(TEXT), TEXT), listed) for where, there, listed in points
    )
    return Card(
        f"{BASE}/{meeting}/item/{number}", f"{BASE}/{meeting}", "Klintevig Kommune", body, date, number, "Lystbådehavn",
        case, False, "https://w3id.org/sagsgraf/id/document/0", (0, 5, "Havn"), None, points=named,
    )  # fmt: skip


def _links(cards):
    found = link_points(cards, frozenset(), ())
    return {(one.source[len(BASE) + 1 :], one.relation, one.target[len(BASE) + 1 :]) for one in found}


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        # what the exporter lists is what treated the case before
        (("a/2031-01-05", 2, True), {("b/2031-02-05/item/1", "sag:previousTreatment", "a/2031-01-05/item/2")}),
        # what the text speaks of is related, both ways
        (
            ("a/2031-01-05", 2, False),
            {
                ("b/2031-02-05/item/1", "sag:relatedTo", "a/2031-01-05/item/2"),
                ("a/2031-01-05/item/2", "sag:relatedTo", "b/2031-02-05/item/1"),
            },
        ),
        # no such point, no such meeting, itself
        (("a/2031-01-05", 3, True), set()),
        (("c/2031-01-05", 2, True), set()),
        (("b/2031-02-05", 1, True), set()),
    ],
)
def test_a_named_point(point, expected):
    assert _links([_card("a/2031-01-05", 2), _card("b/2031-02-05", 1, "", point)]) == expected


def test_what_the_case_number_shows_is_not_said_again():
    assert (
        _links([_card("a/2031-01-05", 2, "31/1"), _card("b/2031-02-05", 1, "31/1", ("a/2031-01-05", 2, True))]) == set()
    )


def test_nothing_leads_to_a_closed_point():
    closed = msgspec.structs.replace(_card("a/2031-01-05", 2), closed=True)
    assert _links([closed, _card("b/2031-02-05", 1, "", ("a/2031-01-05", 2, True))]) == set()


def test_one_previous_treatment_at_most():
    cards = [
        _card("a/2031-01-05", 2, "31/1"),
        _card("a/2031-01-12", 2, "31/2"),
        _card("b/2031-02-05", 1, "31/3", ("a/2031-01-05", 2, True), ("a/2031-01-12", 2, True)),
    ]
    before = [one for one in link(cards, frozenset()) if one.relation == "sag:previousTreatment"]
    assert [one.target[len(BASE) + 1 :] for one in before] == ["a/2031-01-12/item/2"]
    assert before[0].evidence[0].exact == TEXT
