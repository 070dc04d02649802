"""The stages of kg as the bench runs them: each over all documents, leaving in `Work` what the next one needs.

The stages whose functions do not exist yet raise `MissingStageError`; the bench names them and goes on.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec

from kg.model.fact import Described
from kg.model.finding import Findings
from kg.model.minutes import Meeting
from kg.model.source import Source

CLI = "import sys; from kg.cli import main; sys.exit(main())"


class MissingStageError(Exception):
    """The stage cannot be run yet."""


class Work(msgspec.Struct):
    """The documents on their way: what each stage leaves, document by document."""

    folder: Path
    names: list[str]
    store: Path
    sources: list[Source] = []
    meetings: list[Meeting] = []
    findings: list[Findings] = []
    entities: object = None
    described: list[Described] = []


def read(work: Work) -> None:
    """Files to Sources."""
    from kg.readers import read as one

    work.sources = [one(work.folder / name, name) for name in work.names]


def parse(work: Work) -> None:
    """Sources to Meetings."""
    from kg.layouts import parse as one
    from kg.profiles import NONE

    work.meetings = [one(source, NONE)[0] for source in work.sources]


def extract(work: Work) -> None:
    """Meetings to Findings."""
    from kg.extract import extract as one
    from kg.profiles import NONE

    pairs = zip(work.sources, work.meetings, strict=True)
    work.findings = [one(source, meeting, NONE) for source, meeting in pairs]


def resolve(work: Work) -> None:
    """Mentions of all documents to entities."""
    raise MissingStageError("resolve")


def describe(work: Work) -> None:
    """Everything to Facts, one `Described` for each named graph."""
    raise MissingStageError("describe")


def load(work: Work) -> None:
    """Facts into a store on disk that was empty."""
    from kg.graph.expand import expand
    from kg.graph.store import begin

    with begin(work.store, fresh=True) as generation:
        for described in work.described:
            generation.replace(described.graph, expand(described))


STAGES: tuple[tuple[str, Callable[[Work], None]], ...] = (
    ("read", read),
    ("parse", parse),
    ("extract", extract),
    ("resolve", resolve),
    ("describe", describe),
    ("load", load),
)


def triples_of(described: list[Described]) -> list[str]:
    """The triples of some named graphs, as N-Triples lines without the final dot."""
    from kg.graph.expand import expand

    return [triple for each in described for triple in expand(each)]


def turtle_of_triples(triples: list[str]) -> bytes:
    """These triples (as `triples_of` gives them) as the Turtle that `kg export` writes."""
    raise MissingStageError("export from memory")


def turtle_of_store(store: Path) -> bytes:
    """The graph in the store on disk as the Turtle that `kg export` writes."""
    raise MissingStageError("export from the store")


def command(*arguments: str) -> list[str]:
    """The command line that runs `kg` with these arguments in a process of its own."""
    return [sys.executable, "-c", CLI, *arguments]


def build_command(folder: Path, store: Path) -> list[str]:
    """The command line that builds the store from the folder, in one process."""
    return command("build", str(folder), "--store", str(store), "--jobs", "1", "--quiet", "--profile", "none")


def run(arguments: list[str]) -> str:
    """Run a command to its end; what it wrote. Raises `MissingStageError` with its last line where it fails."""
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)  # noqa: S603 - our own code
    if done.returncode:
        raise MissingStageError((done.stderr.strip() or "no word of why").splitlines()[-1])
    return done.stdout
