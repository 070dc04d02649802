"""The graph against what careful readers found: in the examples, and in the annotated corpus where it is there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.score_table import folders_of, write_sources
from benchmarks.score_table import score as columns_of
from kg.graph.export import export
from kg.graph.graph import Graph
from kg.inputs import find_inputs
from kg.pipeline import build
from kg.profiles import NONE, shipped
from kg.readers import ENDINGS
from kg.settings import Settings

ROOT = Path(__file__).parents[1]
WITH_PROFILE = Settings(profiles=shipped())
WITHOUT = Settings(forced=NONE)


def _score(shared: Path, minutes: Path, gold: Path, settings: Settings, folder: Path, *floors: str) -> float:
    """Build, export and score; returns the mean F1. Fails, with the scorer's table, below the floors."""
    inputs, _ = find_inputs([str(minutes)])
    build(inputs, folder / "store", settings)
    with Graph.open(folder / "store") as graph:
        export(graph, folder / "graph.nq", "nq")
    write_sources(minutes, folder / "sources", settings)
    scorer = [sys.executable, str(shared / "score" / "score.py"), str(folder / "graph.nq")]
    scored = subprocess.run(
        [
            *scorer,
            "--gold",
            str(gold),
            "--corpus",
            str(minutes),
            "--sources",
            str(folder / "sources"),
            "--errors",
            *floors,
        ],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert scored.returncode == 0, scored.stdout + scored.stderr
    figures = dict(
        line.rsplit(maxsplit=1) for line in scored.stdout.splitlines() if line.startswith(("mean", "evidence"))
    )
    assert float(figures["evidence"]) == 1.0, scored.stdout
    return float(figures["mean"])


@pytest.mark.parametrize("settings", [WITH_PROFILE, WITHOUT], ids=["profiles", "none"])
def test_examples(shared: Path, tmp_path: Path, settings: Settings) -> None:
    _score(shared, ROOT / "examples" / "minutes", ROOT / "tests" / "gold", settings, tmp_path, "--min", "0.97")


@pytest.mark.parametrize("name", ["birkholt", "councils", "elsewhere", "klintemose", "layouts", "ravnsoe"])
def test_minutes_of_other_authorities_without_a_profile(shared: Path, tmp_path: Path, name: str) -> None:
    folder = ROOT / "tests" / "minutes" / name
    _score(shared, folder / "minutes", folder / "gold", WITHOUT, tmp_path, "--min", "0.95")


def test_corpus_with_the_shipped_profile(shared: Path, tmp_path: Path) -> None:
    _score(shared, shared / "corpus", shared / "gold", WITH_PROFILE, tmp_path, "--min", "0.97", "--min-kind", "0.90")


def test_corpus_without_a_profile(shared: Path, tmp_path: Path) -> None:
    _score(shared, shared / "corpus", shared / "gold", WITHOUT, tmp_path, "--min", "0.92")


def _beside(shared: Path, name: str) -> Path:
    if not (shared / name).is_dir():
        pytest.skip(f"the annotated minutes of others are not at {shared / name}")
    unread = {path.suffix for path in (shared / name).iterdir()} - ENDINGS
    if unread:
        pytest.skip(f"there is no reader for {', '.join(sorted(unread))}")
    return shared / name


FLOORS = ("--min", "0.95", "--min-kind", "0.85")


def test_minutes_of_other_authorities_in_other_formats(shared: Path, tmp_path: Path) -> None:
    minutes = _beside(shared, "corpus-other")
    _score(shared, minutes, shared / "gold-other", WITH_PROFILE, tmp_path, *FLOORS)


def test_one_of_those_meetings_as_its_system_exports_it(shared: Path, tmp_path: Path) -> None:
    minutes = _beside(shared, "corpus-same")
    _score(shared, minutes, shared / "gold-same", WITH_PROFILE, tmp_path, *FLOORS)


def test_a_meeting_s_export_and_pdf_are_one_meeting_with_nothing_twice(shared: Path, tmp_path: Path) -> None:
    _beside(shared, "corpus-other")
    _beside(shared, "corpus-same")
    (folder,) = [each for each in folders_of(ROOT, shared) if len(each.minutes) > 1]
    (column,) = columns_of(folder, shared / "score" / "score.py", tmp_path)
    assert column.documents == 2
    assert column.short == ""
    with Graph.open(tmp_path / "store") as graph:
        assert (
            len(graph.query("SELECT ?m { ?m a sag:Meeting ; sag:minutes ?d } GROUP BY ?m HAVING (COUNT(?d) = 2)")) == 1
        )
        assert len(graph.query("SELECT DISTINCT ?m { ?m sag:minutes ?d }")) == 1
