"""The whole graph as a file: the same facts give the same bytes, whatever order they came in."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from kg.errors import UsageError
from kg.graph.graph import Graph
from kg.graph.prefixes import PREFIXES
from kg.graph.turtle import trig, turtle

# what XML 1.0 cannot hold in any form
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


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


def _lines(statements: list[bytes]) -> bytes:
    return b"".join([line + b" .\n" for line in statements])


def _json_ld(graph: Graph) -> bytes:
    import pyoxigraph as ox

    triples = ox.parse(_lines(graph.triples()), format=ox.RdfFormat.N_TRIPLES)
    return ox.serialize((quad.triple for quad in triples), format=ox.RdfFormat.JSON_LD) or b""


def _rdf_xml(graph: Graph) -> bytes:
    """RDF/XML; the few control characters that XML cannot hold (a form feed, say) become U+FFFD."""
    import pyoxigraph as ox

    quads = ox.parse(_lines(graph.triples()), format=ox.RdfFormat.N_TRIPLES)
    text = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.RDF_XML, prefixes=PREFIXES) or b""
    return _NOT_XML.sub("\ufffd", text.decode()).encode()


WRITERS: dict[str, Callable[[Graph], bytes]] = {
    "ttl": lambda graph: turtle(graph.triples()),
    "nt": lambda graph: _lines(graph.triples()),
    "nq": lambda graph: _lines(graph.quads()),
    "trig": lambda graph: trig(graph.quads()),
    "jsonld": _json_ld,
    "rdf": _rdf_xml,
}
