"""Where the examples are, and what the demonstration leaves alone."""

import json
from pathlib import Path

import pytest

from kg import demo
from kg.errors import SagsgrafError


def test_a_package_without_examples_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(demo, "_FOLDERS", (tmp_path,))
    with pytest.raises(SagsgrafError, match="install sagsgraf again"):
        demo.examples()


def test_a_folder_without_a_graph_holds_none(tmp_path: Path) -> None:
    assert not demo.holds_another(tmp_path)


def test_a_graph_of_another_version_is_not_ours(tmp_path: Path) -> None:
    generation = tmp_path / "store" / "generations" / "1"
    generation.mkdir(parents=True)
    (tmp_path / "store" / "CURRENT").write_text("1\n", "ascii")
    (generation / "manifest.json").write_text(json.dumps({"format": 0, "content": {}}), "utf-8")
    assert demo.holds_another(tmp_path)
