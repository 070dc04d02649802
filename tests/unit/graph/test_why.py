"""Why the graph says something."""

from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.graph.graph import Graph
from kg.graph.rows import Iri
from kg.graph.why import Claim, Words, find, why
from kg.inputs import Input
from kg.model.fact import Literal
from kg.pipeline import build
from kg.settings import Settings

BASE = "https://w3id.org/sagsgraf/id/"
DOCUMENT = f"{BASE}document/0123456789abcdef"
UNIT = f"{BASE}by/unit/plancentret"
PC = Words(DOCUMENT, "referat.txt", 10, 12, "PC", ("a-rule",), None)
PUNKT = Words(DOCUMENT, "referat.txt", 10, 15, "Punkt", ("a-rule",), 0.9)
LETTERS = Literal("bogstaver i rækkefølge", "", "da"), Literal("letters in order", "", "en")
ABBREVIATION = Claim(f"{UNIT}#altLabel=PC", UNIT, "skos:altLabel", Literal("PC"), (PC,), LETTERS, 0.8)


def test_an_agent_has_its_names_and_why_they_are_one(graph: Graph) -> None:
    found = why(graph, UNIT)
    assert found.types == ("org:OrganizationalUnit", "sag:Centre")
    assert found.labels == ("Plancentret", "PC")
    assert found.claims == (ABBREVIATION,)


def test_reasons_are_in_one_language_where_the_graph_has_them_in_it() -> None:
    assert ABBREVIATION.said("da") == ("bogstaver i rækkefølge",)
    assert ABBREVIATION.said("en") == ("letters in order",)
    other = Claim(UNIT, UNIT, "skos:altLabel", Literal("PC"), (), (Literal("Buchstaben", "", "de"),), None)
    assert other.said("da") == ("Buchstaben",)


def test_an_item_has_its_words_and_the_claims_about_it(graph: Graph) -> None:
    found = why(graph, "by/meeting/byraadet/2024-03-05/item/1")
    assert found.words == (PUNKT,)
    assert [(claim.predicate, claim.words) for claim in found.claims] == [("dcterms:title", (PUNKT,))]


def test_a_statement_is_its_own_claim(graph: Graph) -> None:
    assert why(graph, f"{UNIT}#altLabel=PC").claims == (ABBREVIATION,)


def test_a_span_is_its_own_words(graph: Graph) -> None:
    assert why(graph, f"{DOCUMENT}#char=10,15").words == (PUNKT,)


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        (UNIT, UNIT),
        (f"<{UNIT}>", UNIT),
        ("by/unit/plancentret", UNIT),
        ("document/0123456789abcdef", DOCUMENT),
        ("sag:Centre", "https://w3id.org/sagsgraf/ontology#Centre"),
    ],
)
def test_names_that_a_person_may_use(graph: Graph, name: str, iri: str) -> None:
    assert find(graph, name) == iri


@pytest.mark.parametrize("name", ["by/unit/none", "", "a b", "x> <y", f"{UNIT}2"])
def test_a_name_that_the_graph_does_not_know_is_one_sentence(graph: Graph, name: str) -> None:
    with pytest.raises(UsageError, match="Nothing in the graph is called"):
        why(graph, name)


def test_the_objects_of_claims_are_terms(graph: Graph) -> None:
    assert graph.query("SELECT ?o { ?s rdf:object ?o ; rdf:predicate skos:altLabel }").rows == ((Literal("PC"),),)
    assert graph.query("SELECT ?s { ?x rdf:subject ?s ; rdf:predicate skos:altLabel }").rows == ((Iri(UNIT),),)


def test_an_agent_that_no_reason_made_is_shown_where_it_is_named(tmp_path: Path) -> None:
    minutes = tmp_path / "referat.txt"
    minutes.write_text(
        "REFERAT Direktionen d. 05-03-2024\n\nPunkt 1: Stien\n\n24/1\n\nBeslutning\n\nVejcentret maler broen.\n",
        "utf-8",
    )
    build([Input(minutes.name, str(minutes))], tmp_path / "store", Settings())
    with Graph.open(tmp_path / "store") as graph:
        found = why(graph, "unknown/unit/vejcentret")
    assert (found.claims, [words.exact for words in found.words]) == ((), ["Vejcentret"])
