"""The words of a SPARQL text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.tokens import bind, name_columns, selected, tokens


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT ?a # SERVICE\n", ["word SELECT", "variable ?a"]),
        ('"a \\" b" x', ['string "a \\" b"', "word x"]),
        ('"""a "" b""" x', ['string """a "" b"""', "word x"]),
        ("'it\\'s' <http://x/#service> ex:service", ["string 'it\\'s'", "iri <http://x/#service>", "name ex:service"]),
        ("?a<?b", ["variable ?a", "mark <", "variable ?b"]),
        ("a:b\\/c 1.5 'x'@da-DK", ["name a:b\\/c", "number 1.5", "string 'x'", "language @da-DK"]),
        ('"open', ['string "open']),
    ],
)
def test_tokens(query: str, expected: list[str]) -> None:
    assert [f"{token.kind} {token.text}" for token in tokens(query)] == expected


@given(st.text(st.sampled_from("\"'\\<>{}#?$:a.\n @1"), max_size=40))
def test_no_visible_character_is_lost_but_in_comments(query: str) -> None:
    covered = {place for token in tokens(query) for place in range(token.at, token.at + len(token.text))}
    lost = "".join(character for place, character in enumerate(query) if place not in covered).strip()
    assert not lost or "#" in lost


@pytest.mark.parametrize(
    ("query", "found", "expected"),
    [
        ("SELECT * { ?z ?a ?b }", ["a", "b", "z"], "SELECT ?z ?a ?b { ?z ?a ?b }"),
        (
            "PREFIX x: <x:*> select distinct * { ?z ?a 1 }",
            ["a", "z"],
            "PREFIX x: <x:*> select distinct ?z ?a { ?z ?a 1 }",
        ),
        ("SELECT ?a { SELECT * { ?z ?a 1 } }", ["a"], "SELECT ?a { SELECT * { ?z ?a 1 } }"),
        ("SELECT (COUNT(*) AS ?n) { ?z ?a 1 }", ["n"], "SELECT (COUNT(*) AS ?n) { ?z ?a 1 }"),
        ("ASK { ?s ?p ?o }", [], "ASK { ?s ?p ?o }"),
    ],
)
def test_a_star_is_spelled_out_in_order_of_first_appearance(query: str, found: list[str], expected: str) -> None:
    assert name_columns(query, found) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT ?y { ?x ?p ?y }", "SELECT ?y { VALUES (?x) { (<x:a>) }  ?x ?p ?y }"),
        ("ASK{?x ?p 1}", "ASK{ VALUES (?x) { (<x:a>) } ?x ?p 1}"),
        (
            "SELECT (EXISTS { ?x ?p 2 } AS ?y) { ?x ?p 1 }",
            "SELECT (EXISTS { ?x ?p 2 } AS ?y) { VALUES (?x) { (<x:a>) }  ?x ?p 1 }",
        ),
        (
            "CONSTRUCT { ?x a ?t } WHERE { ?x a ?t }",
            "CONSTRUCT { ?x a ?t } WHERE { VALUES (?x) { (<x:a>) }  ?x a ?t }",
        ),
    ],
)
def test_a_value_opens_the_outermost_pattern(query: str, expected: str) -> None:
    assert bind(query, ["x"], [["<x:a>"]]) == expected


def test_without_values_nothing_changes_and_without_pattern_nothing_can_be_set() -> None:
    assert bind("DESCRIBE <x:a>", [], []) == "DESCRIBE <x:a>"
    with pytest.raises(ValueError, match="no pattern"):
        bind("DESCRIBE <x:a>", ["x"], [["<x:a>"]])


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT ?a ?b WHERE { ?a ?p ?b }", {"a", "b"}),
        ("SELECT DISTINCT ?a{ ?a ?p ?b }", {"a"}),
        ("SELECT ?a (COUNT(DISTINCT ?c) AS ?n) { ?a ?p ?c }", {"a"}),
        ("SELECT (EXISTS { ?x ?p 2 } AS ?y) ?z { ?x ?p ?z }", {"z"}),
        ("SELECT * { ?a ?p ?b }", set()),
        ("ASK { ?a ?p ?b }", set()),
        ("CONSTRUCT { ?a ?p ?b } WHERE { SELECT ?a { ?a ?p ?b } }", set()),
    ],
)
def test_the_variables_that_a_select_names(query: str, expected: set[str]) -> None:
    assert selected(query) == expected


def test_several_rows_of_values_open_the_pattern_together() -> None:
    found = bind("SELECT ?x { ?x ?p ?n }", ["x", "n"], [["<x:a>", "1"], ["<x:b>", "UNDEF"]])
    assert found == "SELECT ?x { VALUES (?x ?n) { (<x:a> 1) (<x:b> UNDEF) }  ?x ?p ?n }"
