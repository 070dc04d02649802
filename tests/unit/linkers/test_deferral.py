"""The later item that took up what a decision postponed, referred or returned."""

import pytest

from kg.linkers import find_containers, link

MARINA = "Bådebroen og slæbestedet trænger til fornyelse, mener sejlklubben og roklubben."


def _deferred(cards):
    found = link(cards, find_containers(cards))
    return [
        (_short(each.source), _short(each.target), each.rule, each.score)
        for each in found
        if each.relation == "sag:deferredTo"
    ]


def _short(iri):
    return iri.split("/meeting/")[1].replace("/item/", "#").replace("/decision/", " ")


@pytest.mark.parametrize("outcome", ["postponed", "returned", "referred", "discussed referred"])
def test_by_case(card, outcome):
    cards = [
        card("a/2031-01-05", 1, "Lystbådehavn", "30/101", outcomes=outcome),
        card("a/2031-03-05", 4, "Lystbådehavn", "30/101", outcomes="approved"),
        card("a/2031-02-05", 2, "Lystbådehavn", "30/101", outcomes="discussed"),
    ]
    assert _deferred(cards) == [("a/2031-01-05#1 a-2031-01-05", "a/2031-02-05#2", "same-case", 1.0)]


@pytest.mark.parametrize(
    "later",
    [
        ("a/2031-02-05", "Havnefoged", "30/977", False),  # another case: an open loop
        ("a/2031-01-05", "Lystbådehavn", "30/101", False),  # the same meeting
        ("a/2030-12-05", "Lystbådehavn", "30/101", False),  # before
        ("a/2031-02-05", "Lukket", "30/101", True),
    ],
)
def test_open_loops(card, later):
    meeting, title, case, closed = later
    cards = [
        card("a/2031-01-05", 1, "Lystbådehavn", "30/101", outcomes="postponed"),
        card(meeting, 2, title, case, closed=closed),
    ]
    assert _deferred(cards) == []


def test_a_decision_that_settles_defers_nothing(card):
    cards = [
        card("a/2031-01-05", 1, "Lystbådehavn", "30/101", outcomes="approved"),
        card("a/2031-02-05", 2, "Lystbådehavn", "30/101"),
    ]
    assert _deferred(cards) == []


def test_a_quoted_decision_is_taken_up_by_the_item_that_quotes_it(card):
    cards = [card("b/2031-02-05", 2, "Lystbådehavn", "30/101", quotes="2031-01-05:referred")]
    assert _deferred(cards) == [("b/2031-02-05#2 b-2031-01-05", "b/2031-02-05#2", "same-case", 1.0)]


def test_a_container_takes_nothing_up(card):
    cards = [
        card("a/2031-01-05", 1, "Øvrige sager", "30/101", outcomes="postponed"),
        card("a/2031-02-05", 2, "Huskeliste", "30/101"),
    ]
    assert _deferred(cards) == []


def test_by_relation_is_weaker(card):
    cards = [
        card("a/2031-01-05", 1, "Lystbådehavn", "30/101", text=MARINA, outcomes="postponed"),
        card("a/2031-03-05", 4, "Lystbådehavnens bro", "31/977", text=MARINA),
    ]
    ((_, target, rule, score),) = _deferred(cards)
    assert (target, rule) == ("a/2031-03-05#4", "same-matter")
    assert score <= 0.6
