"""The query page and the ready-made questions: what they offer can be asked, and what is asked is shown as text."""

import html
import json
import re

import pytest

from kg.queries.question import shipped_questions
from kg.serve.query_page import EXAMPLES

HTML = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8", "accept-language": "en"}
# what each question needs, of the examples
NEEDED = {
    "agent": "CFE",
    "body": "Direktionen",
    "case": "22/10457",
    "meeting": "Direktionen 2022-03-08",
    "person": "Tine Holmboe",
    "theme": "schools",
    "unit": "CFE",
    "words": "svømmehal",
}


def needs(name: str) -> dict[str, str]:
    return {each.name: NEEDED[each.name] for each in shipped_questions()[name].parameters if each.required}


def test_a_browser_gets_the_page_and_a_program_does_not(client) -> None:
    page = client.get("/sparql", headers=HTML)
    assert page.headers["content-type"].startswith("text/html")
    assert '<textarea id="query"' in page.text
    assert "html" not in client.get("/sparql", headers={"accept": "text/turtle"}).headers["content-type"]


@pytest.mark.parametrize("key", [key for key, _ in EXAMPLES])
def test_every_example_has_an_answer(client, key: str) -> None:
    page = client.get("/sparql", headers=HTML).text
    data = json.loads(re.search(r'id="page-data">(.*?)</script>', page, re.DOTALL)[1])
    accept = "application/sparql-results+json, application/ld+json;q=0.9"
    answer = client.post("/sparql", data={"query": data["examples"][key]}, headers={"accept": accept})
    assert answer.status_code == 200
    found = answer.json()
    assert found["results"]["bindings"] if isinstance(found, dict) else found


def test_the_examples_say_what_they_are_in_the_language_of_the_page(client) -> None:
    assert "# The newest items with their titles" in client.get("/sparql", headers=HTML).text
    danish = client.get("/sparql?lang=da", headers=HTML).text
    assert "# De nyeste punkter med deres titler" in danish
    assert "# The " not in danish


@pytest.mark.parametrize("query", ['SELECT ("</textarea><script>x()</script>" AS ?a) {}', "ASK {} # é\u202e\U0001f600"])
def test_a_query_in_the_address_stands_in_the_editor(client, query: str) -> None:
    page = client.get("/sparql", params={"query": query}, headers=HTML).text
    written = re.search(r'<textarea id="query"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)[1]
    assert html.unescape(written) == query
    assert "<script>x()" not in page


def test_the_questions_are_listed(client) -> None:
    page = client.get("/ask", headers=HTML).text
    for name, question in shipped_questions().items():
        assert f'href="/ask/{name}"' in page
        assert html.escape(question.title.en) in page


@pytest.mark.parametrize("name", sorted(shipped_questions()))
def test_every_question_is_a_page_and_files(client, name: str) -> None:
    page = client.get(f"/ask/{name}", params=needs(name), headers=HTML)
    assert page.status_code == 200
    answer = client.get(f"/ask/{name}.json", params=needs(name)).json()["answers"][0]
    rows = client.get(f"/ask/{name}.csv", params=needs(name)).text.splitlines()
    assert len(rows) >= 1 + len(answer["rows"])
    count = len(answer["rows"])
    assert not count or f">{count} row{'s' * (count > 1)}" in page.text


@pytest.mark.parametrize("name", sorted(name for name in shipped_questions() if name != "find"))
def test_the_sparql_of_a_question_gives_the_same_rows(client, name: str) -> None:
    page = client.get(f"/ask/{name}", params=needs(name), headers=HTML).text
    query = html.unescape(re.search(r'<pre class="sparql"[^>]*>(.*?)</pre>', page, re.DOTALL)[1])
    found = client.post("/sparql", data={"query": query}, headers={"accept": "application/sparql-results+json"})
    assert found.status_code == 200
    rows = client.get(f"/ask/{name}.json", params=needs(name)).json()["answers"][0]["rows"]
    assert len(found.json()["results"]["bindings"]) == len(rows)


def test_a_form_asks_before_anything_is_answered(client) -> None:
    page = client.get("/ask/case", headers=HTML)
    assert page.status_code == 200
    assert re.search(r'<input id="p-case"[^>]* required', page.text)
    assert "<table" not in page.text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/ask/no-such", 404),
        ("/ask/case?case=zzz", 400),
        ("/ask/loops?from=never", 400),
        ("/ask/loops?colour=red", 400),
        ("/ask/case.json", 400),
    ],
)
def test_what_cannot_be_asked_is_said(client, address: str, status: int) -> None:
    answer = client.get(address, headers=HTML)
    assert answer.status_code == status
    assert "Traceback" not in answer.text


def test_what_one_writes_is_shown_as_text(client) -> None:
    page = client.get("/ask/case", params={"case": '"><script>x()</script>'}, headers=HTML).text
    assert "<script>x()" not in page
    assert "&lt;script&gt;x()" in page
