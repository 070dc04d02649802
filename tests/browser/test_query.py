"""The query page in a browser: asking, the answer as table and as network, an error, an address to share."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from kg.serve.config import Config
from tests.serve.conftest import Served

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def asked(visit, explorer: Served, query: str, **how):
    """The page after it asked the query of its address."""
    seen = visit(f"{explorer.url}/sparql?query={quote(query)}", **how)
    seen.page.wait_for_selector("#status:text-matches('row|triple|not|stopped', 'i')")
    return seen


def test_an_answer_is_a_table_whose_names_are_links(visit, explorer) -> None:
    query = "SELECT ?case ?number { ?case sag:caseNumber ?number } ORDER BY ?number LIMIT 3"
    seen = asked(visit, explorer, query)
    assert seen.page.locator("#status").inner_text().startswith("3 rows in ")
    assert seen.page.locator("#table-view tbody tr").count() == 3
    link = seen.page.locator("#table-view tbody a").first
    assert link.get_attribute("href").startswith("/id/taarnevig/case/")
    seen.calm()


def test_ctrl_enter_asks_and_the_address_says_what(visit, explorer) -> None:
    seen = visit(f"{explorer.url}/sparql")
    seen.page.fill("#query", "ASK { ?x a sag:Case }")
    seen.page.press("#query", "Control+Enter")
    seen.page.wait_for_selector("#table-view td")
    assert seen.page.locator("#table-view td").inner_text() == "yes"
    assert seen.page.url.endswith(f"/sparql?query={quote('ASK { ?x a sag:Case }', safe='')}")
    seen.calm()


def test_tab_leaves_the_field_and_a_prefix_is_written_by_a_click(visit, explorer) -> None:
    page = visit(f"{explorer.url}/sparql").page
    page.fill("#query", "ASK { ?x a ")
    page.click("[data-insert='sag:']")
    assert page.input_value("#query") == "ASK { ?x a sag:"
    page.press("#query", "Tab")
    assert page.evaluate("document.activeElement.id") == "run"
    assert page.input_value("#query") == "ASK { ?x a sag:"


def test_lines_are_numbered(visit, explorer) -> None:
    page = visit(f"{explorer.url}/sparql").page
    page.fill("#query", "a\nb\nc")
    assert page.locator(".lines").inner_text().split() == ["1", "2", "3"]


@pytest.mark.parametrize("example", ["network", "triples"])
def test_what_ties_names_together_is_a_network_too(visit, explorer, example: str) -> None:
    seen = visit(f"{explorer.url}/sparql")
    seen.page.select_option("#examples", example)
    seen.page.click("#as-network")
    seen.page.locator("#network-view circle").first.wait_for()
    assert seen.page.locator("#network-view circle").count() > 10
    assert seen.page.locator("#network-view text").count() > 5
    assert seen.page.locator("#network-view a").first.get_attribute("href").startswith(("/id/", "/resource"))
    assert seen.violations() == []
    seen.shot(f"query-{example}")
    seen.calm()


def test_what_is_wrong_is_said(visit, explorer) -> None:
    seen = asked(visit, explorer, "SELECT nonsense")
    assert "line 1" in seen.page.locator("#status").inner_text()
    assert seen.asked == []


@pytest.fixture
def patient(example_store: Path) -> Iterator[Served]:
    """An explorer that stops no query."""
    server = Served(Config(example_store, timeout=3_600))
    yield server
    server.stop()


def test_asking_can_be_stopped(visit, patient) -> None:
    seen = visit(f"{patient.url}/sparql?query={quote(SLOW)}")
    seen.page.click("#stop")
    seen.page.wait_for_selector("#status:text('Stopped.')")
    assert seen.page.locator("#stop").is_hidden()
    seen.calm()


def test_literals_are_text(visit, explorer) -> None:
    seen = asked(visit, explorer, """SELECT ("<img src=x onerror='window.ran=1'>\u202e" AS ?x) {}""")
    assert seen.page.locator("#table-view td bdi").inner_text().startswith("<img src=x")
    assert seen.page.evaluate("window.ran") is None
    seen.calm()


@pytest.mark.parametrize("path", ["/sparql", "/health", "/ask", "/ask/drives", "/ask/case?case=22/10457"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 400)])
def test_the_pages_are_for_everyone(visit, explorer, path: str, scheme: str, width: int) -> None:
    seen = visit(f"{explorer.url}{path}", scheme=scheme, width=width)
    assert seen.violations() == []
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    seen.calm()


@pytest.mark.parametrize(
    "path",
    ["/health", "/ask/case?case=22/10457", "/ask/gaps-decisions", "/ask/find?words=svømmehal", "/ask/drives"],
)
def test_hostile_minutes_are_only_text(visit, hostile, path: str) -> None:
    seen = visit(f"{hostile.url}{path}", width=400)
    assert seen.page.evaluate("window.ran") is None
    assert seen.page.locator("main img").count() == 0
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    seen.calm()


def test_a_hostile_answer_is_a_table_of_text(visit, hostile) -> None:
    seen = asked(visit, hostile, "SELECT ?x ?title { ?x dcterms:title ?title }", width=400)
    assert "<script>window.ran" in seen.page.locator("#table-view").inner_text()
    assert seen.page.evaluate("window.ran") is None
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    seen.calm()
