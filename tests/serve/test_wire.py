"""What holds for every answer: the names that the server goes by, its policy, its place behind a proxy."""

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
