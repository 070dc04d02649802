"""The graph as programs and notebooks have it."""

import datetime
from pathlib import Path

import pytest

import kg
from kg.api import Graph
from kg.errors import StoreError, UsageError
from kg.model.said import Said
from kg.queries.answer import Answer, Page, row_type
from kg.queries.question import Column, shipped_questions

OWN = """# title (da): Mine sager
# title (en): My cases
# parameter: case case | sag | case
# parameter: said text? | sagt | said
# column: number text | sag | case
# column: case iri
# evidence: case
SELECT ?case_iri ?case ?number {
  ?case sag:caseNumber ?number . FILTER (?case = ?case_iri)
  FILTER (?number = ?said)  #if said
}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "mine.rq").write_text(OWN, "utf-8")
    return tmp_path


def test_a_graph_is_opened_and_closed(example_store: Path) -> None:
    with kg.open(str(example_store), "da") as graph:
        assert isinstance(graph, kg.Graph)
        assert graph.language == "da"
        assert graph.is_current()
    with pytest.raises(ValueError, match="closed"):
        graph.case("22/10457")


def test_where_there_is_no_graph(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        kg.open(tmp_path / "none")


def test_a_case_is_a_page_with_its_life_in_order(asked: Graph) -> None:
    page = asked.case("22/10457")
    assert page.title == Said("Sag 22/10457", "Case 22/10457")
    assert [answer.name for answer in page.answers] == ["case", "loops", "tasks", "case-related"]
    assert page[0].date == page["case"][0].date == datetime.date(2022, 3, 8)
    assert len(page) == len(page.rows) == len(list(page)) == 8
    assert [row.date for row in page] == sorted(row.date for row in page)
    assert page.dicts()["case"][1]["days"] == 77
    with pytest.raises(KeyError):
        page["drives"]


def test_loops_on_a_day(asked: Graph) -> None:
    page = asked.loops(as_of="2022-03-08")
    assert [(row.number, row.days) for row in page] == [(1, 0), (2, 0), (3, 0)]
    assert len(page["loops-closed"]) == 0
    assert {row.case for row in asked.loops(as_of=datetime.date(2022, 5, 24))["loops-closed"]} == {
        "22/10457",
        "22/10890",
    }


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ({}, ["drives"]),
        ({"unit": "CFE"}, ["drives", "drives-items"]),
        ({"theme": "culture"}, ["drives", "drives-items"]),
    ],
)
def test_the_items_behind_come_where_they_are_few(asked: Graph, given: dict, names: list[str]) -> None:
    assert [answer.name for answer in asked.drives(**given).answers] == names


@pytest.mark.parametrize(
    ("page", "name", "about"),
    [
        ("unit", "CFE", "Center for Ejendomme"),
        ("person", "birthe", "Birthe Nordahl"),
        ("theme", "kultur og fritid", "culture and leisure"),
        ("body", "ØU", "Økonomiudvalget"),
        ("meeting", "2022-03-08", "Direktionen 2022-03-08"),
    ],
)
def test_pages_are_called_by_the_best_name(asked: Graph, page: str, name: str, about: str) -> None:
    made = getattr(asked, page)(name)
    assert made.title.en.endswith(f" {about}")
    assert made.rows


def test_the_open_tasks_of_a_centre(asked: Graph) -> None:
    assert {row.status for row in asked.unit("CFE")["tasks"]} <= {"open", "overdue"}
    assert all("Center for Ejendomme" in row.responsible for row in asked.tasks(unit="CFE"))


def test_find_and_ask(asked: Graph) -> None:
    assert (
        asked.find("kunstig intelligens", limit=1).rows == asked.ask("find", words="kunstig intelligens", limit=1).rows
    )
    assert len(asked.find("kunstig intelligens", limit=1)) == 1
    assert asked.gaps(body="Direktionen").main.name == "gaps-documents"
    assert asked.questions() == shipped_questions()


def test_words_that_rows_stand_on(asked: Graph) -> None:
    source = asked.sources(asked.case("22/10457"))[0]
    assert source is not None
    assert source.file == "tvk-direktionen-2022-03-08.txt"
    assert source.exact.startswith("Direktionen drøftede scenarierne.")
    assert source.end - source.start == len(source.exact)


@pytest.mark.parametrize("name", ["no-such", "../case", ""])
def test_an_unknown_question_or_page(asked: Graph, name: str) -> None:
    with pytest.raises(UsageError):
        asked.ask(name)
    with pytest.raises(KeyError):
        asked.page(name)


# --- questions of one's own


def test_a_question_of_ones_own(asked: Graph, own: Path) -> None:
    [row] = asked.ask_own(own, "mine", case="22-10457")
    assert (row.number, row.case) == ("22/10457", f"{asked.manifest['base']}taarnevig/case/22-10457")
    assert asked.ask_own(own, "mine", case="22/10457", said='" } #').rows == ()
    assert asked.ask_own(own, "mine", case="22/10457", said="22/10457").rows == (row,)
    assert asked.sources(asked.ask_own(own, "mine", case="22/10457"))


def test_a_question_without_a_head_gives_what_it_selects(asked: Graph, own: Path) -> None:
    (own / "plain.rq").write_text("SELECT ?number { ?case sag:caseNumber ?number } ORDER BY ?number", "utf-8")
    answer = asked.ask_own(own, "plain")
    assert answer.rows[0].number == "19/40281"
    assert answer.columns == (Column("number", "text", Said("number", "number")),)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <file:///etc/passwd>",
        "SELECT",
    ],
)
def test_what_reaches_out_or_writes_is_refused(asked: Graph, own: Path, text: str) -> None:
    before = len(asked.store)
    (own / "bad.rq").write_text(text, "utf-8")
    with pytest.raises(UsageError):
        asked.ask_own(own, "bad")
    assert len(asked.store) == before


def test_a_graph_that_is_named_is_not_fetched(asked: Graph, own: Path) -> None:
    (own / "file.rq").write_text("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "utf-8")
    assert asked.ask_own(own, "file").rows == ()


def test_a_question_that_is_not_in_the_folder(asked: Graph, own: Path) -> None:
    with pytest.raises(UsageError, match="There is no question loops"):
        asked.ask_own(own, "loops")


# --- frames and notebooks


def test_pandas(asked: Graph) -> None:
    pytest.importorskip("pandas")
    frame = asked.case("22/10457").to_pandas()
    assert list(frame.columns) == [column.name for column in shipped_questions()["case"].columns]
    assert frame.shape[0] == 8
    assert frame["date"][0] == datetime.date(2022, 3, 8)
    assert frame["outcomes"][0] == ("discussed", "returned")
    assert list(asked.loops(as_of="2000").to_pandas().columns)


def test_polars(asked: Graph) -> None:
    polars = pytest.importorskip("polars")
    frame = asked.loops().to_polars()
    assert frame.columns == [column.name for column in shipped_questions()["loops"].columns]
    assert frame.schema["date"] == polars.Date
    assert frame.schema["outcomes"] == polars.List(polars.String)
    assert frame["outcomes"][1].to_list() == ["discussed", "postponed"]
    assert asked.loops(as_of="2000").to_polars().columns == frame.columns


@pytest.mark.parametrize("name", shipped_questions())
def test_every_question_without_rows_still_has_its_columns(name: str) -> None:
    pytest.importorskip("pandas")
    question = shipped_questions()[name]
    assert list(Answer(name, question.title, question.columns, (), ()).to_pandas().columns) == [
        column.name for column in question.columns
    ]


def bad() -> Answer:
    text = "<script>alert(1)</script>"
    columns = (Column("title", "text", Said(text, text)), Column("items", "list", Said("x", "x")))
    rows = tuple(row_type("bad", columns)(text, (text, f"{number}")) for number in range(60))
    return Answer("bad", Said(text, text), columns, rows, ((),) * 60)


def test_nothing_in_a_notebook_is_markup() -> None:
    shown = bad()._repr_html_()
    assert "<script" not in shown
    assert shown.count("&lt;script&gt;") == 2 + 50 * 2
    assert shown.endswith("<p>… 60</p>")


def test_a_page_in_a_notebook_has_what_has_rows() -> None:
    main, other = (Answer(name, Said("Intet", "Nothing"), bad().columns, (), ()) for name in ("main", "other"))
    assert Page("p", Said("S", "P"), (main, bad(), other))._repr_html_().count("<table>") == 2


def test_a_graph_in_a_notebook_says_how_much_there_is(asked: Graph) -> None:
    assert "<th>" in asked._repr_html_()
