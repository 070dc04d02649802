"""The table of scores in the README: what is there is measured, what is not is named, and the page around it stays."""

from pathlib import Path

import pytest

from benchmarks.score_table import BEGIN, END, Scored, folders_of, score, table, written

ROOT = Path(__file__).resolve().parents[3]
COLUMNS = [
    Scored("Here", 2, {"item": 1.0, "evidence": 0.5, "mean": 0.75}),
    Scored("There", 1, {"item": 0.5, "link": 0.25, "evidence": 1.0, "mean": 0.583}),
]
TABLE = """| F1 | Here | There |
|---|--:|--:|
| documents | 2 | 1 |
| item | 1.000 | 0.500 |
| link |  | 0.250 |
| evidence | 0.500 | 1.000 |
| mean | **0.750** | **0.583** |"""


def test_a_row_for_each_kind_and_a_column_for_each_folder() -> None:
    assert table(COLUMNS) == TABLE


def test_only_what_is_between_the_marks_is_written() -> None:
    page = f"Before\n{BEGIN}\nold\n{END}\nAfter\n"
    assert written(page, COLUMNS, []) == f"Before\n{BEGIN}\n\n{TABLE}\n\n{END}\nAfter\n"
    assert "beside the checkout: corpus-other.\n\n" in written(page, COLUMNS, ["corpus-other"])
    assert written(written(page, COLUMNS, []), COLUMNS, []) == written(page, COLUMNS, [])
    with pytest.raises(SystemExit, match="no place"):
        written("A page without marks", COLUMNS, [])


def test_the_readme_has_a_place_for_the_table() -> None:
    assert "| mean |" in (ROOT / "README.md").read_text("utf-8").partition(BEGIN)[2].partition(END)[0]


def test_what_is_not_there_has_no_column(tmp_path: Path) -> None:
    names = [each.name for each in folders_of(ROOT, tmp_path)]
    assert names[0] == "examples"
    assert {"Birkholt", "Klintemose", "Ravnsoe"} <= set(names)
    for name in ("corpus-other", "gold-other"):
        (tmp_path / name).mkdir()
    assert [each.name for each in folders_of(ROOT, tmp_path)] == ["all of corpus-other", *names]


SCORER = """import pathlib, sys
gold = pathlib.Path(sys.argv[sys.argv.index("--gold") + 1])
assert pathlib.Path(sys.argv[1]).read_bytes()
print("kind          hit wrong missed       P       R      F1")
print("item           10     0      0   1.000   1.000   1.000")
print(f"link            {len(list(gold.iterdir()))}     0      0   1.000   0.500   0.667")
print("evidence                                         1.000")
print("mean                                             0.889")
print("too weak: link")
sys.exit("--min" in sys.argv)
"""


def test_the_repository_s_own_minutes_are_built_and_scored(tmp_path: Path) -> None:
    """With a scorer that only says that it was asked."""
    (scorer := tmp_path / "score.py").write_text(SCORER, "utf-8")
    folder = next(each for each in folders_of(ROOT, tmp_path) if each.name == "Birkholt")
    (work := tmp_path / "work").mkdir()
    (column,) = score(folder, scorer, work)
    assert column.name == "Birkholt"
    assert column.documents == 3
    assert column.figures == {"item": 1.0, "link": 0.667, "evidence": 1.0, "mean": 0.889}
    assert column.short == "Birkholt: mean 0.889, too weak: link"


def test_each_authority_has_a_column_before_that_of_all(tmp_path: Path) -> None:
    (scorer := tmp_path / "score.py").write_text(SCORER, "utf-8")
    folder = next(each for each in folders_of(ROOT, tmp_path) if each.name == "Birkholt")
    (work := tmp_path / "work").mkdir()
    columns = score(folder._replace(apart=True, name="all"), scorer, work)
    assert [each.name for each in columns[1:]] == ["all"]
    assert columns[0].short == ""
