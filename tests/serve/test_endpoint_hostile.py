"""No question can hurt the endpoint: whoever asks one is told why not, and everyone else is answered meanwhile."""

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from urllib.parse import quote, urlsplit

import httpx
import pytest

from kg.graph.pool import Pool
from kg.graph.store import begin
from kg.serve.config import Config
from kg.serve.endpoint import answers as endpoint_answers
from kg.serve.endpoint import request as endpoint_request

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def crowd(tmp_path_factory):
    """A store in which a careless join takes days: a chain of 2,000."""
    path = tmp_path_factory.mktemp("hostile") / "store"
    with begin(path) as new:
        chain = (f"<https://x.dk/{n}> <https://x.dk/p> <https://x.dk/{n + 1}>" for n in range(2_000))
        new.replace("https://x.dk/g", chain)
    return path


@pytest.fixture(scope="module")
def hurt(served, crowd):
    """A server over it with tight limits."""
    server = type(served)(Config(crowd, timeout=3, memory=300, max_rows=5_000))
    yield server
    server.stop()


@pytest.fixture(scope="module")
def patient(served, crowd):
    """A server over it that leaves a busy machine all the time that it needs."""
    server = type(served)(Config(crowd, timeout=3_600, max_rows=5_000))
    yield server
    server.stop()


def until(true) -> None:
    deadline = time.monotonic() + 300
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def ask(client: httpx.Client, query: str, **more) -> httpx.Response:
    return client.post("/sparql", content=query.encode(), headers={"content-type": "application/sparql-query"}, **more)


def is_well(client: httpx.Client) -> bool:
    """Whether the next question is answered, be it by a process that has just been started."""
    count = {"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}
    while (answer := client.get("/sparql", params=count)).headers.get("retry-after"):
        time.sleep(0.1)
    return answer.status_code == 200 and '"2000"' in answer.text


def told(answer: httpx.Response) -> bool:
    """Whether somebody was told why not, in one sentence."""
    return answer.status_code in (400, 403, 413, 503) and answer.text.count("\n") == 1 and answer.text.endswith(".\n")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * " + "{" * 2_000 + "}" * 2_000,
        "SELECT * { FILTER" + "(" * 2_000 + "1" + ")" * 2_000 + " }",
        "SELECT * { FILTER(" + "!" * 4_000 + "true) }",
        "SELECT * {" + "OPTIONAL {" * 400 + "}" * 400 + "}",
        "SELECT * {" + "{ ?s ?p 1 } UNION {" * 200 + "}" * 200 + "}",
        "SELECT * { ?s ?p " + "[ <x:p> " * 500 + "1" + "]" * 500 + " }",
        "SELECT * { ?s " + "(" * 1_500 + "<x:p>" + ")*" * 1_500 + " ?o }",
        "SELECT (" + "STR(" * 1_000 + "1" + ")" * 1_000 + " AS ?x) {}",
        "CONSTRUCT { ?s ?p " + "(" * 1_000 + ")" * 1_000 + " } WHERE { ?s ?p ?o }",
        "{" * 4_000,
    ],
    ids=lambda query: query[:30],
)
def test_deep_nesting_is_refused(hurt, query: str) -> None:
    answer = ask(hurt.client, query)
    assert told(answer)
    assert answer.status_code == 400
    assert is_well(hurt.client)


@pytest.mark.parametrize(
    "query",
    [
        ENDLESS,
        "SELECT (COUNT(*) AS ?n) { ?a <https://x.dk/p>* ?b . ?c <https://x.dk/p>* ?d }",
        "SELECT (COUNT(*) AS ?n) { ?a (<https://x.dk/p>|!<https://x.dk/q>)* ?b }",
        "SELECT DISTINCT ?a ?d ?g ?j { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
        "SELECT (GROUP_CONCAT(?a) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d",
        "SELECT (STRLEN(?s40) AS ?n) { BIND('xxxxxxxx' AS ?s0) "
        + " ".join(f"BIND(CONCAT(?s{n}, ?s{n}) AS ?s{n + 1})" for n in range(40))
        + " }",
        "SELECT (COUNT(*) AS ?n) { " + " ".join(f"VALUES ?v{n} {{ {'1 ' * 1_000} }}" for n in range(6)) + " }",
        "CONSTRUCT { ?a ?d ?g } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    ],
    ids=lambda query: query[:40],
)
def test_what_takes_too_long_or_too_much_is_stopped(hurt, query: str) -> None:
    assert told(ask(hurt.client, query))
    assert is_well(hurt.client)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("SELECT * { ?a ?b ?c . ?d ?e ?f }", "more than 5000 rows"),
        ("CONSTRUCT { ?a ?b ?f } WHERE { ?a ?b ?c . ?d ?e ?f }", "more than 5000 rows"),
        ("SELECT ('" + "x" * 90_000 + "' AS ?x) { ?a ?b ?c }", "larger than 64 MB"),
        ("SELECT * { ?s ?p '" + "x" * 200_000 + "' }", "longer than 100000 characters"),
        ("SELECT * { ?s ?p '" + "x" * 1_500_000 + "' }", "1000000 bytes at most"),
    ],
    ids=lambda text: text[:30],
)
def test_what_is_too_much_is_said_before_the_first_byte(patient, query: str, sentence: str) -> None:
    answer = ask(patient.client, query)
    assert told(answer)
    assert sentence in answer.text
    assert is_well(patient.client)


def test_many_prefixes_are_no_harm(patient) -> None:
    many = "".join(f"PREFIX p{n}: <x:{n}> " for n in range(4_000))
    assert ask(patient.client, f"{many} ASK {{ ?s ?p ?o }}").json()["boolean"] is True


def test_a_form_of_many_fields_is_refused(hurt) -> None:
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert told(hurt.client.post("/sparql", content=b"a&" * 100_000, headers=form))


def test_while_one_query_runs_for_ever_others_are_answered(patient) -> None:
    with connected(patient.url) as endless:
        endless.sendall(get(ENDLESS))
        until(lambda: is_asked(patient))
        for _ in range(5):
            assert is_well(patient.client)
        assert is_asked(patient)
    until(lambda: not is_asked(patient))  # whoever asked has left


def test_a_query_that_runs_for_ever_is_stopped(hurt) -> None:
    answer = ask(hurt.client, ENDLESS)
    assert answer.status_code == 503
    assert answer.text == "The query took longer than 3 seconds and was stopped.\n"
    assert is_well(hurt.client)


def test_more_than_can_run_wait_for_their_turn(hurt) -> None:
    with ThreadPoolExecutor(4) as others:
        answers = list(
            others.map(lambda _: httpx.post(f"{hurt.url}/sparql", data={"query": ENDLESS}, timeout=300), "1234")
        )
    assert all(map(told, answers))
    assert {answer.status_code for answer in answers} == {503}
    assert is_well(hurt.client)


def test_when_too_many_wait_one_is_told_to_come_again(serve, crowd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.serve.endpoint.pool.Pool", partial(Pool, waiting=0))
    server = serve(Config(crowd, workers=1, timeout=3_600))
    assert is_well(server.client)
    with connected(server.url) as endless:
        endless.sendall(get(ENDLESS))
        until(lambda: is_asked(server))
        answer = ask(server.client, "ASK {}")
        assert answer.status_code == 503
        assert told(answer)
        assert answer.headers["retry-after"] == "1"
    assert is_well(server.client)


def is_asked(server) -> bool:
    """Whether a question is being answered."""
    return server.app.state.pool._busy > 0


def connected(url: str) -> socket.socket:
    where = urlsplit(url)
    return socket.create_connection((where.hostname, where.port), timeout=300)


def get(query: str) -> bytes:
    return f"GET /sparql?query={quote(query)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()


def test_a_long_address_is_no_harm(hurt) -> None:
    with connected(hurt.url) as long, suppress(OSError):  # the server may hang up
        long.sendall(get("SELECT" + " " * 1_000_000))
        assert b" 200 " not in long.recv(100)
    assert is_well(hurt.client)


def test_whoever_leaves_frees_the_process(serve, crowd) -> None:
    server = serve(Config(crowd, timeout=3_600, workers=1))
    with connected(server.url) as gone:
        gone.sendall(get(ENDLESS))
    assert is_well(server.client)


def test_whoever_does_not_read_is_left(serve, example_store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint_answers, "_PATIENCE", 0.3)
    outbox, taken = endpoint_answers.Outbox(), []
    monkeypatch.setattr("kg.serve.endpoint.pool.Outbox", lambda: outbox)
    monkeypatch.setattr(outbox, "take", lambda size: taken.append(size) or type(outbox).take(outbox, size))
    server = serve(Config(example_store, timeout=3_600))
    free = outbox._free
    with connected(server.url) as idle:
        idle.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        idle.sendall(get("SELECT * { VALUES ?twice { 1 2 } ?s ?p ?o }"))
        until(lambda: taken)
        assert server.client.get("/sparql?query=ASK%7B%7D").status_code == 200
        until(lambda: outbox._free == free)


def test_too_much_on_its_way_is_refused(serve, example_store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.serve.endpoint.pool.Outbox", lambda: endpoint_answers.Outbox(1_000_000))
    client = serve(Config(example_store)).client
    answer = ask(client, "SELECT * { ?s ?p ?o }")
    assert told(answer)
    assert answer.headers["retry-after"] == "5"
    assert ask(client, "SELECT * { ?s ?p ?o } LIMIT 1000").status_code == 200


def test_a_question_that_never_comes_is_given_up(serve, crowd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint_request, "_PATIENCE", 0.3)
    server = serve(Config(crowd))
    head = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
    with connected(server.url) as slow:
        slow.sendall(f"{head}Content-Length: 100\r\n\r\nASK".encode())
        assert is_well(server.client)
        assert slow.recv(100).startswith(b"HTTP/1.1 408")


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("SELECT * { SERVICE <URL> { ?s ?p ?o } }", 403),
        ("SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }", 403),
        ("SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }", 403),
        ("SELECT * { BIND(<URL> AS ?x) SERVICE ?x { ?s ?p ?o } }", 403),
        ("PREFIX SERVICEe: <URL> SELECT * { SERVICEe:x { ?s ?p ?o } }", 403),
        ("LOAD <URL>", 403),
        ("LOAD SILENT <URL> INTO GRAPH <x:g>", 403),
        ("SELECT * FROM <URL> { ?s ?p ?o }", 200),
        ("SELECT * FROM NAMED <URL> { GRAPH ?g { ?s ?p ?o } }", 200),
        ("SELECT * { GRAPH <URL> { ?s ?p ?o } }", 200),
        ("DESCRIBE <URL>", 200),
        ("BASE <URL> SELECT * FROM <x> { ?s ?p ?o }", 200),
    ],
)
def test_no_connection_is_opened(patient, listener: tuple[int, list[int]], query: str, status: int) -> None:
    port, calls = listener
    url = f"http://127.0.0.1:{port}/"
    for dataset in ({}, {"default-graph-uri": url}, {"named-graph-uri": url}):
        assert ask(patient.client, query.replace("URL", url), params=dataset).status_code == status
    assert patient.client.get("/graphs", params={"graph": url}).status_code == 404
    assert not calls
