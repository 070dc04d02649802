"""SPARQL 1.1 Protocol: what the specification asks of a server that only reads, case by case.

The names are those that the W3C's own suite gives to the same cases.
"""

from pathlib import Path
from urllib.parse import quote, urlencode

import httpx
import pytest

from kg.graph.store import begin
from kg.serve.config import Config

GRAPHS = [f"https://x.dk/graph/{number}" for number in (1, 2, 3)]
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
ROWS = {
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv; charset=utf-8",
    "text/tab-separated-values; charset=utf-8",
}
TRIPLES = {"text/turtle; charset=utf-8", "application/n-triples", "application/ld+json", "application/rdf+xml"}


@pytest.fixture(scope="module")
def small(served, tmp_path_factory):
    """A server over three graphs, each with one thing of its own and one that all of them have."""
    store = tmp_path_factory.mktemp("protocol") / "store"
    with begin(store) as new:
        for number, graph in enumerate(GRAPHS, 1):
            own = f'<https://x.dk/{number}> <https://x.dk/name> "{number}"'
            new.replace(graph, [own, '<https://x.dk/all> <https://x.dk/name> "all"'])
    server = type(served)(Config(Path(store)))
    yield server.client
    server.stop()


def get(client: httpx.Client, query: str, **more) -> httpx.Response:
    return client.get("/sparql", params={"query": query, **more})


def post(client: httpx.Client, body: str | bytes, media: str | None, address: str = "/sparql") -> httpx.Response:
    return client.post(address, content=body, headers={"content-type": media} if media else {})


def refused(answer: httpx.Response, status: int) -> bool:
    """Whether this is a refusal with one sentence in plain text."""
    sentence = answer.text.removesuffix("\n")
    plain = answer.headers["content-type"] == "text/plain; charset=utf-8"
    return answer.status_code == status and plain and sentence.endswith(".") and "\n" not in sentence


def test_query_get(small) -> None:
    answer = get(small, "ASK {}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] in ROWS
    assert answer.json() == {"head": {}, "boolean": True}


def test_query_post_form(small) -> None:
    assert post(small, urlencode({"query": "ASK {}"}), FORM).json()["boolean"] is True


def test_query_post_direct(small) -> None:
    assert post(small, "ASK {}", DIRECT).json()["boolean"] is True
    assert post(small, "ASK { FILTER('æ' = 'æ') }".encode(), f"{DIRECT}; charset=UTF-8").json()["boolean"] is True


@pytest.mark.parametrize(
    ("query", "types"),
    [
        ("SELECT (1 AS ?value) {}", ROWS),
        ("ASK {}", ROWS),
        ("DESCRIBE <https://x.dk/1>", TRIPLES),
        ("CONSTRUCT { <x:s> <x:p> 1 } WHERE {}", TRIPLES),
    ],
)
def test_query_content_type(small, query: str, types: set[str]) -> None:
    answer = post(small, query, DIRECT)
    assert answer.status_code == 200
    assert answer.headers["content-type"] in types


@pytest.mark.parametrize("media", sorted(ROWS | TRIPLES))
def test_the_answer_has_the_type_that_was_asked_for(small, media: str) -> None:
    query = "SELECT * { ?s ?p 'all' }" if media in ROWS else "CONSTRUCT WHERE { ?s ?p 'all' }"
    answer = small.get("/sparql", params={"query": query}, headers={"accept": media.partition(";")[0]})
    assert answer.headers["content-type"] == media
    assert "https://x.dk/all" in answer.text
    assert answer.headers["vary"] == "Accept"


def sees(client: httpx.Client, method: str, query: str, default: list[str], named: list[str]) -> bool:
    """The answer to an ASK of these graphs, by GET, by a form, or directly."""
    graphs = {"default-graph-uri": default, "named-graph-uri": named}
    if method == "get":
        answer = client.get("/sparql", params={"query": query, **graphs})
    elif method == "form":
        answer = post(client, urlencode({"query": query, **graphs}, doseq=True), FORM)
    else:
        answer = post(client, query, DIRECT, f"/sparql?{urlencode(graphs, doseq=True)}")
    assert answer.status_code == 200, answer.text
    found: bool = answer.json()["boolean"]
    return found


METHODS = pytest.mark.parametrize("method", ["get", "form", "direct"])


@METHODS
def test_query_dataset_default_graph(small, method: str) -> None:
    assert sees(small, method, "ASK { ?s ?p '1' MINUS { ?t ?q '2' } }", GRAPHS[:1], [])
    assert not sees(small, method, "ASK { ?s ?p '2' }", GRAPHS[:1], [])
    assert not sees(small, method, "ASK { GRAPH ?g { ?s ?p ?o } }", GRAPHS[:1], [])


@METHODS
def test_query_dataset_default_graphs(small, method: str) -> None:
    assert sees(small, method, "ASK { ?s ?p '1' . ?t ?p '2' }", GRAPHS[:2], [])
    assert not sees(small, method, "ASK { ?s ?p '3' }", GRAPHS[:2], [])


@METHODS
def test_query_dataset_named_graphs(small, method: str) -> None:
    both = f"ASK {{ GRAPH <{GRAPHS[0]}> {{ ?s ?p '1' }} GRAPH <{GRAPHS[1]}> {{ ?t ?p '2' }} }}"
    assert sees(small, method, both, [], GRAPHS[:2])
    assert not sees(small, method, "ASK { GRAPH ?g { ?s ?p '3' } }", [], GRAPHS[:2])
    assert not sees(small, method, "ASK { ?s ?p ?o }", [], GRAPHS[:2])


@METHODS
def test_query_dataset_full(small, method: str) -> None:
    query = "ASK { ?s ?p '3' GRAPH ?g { ?t ?p '1' } GRAPH ?h { ?u ?p '2' } }"
    assert sees(small, method, query, GRAPHS[2:], GRAPHS[:2])
    assert not sees(small, method, "ASK { ?s ?p '1' }", GRAPHS[2:], GRAPHS[:2])


@METHODS
def test_query_multiple_dataset(small, method: str) -> None:
    """The dataset of the request wins over that of the query."""
    query = f"ASK FROM <{GRAPHS[0]}> {{ ?s ?p '2' }}"
    assert sees(small, method, query, GRAPHS[1:2], [])
    assert not sees(small, method, query.replace("'2'", "'1'"), GRAPHS[1:2], [])


def test_the_dataset_of_the_query_counts_where_the_request_names_none(small) -> None:
    assert get(small, f"ASK FROM <{GRAPHS[0]}> {{ ?s ?p '1' }}").json()["boolean"] is True
    assert get(small, f"ASK FROM <{GRAPHS[0]}> {{ ?s ?p '2' }}").json()["boolean"] is False


def test_bad_query_method(small) -> None:
    for method in ("PUT", "DELETE", "PATCH"):
        answer = small.request(method, "/sparql", params={"query": "ASK {}"})
        assert refused(answer, 405)
        assert answer.headers["allow"] == "GET, HEAD, POST, OPTIONS"


def test_bad_multiple_queries(small) -> None:
    two = [("query", "ASK {}"), ("query", "SELECT * {}")]
    assert refused(small.get("/sparql", params=two), 400)
    assert refused(post(small, urlencode(two), FORM), 400)
    assert refused(post(small, "ASK {}", DIRECT, "/sparql?query=ASK%20%7B%7D"), 400)


def test_bad_query_wrong_media_type(small) -> None:
    assert refused(post(small, "ASK {}", "text/plain"), 415)
    assert refused(post(small, "ASK {}", "application/sparql-results+json"), 415)


def test_bad_query_missing_form_type(small) -> None:
    assert refused(post(small, urlencode({"query": "ASK {}"}), None), 415)


def test_bad_query_missing_direct_type(small) -> None:
    assert refused(post(small, "ASK {}", None), 415)


@pytest.mark.parametrize(
    ("body", "media"),
    [
        ("ASK {}".encode("utf-16"), f"{DIRECT}; charset=UTF-16"),
        ("ASK {}".encode("utf-16"), DIRECT),
        ("ASK { FILTER('\xe6' = 'x') }".encode("latin-1"), DIRECT),
        (b"query=ASK%20%7B%20FILTER('%E6'='x')%20%7D", FORM),
        (b"query=ASK { FILTER('\xe6'='x') }", FORM),
    ],
)
def test_bad_query_non_utf8(small, body: bytes, media: str) -> None:
    assert refused(post(small, body, media), 400)


def test_bad_query_non_utf8_by_get(small) -> None:
    assert refused(small.get("/sparql?query=ASK%20%7B%20FILTER('%E6'='x')%20%7D"), 400)


def test_bad_query_syntax(small) -> None:
    assert refused(get(small, "ASK {"), 400)
    assert refused(get(small, ""), 400)


def test_a_form_without_a_query(small) -> None:
    assert refused(post(small, "other=1", FORM), 400)
    assert refused(post(small, "", FORM), 400)


@pytest.mark.parametrize("iri", ["", "graph/1", "not a graph", "https://x.dk/<1>"])
def test_a_graph_that_can_be_none(small, iri: str) -> None:
    assert refused(get(small, "ASK {}", **{"default-graph-uri": iri}), 400)


UPDATE = "INSERT DATA { <x:s> <x:p> 1 }"


@pytest.mark.parametrize(
    "name",
    [
        "bad_update_get",
        "bad_multiple_updates",
        "bad_update_missing_form_type",
        "bad_update_wrong_media_type",
        "bad_update_non_utf8",
        "bad_update_syntax",
        "bad_update_dataset_conflict",
        "update_post_form",
        "update_post_direct",
        "update_as_query",
        "update_beside_query",
    ],
)
def test_no_update_is_done(small, name: str) -> None:
    form = urlencode({"update": UPDATE})
    answer = {
        "bad_update_get": lambda: small.get("/sparql", params={"update": UPDATE}),
        "bad_multiple_updates": lambda: post(small, f"{form}&{form}", FORM),
        "bad_update_missing_form_type": lambda: post(small, form, None),
        "bad_update_wrong_media_type": lambda: post(small, UPDATE, "text/plain"),
        "bad_update_non_utf8": lambda: post(small, UPDATE.encode("utf-16"), "application/sparql-update"),
        "bad_update_syntax": lambda: post(small, "update=INSERT", FORM),
        "bad_update_dataset_conflict": lambda: post(
            small, "update=USING <x:g>", FORM, f"/sparql?using-graph-uri={quote('x:h')}"
        ),
        "update_post_form": lambda: post(small, form, FORM),
        "update_post_direct": lambda: post(small, UPDATE, "application/sparql-update"),
        "update_as_query": lambda: get(small, UPDATE),
        "update_beside_query": lambda: post(small, f"query=ASK%7B%7D&{form}", FORM),
    }[name]()
    assert refused(answer, 415 if name in ("bad_update_missing_form_type", "bad_update_wrong_media_type") else 403)
    assert get(small, "ASK { <x:s> ?p ?o }").json()["boolean"] is False
