"""The graph against what careful readers found, as a table: `python -m benchmarks.score_table [--readme README.md]`.

Builds, exports and scores every folder of annotated minutes in the repository and beside it (`../shared`, or
`SAGSGRAF_SHARED`), and writes F1 by kind of fact, authority by authority, between the two marks in the README. What is
not there has no column, and a sentence says so. Ends with 1 where a folder is below its floors.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kg.errors import SagsgrafError, UnreadableError
from kg.graph.export import export
from kg.graph.graph import Graph
from kg.inputs import Input, find_inputs
from kg.pipeline import build
from kg.profiles import NONE, shipped
from kg.settings import Settings
from kg.stages import source_text

ROOT = Path(__file__).resolve().parents[1]
BEGIN, END = "<!-- scores: written by make score -->", "<!-- end of scores -->"
_ROW = re.compile(r"^(\w+) .*?([01]\.\d{3})$", re.MULTILINE)
_LINKS = "links.json"
_SHIPPED, _NONE = Settings(profiles=shipped()), Settings(forced=NONE)


class Folder(NamedTuple):
    """Annotated minutes: one folder or several that are built together, the gold for each, and the floors.

    `min_kind` 0 is no floor. The column is headed `name`, with the authority's for `{}`; `apart` gives each authority a
    column of its own before it.
    """

    name: str
    minutes: tuple[Path, ...]
    gold: tuple[Path, ...]
    settings: Settings
    floor: float = 0.95
    min_kind: float = 0.0
    apart: bool = False


class Scored(NamedTuple):
    """A column: what was scored, how many documents, F1 by kind (with `evidence` and `mean`), and what fell short."""

    name: str
    documents: int
    figures: dict[str, float]
    short: str = ""


def folders_of(root: Path, shared: Path) -> list[Folder]:
    """Everything that is annotated, in the repository at `root` and beside it, as far as it is there."""
    corpus, other, same = (shared / name for name in ("corpus", "corpus-other", "corpus-same"))
    known = [
        Folder("{}, its profile", (corpus,), (shared / "gold",), _SHIPPED, 0.97, 0.90),
        Folder("{}, no profile", (corpus,), (shared / "gold",), _NONE, 0.92),
        Folder("all of corpus-other", (other,), (shared / "gold-other",), _SHIPPED, 0.95, 0.85, apart=True),
        Folder("{}, the export", (same,), (shared / "gold-same",), _SHIPPED, 0.95, 0.85),
        Folder(
            "{}, export and PDF as one",
            (same, other),
            (shared / "gold-same", shared / "gold-other"),
            _SHIPPED,
            0.95,
            0.85,
        ),
        Folder("examples", (root / "examples" / "minutes",), (root / "tests" / "gold",), _NONE, 0.97, 0.90),
    ]
    known += [
        Folder(each.parent.name.capitalize(), (each.parent / "minutes",), (each,), _NONE)
        for each in sorted((root / "tests" / "minutes").glob("*/gold"))
    ]
    return [each for each in known if all(path.is_dir() for path in (*each.minutes, *each.gold))]


def score(folder: Folder, scorer: Path, work: Path) -> list[Scored]:
    """The columns of a folder. `work` is an empty folder for what is made on the way."""
    minutes, gold = work / "minutes", work / "gold"
    _gather(folder, minutes, gold)
    authorities = list(_authorities(gold, work))
    name = folder.name.format(" and ".join(name for name, _ in authorities))
    try:
        inputs, _ = find_inputs([str(minutes)])
        build(inputs, work / "store", folder.settings)
    except SagsgrafError as error:
        return [Scored(name, 0, {"mean": 0.0}, f"{name}: {error}")]
    with Graph.open(work / "store") as graph:
        export(graph, work / "graph.nq", "nq")
    write_sources(minutes, work / "sources", folder.settings)
    ask = [
        sys.executable,
        str(scorer),
        str(work / "graph.nq"),
        "--corpus",
        str(minutes),
        "--sources",
        str(work / "sources"),
    ]
    floors = ["--min", str(folder.floor), "--min-kind", str(folder.min_kind)]
    whole = _scored(name, [*ask, "--gold", str(gold), *floors], gold)
    if not folder.apart:
        return [whole]
    columns = [_scored(name, [*ask, "--gold", str(part)], part) for name, part in authorities]
    return [*columns, whole]


def _gather(folder: Folder, minutes: Path, gold: Path) -> None:
    """The minutes and gold of a folder; of several folders the documents of the meetings that all of them have."""
    minutes.mkdir()
    gold.mkdir()
    stems = [{each.name.split(".")[0] for each in path.iterdir()} for path in folder.minutes]
    both = set.intersection(*stems)
    for source, target in ((folder.minutes, minutes), (folder.gold, gold)):
        for path in (each for folders in source for each in sorted(folders.iterdir())):
            if path.is_file() and (len(folder.minutes) == 1 or path.name.split(".")[0] in both):
                shutil.copy(path, target)


def write_sources(minutes: Path, sources: Path, settings: Settings) -> None:
    """The text of each document that is no plain text, as the program read it, for the scorer's `--sources`."""
    sources.mkdir()
    for path in sorted(each for each in minutes.rglob("*") if each.is_file() and each.suffix != ".txt"):
        try:
            (sources / f"{path.name}.txt").write_bytes(source_text(Input(path.name, str(path)), settings))
        except UnreadableError:
            continue  # then it is not in the graph either, and the scores say so


def _authorities(gold: Path, work: Path) -> Iterator[tuple[str, Path]]:
    """The gold of each authority in a folder of its own, by the short name that the gold gives it."""
    of: dict[str, list[Path]] = {}
    for path in sorted(each for each in gold.glob("*.json") if each.name != _LINKS):
        names = json.loads(path.read_text("utf-8")).get("municipality") or ["unnamed"]
        of.setdefault(names[-1], []).append(path)
    for number, (name, paths) in enumerate(sorted(of.items())):
        part = work / f"gold-{number}"
        part.mkdir()
        for path in paths:
            shutil.copy(path, part)
        yield name, part


def _scored(name: str, command: list[str], gold: Path) -> Scored:
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False, env={**os.environ, "PYTHONUTF8": "1"}
    )
    figures = {kind: float(f1) for kind, f1 in _ROW.findall(done.stdout)}
    if "mean" not in figures:
        raise SystemExit(f"{name}: the scorer failed: {done.stderr.strip()[-500:]}")
    weak = re.search(r"^too weak: (.*)$", done.stdout, re.MULTILINE)
    short = f"{name}: mean {figures['mean']:.3f}{', too weak: ' + weak[1] if weak else ''}" if done.returncode else ""
    documents = sum(each.name != _LINKS for each in gold.glob("*.json"))
    return Scored(name, documents, figures, short)


def table(columns: list[Scored]) -> str:
    """The columns as a Markdown table: a row for each kind of fact, in the scorer's order."""
    kinds = list(dict.fromkeys(kind for each in columns for kind in each.figures if kind not in {"evidence", "mean"}))
    lines = [
        "| F1 | " + " | ".join(each.name for each in columns) + " |",
        "|---|" + "--:|" * len(columns),
        "| documents | " + " | ".join(str(each.documents) for each in columns) + " |",
    ]
    for kind in (*kinds, "evidence", "mean"):
        cells = [f"{each.figures[kind]:.3f}" if kind in each.figures else "" for each in columns]
        if kind == "mean":
            cells = [f"**{cell}**" for cell in cells]
        lines.append(f"| {kind} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def written(text: str, columns: list[Scored], missing: list[str]) -> str:
    """A page with the table between its marks. Raises `SystemExit` for a page without them."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"the page has no place for the table: write {BEGIN} and {END} into it")
    said = f"\n\nNot measured here, because it was not beside the checkout: {', '.join(missing)}." if missing else ""
    return f"{before}{BEGIN}\n\n{table(columns)}{said}\n\n{END}{after}"


def main() -> None:
    """Score everything, write the table, and say what fell short."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readme", type=Path, default=ROOT / "README.md", help="the page to write the table into")
    parser.add_argument(
        "--shared", type=Path, default=Path(os.environ.get("SAGSGRAF_SHARED") or ROOT.parent / "shared")
    )
    args = parser.parse_args()
    scorer = args.shared / "score" / "score.py"
    if not scorer.is_file():
        raise SystemExit(f"the scorer is not at {scorer}: set SAGSGRAF_SHARED to the folder that has it")
    columns: list[Scored] = []
    for folder in folders_of(ROOT, args.shared):
        with tempfile.TemporaryDirectory() as work:
            columns += score(folder, scorer, Path(work))
    missing = [name for name in ("corpus", "corpus-other", "corpus-same") if not (args.shared / name).is_dir()]
    args.readme.write_text(written(args.readme.read_text("utf-8"), columns, missing), "utf-8", newline="\n")
    print(table(columns))
    short = [each.short for each in columns if each.short]
    if short:
        raise SystemExit("below the floor: " + "; ".join(short))


if __name__ == "__main__":
    main()
