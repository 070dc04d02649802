"""A graph of the store as a stream of bytes that nobody has to hold whole, written by a process of its own."""

import asyncio
import sys
from collections.abc import AsyncGenerator, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kg.graph.graph import Graph
from kg.graph.prefixes import PREFIXES, XSD
from kg.graph.results import NOT_XML

if TYPE_CHECKING:
    import pyoxigraph as ox

_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from kg.graph.dump import main; main()"
_PIECE = 1 << 16
_OFFSETS = {"http://www.w3.org/ns/oa#start", "http://www.w3.org/ns/oa#end"}


async def dump(store: Path, graph: str, form: str) -> AsyncGenerator[bytes]:
    """A named graph, or the default graph (an empty `graph`), as `ttl`, `nt`, `jsonld` or `rdf`.

    In the store's order, each triple once. Raises `OSError` where it breaks off.
    """
    path = msgspec.json.encode(sys.path).decode()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-I", "-c", _START, path, str(store), graph, form),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        while process.stdout and (piece := await process.stdout.read(_PIECE)):
            yield piece
        if await process.wait() != 0:
            raise OSError("The graph could not be written to its end.")
    finally:
        with suppress(ProcessLookupError):
            process.kill()


def main() -> None:
    """Write a graph to standard output: store folder, graph and form are on the command line."""
    import pyoxigraph as ox

    store, graph, form = sys.argv[2:5]
    formats = {
        "ttl": ox.RdfFormat.TURTLE,
        "nt": ox.RdfFormat.N_TRIPLES,
        "jsonld": ox.RdfFormat.JSON_LD,
        "rdf": ox.RdfFormat.RDF_XML,
    }
    triples = _triples(Graph.open(store), graph, xml=form == "rdf")
    prefixes = PREFIXES if form in ("ttl", "rdf") else None
    ox.serialize(triples, output=sys.stdout.buffer, format=formats[form], prefixes=prefixes)
    sys.stdout.buffer.flush()


def _triples(graph: Graph, name: str, *, xml: bool) -> "Iterator[ox.Triple]":
    """The triples of a graph, as `kg.graph.statements` would put them right, and as XML can hold them."""
    import pyoxigraph as ox

    where = ox.NamedNode(name) if name else ox.DefaultGraph()
    for quad in graph.store.quads_for_pattern(None, None, None, where):
        value = quad.object
        if isinstance(value, ox.Literal):
            yield ox.Triple(quad.subject, quad.predicate, _mended(quad.predicate.value, value, xml=xml))
        else:
            yield quad.triple


def _mended(predicate: str, value: "ox.Literal", *, xml: bool) -> "ox.Literal":
    import pyoxigraph as ox

    datatype = value.datatype
    if predicate in _OFFSETS:
        return ox.Literal(value.value, datatype=ox.NamedNode(f"{XSD}nonNegativeInteger"))
    if datatype.value == f"{XSD}decimal" and "." not in value.value:
        return ox.Literal(f"{value.value}.0", datatype=datatype)
    if xml and NOT_XML.search(value.value):
        text = NOT_XML.sub("\ufffd", value.value)
        return ox.Literal(text, language=value.language) if value.language else ox.Literal(text, datatype=datatype)
    return value
