"""What a person typed, asked in a process of its own."""

import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import StoreError, UsageError
from kg.graph.answered import answered
from kg.graph.dataset import Dataset
from kg.graph.graph import Graph
from kg.graph.protocol import RefusedError, Request, StoppedError, TooMuchError, UnfitError
from kg.graph.sparql import Table, read_table, run
from kg.graph.store import begin
from kg.graph.worker import Asked

MEETING = "https://w3id.org/sagsgraf/id/by/meeting/byraadet/2024-03-05"
INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
CENTRE = """@prefix org: <http://www.w3.org/ns/org#> .
@prefix sag: <https://w3id.org/sagsgraf/ontology#> .

<https://w3id.org/sagsgraf/id/by/unit/plancentret> a org:OrganizationalUnit, sag:Centre .
"""
NUMBERS = "SELECT ?i ?n { ?i sag:number ?n } ORDER BY ?n"


@pytest.mark.parametrize(
    ("query", "form", "body"),
    [
        (NUMBERS, "csv", f"i,n\r\n{MEETING}/item/1,1\r\n{MEETING}/item/2,2\r\n"),
        (
            NUMBERS,
            "tsv",
            f'?i\t?n\n<{MEETING}/item/1>\t"1"^^<{INTEGER}>\n<{MEETING}/item/2>\t"2"^^<{INTEGER}>\n',
        ),
        ("ASK { ?m a sag:Meeting }", "json", '{"head":{},"boolean":true}\n'),
        ("ASK { ?m a sag:Nothing }", "csv", "answer\r\nfalse\r\n"),
        (
            "CONSTRUCT { ?u a ?t } WHERE { ?u a sag:Centre, ?t }",
            "ttl",
            CENTRE,
        ),
        (
            "PREFIX sag: <https://x.dk/> CONSTRUCT { sag:a sag:b 1 } WHERE {}",
            "nt",
            '<https://x.dk/a> <https://x.dk/b> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .\n',
        ),
    ],
)
def test_run(store: Path, query: str, form: str, body: str) -> None:
    assert run(store, query, form, timeout=300).body.decode() == body


def asked(query: str, form: str, *, rows: int = 1_000, size: int = 1_000_000, **more) -> Request:
    return Request(query, (form,), 60, rows, size, **more)


def ask(graph: Graph, query: str, form: str, **more) -> bytes:
    """The worker's answer, in this process."""
    return answered(graph, asked(query, form, **more)).body


@pytest.mark.parametrize(
    ("form", "kind"),
    [("json", ox.QueryResultsFormat.JSON), ("xml", ox.QueryResultsFormat.XML), ("tsv", ox.QueryResultsFormat.TSV)],
)
def test_a_parser_reads_rows_back(graph: Graph, form: str, kind: ox.QueryResultsFormat) -> None:
    query = """SELECT ?a ?b ?c ?d { VALUES (?a ?b ?c ?d) {
        ("<&> \\"x\\"\\n\\t'" 1.5 <https://x.dk/a> UNDEF)
        ("tema"@da true "2024-03"^^xsd:gYearMonth "") } } ORDER BY ?a"""
    read = ox.parse_query_results(io.BytesIO(ask(graph, query, form)), format=kind)
    assert isinstance(read, ox.QuerySolutions)
    assert [variable.value for variable in read.variables] == ["a", "b", "c", "d"]
    found = {tuple(str(term) for term in solution) for solution in read}
    assert found == {
        ('"<&> \\"x\\"\\n\\t\'"', '"1.5"^^<http://www.w3.org/2001/XMLSchema#decimal>', "<https://x.dk/a>", "None"),
        (
            '"tema"@da',
            '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>',
            '"2024-03"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>',
            '""',
        ),
    }


def test_xml_holds_no_control_characters(graph: Graph) -> None:
    assert "<literal>a\ufffdb</literal>".encode() in ask(graph, 'SELECT ?a { BIND("a\\fb" AS ?a) }', "xml")
    made = ask(graph, 'CONSTRUCT { <x:a> <x:b> "a\\fb" } WHERE {}', "rdf")
    assert ">a\ufffdb</".encode() in made


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("ttl", ox.RdfFormat.TURTLE),
        ("nt", ox.RdfFormat.N_TRIPLES),
        ("jsonld", ox.RdfFormat.JSON_LD),
        ("rdf", ox.RdfFormat.RDF_XML),
    ],
)
def test_a_parser_reads_triples_back(graph: Graph, form: str, kind: ox.RdfFormat) -> None:
    body = ask(graph, "CONSTRUCT WHERE { ?unit skos:altLabel ?name }", form)
    assert [str(quad.object) for quad in ox.parse(body, format=kind)] == ['"PC"']


def test_a_table_is_short(store: Path) -> None:
    query = "SELECT * { ?u a ?type ; skos:altLabel ?name } ORDER BY DESC(?type) LIMIT 1"
    assert read_table(run(store, query, "table", timeout=300)) == Table(
        ["u", "type", "name"], [["https://w3id.org/sagsgraf/id/by/unit/plancentret", "sag:Centre", "PC"]]
    )


@pytest.mark.parametrize("form", ["csv", "json", "table"])
@pytest.mark.parametrize("query", [NUMBERS, "SELECT DISTINCT ?n { ?i sag:number ?n }"])
def test_more_rows_than_allowed_are_an_error_and_not_cut(graph: Graph, query: str, form: str) -> None:
    assert ask(graph, query, form, rows=2)
    with pytest.raises(TooMuchError, match="more than 1 rows: add a LIMIT"):
        ask(graph, query, form, rows=1)


@pytest.mark.parametrize("text", ["},{", "{{{{{{", '"},{"', "\\\\", '\\"},{', "UNDEF"])
@pytest.mark.parametrize("rows", [1, 2, 30, 3_000])
def test_rows_are_counted_whatever_they_say(graph: Graph, text: str, rows: int) -> None:
    written = "UNDEF" if text == "UNDEF" else json.dumps(text)
    several = f"SELECT ?x ?y {{ VALUES ?x {{ {f'{written} ' * rows} }} }}"
    assert len(json.loads(ask(graph, several, "json", rows=rows))["results"]["bindings"]) == rows
    with pytest.raises(TooMuchError, match=f"more than {rows - 1} rows"):
        ask(graph, several, "json", rows=rows - 1)


@pytest.mark.parametrize("form", ["nt", "ttl", "table"])
def test_so_are_more_triples(graph: Graph, form: str) -> None:
    query = "CONSTRUCT { ?i sag:number ?n } WHERE { ?i sag:number ?n . ?i a ?twice }"
    assert ask(graph, query, form, rows=2)
    with pytest.raises(TooMuchError, match="more than 1 rows"):
        ask(graph, query, form, rows=1)


def test_so_are_more_bytes(graph: Graph) -> None:
    long = f"SELECT ('{'x' * 90_000}' AS ?a) {{ ?s ?p ?o }} LIMIT 20"
    assert ask(graph, long, "csv", size=2_000_000)
    with pytest.raises(TooMuchError, match="larger than 1 MB"):
        ask(graph, long, "csv", size=1_000_000)


def test_the_first_form_that_fits_is_taken(graph: Graph) -> None:
    both = Request("ASK {}", ("ttl", "csv"), 60, 10, 1_000)
    assert answered(graph, both).form == "csv"


def test_a_graph_is_given_whole(graph: Graph) -> None:
    request = Request("", ("nt",), 60, 1, 1_000_000, graph="https://w3id.org/sagsgraf/id/agents")
    body = answered(graph, request).body.decode()
    assert "plancentret" in body
    assert "referat.txt" not in body


@pytest.mark.parametrize(
    ("dataset", "count"),
    [
        (None, 2),
        (Dataset(("https://w3id.org/sagsgraf/id/agents",)), 0),
        (Dataset(("https://w3id.org/sagsgraf/id/document/0123456789abcdef",)), 2),
        (Dataset(("https://w3id.org/sagsgraf/id/none",)), 0),
        (Dataset((), ("https://w3id.org/sagsgraf/id/document/0123456789abcdef",)), 0),
    ],
)
def test_a_question_sees_the_graphs_that_it_is_given(graph: Graph, dataset: Dataset | None, count: int) -> None:
    body = ask(graph, "SELECT * { ?i sag:number ?n }", "csv", dataset=dataset)
    assert len(body.splitlines()) == 1 + count


@pytest.mark.parametrize(
    ("query", "form", "message"),
    [
        ("SELECT ?x {", "csv", "column 12 cannot be read"),
        ("SELECT * { ?s ?p ?o }", "ttl", "makes rows"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "csv", "makes triples"),
    ],
)
def test_what_cannot_be_answered_is_one_sentence(store: Path, query: str, form: str, message: str) -> None:
    english, danish = Asked(store).reply(asked(query, form)).error
    assert message in english
    assert danish != english


@pytest.mark.parametrize(
    ("query", "form", "kind"),
    [
        ("DROP ALL", "csv", RefusedError),
        ("SELECT * { SERVICE <http://x/> {} }", "csv", RefusedError),
        ("ASK {}", "ttl", UnfitError),
        ("SELECT ?x {", "csv", UsageError),
    ],
)
def test_an_error_comes_back_as_what_it_was(store: Path, query: str, form: str, kind: type[UsageError]) -> None:
    with pytest.raises(kind) as caught:
        Asked(store).reply(asked(query, form)).checked()
    assert type(caught.value) is kind


def test_a_worker_sees_what_a_build_adds(tmp_path: Path) -> None:
    worker = Asked(tmp_path)
    assert "There is no graph" in worker.reply(asked("ASK {}", "csv")).error[0]
    for number in (1, 2):
        with begin(tmp_path) as new:
            new.replace(f"https://x.dk/{number}", [f"<https://x.dk/{number}> <https://x.dk/p> <https://x.dk/o>"])
        rows = worker.reply(asked("SELECT ?s { ?s ?p ?o }", "csv")).body.splitlines()[1:]
        assert len(rows) == number


@pytest.mark.parametrize(
    ("query", "form", "message"),
    [
        ("SELECT ?x {", "csv", "cannot be read"),
        ("SELECT * { SERVICE <http://x/> { ?s ?p ?o } }", "csv", "SERVICE is not allowed"),
        ("DROP ALL", "csv", "may only read"),
        ("ASK {}", "xlsx", "not a format"),
    ],
)
def test_a_person_is_told(store: Path, query: str, form: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        run(store, query, form, timeout=300)


def test_no_store_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no graph"):
        run(tmp_path, "ASK {}", "csv", timeout=300)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which a careless join takes days."""
    path = tmp_path_factory.mktemp("crowd") / "store"
    with begin(path) as new:
        new.replace(
            "https://x.dk/g", [f"<https://x.dk/{n}> <https://x.dk/p> <https://x.dk/{n * 7}>" for n in range(2_000)]
        )
    return path


def test_a_query_that_never_ends_is_stopped(crowd: Path) -> None:
    with pytest.raises(StoppedError, match="took longer than 2 seconds"):
        run(crowd, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", "csv", timeout=2)


def test_a_query_that_eats_memory_is_stopped(crowd: Path) -> None:
    pytest.importorskip("resource", reason="this platform cannot limit memory")
    with pytest.raises(StoppedError, match="needed more than 200 MB"):
        run(
            crowd,
            "SELECT DISTINCT ?a ?d ?g ?j { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
            "csv",
            timeout=300,
            memory=200,
        )


DEEP = [
    "SELECT * " + "{" * 39 + "?s ?p ?o" + "}" * 39,
    "SELECT * {" + "FILTER EXISTS {" * 38 + "?s ?p ?o" + "}" * 39,
    "SELECT * {BIND(" + "STR(" * 38 + "1" + ")" * 38 + " AS ?x)}",
    "SELECT * {FILTER(" + "!" * 990 + "true)}",
    "SELECT * {?s ?p ?o " + "".join(f"BIND(1 AS ?b{n})" for n in range(998)) + "}",
    "SELECT " + " ".join(f"(1 AS ?b{n})" for n in range(998)) + " {}",
    "SELECT * {{?s ?p 1}" + "UNION{?s ?p 1}" * 900 + "}",
    "SELECT * {?s ?p 1 " + "MINUS{?s ?p 1}" * 900 + "}",
    "SELECT * {?s <x:a>" + "|<x:a>" * 990 + " ?o}",
    "SELECT * {FILTER(1=1" + "||1=1" * 490 + ")}",
    "SELECT * {BIND(1" + "+1" * 990 + " AS ?x)}",
]


@pytest.mark.parametrize("query", DEEP, ids=lambda query: query[:24])
def test_what_the_guard_lets_through_breaks_no_worker(store: Path, query: str) -> None:
    try:
        run(store, query, "csv", timeout=20)
    except UsageError as error:
        said = str(error)
    else:
        said = ""
    assert not said or "took longer" in said  # slow to plan is no harm


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), 1e300, 0.0, -1.0])
def test_a_time_that_no_clock_keeps_is_one_sentence(store: Path, seconds: float) -> None:
    with pytest.raises(UsageError, match="more than 0 and at most 86400 seconds"):
        run(store, "ASK {}", "csv", timeout=seconds)
