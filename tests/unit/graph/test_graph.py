"""Asking a graph."""

from decimal import Decimal
from pathlib import Path

import pytest

import kg
from kg.errors import StoreError, UsageError
from kg.graph.graph import Graph
from kg.graph.rows import Iri
from kg.model.fact import Literal

BASE = "https://w3id.org/sagsgraf/id/"
DOCUMENT = f"{BASE}document/0123456789abcdef"
MEETING = f"{BASE}by/meeting/byraadet/2024-03-05"
UNIT = f"{BASE}by/unit/plancentret"


def test_open_is_in_the_package(store: Path) -> None:
    with kg.open(store) as graph:
        assert isinstance(graph, kg.Graph)


@pytest.mark.parametrize(
    ("query", "columns", "rows"),
    [
        ("SELECT ?n { ?i sag:number ?n } ORDER BY ?n", ("n",), [(1,), (2,)]),
        ("SELECT * { ?item sag:number ?a . FILTER(?a = 2) }", ("item", "a"), [(f"{MEETING}/item/2", 2)]),
        ("SELECT (MAX(?c) AS ?best) { ?e sag:confidence ?c }", ("best",), [(Decimal("0.9"),)]),
        ("ASK { ?m sag:minutes ?d }", ("answer",), [(True,)]),
        ("SELECT ?d { ?m a sag:Meeting ; dcterms:date ?d }", ("d",), [("2024-03-05",)]),
        ("SELECT ?none { OPTIONAL { ?x sag:votesFor ?none } }", ("none",), [(None,)]),
        ("SELECT ?g { GRAPH ?g { ?u a sag:Centre } }", ("g",), [("https://w3id.org/sagsgraf/id/agents",)]),
        ("SELECT ?x { ?x a sag:AgendaItem ; sag:number 1 }", ("x",), [(f"{MEETING}/item/1",)]),
    ],
)
def test_query(graph: Graph, query: str, columns: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    answer = graph.query(query)
    assert answer.columns == columns
    assert answer.values() == rows
    assert answer.dicts() == [dict(zip(columns, row, strict=True)) for row in rows]
    assert len(answer) == len(list(answer)) == len(rows)


@pytest.mark.parametrize(
    ("query", "bindings", "rows"),
    [
        ("SELECT ?n { ?i sag:number ?n }", {"i": Iri(f"{MEETING}/item/2")}, [(2,)]),
        ("SELECT ?i { ?i sag:number ?n }", {"n": Literal("1", "xsd:integer")}, [(f"{MEETING}/item/1",)]),
        ("SELECT (COUNT(?i) AS ?n) { ?i sag:proposedBy ?u }", {"u": Iri(UNIT)}, [(2,)]),
        ("ASK { ?u skos:altLabel ?l }", {"l": Literal('PC" . ?a ?b "')}, [(False,)]),
        ("ASK { ?u skos:altLabel ?l }", {"l": Literal("PC")}, [(True,)]),
        ("ASK { ?u ?p ?o }", {"u": Iri("x:a> <x:b")}, [(False,)]),
    ],
)
def test_variables_can_be_set(
    graph: Graph, query: str, bindings: dict[str, Iri | Literal], rows: list[tuple[object, ...]]
) -> None:
    assert graph.query(query, bindings).values() == rows


def test_terms_keep_their_type(graph: Graph) -> None:
    (row,) = graph.query(
        "SELECT ?u ?l ?n { ?u skos:altLabel ?l . ?i sag:proposedBy ?u ; sag:number ?n FILTER(?n = 1) }"
    )
    assert row == (Iri(UNIT), Literal("PC"), Literal("1", "xsd:integer"))


def test_construct(graph: Graph) -> None:
    assert graph.construct("CONSTRUCT { ?u rdfs:label ?l } WHERE { ?u skos:prefLabel ?l }") == [
        f'<{UNIT}> <http://www.w3.org/2000/01/rdf-schema#label> "Plancentret"'.encode()
    ]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x {", "line 1, column 12"),
        ("SELECT * { ?s nix:p ?o }", "not a SPARQL query"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "triples, not rows"),
    ],
)
def test_what_is_no_question_is_one_sentence(graph: Graph, query: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        graph.query(query)
    assert "\n" not in str(caught.value)
    with pytest.raises(UsageError):
        graph.construct("ASK {}")


def test_triples_stand_once_and_quads_once_a_graph(graph: Graph) -> None:
    typed = f"<{MEETING}/item/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>".encode()
    assert sum(line.startswith(typed) for line in graph.triples()) == 1
    assert sum(line.startswith(typed) for line in graph.quads()) == 2


def test_offsets_are_what_the_vocabulary_promises(graph: Graph) -> None:
    start = b'<http://www.w3.org/ns/oa#start> "10"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>'
    assert f"<{DOCUMENT}#char=10,15> ".encode() + start in graph.triples()


def test_dataset_is_an_rdflib_dataset_over_the_same_store(graph: Graph) -> None:
    import rdflib

    dataset = graph.dataset()
    assert len(dataset) == len(graph.triples())
    assert (rdflib.URIRef(UNIT), rdflib.SKOS.prefLabel, rdflib.Literal("Plancentret")) in dataset


def test_a_closed_graph_answers_no_more(store: Path) -> None:
    graph = Graph.open(store)
    graph.close()
    with pytest.raises(ValueError, match="closed"):
        graph.query("ASK {}")


def test_no_graph_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no graph"):
        kg.open(tmp_path)


@pytest.mark.parametrize("iri", ["https://example.org/\0", "a:%zz", "http://[bad", "no scheme"])
def test_what_is_no_iri_is_one_sentence(graph: Graph, iri: str) -> None:
    with pytest.raises(UsageError, match="is not an IRI"):
        graph.query("SELECT ?x { ?x ?p ?o }", {"x": Iri(iri)})
