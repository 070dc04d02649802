"""The rules of `ontology/shapes.ttl` over a served graph: checked once for each generation, in a process of its own.

pySHACL takes long and much memory on a large graph; a process of its own leaves the server's threads alone, and gives
the memory back when it ends. It ends with the server at the latest: then its standard input closes.
"""

import os
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
    reading, writing = os.pipe()
    try:
        done = subprocess.run(  # noqa: S603 - this program itself
            command(Path(graph.path)), stdin=reading, capture_output=True, timeout=_LONGEST, check=True
        )
        outcome = msgspec.json.decode(done.stdout, type=_Outcome)
    except (subprocess.SubprocessError, OSError, msgspec.DecodeError) as error:
        graph.kept["checked"] = Checked("failed", error=type(error).__name__)
        return
    finally:
        os.close(reading)
        os.close(writing)
    # a build that came in between was checked instead: this graph is not shown any more
    fits = outcome.generation == graph.generation
    graph.kept["checked"] = Checked("done", outcome.report) if fits else Checked()


def command(store: Path) -> list[str]:
    """The command line of the process for a store folder."""
    return [sys.executable, "-I", "-c", _START, msgspec.json.encode(sys.path).decode(), str(store.absolute())]


def _end_with_server() -> None:
    os.read(0, 1)  # nothing ever comes: it closes
    os._exit(1)


def main() -> None:
    """The process: the folder of the store on the command line, what was found as JSON on standard output."""
    from kg.graph.graph import Graph as Stored
    from kg.graph.shapes import validate

    threading.Thread(target=_end_with_server, daemon=True).start()
    try:
        with Stored.open(sys.argv[2]) as graph:
            outcome = _Outcome(graph.generation, validate(graph))
    except SagsgrafError as error:
        raise SystemExit(str(error)) from None
    sys.stdout.buffer.write(msgspec.json.encode(outcome))
