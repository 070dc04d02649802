"""Whether a graph keeps the rules."""

from pathlib import Path

import pytest

from kg.graph.graph import Graph
from kg.graph.shapes import Violation, validate
from kg.graph.store import begin

SHAPES = b"""
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix sag: <https://w3id.org/sagsgraf/ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix oa: <http://www.w3.org/ns/oa#> .
[] a sh:NodeShape ; sh:targetClass sag:AgendaItem ; sh:property [ sh:path sag:number ; sh:maxInclusive 1 ;
  sh:message "for stort"@da , "too large"@en ] .
[] a sh:NodeShape ; sh:targetClass sag:Evidence ;
  sh:property [ sh:path oa:start ; sh:datatype xsd:nonNegativeInteger ] .
"""


def test_a_violation_names_the_node_and_says_why(graph: Graph) -> None:
    report = validate(graph, SHAPES)
    node = "https://w3id.org/sagsgraf/id/by/meeting/byraadet/2024-03-05/item/2"
    assert not report.conforms
    assert report.violations == (Violation(node, "sag:number", "2", (("da", "for stort"), ("en", "too large"))),)
    assert [report.violations[0].said(language) for language in ("da", "en", "fr")] == [
        "for stort",
        "too large",
        "for stort",
    ]


def test_a_graph_that_keeps_the_rules_conforms(graph: Graph) -> None:
    report = validate(graph, SHAPES.replace(b"sh:maxInclusive 1", b"sh:maxInclusive 2"))
    assert report.conforms
    assert report.violations == ()


@pytest.mark.parametrize(
    ("fact", "path"),
    [
        (
            "<x:m> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/sagsgraf/ontology#Meeting>",
            "sag:body",
        )
    ],
)
def test_the_shipped_rules_are_used_by_default(tmp_path: Path, fact: str, path: str) -> None:
    with begin(tmp_path) as new:
        new.replace("https://x.dk/g", [fact])
    with Graph.open(tmp_path) as graph:
        assert path in {violation.path for violation in validate(graph).violations}
