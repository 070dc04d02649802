"""Which names of people mean the same person."""

import pytest

TORA = "Tora Egeskov Lind"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        # all words of a shorter name stand in one longer name
        (["Tora Lind", TORA], [{"Tora Lind", TORA}]),
        (["Tora E. Lind", TORA], [{"Tora E. Lind", TORA}]),
        # ... in two that are not one: neither
        (["Tora Lind", TORA, "Tora Bang Lind"], [{"Tora Lind"}, {TORA}, {"Tora Bang Lind"}]),
        # an abbreviated family name
        (["Tora L", "Tora Lind"], [{"Tora L", "Tora Lind"}]),
        (["Tora L.", "Tora Lind"], [{"Tora L.", "Tora Lind"}]),
        (["Tora L", "Tora Lind", "Tora Lund"], [{"Tora L"}, {"Tora Lind"}, {"Tora Lund"}]),
        # another order is another name
        (["Lind Tora", "Tora Lind"], [{"Lind Tora"}, {"Tora Lind"}]),
    ],
)
def test_parts_of_names(heard, agents, names, expected):
    assert _same(agents(heard(*(f"person:{name}" for name in names))), expected)


@pytest.mark.parametrize(
    ("board", "roster", "joined"),
    [
        (["Tora Lind"], [], "Tora Lind"),
        ([], ["Tora Lind"], "Tora Lind"),
        # the director goes before someone else who attends
        (["Tora Lind"], ["Tora Bang"], "Tora Lind"),
        # two directors, two attendees: nobody
        (["Tora Lind", "Tora Bang"], [], None),
        ([], ["Tora Lind", "Tora Bang"], None),
        # two spellings of one director are one bearer
        (["Tora Lind", TORA], [], TORA),
        ([], [], None),
    ],
)
def test_a_first_name_means_the_only_one_who_bears_it(heard, resolved, board, roster, joined):
    found = resolved(heard("person:Tora", "person:Tora Skov", board=board, roster=roster))
    alone = found.get("Klintevig Kommune", "person", "Tora")
    assert alone is not None
    assert alone.label == (joined or "Tora")


@pytest.mark.parametrize(
    ("mention", "joined"),
    [
        ("abbreviation:TEL:abbreviation-column", True),  # Tora Egeskov Lind
        ("abbreviation:TL:abbreviation-acting", True),
        ("abbreviation:TL:abbreviation-bare", False),  # where anything may stand
        ("abbreviation:TOLI:abbreviation-column", True),  # first two letters of first and last name
        ("abbreviation:XL:abbreviation-column", False),
    ],
)
def test_initials_of_the_only_director_who_has_them(heard, resolved, mention, joined):
    found = resolved(heard(mention, board=[TORA]))
    entity = found.get("Klintevig Kommune", "abbreviation", mention.split(":")[1])
    assert (entity is not None and entity.label == TORA) is joined


def test_initials_that_two_directors_have_mean_neither(heard, agents):
    hearing = heard("abbreviation:TL:abbreviation-column", board=["Tora Lind", "Troels Lang"])
    assert _same(agents(hearing), [{"Tora Lind"}, {"Troels Lang"}])


def test_a_director_goes_before_an_attendee_with_the_same_initials(heard, resolved):
    found = resolved(heard("abbreviation:TL:abbreviation-column", board=["Tora Lind"], roster=["Troels Lang"]))
    assert found.get("Klintevig Kommune", "abbreviation", "TL").label == "Tora Lind"


def test_members_of_the_board_are_directors(heard, resolved):
    found = resolved(heard("person:Ib Storm", board=["Tora Lind"], roster=["Troels Lang"]))
    assert {entity.label: entity.kind for entity in found.entities} == {
        "Ib Storm": "person",
        "Tora Lind": "director",
        "Troels Lang": "person",
    }


def _same(found, expected):
    return sorted(map(sorted, found)) == sorted(map(sorted, expected))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        # a family name in the genitive, where the name without it is known
        (["Tora Skovs", "Tora Skov"], [{"Tora Skovs", "Tora Skov"}]),
        (["Tora Skovs", "Tora Bang"], [{"Tora Skovs"}, {"Tora Bang"}]),
        # a name that ends in s is nobody else's
        (["Tora Jonas"], [{"Tora Jonas"}]),
    ],
)
def test_genitives_of_family_names(heard, agents, names, expected):
    assert _same(agents(heard(*(f"person:{name}" for name in names))), expected)


def test_a_first_name_with_an_s_is_no_genitive(heard, agents):
    assert _same(agents(heard("person:Hans", "person:Han")), [{"Hans"}, {"Han"}])
