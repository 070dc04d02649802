"""The page of the graph's health: figures, gaps, what the build found, and the rules, checked when one asks."""

import subprocess
import sys
import time

import pytest

from kg.queries.question import shipped_questions
from kg.report import Figures
from kg.serve.config import Config
from kg.serve.health.check import Checked, command


def test_the_page_names_figures_problems_and_gaps(client, asked) -> None:
    page = client.get("/health", headers={"accept": "text/html", "accept-language": "en"}).text
    gaps = [shipped_questions()[name].title.en for name in ("gaps-decisions", "gaps-meetings")]
    for words in ("tvk-direktionen-2024-09-03.txt:84", "generation", *gaps):
        assert words in page
    assert asked.manifest["figures"]["items"] == 59
    assert "<dd>59</dd>" in page
    assert "Point 3 is missing" in page.partition('id="gaps"')[2]
    assert "item-gap" not in page  # what programs call it


def test_a_problem_leads_to_its_line(client, asked) -> None:
    page = client.get("/health", headers={"accept": "text/html"}).text
    name = next(each["sha256"][:16] for each in asked.manifest["documents"] if "2024-09-03.txt" in each["path"])
    assert f'href="/id/document/{name}#L84"' in page


def test_the_same_for_programs(client) -> None:
    health = client.get("/health.json").json()
    assert set(health["figures"]) == set(Figures.__struct_fields__)
    assert health["bytes"] > 100_000
    assert len(health["gaps"]) == 6
    assert health == client.get("/health", headers={"accept": "application/json"}).json()


def test_a_monitor_gets_a_word(client) -> None:
    assert client.get("/healthz").text == "ok\n"


WAITING = (
    "import os, sys, time\nwhile not os.path.exists(sys.argv[1]): time.sleep(0.01)\nos.execv(sys.argv[2], sys.argv[2:])"
)


def test_the_rules_are_checked_when_one_asks_and_others_are_served_meanwhile(
    serve, example_store, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = tmp_path / "begin"  # the check waits for it, so that all is seen while it runs
    waiting = [sys.executable, "-c", WAITING, str(begin)]
    monkeypatch.setattr("kg.serve.health.check.command", lambda store: [*waiting, *command(store)])
    client = serve(Config(example_store)).client
    assert client.get("/health.json").json()["rules"] == {"state": "unchecked", "violations": []}
    assert client.post("/health/check").headers["location"] == "/health#rules"
    assert client.get("/health", headers={"accept": "text/html"}).headers["refresh"] == "3"
    assert client.get("/healthz").text == "ok\n"
    begin.touch()
    while (rules := client.get("/health.json").json()["rules"])["state"] == "running":
        time.sleep(0.1)
    assert rules == {"state": "done", "violations": []}
    page = client.get("/health", headers={"accept": "text/html", "accept-language": "en"})
    assert "The graph keeps all the rules." in page.text
    assert "refresh" not in page.headers


def test_a_graph_is_checked_by_those_who_press_a_button_only(client) -> None:
    assert client.get("/health/check").status_code == 405
    assert Checked().state == "unchecked"


def test_a_page_elsewhere_cannot_begin_a_check(serve, example_store) -> None:
    client = serve(Config(example_store)).client
    client.post("/health/check", headers={"sec-fetch-site": "cross-site"})
    assert client.get("/health.json").json()["rules"]["state"] == "unchecked"


def test_a_check_ends_with_the_server(example_store) -> None:
    with subprocess.Popen(command(example_store), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdin.close()
        assert process.wait(300) == 1
