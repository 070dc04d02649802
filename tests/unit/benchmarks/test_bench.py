"""What the bench prints, and that it goes on where a stage or a peer is missing. No test here looks at a clock."""

import sys
from pathlib import Path

import pytest

from benchmarks import bench, stages
from benchmarks.bench import Row, line, names_of, prepare, stage_rows, time_stages
from benchmarks.generator import generate
from benchmarks.memory import peak
from benchmarks.peers import PeerMissingError
from benchmarks.stages import MissingStageError, Work, run


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return prepare(tmp_path, list(generate(2)))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (Row("read", 6800.04, "documents/s", 12.5, "spaCy"), "read 6,800.0 documents/s 12.50x spaCy"),
        (Row("parse", None, note="parse: not there yet"), "parse - parse: not there yet"),
        (Row("python -c pass", 11.0, "ms", 1.0), "python -c pass 11.0 ms 1.00x"),
    ],
)
def test_a_row_says_what_and_beside_what(row: Row, expected: str) -> None:
    assert " ".join(line(row).split()) == expected


def test_rows_stand_in_columns() -> None:
    assert line(Row("a", 1.0, "ms")).index("1.0") == line(Row("bcd", 2.0, "ms")).index("2.0")


def test_the_names_are_those_of_the_gold_each_once() -> None:
    documents = list(generate(3))
    names = names_of(documents)
    assert names == sorted(set(names))
    assert "Direktionen" in names


def test_prepared_documents_are_on_disk(work: Work) -> None:
    assert sorted(path.name for path in work.folder.iterdir()) == sorted(work.names)


def test_the_read_stage_leaves_a_source_for_each_document(work: Work) -> None:
    stages.read(work)
    assert [source.name for source in work.sources] == work.names


def test_stages_after_a_missing_one_are_not_run(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: Work) -> None:
        raise MissingStageError("this one")

    monkeypatch.setattr(bench, "STAGES", (("read", stages.read), ("gone", missing), ("later", missing)))
    took, why = time_stages(work, work)
    assert list(took) == ["read"]
    assert why == "this one: not there yet"


def test_without_spacy_there_are_speeds_but_no_ratios(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: list[str]) -> None:
        raise PeerMissingError("spaCy is not installed")

    monkeypatch.setattr(bench, "spacy_matcher", missing)
    monkeypatch.setattr(bench, "STAGES", (("read", stages.read),))
    rows = list(stage_rows(work, work, ["a", "b"], ["Centret"]))
    assert [(row.what, row.value is None, row.ratio) for row in rows] == [
        ("read", False, None),
        ("spaCy blank da + PhraseMatcher", True, None),
    ]
    assert rows[-1].note == "spaCy is not installed"


def test_a_program_that_fails_is_told_by_its_last_words() -> None:
    with pytest.raises(MissingStageError, match=r"^ValueError: no$"):
        run([sys.executable, "-c", "raise ValueError('no')"])


def test_the_peak_counts_memory_that_was_given_back() -> None:
    block = b"x" * (100 * 2**20)
    held = peak()
    assert held > len(block)
    del block
    assert peak() > 0.95 * held  # the system counts in batches
