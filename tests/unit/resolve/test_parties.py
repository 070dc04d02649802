"""Parties, councils and units that are called by their kind or without it."""

import pytest


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        # a letter, a list and a name are one party, whose letter is always known
        (
            ["party:A", "party:Liste A", "party:Socialdemokraterne"],
            {"Socialdemokratiet", "A", "Liste A", "Socialdemokraterne"},
        ),
        (["party:Venstre"], {"Venstre", "V"}),
        (["party:L"], {"Liste L", "L"}),
        # a council named after its place
        (["body:Klintevig Byråd", "body:Byrådet"], {"Klintevig Byråd", "Byrådet"}),
        # a unit by its name alone
        (["unit:Center for Vej og Park", "unit:Vej og Park"], {"Center for Vej og Park", "Vej og Park"}),
    ],
)  # fmt: skip
def test_one_agent(heard, agents, names, expected):
    assert agents(heard(*names)) == [expected]


@pytest.mark.parametrize(
    "names",
    [
        ["body:Havnby Byråd", "body:Byrådet"],  # another authority's council
        ["unit:Center for Vej og Park", "unit:Afdelingen for Vej og Park", "unit:Vej og Park"],  # which of the two?
        ["party:L", "party:V"],
    ],
)
def test_different_agents(heard, agents, names):
    assert len(agents(heard(*names))) == len(names)
