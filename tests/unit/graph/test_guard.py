"""What a typed query may ask."""

import re

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.graph.guard import check


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o }",
        "SELECT ?service { ?service a ex:service ; rdfs:label 'SERVICE' } # SERVICE <http://x/>",
        "SELECT * { ?s a <http://x/SERVICE> }",
        'SELECT * { ?s ?p """ SERVICE <http://x/> {} """ }',
        "SELECT * FROM <https://x.dk/g> { ?s ?p ?o }",
        "SELECT * { ?s ?p '\\u00e6' FILTER(?s < 3 && ?p > 2) }",
        "SELECT * { VALUES ?x { " + "1 " * 5_000 + "} }",
        "CONSTRUCT WHERE { ?s ?p ?o }",
    ],
)
def test_reading_is_allowed(query: str) -> None:
    check(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
        "SELECT * { service SILENT ?e { ?s ?p ?o } }",
        "SELECT * {SERVICE<http://x/>{}}",
        "PREFIX : <http://x/> SELECT * { SERVICE:y{} }",
        "PREFIX ex: <http://x/> SELECT * { SERVICEex:y{} }",
        "SELECT * { ?s ?p trueSERVICE<http://x/>{} }",
        "SELECT * { ?s ?p 1.SERVICE<http://x/>{} }",
        "SELECT * { ?s ?p 'x'SERVICE<http://x/>{} }",
        "SELECT * { # a comment\rSERVICE <http://x/> {} }",
        "SELECT * { \\u0053ERVICE <http://x/> {} }",
        "SELECT * { ?s ?p 'a\\u0027 . SERVICE <http://x/> {} #' }",
        "SELECT * { FILTER(?a<?b)SERVICE ?x{} FILTER(?c>?d) }",
    ],
)
def test_service_is_refused_however_it_is_written(query: str) -> None:
    with pytest.raises(UsageError, match="SERVICE is not allowed"):
        check(query)


@pytest.mark.parametrize(
    "query", ["INSERT DATA { <x:a> <x:b> 1 }", "load <http://x/>", "DROP ALL", "WITH <x:g> DELETE {} WHERE {}"]
)
def test_updates_are_refused(query: str) -> None:
    with pytest.raises(UsageError, match="may only read"):
        check(query)


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("SELECT * " + "{" * 2_200 + "}" * 2_200, "deep"),
        ("SELECT * { FILTER" + "(" * 41 + "1" + ")" * 41 + "}", "deep"),
        ("SELECT * { ?s ?p " + "[ <x:p> " * 50 + "1" + "]" * 50 + "}", "deep"),
        ("SELECT * { ?s ?p ?o " + "OPTIONAL { ?s ?p ?o }" * 1_001 + "}", "brackets"),
        ("SELECT * { FILTER(" + "!" * 1_001 + "true) }", "operators"),
        ("SELECT * { ?s <x:a>" + "/<x:a>" * 1_001 + " ?o }", "operators"),
        ("SELECT * { ?s ?p '" + "a" * 100_000 + "' }", "longer"),
    ],
)
def test_what_could_exhaust_the_parser_is_refused(query: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        check(query)


@pytest.mark.parametrize("text", ['"""' + '\\"' * 40_000, "a." * 49_000, "<" * 90_000, "'''" + "''a" * 30_000])
def test_hostile_texts_are_scanned_in_one_pass(text: str) -> None:
    check(text)  # a scan that backtracks would take minutes


def test_the_listener_hears_a_service(listener: tuple[int, list[int]]) -> None:
    port, calls = listener
    with pytest.raises((OSError, RuntimeError)):
        list(ox.Store().query(f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}"))  # type: ignore[arg-type]
    assert calls


PIECES = (
    "SERVICE|service|\\u0053ERVICE| |\n|<{url}>|e:x|:x|{|}|?s ?p ?o|.|true|'|\"\"\"|#|\r|FILTER(?a<?b|)|\\u0027|1|'x'"
    "|@da|OPTIONAL|UNION|SILENT|BIND(1 AS ?x)|<|>"
)
pieces = st.lists(st.sampled_from(PIECES.split("|")), max_size=14)


@settings(max_examples=400, deadline=None)
@given(pieces)
def test_no_query_that_passes_opens_a_connection(listener: tuple[int, list[int]], parts: list[str]) -> None:
    port, calls = listener
    url = f"http://127.0.0.1:{port}/"
    body = "".join(parts).replace("{url}", url)
    query = f"PREFIX e: <{url}> PREFIX : <{url}> SELECT * {{ {body} }}"
    try:
        check(query)
    except UsageError:
        return
    before = len(calls)
    try:
        result = ox.Store().query(query)
    except SyntaxError:
        return
    assert list(result) is not None  # type: ignore[arg-type]
    assert len(calls) == before, re.escape(query)
