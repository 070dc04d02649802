"""The rules of `ontology/shapes.ttl` over a served graph: checked once for each generation, in a process of its own.

pySHACL takes long and much memory on a large graph; a process of its own leaves the server's threads alone, and gives
the memory back when it ends.
"""

import subprocess
import sys
import threading
from pathlib import Path

import msgspec

from kg.api import Graph
from kg.errors import SagsgrafError
from kg.graph.shapes import Report

_LONGEST = 3_600  # seconds
# finding modules where this process does, and nowhere else
_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from kg.serve.health.check import main; main()"


class Checked(msgspec.Struct, frozen=True):
    """What a check found. `state` is `unchecked`, `running`, `done` or `failed`; `error` says why it failed."""

    state: str = "unchecked"
    report: Report | None = None
    error: str = ""


class _Outcome(msgspec.Struct, frozen=True):
    generation: int
    report: Report


_lock = threading.Lock()


def checked(graph: Graph) -> Checked:
    """How far the check of a graph has come."""
    found: Checked = graph.kept.get("checked", Checked())
    return found


def start_check(graph: Graph) -> None:
    """Begin to check a graph, unless that has been done or is being done."""
    with _lock:
        if checked(graph).state in ("running", "done"):
            return
        graph.kept["checked"] = Checked("running")
    threading.Thread(target=_check, args=(graph,), daemon=True).start()


def _check(graph: Graph) -> None:
    command = [sys.executable, "-I", "-c", _START, msgspec.json.encode(sys.path).decode()]
    store = str(Path(graph.path).absolute()).encode()
    try:
        done = subprocess.run(command, input=store, capture_output=True, timeout=_LONGEST, check=True)  # noqa: S603 - this program itself
        outcome = msgspec.json.decode(done.stdout, type=_Outcome)
    except (subprocess.SubprocessError, OSError, msgspec.DecodeError) as error:
        graph.kept["checked"] = Checked("failed", error=type(error).__name__)
        return
    # a build that came in between was checked instead: this graph is not shown any more
    fits = outcome.generation == graph.generation
    graph.kept["checked"] = Checked("done", outcome.report) if fits else Checked()


def main() -> None:
    """The process: the folder of the store on standard input, what was found as JSON on standard output."""
    from kg.graph.graph import Graph as Stored
    from kg.graph.shapes import validate

    try:
        with Stored.open(sys.stdin.read()) as graph:
            outcome = _Outcome(graph.generation, validate(graph))
    except SagsgrafError as error:
        raise SystemExit(str(error)) from None
    sys.stdout.buffer.write(msgspec.json.encode(outcome))
