"""All names to agents: spellings, profiles, verdicts, labels, slugs, reasons."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model.entity import Name
from kg.profiles import NONE, Profile
from kg.profiles.profile import Body, Person, Unit
from kg.resolve import Hearing, Verdicts, resolve

AUTHORITY = "Klintevig Kommune"
PROFILE = Profile(
    units=(Unit("Plan- og Havnecentret", ("PHC", "Plan og Havn")),),
    bodies=(Body("Økonomiudvalget", ("ØU",)),),
    people=(Person("Tora Lind", ("TL",), ("Borgmesteren",), director=True),),
)


@pytest.mark.parametrize(
    "names",
    [
        ["Plan-Centret", "Plan-Centeret", "Plan-Center", "Plancentrets", "PLAN-CENTRET"],
        ["Plan- og Havnecentret", "Plan & Havnecentret", "Plan og Havnecenter"],
    ],
)
def test_spellings_of_a_unit(heard, agents, names):
    assert agents(heard(*(f"unit:{name}" for name in names))) == [set(names)]


def test_units_of_other_words_stay_apart(heard, agents):
    assert agents(heard("unit:Plancentret", "unit:Parkcentret")) == [{"Parkcentret"}, {"Plancentret"}]


def test_a_unit_and_a_body_of_one_name_stay_apart(heard, resolved):
    found = resolved(heard("unit:Havneforum", "body:Havneforum"))
    assert sorted(entity.kind for entity in found.entities) == ["body", "unit"]


@pytest.mark.parametrize(
    ("names", "label"),
    [
        (["unit:Plancentret", "unit:Plancenteret"], "Plancenteret"),  # the longest
        (["unit:Plan-Centret", "unit:Plan Centret"], "Plan Centret"),  # ties by alphabet
        (["unit:Bycentret", "abbreviation:BYC:abbreviation-bare"], "Bycentret"),  # in full before any abbreviation
    ],
)
def test_the_label(heard, resolved, names, label):
    assert [entity.label for entity in resolved(heard(*names)).entities] == [label]


def test_the_profile_names_its_agents(heard, resolved):
    names = ["unit:Plan og Havn", "abbreviation:PHC:abbreviation-bare", "abbreviation:ØU:abbreviation-bare"]
    found = resolved(heard(*names, "person:Borgmesteren", "person:TL"), PROFILE)
    labels = {(entity.kind, entity.label, entity.alternatives) for entity in found.entities}
    assert labels == {
        ("unit", "Plan- og Havnecentret", ("PHC", "Plan og Havn")),
        ("body", "Økonomiudvalget", ("ØU",)),
        ("director", "Tora Lind", ("Borgmesteren", "TL")),
    }


def test_the_profile_invents_nobody(heard, agents):
    assert agents(heard("unit:Skolecentret"), PROFILE) == [{"Skolecentret"}]


SAME, DIFFERENT = frozenset({("plan og havn", "skolecentret")}), frozenset({("phc", "plan- og havnecentret")})


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        (Verdicts(), [{"PHC", "Plan og Havn", "Plan- og Havnecentret"}, {"Skolecentret"}]),
        # what is the same by verdict is one whatever the profile says
        (Verdicts(same=SAME), [{"PHC", "Plan og Havn", "Plan- og Havnecentret", "Skolecentret"}]),
        # what differs is never one, neither by profile nor by letters
        (Verdicts(different=DIFFERENT), [{"Plan og Havn", "Plan- og Havnecentret"}, {"Skolecentret"}]),
        # a `same` that only another source would forbid wins over that source
        (
            Verdicts(same=SAME, different=frozenset({("plan- og havnecentret", "skolecentret")})),
            [{"Plan og Havn", "Skolecentret"}, {"PHC", "Plan- og Havnecentret"}],
        ),
    ],
)
def test_verdicts_win_over_the_profile(heard, agents, verdicts, expected):
    names = ["unit:Plan- og Havnecentret", "unit:Plan og Havn", "unit:Skolecentret"]
    found = agents(heard(*names, "abbreviation:PHC:abbreviation-bare"), PROFILE, verdicts)
    assert sorted(map(sorted, found)) == sorted(map(sorted, expected))


def test_a_verdict_may_name_what_only_the_profile_does(heard, agents):
    verdicts = Verdicts(same=frozenset({("plan- og havnecentret", "strandholdet")}))
    found = agents(heard("unit:Strandholdet", "abbreviation:PHC:abbreviation-bare"), PROFILE, verdicts)
    assert found == [{"Plan- og Havnecentret", "PHC", "Strandholdet"}]


@pytest.mark.parametrize(
    ("names", "pair"),
    [
        (["unit:Plan-Centret", "unit:Plancentret"], ("plan-centret", "plancentret")),
        (["person:Tora Lind", "person:Tora Egeskov Lind"], ("tora egeskov lind", "tora lind")),
        (["unit:Bycentret", "abbreviation:BYC:abbreviation-column"], ("byc", "bycentret")),
    ],
)
def test_different_wins_over_every_rule(heard, agents, names, pair):
    assert len(agents(heard(*names))) == 1
    assert len(agents(heard(*names), NONE, Verdicts(different=frozenset({pair})))) == 2


def test_different_holds_also_through_a_third_name(heard, agents):
    names = ["person:Tora", "person:Tora Lind", "person:Tora Egeskov Lind"]
    verdicts = Verdicts(different=frozenset({("tora", "tora egeskov lind")}))
    found = agents(heard(*names, board=["Tora Egeskov Lind"]), NONE, verdicts)
    assert {"Tora"} in found


def test_slugs_of_agents_with_like_labels_differ(heard, resolved):
    verdicts = Verdicts(different=frozenset({("plan centret", "plan-centret")}))
    found = resolved(heard("unit:Plan-Centret", "unit:Plan Centret"), NONE, verdicts)
    assert [entity.slug for entity in found.entities] == ["plan-centret", "plan-centret-2"]


def test_authorities_share_no_agent():
    one, two = Hearing("Klintevig Kommune"), Hearing("Ravnsø Kommune")
    for each in (one, two):
        each.hear("unit", "Plancentret", "a-rule", ("hash", 0, 11))
    found = resolve([two, one], {}, Verdicts())
    assert [(entity.authority, entity.label) for entity in found.entities] == [
        ("Klintevig Kommune", "Plancentret"),
        ("Ravnsø Kommune", "Plancentret"),
    ]
    assert found.get("Ravnsø Kommune", "unit", "Plancentret") is found.entities[1]


_NAMES = st.lists(
    st.sampled_from(
        [
            *(
                "unit:Plan-Centret",
                "unit:Plancenter",
                "unit:Parkcentret",
                "unit:Plan- og Havnecentret",
                "unit:Plan og Havn",
            ),
            *("body:Direktionen", "body:Økonomiudvalget", "abbreviation:ØU:abbreviation-meets"),
            *(
                "abbreviation:PHC:abbreviation-column",
                "abbreviation:PC:abbreviation-bare",
                "abbreviation:TL:abbreviation-column",
            ),
            *("person:Tora Lind", "person:Tora Egeskov Lind", "person:Tora", "person:Tora L", "person:Borgmesteren"),
            *("organisation:Ravnsø Kommune", "abbreviation:QXC:abbreviation-column"),
        ]
    ),
    unique=True,
)
_PAIRS = st.sets(
    st.sampled_from([("tora", "tora lind"), ("phc", "plan og havn"), ("parkcentret", "plan-centret"), ("pc", "phc")])
)


def _hear(names, board):
    hearing = Hearing(AUTHORITY)
    for place, each in enumerate(names):
        kind, name, rule = [*each.split(":"), "a-rule"][:3]
        hearing.hear(kind, name, rule, ("hash", place, place + len(name)))
    for name in board:
        hearing.hear("person", name, "attendance", ("hash", 0, len(name)))
    hearing.board.update(board)
    hearing.roster.update(board)
    return hearing


@settings(deadline=None)
@given(_NAMES, _PAIRS, _PAIRS, st.sampled_from([NONE, PROFILE]), st.sets(st.sampled_from(["Tora Lind", "Tora Bang"])))
def test_laws(names, same, different, profile, board):
    verdicts = Verdicts(frozenset(same - different), frozenset(different))
    found = resolve([_hear(names, board)], {AUTHORITY: profile}, verdicts)
    again = resolve([_hear(random.sample(names, len(names)), sorted(board))], {AUTHORITY: profile}, verdicts)
    # the same names, the same agents, in whatever order they were heard
    assert found == again
    for place, entity in enumerate(found.entities):
        keys = [name for name, where in found.of.items() if where == place]
        # every name is in the agent that it leads to, and every merge has a reason
        assert {name.name for name in keys} == {entity.label, *entity.alternatives}
        assert len(entity.reasons) >= len(keys) - 1
        assert all(0 < reason.score <= 1 for reason in entity.reasons)
    # whatever is no mere abbreviation is an agent
    heard = {Name(AUTHORITY, *each.split(":")[:2]) for each in names if not each.startswith("abbreviation")}
    assert heard <= set(found.of)
    for a, b in different:
        assert not any(
            {a, b} <= {each.casefold() for each in (entity.label, *entity.alternatives)} for entity in found.entities
        )
    slugs = [(entity.kind.replace("director", "person"), entity.slug) for entity in found.entities]
    assert len(set(slugs)) == len(slugs)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Natur og Vand", "Natur og Vands"], [{"Natur og Vand", "Natur og Vands"}]),
        (["Lønservice", "Lønservices"], [{"Lønservice", "Lønservices"}]),
        # an s that belongs to the name
        (["Byhus", "Byhave"], [{"Byhus"}, {"Byhave"}]),
    ],
)
def test_the_genitive_of_a_unit_is_the_unit(heard, agents, names, expected):
    found = agents(heard(*(f"unit:{name}" for name in names)))
    assert sorted(map(sorted, found)) == sorted(map(sorted, expected))
