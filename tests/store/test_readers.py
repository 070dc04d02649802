"""Readers never notice a build: whoever opens the store at any moment sees one whole version."""

import os
import subprocess
import sys
from pathlib import Path

from kg.graph.store import begin

READER = """
import sys
from pathlib import Path
from kg.graph.graph import Graph
path, stop = Path(sys.argv[1]), Path(sys.argv[2])
seen = 0
while not stop.exists():
    with Graph.open(path) as graph:
        for _ in range(3):
            held = graph.query("SELECT ?v (COUNT(*) AS ?n) { ?s ?p ?v } GROUP BY ?v").values()
            assert held == [(str(graph.manifest["version"]), 500)], held
            seen += 1
            if seen == 1:
                print("reading", flush=True)
print(seen)
"""


def put(path: Path, version: int) -> None:
    with begin(path) as new:
        for graph in ("a", "b"):
            new.replace(
                f"https://x.dk/{graph}", [f'<https://x.dk/{n}> <https://x.dk/p> "{version}"' for n in range(500)]
            )
        new.manifest["version"] = version


def test_readers_see_one_whole_version_while_builds_go_on(tmp_path: Path) -> None:
    path, stop = tmp_path / "store", tmp_path / "stop"
    put(path, 0)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", READER, str(path), str(stop)]
    readers = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True)
        for _ in range(3)
    ]
    assert [reader.stdout.readline() for reader in readers] == ["reading\n"] * 3
    for version in range(1, 25):
        put(path, version)
    stop.touch()
    ends = [reader.communicate() for reader in readers]
    assert [reader.returncode for reader in readers] == [0, 0, 0], ends
    assert all(int(out) > 1 for out, _ in ends)
