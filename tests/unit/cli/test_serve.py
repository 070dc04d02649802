"""`kg serve`, as whoever gives it too little meets it."""

import sys
from pathlib import Path

import pytest

from kg.cli import main


def test_memory_with_which_no_process_starts_is_one_sentence(
    example_store: Path, monkeypatch: pytest.MonkeyPatch, capfd
) -> None:
    monkeypatch.setattr("kg.graph.sparql.command", lambda *_: [sys.executable, "-c", ""])
    assert main(["serve", str(example_store), "-p", "0", "--memory", "1"]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("kg: A process that answers questions cannot start with 1 MB of memory: give more")
    assert err.count("\n") == 1
