"""The item that treated the same subject before."""

import pytest

from kg.linkers import find_containers, link
from kg.model.said import Said


def _treatments(cards):
    found = link(cards, find_containers(cards))
    return {
        (_short(each.source), _short(each.target), each.rule)
        for each in found
        if each.relation == "sag:previousTreatment"
    }


def _short(iri):
    body, date, _, number = iri.split("/meeting/")[1].split("/")
    return f"{body}/{date}#{number}"


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        # the nearest earlier treatment only, in whatever body
        (
            ["a/2031-01-05#2 Lystbådehavn", "b/2031-02-05#7 Lystbådehavn", "a/2031-03-05#1 Lystbådehavn"],
            {("b/2031-02-05#7", "a/2031-01-05#2", "same-case"), ("a/2031-03-05#1", "b/2031-02-05#7", "same-case")},
        ),
        # two items of one meeting are no history of one another; both have the one before
        (
            ["a/2031-01-05#2 Lystbådehavn", "a/2031-02-05#1 Lystbådehavn", "a/2031-02-05#2 Lystbådehavn"],
            {("a/2031-02-05#1", "a/2031-01-05#2", "same-case"), ("a/2031-02-05#2", "a/2031-01-05#2", "same-case")},
        ),
        # meetings of one day know no order
        (["a/2031-01-05#2 Lystbådehavn", "b/2031-01-05#2 Lystbådehavn"], set()),
        # a container makes no history, but its routine does: of the same body
        (
            ["a/2031-01-05#1 Huskeliste", "a/2031-01-05#2 Øvrige sager", "a/2031-02-05#9 Huskeliste 05-02-2031"],
            {("a/2031-02-05#9", "a/2031-01-05#1", "same-routine")},
        ),
        (["a/2031-01-05#1 Huskeliste", "a/2031-01-05#2 Øvrige sager", "b/2031-02-05#9 Huskeliste"], set()),
        # nothing is read of closed items, nor linked
        (["a/2031-01-05#1 Lystbådehavn", "a/2031-02-05#2 Lukket"], set()),
    ],
)
def test_previous_treatment(card, items, expected):
    cards = []
    for item in items:
        place, title = item.split(" ", 1)
        meeting, number = place.split("#")
        cards.append(card(meeting, int(number), title, "30/101", closed=title == "Lukket"))
    assert _treatments(cards) == expected
    assert _treatments(cards[::-1]) == expected


def test_a_routine_without_a_number_has_a_history_too(card):
    cards = [card("a/2031-01-05", 4, "Eventuelt"), card("a/2031-02-05", 5, "Eventuelt")]
    assert _treatments(cards) == {("a/2031-02-05#5", "a/2031-01-05#4", "same-routine")}


def test_authorities_share_no_case(card):
    cards = [
        card("a/2031-01-05", 1, "Lystbådehavn", "30/101"),
        card("a/2031-02-05", 1, "Lystbådehavn", "30/101", authority="Ravnsø Kommune"),
    ]
    assert _treatments(cards) == set()


def test_a_link_says_why_and_shows_the_words(card):
    cards = [card("a/2031-01-05", 1, "Lystbådehavn", "30/101"), card("a/2031-02-05", 3, "Havnen", "30/101")]
    (found,) = [each for each in link(cards, frozenset()) if each.relation == "sag:previousTreatment"]
    assert (found.rule, found.score) == ("same-case", 1.0)
    assert found.reason == Said("begge er af sag 30/101", "both are of case 30/101")
    assert [(each.document, each.start, each.end, each.exact) for each in found.evidence] == [
        ("document/a/2031-02-05", 50, 56, "30/101"),
        ("document/a/2031-01-05", 50, 56, "30/101"),
    ]
