"""Facts in, triples out: what follows is written out, and evidence gets its nodes."""

import random

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.expand import expand, statement_iri
from kg.graph.prefixes import short_name
from kg.model.fact import Described, Evidence, Fact, Literal
from kg.model.said import Said

BASE = "https://w3id.org/sagsgraf/id/"
DOCUMENT = f"{BASE}document/0123456789abcdef"
MEETING = f"{BASE}by/meeting/byraadet/2024-03-05"
ITEM = f"{MEETING}/item/3"
UNIT = f"{BASE}by/unit/plancentret"


def said(*facts: Fact, graph: str = DOCUMENT) -> set[str]:
    """The triples of facts, short enough to read: `item sag:number 3`."""
    names = {MEETING: "meeting", ITEM: "item", UNIT: "unit", DOCUMENT: "document"}

    def short(term: object) -> str:
        if isinstance(term, ox.Literal):
            return f"{term.value}@{term.language}" if term.language else term.value
        iri = getattr(term, "value", "")
        head, mark, tail = iri.partition("#")
        return names.get(iri) or (f"{names[head]}{mark}{tail}" if head in names else short_name(iri))

    lines = "".join(f"{line} .\n" for line in expand(Described(graph, facts)))
    quads = ox.parse(lines.encode(), format=ox.RdfFormat.N_TRIPLES)
    return {f"{short(quad.subject)} {short(quad.predicate)} {short(quad.object)}" for quad in quads}


def words(start: int, exact: str, rule: str = "a-rule", confidence: float = 1.0, document: str = DOCUMENT) -> Evidence:
    return Evidence(document, start, start + len(exact), exact, rule, confidence)


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (
            Fact(UNIT, "rdf:type", "sag:Centre"),
            {"unit rdf:type sag:Centre", "unit rdf:type org:OrganizationalUnit"},
        ),
        (
            Fact(ITEM, "sag:proposedBy", UNIT),
            {"item sag:proposedBy unit", "item sag:drivenBy unit", "item sag:mentions unit"},
        ),
        (Fact(MEETING, "sag:item", ITEM), {"meeting sag:item item", "item sag:meeting meeting"}),
        (Fact(ITEM, "sag:meeting", MEETING), {"meeting sag:item item", "item sag:meeting meeting"}),
        (Fact(ITEM, "sag:number", Literal("3", "xsd:integer")), {"item sag:number 3"}),
        (Fact(UNIT, "org:subOrganizationOf", f"{BASE}by"), {f"unit org:subOrganizationOf {BASE}by"}),
    ],
)
def test_what_follows_is_written_out(fact: Fact, expected: set[str]) -> None:
    assert expected <= said(fact)


def test_related_items_are_related_both_ways() -> None:
    assert said(Fact(ITEM, "sag:relatedTo", UNIT)) == {"item sag:relatedTo unit", "unit sag:relatedTo item"}


@pytest.mark.parametrize(
    ("subject", "kind", "fact", "unwanted"),
    [
        (f"{DOCUMENT}#mention=1,5,1", "sag:Mention", ("sag:item", ITEM), "item sag:meeting document#mention=1,5,1"),
        (f"{ITEM}/task/1", "sag:Task", ("sag:responsible", UNIT), f"{ITEM}/task/1 sag:drivenBy unit"),
    ],
)
def test_nothing_follows_from_the_item_of_a_mention_or_the_responsible_of_a_task(
    subject: str, kind: str, fact: tuple[str, str], unwanted: str
) -> None:
    typed = said(Fact(subject, "rdf:type", kind), Fact(subject, *fact))
    untyped = said(Fact(subject, *fact))
    assert unwanted not in typed | untyped
    assert any(line.endswith((f"{fact[0]} item", f"{fact[0]} unit")) for line in typed)


def test_responsible_of_an_item_drives_it_by_its_type_or_by_its_iri() -> None:
    assert "item sag:drivenBy unit" in said(Fact(ITEM, "sag:responsible", UNIT))
    odd = "https://x.dk/odd"
    typed = said(Fact(odd, "rdf:type", "sag:AgendaItem"), Fact(odd, "sag:responsible", UNIT))
    assert f"{odd} sag:drivenBy unit" in typed
    assert f"{odd} sag:drivenBy unit" not in said(Fact(odd, "sag:responsible", UNIT))


def test_a_type_has_its_evidence_on_the_node() -> None:
    assert said(Fact(ITEM, "rdf:type", "sag:AgendaItem", (words(10, "Punkt 3"),))) == {
        "item rdf:type sag:AgendaItem",
        "item sag:evidence document#char=10,17",
        "document#char=10,17 rdf:type sag:Evidence",
        "document#char=10,17 rdf:type oa:TextPositionSelector",
        "document#char=10,17 rdf:type oa:TextQuoteSelector",
        "document#char=10,17 oa:start 10",
        "document#char=10,17 oa:end 17",
        "document#char=10,17 oa:exact Punkt 3",
        "document#char=10,17 sag:in document",
        "document#char=10,17 sag:rule a-rule",
        "document#char=10,17 sag:confidence 1.0",
    }


def test_any_other_fact_has_a_statement_that_carries_its_evidence() -> None:
    triples = said(Fact(ITEM, "sag:closed", Literal("true", "xsd:boolean"), (words(10, "Lukket"),)))
    assert {line for line in triples if line.startswith("item#")} == {
        "item#closed=true rdf:type sag:Statement",
        "item#closed=true rdf:type rdf:Statement",
        "item#closed=true rdf:subject item",
        "item#closed=true rdf:predicate sag:closed",
        "item#closed=true rdf:object true",
        "item#closed=true sag:evidence document#char=10,16",
    }


def test_a_reason_is_said_by_the_statement_with_the_best_score() -> None:
    triples = said(
        Fact(UNIT, "skos:altLabel", Literal("PC"), reason=Said("bogstaver", "letters"), confidence=0.7),
        Fact(UNIT, "skos:altLabel", Literal("PC"), reason=Said("parentes", "brackets"), confidence=0.9),
    )
    assert {line for line in triples if "reason" in line or "confidence" in line} == {
        "unit#altLabel=PC sag:reason bogstaver@da",
        "unit#altLabel=PC sag:reason letters@en",
        "unit#altLabel=PC sag:reason parentes@da",
        "unit#altLabel=PC sag:reason brackets@en",
        "unit#altLabel=PC sag:confidence 0.9",
    }


def test_one_span_is_one_node_whatever_rules_found_it() -> None:
    triples = said(
        Fact(ITEM, "sag:theme", "https://x.dk/theme/economy", (words(5, "budget", "by-word", 0.6),)),
        Fact(ITEM, "sag:case", f"{BASE}by/case/24-1", (words(5, "budget", "by-form", 0.8),)),
    )
    assert {line for line in triples if "sag:rule" in line or "sag:confidence" in line} == {
        "document#char=5,11 sag:rule by-word",
        "document#char=5,11 sag:rule by-form",
        "document#char=5,11 sag:confidence 0.8",
    }


def test_the_span_of_another_document_has_its_confidence_in_that_documents_graph_only() -> None:
    fact = Fact(UNIT, "skos:altLabel", Literal("PC"), (words(5, "PC", confidence=0.5),))
    assert "document#char=5,7 sag:confidence 0.5" in said(fact)
    assert not any("sag:confidence" in line for line in said(fact, graph=f"{BASE}agents"))


@pytest.mark.parametrize(
    ("predicate", "value", "ending"),
    [
        ("sag:drivenBy", UNIT, "#drivenBy=unit/plancentret"),
        ("sag:previousTreatment", f"{MEETING}/item/7", "#previousTreatment=byraadet/2024-03-05/item/7"),
        ("sag:refersTo", MEETING, "#refersTo=byraadet/2024-03-05"),
        ("sag:outcome", "sag:outcome-approved", "#outcome=outcome-approved"),
        ("dcterms:date", Literal("2024-03-05", "xsd:date"), "#date=2024-03-05"),
        ("dcterms:title", Literal("Budget for 2025"), "#title=66db1826"),
    ],
)
def test_statement_iris_are_readable(predicate: str, value: str | Literal, ending: str) -> None:
    assert statement_iri(Fact(ITEM, predicate, value)) == ITEM + ending


facts = st.builds(
    Fact,
    st.sampled_from([MEETING, ITEM, UNIT]),
    st.sampled_from(["sag:item", "sag:responsible", "skos:altLabel", "rdf:type"]),
    st.sampled_from(
        [ITEM, UNIT, "sag:Meeting", Literal("IT-Centret"), Literal("en meget\nlang tekst med flere ord i sig")]
    ),
    st.lists(
        st.builds(words, st.integers(0, 3), st.just("ord"), st.sampled_from("ab"), st.sampled_from([0.5, 1.0]))
    ).map(tuple),
    st.sampled_from([None, Said("fordi", "because")]),
)


@given(st.lists(facts, max_size=8), st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(some: list[Fact], chance: random.Random) -> None:
    once = expand(Described(DOCUMENT, tuple(some)))
    mixed = some * 2
    chance.shuffle(mixed)
    assert len(set(once)) == len(once)
    assert set(expand(Described(DOCUMENT, tuple(mixed)))) == set(once)


@given(st.lists(facts, max_size=8))
def test_no_blank_nodes_and_one_value_for_what_is_single(some: list[Fact]) -> None:
    triples = [line.split(" ", 2) for line in expand(Described(DOCUMENT, tuple(some)))]
    assert not any(part.startswith("_:") for triple in triples for part in triple)
    single = [
        tuple(triple[:2]) for triple in triples if triple[1].endswith(("#confidence>", "#start>", "#end>", "#object>"))
    ]
    assert len(single) == len(set(single))
