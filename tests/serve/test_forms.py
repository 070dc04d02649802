"""The same page in other forms: by what the reader accepts, and by suffix."""

import csv
import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.inputs import find_inputs
from kg.pipeline import build
from kg.profiles import NONE
from kg.serve.config import Config
from kg.settings import Settings

BASE = "https://w3id.org/sagsgraf/id/"
CASE = "/id/taarnevig/case/22-10457"
PAGES = [
    CASE,
    "/id/taarnevig/meeting/direktionen/2022-03-08",
    "/id/taarnevig/meeting/direktionen/2022-03-08/item/4",
    "/id/taarnevig/meeting/oekonomiudvalget/2022-06-15/item/2",
    "/id/taarnevig/unit/center-for-ejendomme",
    "/id/taarnevig/person/birthe-nordahl",
    "/id/taarnevig/body/direktionen",
    "/id/taarnevig",
    "/cases",
    "/meetings",
    "/bodies",
    "/units",
    "/people",
    "/themes",
    "/items",
    "/documents",
    "/loops",
    "/tasks",
    "/drives",
    "/network",
    "/timeline",
]
FORMATS = {"ttl": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD}
ACCEPT = {"ttl": "text/turtle", "jsonld": "application/ld+json", "json": "application/json", "csv": "text/csv"}


def triples(body: bytes, form: str) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(body, format=FORMATS[form])}


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_there_in_every_form(client, path: str) -> None:
    answers = {form: client.get(f"{path}.{form}") for form in ACCEPT}
    for form, answer in answers.items():
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(ACCEPT[form])
        assert client.get(path, headers={"accept": ACCEPT[form]}).content == answer.content
    turtle = triples(answers["ttl"].content, "ttl")
    assert turtle
    assert triples(answers["jsonld"].content, "jsonld") == turtle
    told = answers["json"].json()["answers"][0]
    rows = list(csv.reader(io.StringIO(answers["csv"].text)))
    assert rows[0] == [column["name"] for column in told["columns"]]
    assert len(rows) == len(told["rows"]) + 1


def test_a_page_names_its_other_forms(client) -> None:
    answer = client.get(CASE, headers={"accept": "text/html"})
    assert f'<{CASE}.ttl>; rel="alternate"; type="text/turtle"' in answer.headers["link"]
    assert f'<link rel="alternate" type="text/turtle" href="{CASE}.ttl">' in answer.text
    assert f'<{BASE}taarnevig/case/22-10457>; rel="describes"' in answer.headers["link"]


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("*/*", "text/html"),
        ("", "text/html"),
        ("application/ld+json, text/html;q=0.5", "application/ld+json"),
        ("text/turtle;q=0.4, text/csv;q=0.6", "text/csv"),
        ("image/png", "text/html"),
    ],
)
def test_the_reader_gets_what_is_liked_best(client, accept: str, form: str) -> None:
    assert client.get(CASE, headers={"accept": accept}).headers["content-type"].startswith(form)


def test_the_triples_of_a_case_are_those_of_its_treatments_too(client) -> None:
    found = triples(client.get(f"{CASE}.ttl").content, "ttl")
    said = {triple.predicate.value.rpartition("#")[2] for triple in found}
    assert {"caseNumber", "decision", "recommendation", "responsible", "asWritten", "outcome"} <= said


def test_triples_of_a_list_are_those_of_its_rows(client) -> None:
    found = triples(client.get("/people.ttl").content, "ttl")
    subjects = {triple.subject.value for triple in found}
    rows = client.get("/people.json").json()["answers"][0]["rows"]
    assert subjects == {row["iri"] for row in rows}


def test_the_json_of_a_node_begins_with_its_name(client) -> None:
    assert client.get(f"{CASE}.json").json()["iri"] == f"{BASE}taarnevig/case/22-10457"


def test_a_closed_item_is_closed_in_every_form(client) -> None:
    path = "/id/taarnevig/meeting/direktionen/2022-03-08/item/4"
    facts = [row["fact"] for row in client.get(f"{path}.json").json()["answers"][0]["rows"]]
    assert facts == ["Case", "Page"]
    said = {
        triple.predicate.value.rpartition("#")[2].rpartition("/")[2]
        for triple in triples(client.get(f"{path}.ttl").content, "ttl")
    }
    assert said <= {"type", "title", "case", "closed", "number", "page", "meeting", "previousTreatment"}


def test_no_cell_begins_a_formula(serve, tmp_path: Path) -> None:
    minutes = tmp_path / "minutes"
    minutes.mkdir()
    (minutes / "a.txt").write_text(
        "REFERAT Direktionen d. 08-03-2022\n\nMødedato Tirsdag d. 8. marts 2022 kl. 09:00\n\n"
        "Punkt 1: =HYPERLINK(1) og mere\n\n22/10457\n\nBESLUTNING DIREKTIONEN DEN 08-03-2022\n\n+Udsat.\n"
    )
    build(find_inputs([str(minutes)])[0], tmp_path / "store", Settings(forced=NONE))
    client = serve(Config(tmp_path / "store")).client
    for path in ("/items", "/cases", "/loops", "/find"):
        rows = list(
            csv.reader(io.StringIO(client.get(f"{path}.csv?q=hyperlink" if path == "/find" else f"{path}.csv").text))
        )
        assert len(rows) > 1, path
        assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))] == []
    assert "'=HYPERLINK(1) og mere" in client.get("/items.csv").text
    assert "=HYPERLINK(1) og mere" in json.dumps(client.get("/items.json").json())
