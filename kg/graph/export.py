"""The whole graph as a file: the same facts give the same bytes, whatever order they came in."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from kg.errors import UsageError
from kg.graph.graph import Graph
from kg.graph.results import write_triples
from kg.graph.turtle import trig


def export(graph: Graph, target: Path | BinaryIO, form: str = "") -> None:
    """Write a graph to a file, whole or not at all, or to a binary stream.

    `form` is `ttl`, `nt`, `nq`, `trig`, `jsonld` or `rdf`; for a file it may be left out: its ending says it. `nq` and
    `trig` keep the named graphs, the others hold each triple once. Everything is sorted; memory grows with the graph.
    Raises `UsageError` for an unknown ending or a folder that is not there.
    """
    if not isinstance(target, Path):
        target.write(export_bytes(graph, form))
        return
    form = form or target.suffix.removeprefix(".").lower()
    writer_of(form)
    if not target.parent.is_dir():
        raise UsageError(
            f"There is no folder {target.parent} to write {target.name} to.",
            f"Der er ingen mappe {target.parent} at skrive {target.name} i.",
        )
    temporary = target.with_name(f".{target.name}.new")
    try:
        temporary.write_bytes(export_bytes(graph, form))
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def export_bytes(graph: Graph, form: str) -> bytes:
    """The bytes that `export` writes."""
    return writer_of(form)(graph)


def writer_of(form: str) -> Callable[[Graph], bytes]:
    """The function that writes one form. Raises `UsageError` with the known ones for any other."""
    writer = WRITERS.get(form)
    if writer is None:
        known = ", ".join(f".{each}" for each in WRITERS)
        raise UsageError(
            f"'{form}' is not a format that a graph can be written in: choose one of {known}.",
            f"»{form}« er ikke et format, som en graf kan skrives i: vælg et af {known}.",
        )
    return writer


def _of_triples(form: str) -> Callable[[Graph], bytes]:
    return lambda graph: write_triples(graph.triples(), form)


WRITERS: dict[str, Callable[[Graph], bytes]] = {
    "ttl": _of_triples("ttl"),
    "nt": _of_triples("nt"),
    "nq": lambda graph: b"".join([line + b" .\n" for line in graph.quads()]),
    "trig": lambda graph: trig(graph.quads()),
    "jsonld": _of_triples("jsonld"),
    "rdf": _of_triples("rdf"),
}
