"""`kg serve`: one command from a folder of minutes to a page in the browser."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="sends the signals of POSIX")
ROOT = Path(__file__).resolve().parents[2]


class Running:
    """`kg serve` in a process of its own, ready to answer."""

    def __init__(self, arguments: tuple[str, ...], folder: Path, **environment: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kg", "serve", "-p", "0", *arguments],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "KG_LANG": "en", "DISPLAY": "", "BROWSER": "", **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        self.address = self.process.stdout.readline().strip()

    def stop(self, how: signal.Signals = signal.SIGINT) -> tuple[int, str]:
        """The exit code, and what was said on standard error."""
        self.process.send_signal(how)
        _, said = self.process.communicate(timeout=300)
        return self.process.returncode, said


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Callable[..., Running]]:
    running: list[Running] = []

    def start(*arguments: str, **environment: str) -> Running:
        running.append(Running(arguments, tmp_path, **environment))
        return running[-1]

    yield start
    for each in running:
        if each.process.poll() is None:
            each.process.kill()
            each.process.communicate()


def kg(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "KG_LANG": "en"}
    command = [sys.executable, "-m", "kg", "serve", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=300
    )


def test_of_a_folder_of_minutes_it_builds_serves_and_opens(run, examples, tmp_path) -> None:
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}.new && mv {opened}.new {opened}\n')
    browser.chmod(0o755)
    server = run(str(examples / "minutes"), BROWSER=f"{browser} %s")
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", server.address)
    assert "10</strong> documents" in httpx.get(server.address, timeout=300).text
    while not opened.exists():  # a browser takes its time
        time.sleep(0.01)
    code, said = server.stop()
    assert code == 0
    assert opened.read_text().strip() == server.address
    assert "10  documents" in said
    assert "Point 3 is missing among the others" in said
    assert "The graph is in output/store." in said
    assert "Only this computer can reach it." in said
    assert (tmp_path / "output" / "store" / "CURRENT").is_file()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_of_a_graph_it_serves_and_ends_when_told(run, example_store, tmp_path, how) -> None:
    opened = tmp_path / "opened"
    server = run(str(example_store), BROWSER=f"touch {opened}")
    answer = httpx.get(server.address, timeout=300)
    assert answer.status_code == 200
    assert "server" not in answer.headers
    code, said = server.stop(how)
    assert (code, said) == (0, "Only this computer can reach it. Stop it with Ctrl-C.\n")
    assert not opened.exists()


def test_for_others_it_listens_only_when_told_and_warns(run, example_store) -> None:
    server = run("--store", str(example_store), "--host", "0.0.0.0", "--allow-host", "minutes.example")
    assert httpx.get(server.address, headers={"host": "minutes.example"}, timeout=300).status_code == 200
    assert httpx.get(server.address, headers={"host": "other.example"}, timeout=300).status_code == 421
    assert "Warning: it listens on 0.0.0.0, so other computers can reach it" in server.stop()[1]


def test_behind_a_proxy(run, example_store) -> None:
    server = run(str(example_store), "--base-path", "minutes/")
    assert server.address.endswith("/minutes/")
    assert 'href="/minutes/cases"' in httpx.get(server.address, timeout=300).text


def test_a_port_that_is_taken_is_one_sentence(example_store, tmp_path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = kg(tmp_path, str(example_store), "-p", str(port))
    assert done.returncode == 2
    assert done.stderr.startswith(f"kg: 127.0.0.1:{port} cannot be listened on")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("nowhere",), 2, "kg: nowhere: there is no such file or folder; check the path.\n"),
        (("--store", "nowhere"), 1, "kg: There is no graph in nowhere: make one with `kg build`.\n"),
        (("--base-path", "a b"), 2, "kg: a b cannot be the beginning of addresses; write it like /minutes.\n"),
        (("--timeout", "nan"), 2, "kg: A question may take more than 0 and at most 86400 seconds, not nan.\n"),
        (("--host", "192.0.2.1"), 2, "kg: 192.0.2.1:0 cannot be listened on"),
    ],
)
def test_what_cannot_be_served_is_one_sentence(tmp_path, arguments: tuple[str, ...], code: int, said: str) -> None:
    done = kg(tmp_path, "-p", "0", *arguments)
    assert done.returncode == code
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1
