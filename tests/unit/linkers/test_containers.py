"""Numbers that collect unrelated routine points."""

import pytest

from kg.linkers import find_containers

KEY = ("Klintevig Kommune", "30/101")


@pytest.mark.parametrize(
    ("items", "container"),
    [
        # routine points of several kinds, also when a scan damaged a title
        (["a/2031-01-05 Økonomiopfølgning", "a/2031-01-05 Øvrige sager"], True),
        (["a/2031-01-05 Økonomifølgning", "a/2031-02-05 Økonomiopfølgning"], True),
        (["a/2031-01-05 Huskeliste 05-01-2031", "a/2031-02-05 Huskeliste 05-02-2031"], True),
        # one routine point and a matter of its own
        (["a/2031-01-05 Huskeliste", "a/2031-02-05 Ny lystbådehavn"], True),
        # one case treated again and again
        (
            ["a/2031-01-05 Ny lystbådehavn", "a/2031-02-05 Ny lystbådehavn - budget", "b/2031-03-05 Lystbådehavnen"],
            False,
        ),
        # a case that one meeting treats twice, or that has parts which are about the same
        (["a/2031-01-05 Ny lystbådehavn", "a/2031-01-05 Lystbådehavnens økonomi"], False),
        (
            [
                "a/2031-01-05 Lystbådehavn: plan",
                "a/2031-01-05 Lystbådehavn: økonomi",
                "a/2031-01-05 Lystbådehavn: navn",
            ],
            False,
        ),
        # three points of one meeting that have nothing in common
        (["a/2031-01-05 Ny lystbådehavn", "a/2031-01-05 Skolernes ferieplan", "a/2031-01-05 Vintervedligehold"], True),
        # closed points alone say nothing
        (["a/2031-01-05 Lukket", "a/2031-02-05 Lukket"], False),
        (["a/2031-01-05 Ny lystbådehavn"], False),
    ],
)
def test_containers(card, items, container):
    cards = []
    for number, item in enumerate(items, 1):
        meeting, title = item.split(" ", 1)
        cards.append(card(meeting, number, title, "30/101", closed=title == "Lukket"))
    assert find_containers(cards) == (frozenset({KEY}) if container else frozenset())


def test_a_number_is_its_authority_s(card):
    cards = [
        card("a/2031-01-05", 1, "Huskeliste", "30/101"),
        card("a/2031-01-05", 1, "Ny lystbådehavn", "30/101", authority="Ravnsø Kommune"),
    ]
    assert find_containers(cards) == frozenset({KEY})


def test_items_without_a_number_are_in_none(card):
    assert not find_containers([card("a/2031-01-05", 1, "Huskeliste"), card("a/2031-01-05", 2, "Øvrige sager")])
