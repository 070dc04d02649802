"""A build that is killed leaves the old graph or the new one, and nothing of it is left after the next."""

import os
import random
import signal
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.graph.graph import Graph
from kg.graph.store import begin, current_generation

GRAPHS, TRIPLES = 6, 3_000
BUILDER = """
import sys
from pathlib import Path
from kg.graph import store
store._BATCH = 5_000
path, version, graphs, triples = Path(sys.argv[1]), *map(int, sys.argv[2:])
print("ready", flush=True)
with store.begin(path) as new:
    said = [f'<https://x.dk/{n}> <https://x.dk/p> "{version}"' for n in range(triples)]
    for graph in range(graphs):
        new.replace(f"https://x.dk/{graph}", said)
    new.manifest["version"] = version
"""


def builder(path: Path, version: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", BUILDER, str(path), str(version), str(GRAPHS), str(TRIPLES)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
    assert process.stdout
    process.stdout.readline()
    return process


def built(path: Path, version: int) -> None:
    with builder(path, version) as process:
        assert process.wait() == 0


def check_whole(path: Path) -> int:
    """The version that the store holds, whole: in every graph, every triple, and in the manifest."""
    with Graph.open(path) as graph:
        held = graph.query("SELECT ?g ?v (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?v } } GROUP BY ?g ?v").values()
        everything = graph.query("SELECT ?v (COUNT(*) AS ?n) { ?s ?p ?v } GROUP BY ?v").values()
        version = graph.manifest["version"]
    assert sorted(held) == [(f"https://x.dk/{number}", str(version), TRIPLES) for number in range(GRAPHS)]
    assert everything == [(str(version), TRIPLES)]
    return int(version)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this platform has no SIGKILL")
def test_a_killed_build_leaves_the_old_graph_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "store"
    begun = time.monotonic()
    built(path, 0)
    built(path, 1)
    longest = (time.monotonic() - begun) / 2 * 1.2
    chance, now, killed = random.Random(7), 1, 0
    for version in count(2):
        with builder(path, version) as process:
            time.sleep(chance.uniform(0, longest))
            process.send_signal(signal.SIGKILL)
            was_killed = process.wait() == -signal.SIGKILL
        killed += was_killed
        longest *= 1 if was_killed else 0.7  # the machine is faster by now
        left = check_whole(path)
        assert left in (now, version)
        now = left
        if killed == 12:
            break
    built(path, 99)
    assert check_whole(path) == 99
    assert len(list((path / "generations").iterdir())) == 2


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this platform has no SIGKILL")
def test_the_first_build_killed_leaves_no_graph_and_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "store"
    with builder(path, 1) as process:
        while not (path / "generations" / "1").exists() and process.poll() is None:
            time.sleep(0.001)
        process.kill()
        process.wait()
    if current_generation(path) is None:
        with pytest.raises(StoreError, match="There is no graph"):
            Graph.open(path)
    built(path, 2)
    assert check_whole(path) == 2


def test_a_build_is_refused_while_another_process_builds(tmp_path: Path) -> None:
    path = tmp_path / "store"
    with begin(path) as new:
        new.replace("https://x.dk/g", ['<https://x.dk/s> <https://x.dk/p> "kept"'])
        with builder(path, 1) as process:
            assert process.wait() != 0
    with Graph.open(path) as graph:
        assert graph.query("SELECT ?o { ?s ?p ?o }").values() == [("kept",)]
