"""The endpoint `/sparql` beside the protocol's own cases: what people and pages elsewhere meet."""

import msgspec
import pytest

from kg.graph.store import begin
from kg.serve.config import Config

ITEMS = "SELECT ?item { ?item a sag:AgendaItem }"


def ask(client, query: str, accept: str = "", **more):
    headers = {"accept": accept, **more.pop("headers", {})}
    return client.get("/sparql", params={"query": query, **more}, headers=headers)


def test_the_answer_is_that_of_the_graph(client, asked) -> None:
    found = ask(client, f"{ITEMS} ORDER BY ?item", "text/csv").text.split()[1:]
    assert found == sorted(row[0].value for row in asked.query(ITEMS))


@pytest.mark.parametrize(
    ("name", "media"),
    [("csv", "text/csv; charset=utf-8"), ("xml", "application/sparql-results+xml"), ("text/csv", None)],
)
def test_the_form_may_be_named_in_the_address(client, name: str, media: str | None) -> None:
    for accept in ("application/json", "text/html"):
        answer = ask(client, ITEMS, accept, format=name)
        assert answer.headers["content-type"] == (media or "text/csv; charset=utf-8")


def test_or_in_a_form(client) -> None:
    answer = client.post("/sparql", data={"query": "DESCRIBE <x:y>", "format": "jsonld"})
    assert answer.headers["content-type"] == "application/ld+json"


@pytest.mark.parametrize(
    ("query", "accept", "offered"),
    [
        ("ASK {}", "image/png", ("text/csv", "text/turtle")),
        ("ASK {}", "text/turtle", ("text/csv",)),
        ("DESCRIBE <x:y>", "text/csv", ("text/turtle", "application/rdf+xml")),
    ],
)
def test_a_form_that_there_is_not(client, query: str, accept: str, offered: tuple[str, ...]) -> None:
    answer = ask(client, query, accept)
    assert answer.status_code == 406
    assert all(each in answer.text for each in offered)


def test_the_answer_to_an_ask_is_a_table_of_one_cell(client) -> None:
    assert ask(client, "ASK {}", "text/csv").text == "answer\r\ntrue\r\n"


def test_a_browser_gets_the_page_with_the_question(client) -> None:
    browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    for params in ({}, {"query": "ASK { ?x a sag:Item }"}):
        answer = client.get("/sparql", params=params, headers={"accept": browser})
        assert answer.headers["content-type"].startswith("text/html")


def test_head_says_what_get_would(client) -> None:
    asked, told = (client.request(method, "/sparql", params={"query": "ASK {}"}) for method in ("GET", "HEAD"))
    assert told.content == b""
    for name in ("content-type", "content-length", "vary"):
        assert told.headers[name] == asked.headers[name]


@pytest.mark.parametrize(
    ("headers", "sentence"),
    [
        ({}, "DROP is not allowed: a query may only read.\n"),
        ({"accept-language": "da,en;q=0.5"}, "DROP er ikke tilladt: et spørgsmål må kun læse.\n"),
    ],
)
def test_an_error_is_a_sentence_in_the_language_of_the_reader(client, headers: dict[str, str], sentence: str) -> None:
    answer = ask(client, "DROP ALL", headers=headers)
    assert (answer.status_code, answer.text) == (403, sentence)


@pytest.mark.parametrize("accept", ["application/json", "application/sparql-results+json", "application/ld+json"])
def test_a_program_may_have_an_error_as_json(client, accept: str) -> None:
    answer = ask(client, "SELECT {", accept)
    assert answer.headers["content-type"] == "application/problem+json"
    problem = msgspec.json.decode(answer.content)
    assert problem["status"] == answer.status_code == 400
    assert "line 1" in problem["detail"]


def test_more_rows_than_allowed_are_an_error(serve, example_store) -> None:
    client = serve(Config(example_store, max_rows=5)).client
    assert ask(client, f"{ITEMS} LIMIT 5").status_code == 200
    answer = ask(client, ITEMS)
    assert answer.status_code == 400
    assert "more than 5 rows" in answer.text


def test_behind_a_proxy_the_endpoint_knows_its_address(serve, example_store) -> None:
    client = serve(Config(example_store, base_path="/minutes")).client
    answer = client.get("/minutes/sparql", headers={"accept": "text/turtle"})
    assert f"<{client.base_url}/minutes/sparql>" in answer.text


# --- pages elsewhere


@pytest.mark.parametrize("path", ["/sparql?query=ASK%7B%7D", "/sparql?query=ASK", "/graphs?default", "/graphs"])
def test_any_page_may_read(client, path: str) -> None:
    assert client.get(path, headers={"origin": "https://page.example"}).headers["access-control-allow-origin"] == "*"


def preflight(client, path: str = "/sparql"):
    headers = {"origin": "https://page.example", "access-control-request-method": "POST"}
    return client.options(path, headers={**headers, "access-control-request-headers": "content-type"})


def test_a_browser_that_asks_first_is_told(client) -> None:
    answer = preflight(client)
    assert answer.status_code == 204
    assert answer.headers["access-control-allow-methods"] == "GET, HEAD, POST, OPTIONS"
    assert answer.headers["access-control-allow-headers"] == "accept, content-type"


def test_options_alone_says_what_can_be_done(client) -> None:
    answer = client.options("/graphs")
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    assert "access-control-allow-methods" not in answer.headers


@pytest.mark.parametrize(
    ("cors", "origin", "allowed"),
    [
        ("https://page.example", "https://page.example", "https://page.example"),
        ("https://page.example", "https://other.example", None),
        ("", "https://page.example", None),
    ],
)
def test_or_only_the_pages_of_one_origin(serve, example_store, cors: str, origin: str, allowed: str | None) -> None:
    answer = ask(serve(Config(example_store, cors=cors)).client, "ASK {}", headers={"origin": origin})
    assert answer.headers.get("access-control-allow-origin") == allowed
    assert ("Origin" in answer.headers["vary"]) == bool(cors)
    assert answer.json()["boolean"] is True


@pytest.mark.parametrize(("cors", "allowed"), [("*", None), ("https://page.example", "https://page.example")])
def test_personal_data_are_for_named_pages_only(serve, tmp_path, cors: str, allowed: str | None) -> None:
    with begin(tmp_path) as new:
        new.manifest["personal_data"] = True
        new.replace("https://x.dk/g", ["<https://x.dk/a> <https://x.dk/b> <https://x.dk/c>"])
    client = serve(Config(tmp_path, cors=cors)).client
    answer = ask(client, "ASK {}", headers={"origin": "https://page.example"})
    assert answer.headers.get("access-control-allow-origin") == allowed
    assert ("access-control-allow-methods" in preflight(client).headers) == bool(allowed)
