"""What follows from a class or a property."""

import pytest

from kg.graph.ontology import read_ontology, shipped_ontology
from kg.graph.prefixes import SAG, full_iri

SMALL = b"""
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix x: <http://x.dk/> .
x:A rdfs:subClassOf x:B , [ a owl:Restriction ] . x:B rdfs:subClassOf x:C .
x:narrow rdfs:subPropertyOf x:wide . x:wide owl:inverseOf x:back . x:back rdfs:subPropertyOf x:far .
x:like a owl:SymmetricProperty .
x:loop rdfs:subPropertyOf x:pool . x:pool rdfs:subPropertyOf x:loop .
"""
X = "http://x.dk/"


@pytest.mark.parametrize(
    ("term", "forward", "backward"),
    [
        (X + "narrow", (X + "narrow", X + "wide"), (X + "back", X + "far")),
        (X + "back", (X + "back", X + "far"), (X + "wide",)),
        (X + "like", (X + "like",), (X + "like",)),
        (X + "loop", (X + "loop", X + "pool"), ()),
        (X + "other", (X + "other",), ()),
    ],
)
def test_reach(term: str, forward: tuple[str, ...], backward: tuple[str, ...]) -> None:
    reach = read_ontology(SMALL).properties(term)
    assert (reach.forward, reach.backward) == (forward, backward)


def test_classes_go_all_the_way_up() -> None:
    assert read_ontology(SMALL).classes(X + "A") == (X + "A", X + "B", X + "C")


@pytest.mark.parametrize(
    ("term", "above"),
    [("sag:Director", "foaf:Person"), ("sag:Meeting", "schema:Event"), ("sag:Evidence", "oa:TextPositionSelector")],
)
def test_shipped_classes(term: str, above: str) -> None:
    assert full_iri(above) in shipped_ontology().classes(term)


@pytest.mark.parametrize("term", ["sag:proposedBy", "sag:preparedBy", "sag:responsible"])
def test_whoever_drives_an_item_is_mentioned_in_it(term: str) -> None:
    assert {SAG + "drivenBy", SAG + "mentions"} <= set(shipped_ontology().properties(term).forward)


def test_items_and_meetings_are_inverse_and_related_items_symmetric() -> None:
    assert shipped_ontology().properties("sag:item").backward == (SAG + "meeting",)
    assert shipped_ontology().properties("sag:meeting").backward == (SAG + "item",)
    assert shipped_ontology().properties("sag:relatedTo").backward == (SAG + "relatedTo",)
