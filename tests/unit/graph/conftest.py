"""A small graph in a store of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.graph.expand import expand
from kg.graph.graph import Graph
from kg.graph.store import begin
from kg.model.fact import Described, Evidence, Fact, Literal
from kg.model.said import Said

BASE = "https://w3id.org/sagsgraf/id/"
DOCUMENT = f"{BASE}document/0123456789abcdef"
MEETING = f"{BASE}by/meeting/byraadet/2024-03-05"
UNIT = f"{BASE}by/unit/plancentret"
LETTERS = Said("bogstaver i rækkefølge", "letters in order")


def said(start: int, exact: str) -> tuple[Evidence, ...]:
    return (Evidence(DOCUMENT, start, start + len(exact), exact, "a-rule", 0.9),)


def item(number: int) -> tuple[Fact, ...]:
    iri = f"{MEETING}/item/{number}"
    return (
        Fact(iri, "rdf:type", "sag:AgendaItem", said(number * 10, "Punkt")),
        Fact(MEETING, "sag:item", iri),
        Fact(iri, "sag:number", Literal(str(number), "xsd:integer")),
        Fact(iri, "dcterms:title", Literal(f"Punkt {number} \N{EM DASH} plan"), said(number * 10, "Punkt")),
        Fact(iri, "sag:proposedBy", UNIT),
    )


OF_DOCUMENT = Described(
    DOCUMENT,
    (
        Fact(DOCUMENT, "rdf:type", "sag:Document"),
        Fact(DOCUMENT, "sag:fileName", Literal("referat.txt")),
        Fact(MEETING, "rdf:type", "sag:Meeting", said(0, "REFERAT")),
        Fact(MEETING, "sag:minutes", DOCUMENT),
        Fact(MEETING, "dcterms:date", Literal("2024-03-05", "xsd:date")),
        *item(1),
        *item(2),
    ),
)
OF_AGENTS = Described(
    f"{BASE}agents",
    (
        Fact(UNIT, "rdf:type", "sag:Centre"),
        Fact(UNIT, "skos:prefLabel", Literal("Plancentret")),
        Fact(UNIT, "skos:altLabel", Literal("PC"), said(10, "PC"), LETTERS, 0.8),
        Fact(f"{MEETING}/item/1", "rdf:type", "sag:AgendaItem"),
    ),
)


def build(path: Path, *described: Described) -> None:
    with begin(path) as new:
        for each in described:
            new.replace(each.graph, expand(each))


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store folder with the graph of one document and that of the agents."""
    path = tmp_path_factory.mktemp("graph") / "store"
    build(path, OF_DOCUMENT, OF_AGENTS)
    return path


@pytest.fixture
def graph(store: Path) -> Iterator[Graph]:
    with Graph.open(store) as opened:
        yield opened
