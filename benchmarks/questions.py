"""How long the ready questions take in process, on a graph that exists.

    python -m benchmarks.questions STORE [--count N] [--seed S]

For pages of things, N of them are drawn, each asked once after one of its kind has warmed things up; the figures are
the median and the 95th percentile in milliseconds of wall time.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import msgspec

from kg.api import Graph, open_graph

_THINGS = {
    "case": "SELECT DISTINCT ?x { ?x a sag:Case } ORDER BY ?x",
    "unit": "SELECT DISTINCT ?x { ?x a sag:Centre } ORDER BY ?x",
    "person": "SELECT DISTINCT ?x { ?x a foaf:Person } ORDER BY ?x",
    "theme": "SELECT DISTINCT ?x { ?item sag:theme ?x } ORDER BY ?x",
    "body": "SELECT DISTINCT ?x { ?meeting sag:body ?x ; sag:minutes ?document } ORDER BY ?x",
    "meeting": "SELECT DISTINCT ?x { ?x sag:minutes ?document } ORDER BY ?x",
}
_WHOLE = ("loops", "tasks", "drives", "gaps")
_WORDS = "SELECT DISTINCT ?title { ?item dcterms:title ?title } ORDER BY ?title"
_TIMES = 5


class Took(msgspec.Struct, frozen=True):
    """How long a question took, in milliseconds, over so many askings; `rows` are those of the largest answer."""

    what: str
    count: int
    median: float
    p95: float
    rows: int


def measure(graph: Graph, count: int, seed: int) -> Iterator[Took]:
    """Every page of a thing for `count` drawn things, every question about the whole, and searches for titles."""
    rng = Random(seed)
    for kind, query in _THINGS.items():
        things = [str(row[0]) for row in graph.query(query).values()]
        drawn = [rng.choice(things) for _ in range(count)]
        yield took(f"kg {kind}", [_page(graph, kind, each) for each in drawn])
    for name in _WHOLE:
        yield took(f"kg {name}", [_whole(graph, name)] * _TIMES)
    titles = [str(row[0]) for row in graph.query(_WORDS).values()]
    words = [" ".join(rng.sample(rng.choice(titles).split(), 1)) for _ in range(count)]
    yield took("kg find", [lambda each=each: len(graph.find(each)) for each in words])  # type: ignore[misc]


def _whole(graph: Graph, name: str) -> Callable[[], int]:
    return lambda: sum(len(answer) for answer in graph.page(name).answers)


def _page(graph: Graph, kind: str, thing: str) -> Callable[[], int]:
    return lambda: sum(len(answer) for answer in graph.page(kind, **{kind: thing}).answers)


def took(what: str, askings: list[Callable[[], int]]) -> Took:
    """Ask once to warm up, then each in turn."""
    askings[0]()
    times, rows = [], 0
    for asking in askings:
        start = time.perf_counter()
        rows = max(rows, asking())
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    return Took(what, len(times), times[len(times) // 2], times[min(len(times) - 1, int(len(times) * 0.95))], rows)


def main() -> None:
    """Measure, and print one table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.questions", description="How long questions take.")
    parser.add_argument("store", type=Path, help="the folder of the graph")
    parser.add_argument("--count", type=int, default=100, help="how many things of a kind are drawn (default 100)")
    parser.add_argument("--seed", type=int, default=0, help="of the drawing (default 0)")
    options = parser.parse_args()
    with open_graph(options.store) as graph:
        sys.stdout.write(f"{len(graph.store):,} quads\n")
        for each in measure(graph, options.count, options.seed):
            line = f"{each.what:<12} {each.count:>4} x  median {each.median:>7.1f} ms  p95 {each.p95:>7.1f} ms"
            sys.stdout.write(f"{line}  at most {each.rows} rows\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
