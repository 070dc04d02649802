"""What holds for every answer: the names that the server goes by, its policy, its place behind a proxy."""

import shutil
from pathlib import Path

import pytest

from kg.serve.config import Config
from kg.serve.wire import host_name


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("localhost:8000", "localhost"),
        ("LocalHost", "localhost"),
        ("[::1]:8000", "[::1]"),
        ("[::1]", "[::1]"),
        ("", ""),
    ],
)
def test_the_name_in_a_host_header(header: str, name: str) -> None:
    assert host_name(header) == name


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "", "[::1].evil.example"]
)
def test_another_host_is_refused(client, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:1", "[::1]:1"])
def test_loopback_is_answered(client, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


def test_every_answer_has_the_policy(client) -> None:
    for path in ("/", "/static/base.css", "/no/such/page"):
        assert "script-src 'self'" in client.get(path).headers["content-security-policy"]


def test_behind_a_proxy_the_addresses_begin_with_its_path(serve, example_store) -> None:
    client = serve(Config(example_store, base_path="/minutes")).client
    for path in ("/minutes/", "/"):  # a proxy may take the path off itself, or not
        answer = client.get(path)
        assert answer.status_code == 200
        assert 'href="/minutes/static/base.css?v=' in answer.text


def test_a_slash_too_many_leads_beside_the_path_of_the_proxy(serve, example_store) -> None:
    client = serve(Config(example_store, base_path="/minutes")).client
    for path in ("/minutes/cases/?page=1", "/cases/?page=1"):
        assert client.get(path).headers["location"] == "/minutes/cases?page=1"


@pytest.mark.parametrize("known", ['"TAG"', 'W/"TAG"', '"other", "TAG"', "*"])
def test_an_asset_that_a_browser_has_is_not_sent_again(client, known: str) -> None:
    first = client.get("/static/base.css")
    tag = first.headers["etag"]
    again = client.get("/static/base.css", headers={"if-none-match": known.replace('"TAG"', tag)})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == tag
    assert again.headers["cache-control"] == first.headers["cache-control"] == "public, max-age=3600"
    assert client.get("/static/base.css", headers={"if-none-match": '"other"'}).content == first.content


def test_an_asset_named_by_its_content_is_kept_for_ever(client) -> None:
    tag = client.get("/static/base.css").headers["etag"].strip('"')
    assert "immutable" in client.get(f"/static/base.css?v={tag}").headers["cache-control"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/static/%00.css", 404),
        (f"/static/{'a' * 300}.css", 404),
        ("/static/..%2fbase.css", 404),
        ("/id/%00", 400),
        ("/id/%ff", 400),
        ("/id/%2525zz", 400),
        ("/resource?iri=http://%5Bbad", 400),
        ("/sparql?query=ASK%20%7B%7D&default-graph-uri=a:%25zz", 400),
    ],
)
def test_an_odd_address_is_one_sentence(client, path: str, status: int) -> None:
    assert client.get(path).status_code == status


@pytest.mark.parametrize("path", ["/", "/sparql?query=ASK%20%7B%7D", "/graphs?default", "/reconcile", "/no/such/page"])
def test_a_store_that_goes_away_is_one_sentence_until_it_is_back(serve, tmp_path: Path, example_store, path) -> None:
    store = shutil.copytree(example_store, tmp_path / "store")
    client = serve(Config(store)).client
    (store / "CURRENT").rename(tmp_path / "kept")
    answer = client.get(path)
    assert answer.status_code == 503 if path != "/no/such/page" else 404
    assert "Traceback" not in answer.text
    assert str(tmp_path) not in answer.text
    assert path == "/no/such/page" or "The graph cannot be read just now." in answer.text
    (tmp_path / "kept").rename(store / "CURRENT")
    assert client.get("/").status_code == 200
