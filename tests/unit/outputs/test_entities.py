"""The graph as a network of entities."""

from collections import Counter

import networkx as nx
import pytest

from kg.api import Graph

BASE = "https://w3id.org/sagsgraf/id/taarnevig/"
CFE = f"{BASE}unit/center-for-ejendomme"
CULTURE = "https://w3id.org/sagsgraf/theme/culture"
DRIVEN = """SELECT ?agent ?theme (COUNT(DISTINCT ?item) AS ?items) {
  ?item sag:drivenBy ?agent ; sag:theme ?theme } GROUP BY ?agent ?theme"""


@pytest.fixture(scope="module")
def network(asked: Graph) -> nx.MultiDiGraph:
    return asked.to_networkx()


def test_every_kind_of_entity_is_there_once(asked: Graph, network: nx.MultiDiGraph) -> None:
    kinds = Counter(kind for _, kind in network.nodes(data="kind"))
    assert set(kinds) == {
        "foaf:Person",
        "sag:AgendaItem",
        "sag:Body",
        "sag:Case",
        "sag:Centre",
        "sag:Meeting",
        "sag:Organisation",
        "skos:Concept",
    }
    for kind in ("sag:AgendaItem", "sag:Case", "sag:Centre", "sag:Meeting"):
        assert kinds[kind] == asked.query(f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ ?x a {kind} }}").values()[0][0]


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("unit/center-for-ejendomme", {"kind": "sag:Centre", "label": "Center for Ejendomme"}),
        ("case/22-10457", {"kind": "sag:Case", "label": "22/10457"}),
        ("person/birthe-nordahl", {"kind": "foaf:Person", "label": "Birthe Nordahl"}),
        (
            "meeting/direktionen/2022-03-08",
            {"kind": "sag:Meeting", "label": "2022-03-08", "date": "2022-03-08"},
        ),
        (
            "meeting/direktionen/2022-03-08/item/2",
            {
                "kind": "sag:AgendaItem",
                "label": "Fremtidsscenarier for Tårnevig Svømmehal",
                "date": "2022-03-08",
            },
        ),
    ],
)
def test_nodes_are_labelled_and_dated(network: nx.MultiDiGraph, end: str, expected: dict[str, str]) -> None:
    assert network.nodes[BASE + end] == expected


@pytest.mark.parametrize(("language", "label"), [("da", "kultur og fritid"), ("en", "culture and leisure")])
def test_themes_are_labelled_in_the_language_of_the_graph(
    asked: Graph, monkeypatch: pytest.MonkeyPatch, language: str, label: str
) -> None:
    monkeypatch.setattr(asked, "language", language)
    assert asked.to_networkx().nodes[CULTURE]["label"] == label


def test_who_drives_what_weighs_as_many_items(asked: Graph, network: nx.MultiDiGraph) -> None:
    counted = {(str(agent), str(theme)): items for agent, theme, items in asked.query(DRIVEN).values()}
    drawn = {(a, b): weight for a, b, key, weight in network.edges(keys=True, data="weight") if key == "sag:drives"}
    assert drawn == counted
    assert drawn[CFE, CULTURE] == 2
    assert {weight for _, _, key, weight in network.edges(keys=True, data="weight") if key != "sag:drives"} == {1}


def test_the_key_of_an_edge_is_its_relation(network: nx.MultiDiGraph) -> None:
    assert all(key == relation for _, _, key, relation in network.edges(keys=True, data="relation"))
    assert {"sag:case", "sag:meeting", "sag:theme", "sag:refersTo", "sag:previousTreatment", "sag:drives"} <= {
        key for _, _, key in network.edges(keys=True)
    }


def test_a_mention_does_not_double_what_is_said_more_exactly(asked: Graph, network: nx.MultiDiGraph) -> None:
    exact = {"sag:proposedBy", "sag:preparedBy", "sag:responsible"}
    keys: dict[tuple[str, str], set[str]] = {}
    for a, b, key in network.edges(keys=True):
        keys.setdefault((a, b), set()).add(key)
    assert [pair for pair, found in keys.items() if "sag:mentions" in found and found & exact] == []
    assert any(found == {"sag:mentions"} for found in keys.values())
    proposed = asked.query("SELECT ?a ?b { ?a sag:proposedBy ?b ; sag:mentions ?b . ?a a sag:AgendaItem }").values()
    assert proposed
    assert all("sag:proposedBy" in keys[str(a), str(b)] for a, b in proposed)


def test_every_edge_ends_in_entities(network: nx.MultiDiGraph) -> None:
    assert all(data.get("kind") and data.get("label") for _, data in network.nodes(data=True))
    assert all(date for _, date in network.nodes(data="date", default="-"))
