"""What a person typed, asked in a process of its own."""

import io
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import StoreError, UsageError
from kg.graph.sparql import Request, Table, run, table
from kg.graph.store import begin
from kg.graph.worker import reply

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
    assert run(store, query, form, timeout=60).body.decode() == body


def ask(store: Path, query: str, form: str, max_rows: int | None = None) -> tuple[bytes, bool]:
    """The worker's answer, in this process."""
    answer = reply(Request(str(store), query, form, max_rows, 0))
    assert not answer.error
    return answer.body, answer.truncated


@pytest.mark.parametrize(
    ("form", "kind"),
    [("json", ox.QueryResultsFormat.JSON), ("xml", ox.QueryResultsFormat.XML), ("tsv", ox.QueryResultsFormat.TSV)],
)
def test_a_parser_reads_rows_back(store: Path, form: str, kind: ox.QueryResultsFormat) -> None:
    query = """SELECT ?a ?b ?c ?d { VALUES (?a ?b ?c ?d) {
        ("<&> \\"x\\"\\n\\t'" 1.5 <https://x.dk/a> UNDEF)
        ("tema"@da true "2024-03"^^xsd:gYearMonth "") } } ORDER BY ?a"""
    read = ox.parse_query_results(io.BytesIO(ask(store, query, form)[0]), format=kind)
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


def test_xml_holds_no_control_characters(store: Path) -> None:
    body, _ = ask(store, 'SELECT ?a { BIND("a\\fb" AS ?a) }', "xml")
    assert "<literal>a\ufffdb</literal>".encode() in body


def test_a_table_is_short(store: Path) -> None:
    assert table(
        store, "SELECT * { ?u a ?type ; skos:altLabel ?name } ORDER BY ?type", timeout=60, max_rows=1
    ) == Table(
        ["u", "type", "name"],
        [["https://w3id.org/sagsgraf/id/by/unit/plancentret", "org:OrganizationalUnit", "PC"]],
        truncated=True,
    )


@pytest.mark.parametrize(
    ("query", "form", "max_rows", "truncated"),
    [
        (NUMBERS, "csv", 1, True),
        (NUMBERS, "csv", 2, False),
        ("CONSTRUCT WHERE { ?i sag:number ?n }", "nt", 1, True),
        ("CONSTRUCT WHERE { ?i sag:number ?n }", "table", 1, True),
        ("CONSTRUCT WHERE { ?i sag:number ?n }", "ttl", 2, False),
    ],
)
def test_more_rows_than_wanted_are_cut_and_said(
    store: Path, query: str, form: str, max_rows: int, *, truncated: bool
) -> None:
    assert ask(store, query, form, max_rows)[1] is truncated


@pytest.mark.parametrize(
    ("query", "form", "message"),
    [
        ("SELECT ?x {", "csv", "column 12 cannot be read"),
        ("SELECT * { ?s ?p ?o }", "ttl", "makes rows"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "csv", "makes triples"),
    ],
)
def test_what_cannot_be_answered_is_one_sentence(store: Path, query: str, form: str, message: str) -> None:
    english, danish = reply(Request(str(store), query, form, None, 0)).error
    assert message in english
    assert danish != english


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
        run(store, query, form, timeout=60)


def test_no_store_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no graph"):
        run(tmp_path, "ASK {}", "csv", timeout=60)


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
    with pytest.raises(UsageError, match="took longer than 2 seconds"):
        run(crowd, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", "csv", timeout=2)


def test_a_query_that_eats_memory_is_stopped(crowd: Path) -> None:
    pytest.importorskip("resource", reason="this platform cannot limit memory")
    with pytest.raises(UsageError, match="needed more than 700 MB"):
        run(
            crowd,
            "SELECT DISTINCT ?a ?d ?g ?j { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
            "csv",
            timeout=120,
            memory=700,
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
