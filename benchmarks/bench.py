"""How fast and how large, as ratios to peers in one run.

    python -m benchmarks.bench [--documents N] [--size B] [--seed S] [--json FILE]

Each stage is timed alone, in one process, over the same generated documents, once and after a few documents of another
series have warmed it up: a second pass over the same documents would find its caches full. Speeds per core are by
processor time, which other programs on the machine disturb least; builds and starts are by the clock.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import msgspec

from benchmarks import questions
from benchmarks.generator import Generated, generate, save
from benchmarks.peers import PeerMissingError, rdflib_question, rdflib_turtle, spacy_matcher
from benchmarks.stages import (
    STAGES,
    MissingStageError,
    Work,
    command,
    run,
    triples_of,
    turtle_of_store,
    turtle_of_triples,
)
from kg.api import open_graph
from kg.inputs import find_inputs
from kg.pipeline import build
from kg.settings import Settings

WARM_UP = 5
UP_TO_DESCRIBE = ("read", "parse", "extract", "resolve", "describe")
RDFLIB_TRIPLES = 40_000  # rdflib takes seconds for more, and grows no faster


class Row(msgspec.Struct, frozen=True):
    """One measured figure. `ratio` is to what `beside` names; `note` says why a figure is missing."""

    what: str
    value: float | None
    unit: str = ""
    ratio: float | None = None
    beside: str = ""
    note: str = ""


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """How long this takes, once, by this clock."""
    start = clock()
    work()
    return clock() - start


def names_of(documents: list[Generated]) -> list[str]:
    """Every name of an agent in the gold of the documents, sorted."""
    agents = [
        names
        for document in documents
        for item in document.gold["items"]
        for names in (*item["units"]["required"], *item["persons"]["required"], *(d["body"] for d in item["decisions"]))
    ]
    return sorted({name for names in agents for name in names})


def prepare(folder: Path, documents: list[Generated]) -> Work:
    """The documents written below `folder`, and nothing done to them yet."""
    save(iter(documents), folder / "minutes")
    return Work(folder / "minutes", [document.name for document in documents], folder / "store")


def time_stages(work: Work, warm: Work) -> tuple[dict[str, float], str]:
    """The seconds that each stage takes over `work`, up to the first that cannot be run, and why that one cannot."""
    took: dict[str, float] = {}
    for name, stage in STAGES:
        try:
            stage(warm)
            took[name] = seconds(partial(stage, work), time.process_time)
        except (MissingStageError, ImportError) as error:
            return took, f"{error}: not there yet"
    return took, ""


def stage_rows(work: Work, warm: Work, texts: list[str], names: list[str]) -> Iterator[Row]:
    """Documents a second of each stage, of all up to describe, and of spaCy looking for `names` in the same texts."""
    spacy, note = _spacy_speed(texts, names)
    took, missing = time_stages(work, warm)
    for name, _ in STAGES:
        yield _speed(name, len(texts) / took[name], spacy) if name in took else Row(name, None, note=missing)
    if all(name in took for name in UP_TO_DESCRIBE):
        yield _speed("read to describe", len(texts) / sum(took[name] for name in UP_TO_DESCRIBE), spacy)
    yield Row("spaCy blank da + PhraseMatcher", spacy, "documents/s", 1.0 if spacy else None, note=note)


def _spacy_speed(texts: list[str], names: list[str]) -> tuple[float | None, str]:
    try:
        match = spacy_matcher(names)
    except PeerMissingError as error:
        return None, str(error)
    match(texts[:1])
    return len(texts) / seconds(partial(match, texts), time.process_time), f"{len(names)} names"


def _speed(name: str, value: float, spacy: float | None) -> Row:
    return Row(name, value, "documents/s", value / spacy if spacy else None, "spaCy" if spacy else "")


def turtle_rows(work: Work) -> Iterator[Row]:
    """Triples a second of the Turtle export, from memory and from the store, beside rdflib's serializer."""
    triples: list[str] = []
    for described in work.described:
        if len(triples) < RDFLIB_TRIPLES:
            triples += triples_of([described])
    if not triples:
        yield Row("Turtle", None, note="describe: not there yet")
        return
    peer = len(triples) / rdflib_turtle(triples)
    everything = sum(len(triples_of([described])) for described in work.described)
    sources: tuple[tuple[str, int, Callable[[], bytes]], ...] = (
        ("Turtle from memory", len(triples), partial(turtle_of_triples, triples)),
        ("Turtle from the store", everything, partial(turtle_of_store, work.store)),
    )
    for name, count, write in sources:
        try:
            speed = count / seconds(write, time.process_time)
        except MissingStageError as error:
            yield Row(name, None, note=f"{error}: not there yet")
        else:
            yield Row(name, speed, "triples/s", speed / peer, "rdflib")
    yield Row("rdflib's Turtle from memory", peer, "triples/s", 1.0, note=f"{len(triples)} triples")


def build_rows(folder: Path, documents: int, seed: int, size: int) -> Iterator[Row]:
    """Builds of N and 4N documents in processes of their own: speed, peak memory, and a rebuild of the unchanged."""
    peaks: list[float] = []
    for count in (documents, 4 * documents):
        minutes, store = folder / f"minutes-{count}", folder / f"store-{count}"
        save(generate(count, seed, size), minutes)
        command_ = [sys.executable, "-m", "benchmarks.memory", str(minutes), str(store)]
        try:
            (took, most), (again, _) = [map(float, run(command_).split()) for _ in range(2)]
        except MissingStageError as error:
            yield Row(f"build of {count}", None, note=str(error))
            return
        peaks.append(most / 2**20)
        yield Row(f"build of {count}", count / took, "documents/s")
        yield Row(f"peak memory, build of {count}", peaks[-1], "MiB", peaks[-1] / peaks[0], f"build of {documents}")
        yield Row(f"rebuild of {count}, nothing changed", again, "s", again / took, "the build")


def question_rows(folder: Path, documents: int) -> Iterator[Row]:
    """The 95th percentile of each ready question on the larger graph of `build_rows`."""
    store = folder / f"store-{4 * documents}"
    if not store.is_dir():
        yield Row("questions", None, note="there is no graph to ask")
        return
    with open_graph(store) as graph:
        yield Row("quads asked", len(graph.store), "quads")
        for each in questions.measure(graph, 50, 0):
            note = f"95 of 100; median {each.median:.0f} ms, at most {each.rows} rows"
            yield Row(each.what, each.p95, "ms", note=note)


def question_peer_rows(work: Work) -> Iterator[Row]:
    """Ready questions beside rdflib's answer to the same query over the same graph of a few documents."""
    store = work.folder.parent / "questions"
    build(find_inputs([str(work.folder)])[0], store, Settings())
    with open_graph(store) as graph:
        for name in ("loops", "gaps-containers"):
            peer, rows = rdflib_question(graph, name)
            graph.ask(name)
            took = seconds(partial(graph.ask, name))
            same = "" if len(graph.ask(name)) == rows else f" (rdflib: {rows} rows)"
            yield Row(f"{name}, {WARM_UP} documents", took * 1000, "ms", peer / took, f"rdflib{same}")


def start_rows(times: int = 5) -> Iterator[Row]:
    """The best of some starts of `kg --help`, beside bare Python's."""
    bare = min(seconds(partial(run, [sys.executable, "-c", "pass"])) for _ in range(times))
    try:
        help_ = min(seconds(partial(run, command("--help"))) for _ in range(times))
    except MissingStageError as error:
        yield Row("kg --help", None, note=str(error))
    else:
        yield Row("kg --help", help_ * 1000, "ms", help_ / bare, "python -c pass")
    yield Row("python -c pass", bare * 1000, "ms", 1.0)


def measure(folder: Path, count: int, seed: int, size: int) -> Iterator[Row]:
    """Every figure, in the order of the table; files go below `folder`."""
    yield from start_rows()
    yield from build_rows(folder, count, seed, size)
    yield from question_rows(folder, count)
    documents = list(generate(count, seed, size))
    work = prepare(folder / "bench", documents)
    warm = prepare(folder / "warm", list(generate(WARM_UP, seed + 1, size)))
    yield from stage_rows(work, warm, [document.text for document in documents], names_of(documents))
    yield from turtle_rows(work)
    yield from question_peer_rows(warm)


def line(row: Row) -> str:
    """A row of the table."""
    value = "-" if row.value is None else f"{row.value:,.1f}"
    ratio = "" if row.ratio is None else f"{row.ratio:,.2f}x"
    return f"{row.what:<36} {value:>12} {row.unit:<12} {ratio:>9} {row.beside or row.note}".rstrip()


def main() -> None:
    """Measure, and print one table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench", description="Speed and memory beside peers.")
    parser.add_argument("--documents", type=int, default=200, help="how many documents (default 200)")
    parser.add_argument("--size", type=int, default=15_000, help="bytes per document on average (default 15000)")
    parser.add_argument("--seed", type=int, default=0, help="of the generated documents (default 0)")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    options = parser.parse_args()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as folder:
        for row in measure(Path(folder), options.documents, options.seed, options.size):
            rows.append(row)
            sys.stdout.write(line(row) + "\n")
            sys.stdout.flush()
    if options.json:
        found = {"documents": options.documents, "size": options.size, "seed": options.seed, "rows": rows}
        options.json.write_bytes(msgspec.json.format(msgspec.json.encode(found), indent=1))


if __name__ == "__main__":
    main()
