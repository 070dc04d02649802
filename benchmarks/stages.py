"""The stages of kg as the bench runs them: each over all documents, leaving in `Work` what the next one needs.

The stages whose functions do not exist yet raise `MissingStageError`; the bench names them and goes on.
"""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kg.model.entity import Resolution
from kg.model.fact import Described
from kg.model.minutes import Meeting
from kg.model.problem import Problem
from kg.model.record import Record
from kg.model.source import Source

if TYPE_CHECKING:
    from kg.corpus import Corpus

AUTHORITY = "Prøveby Kommune"
CLI = "import sys; from kg.cli import main; sys.exit(main())"


class MissingStageError(Exception):
    """The stage cannot be run yet."""


class Work(msgspec.Struct):
    """The documents on their way: what each stage leaves, document by document; records are on disk, by their keys."""

    folder: Path
    names: list[str]
    store: Path
    sources: list[Source] = []
    parsed: list[tuple[Meeting, tuple[Problem, ...]]] = []
    resolution: Resolution = Resolution()
    described: list[Described] = []


def read(work: Work) -> None:
    """Files to Sources."""
    from kg.readers import read as one

    work.sources = [one(work.folder / name, name) for name in work.names]


def parse(work: Work) -> None:
    """Sources to Meetings."""
    from kg.layouts import parse as one
    from kg.profiles import NONE

    work.parsed = [one(source, NONE) for source in work.sources]


def extract(work: Work) -> None:
    """Meetings to Findings, and all that is known of each document to its record on disk."""
    from kg.extract import extract as one
    from kg.extract import reading
    from kg.graph.scheme import read_vocabulary
    from kg.profiles import NONE
    from kg.records import Records

    records, words = Records(work.store / "records"), read_vocabulary("").words
    for source, (meeting, problems) in zip(work.sources, work.parsed, strict=True):
        findings = one(reading(source, meeting, NONE), words)
        about = (source.path, source.sha256, source.format, AUTHORITY, source.text)
        records.write(source.sha256, Record(*about, meeting, findings, (), problems))


def _corpus(work: Work) -> "Corpus":
    from kg.corpus import Corpus
    from kg.graph.scheme import read_vocabulary
    from kg.profiles import NONE
    from kg.records import Records
    from kg.settings import Settings

    records = Records(work.store / "records")
    loads: list[Callable[[], Record]] = [partial(records.read, source.sha256) for source in work.sources]
    return Corpus(loads, Settings(forced=NONE), read_vocabulary("").themes)


def resolve(work: Work) -> None:
    """Mentions of all documents to entities."""
    work.resolution = _corpus(work).resolve()


def describe(work: Work) -> None:
    """Everything to Facts and links, one `Described` for each named graph."""
    corpus = _corpus(work)
    corpus.resolve()
    work.described = list(corpus.described_with(work.resolution))


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
    from kg.graph.turtle import turtle

    return turtle(line.encode() for line in sorted(triples))


def turtle_of_store(store: Path) -> bytes:
    """The graph in the store on disk as the Turtle that `kg export` writes."""
    from kg.graph.export import export_bytes
    from kg.graph.graph import Graph

    with Graph.open(store) as graph:
        return export_bytes(graph, "ttl")


def command(*arguments: str) -> list[str]:
    """The command line that runs `kg` with these arguments in a process of its own."""
    return [sys.executable, "-c", CLI, *arguments]


def build(folder: Path, store: Path) -> None:
    """Build the store from the folder, in this process, as `kg build` does."""
    from kg.inputs import Input
    from kg.pipeline import build as whole
    from kg.profiles import NONE
    from kg.settings import Settings

    whole([Input(path.name, str(path)) for path in sorted(folder.iterdir())], store, Settings(forced=NONE))


def run(arguments: list[str]) -> str:
    """Run a command to its end; what it wrote. Raises `MissingStageError` with its last line where it fails."""
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    if done.returncode:
        raise MissingStageError((done.stderr.strip() or "no word of why").splitlines()[-1])
    return done.stdout
