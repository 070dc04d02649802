"""The facts that depend on several documents."""

import pytest

from kg.describe import Calendar, Context, Iris, describe_agents, describe_drives, describe_links
from kg.model.card import Card, TaskCard
from kg.model.entity import Entity, Reason, Resolution
from kg.model.fact import Evidence
from kg.model.link import Link
from kg.model.said import Said

AUTHORITY = "Klintevig Kommune"
BASE = "https://w3id.org/sagsgraf/id/"
WHY = Said("begge er af sag 30/101", "both are of case 30/101")


def _context(*entities):
    return Context(Iris(), Resolution(entities), Calendar({}, {}), {}, {})


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (
            Reason("HAC", "Havnecentret", "letters-in-order", 0.9),
            Said(
                "HAC: bogstaverne står i samme rækkefølge forrest i ordene i Havnecentret",
                "HAC: its letters stand in order at the heads of the words of Havnecentret",
            ),
        ),
        (
            Reason("HAC", "Havnecentret", "profile", 1.0),
            Said("HAC: profilen kalder Havnecentret sådan", "HAC: the profile names Havnecentret so"),
        ),
        # also where the reason was given the other way round
        (
            Reason("Havnecentret", "HAC", "verdict", 1.0),
            Said(
                "Havnecentret: et menneske har sagt, at det er det samme som HAC",
                "Havnecentret: a person said that it is the same as HAC",
            ),
        ),
        # or joins it with a third name
        (
            Reason("Havnen", "HAC", "same-word", 0.98),
            Said(
                "Havnen: det er det samme ord som HAC, bøjet eller stavet anderledes",
                "Havnen: it is the same word as HAC, inflected or spelled otherwise",
            ),
        ),
    ],
)
def test_every_other_name_says_why_it_means_the_same(reason, said):
    entity = Entity(AUTHORITY, "unit", "Havnecentret", ("HAC",), "havnecentret", (reason,))
    described = describe_agents([AUTHORITY], _context(entity), "graph", {})
    (fact,) = [each for each in described.facts if each.predicate == "skos:altLabel"]
    assert (fact.reason, fact.confidence) == (said, reason.score)


def test_of_several_reasons_the_surest_is_given():
    reasons = (
        Reason("HAC", "Havnecentret", "letters-in-order", 0.8),
        Reason("HAC", "Havnecentret", "introduced", 0.99, "ab" * 32, 4, 22),
    )
    entity = Entity(AUTHORITY, "unit", "Havnecentret", ("HAC",), "havnecentret", reasons)
    described = describe_agents([AUTHORITY], _context(entity), "graph", {("ab" * 32, 4, 22): "Havnecentret (HAC)"})
    (fact,) = [each for each in described.facts if each.predicate == "skos:altLabel"]
    assert fact.reason == Said("HAC: en tekst skriver »Havnecentret (HAC)«", "HAC: a text says “Havnecentret (HAC)”")
    assert fact.evidence == (Evidence(f"{BASE}document/{'ab' * 8}", 4, 22, "Havnecentret (HAC)", "introduced", 0.99),)


@pytest.mark.parametrize(
    ("kind", "type_", "named"),
    [
        ("unit", "sag:Centre", "skos:prefLabel"),
        ("body", "sag:Body", "skos:prefLabel"),
        ("person", "foaf:Person", "foaf:name"),
        ("director", "sag:Director", "foaf:name"),
        ("organisation", "sag:Organisation", "skos:prefLabel"),
    ],
)
def test_the_kinds_of_agents(kind, type_, named):
    described = describe_agents(
        [AUTHORITY], _context(Entity(AUTHORITY, kind, "Tora Lind", (), "tora-lind")), "graph", {}
    )
    about = {each.predicate: each.object for each in described.facts if each.subject.endswith("/tora-lind")}
    assert about["rdf:type"] == type_
    assert about[named].value == "Tora Lind"
    assert about.get("org:subOrganizationOf") == (f"{BASE}klintevig" if kind in {"unit", "body"} else None)


def test_links_and_containers():
    cards = [
        Card(
            "i/1", "m", AUTHORITY, "direktionen", "2031-01-05", 1, "Huskeliste", "30/2", False, "d", (0, 1, "H"), None
        ),
        Card("i/2", "m", AUTHORITY, "direktionen", "2031-01-05", 2, "Havnen", "30/101", False, "d", (0, 1, "H"), None),
        Card("i/3", "m", AUTHORITY, "direktionen", "2031-01-05", 3, "Skolen", "", False, "d", (0, 1, "H"), None),
    ]
    found = Link("i/2", "sag:previousTreatment", "i/0", "same-case", 1.0, WHY)
    described = describe_links([found], cards, frozenset({(AUTHORITY, "30/2")}), _context(), "graph")
    link, *containers = described.facts
    assert (link.subject, link.predicate, link.object, link.reason) == (
        found.source,
        found.relation,
        found.target,
        found.reason,
    )
    assert {each.subject.rpartition("/")[2]: each.object.value for each in containers} == {
        "30-101": "false",
        "30-2": "true",
    }


def test_every_task_is_open_or_done():
    tasks = [TaskCard(f"t/{n}", "Bro", "", (), "", ("bro",), (0, 3, "Bro"), "2031-01-05", False, "told") for n in "12"]
    card = Card(
        "i/1", "m", AUTHORITY, "d", "2031-01-05", 1, "Havnen", "", False, "d", (0, 1, "H"), None, tasks=tuple(tasks)
    )
    found = Link("t/2", "sag:closedBy", "i/9", "next-treatment", 0.8, WHY)
    described = describe_links([found], [card, card], frozenset(), _context(), "graph")
    statuses = [(each.subject, each.object.value) for each in described.facts if each.predicate == "sag:status"]
    assert statuses == [("t/1", "open"), ("t/2", "done")]


def test_what_agents_drive():
    described = describe_drives([("u/2", "t/1"), ("u/1", "t/2"), ("u/2", "t/1")], "graph")
    assert [(each.subject, each.predicate, each.object) for each in described.facts] == [
        ("u/1", "sag:drives", "t/2"),
        ("u/2", "sag:drives", "t/1"),
    ]
