"""The graph as a file: whole or not at all, and the same facts give the same bytes."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import UsageError
from kg.graph.export import WRITERS, export, export_bytes
from kg.graph.graph import Graph
from kg.graph.store import begin

FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_every_format_holds_the_same(graph: Graph, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"graph.{form}"
    export(graph, target)
    quads = list(ox.parse(path=str(target), format=FORMATS[form]))
    found = {str(quad.triple) if form not in ("nq", "trig") else f"{quad.triple} {quad.graph_name}" for quad in quads}
    expected = graph.quads() if form in ("nq", "trig") else graph.triples()
    assert found == {line.decode() for line in expected}
    assert len(quads) == len(expected)
    assert [each.name for each in tmp_path.iterdir()] == [target.name]


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_a_stream_gets_the_same_bytes(graph: Graph, form: str) -> None:
    stream = io.BytesIO()
    export(graph, stream, form)
    assert stream.getvalue() == export_bytes(graph, form)


def test_rdflib_reads_the_turtle_back_isomorphic(graph: Graph) -> None:
    import rdflib
    from rdflib.compare import isomorphic

    written = rdflib.Graph().parse(data=export_bytes(graph, "ttl"), format="turtle")
    expected = rdflib.Graph().parse(data=export_bytes(graph, "nt"), format="nt")
    assert len(written) == len(graph.triples())
    assert isomorphic(written, expected)


@pytest.mark.parametrize("form", ["ttl", "rdf"])
def test_odd_characters_come_through(tmp_path: Path, form: str) -> None:
    text = 'Side 1\\fSide 2 \\"\N{GRINNING FACE}\\" \N{RIGHT-TO-LEFT MARK}\\r\\n<&>'
    with begin(tmp_path / "store") as new:
        new.replace("https://x.dk/g", [f'<https://x.dk/s> <https://x.dk/p> "{text}"'])
    with Graph.open(tmp_path / "store") as graph:
        (quad,) = ox.parse(export_bytes(graph, form), format=FORMATS[form])
    assert isinstance(quad.object, ox.Literal)
    form_feed = "\ufffd" if form == "rdf" else "\f"  # XML has no way to write it
    assert quad.object.value == f'Side 1{form_feed}Side 2 "\N{GRINNING FACE}" \N{RIGHT-TO-LEFT MARK}\r\n<&>'


def test_rdf_xml_is_xml(graph: Graph) -> None:
    from xml.etree import ElementTree as ET

    assert ET.fromstring(export_bytes(graph, "rdf")).tag.endswith("RDF")


def test_a_file_that_cannot_be_made_whole_is_not_made(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "graph.ttl"
    target.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    with pytest.raises(OSError):
        export(graph, target)
    assert target.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["graph.ttl"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [("graph.xlsx", "choose one of .ttl"), ("graph", "choose one of"), ("none/graph.ttl", "no folder")],
)
def test_what_cannot_be_written_is_one_sentence(graph: Graph, tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        export(graph, tmp_path / name)
    assert not list(tmp_path.iterdir())


BUILD = """
import sys
from pathlib import Path
from kg.graph.export import export_bytes
from kg.graph.expand import expand
from kg.graph.graph import Graph
from kg.graph.store import begin
from kg.model.fact import Described, Evidence, Fact, Literal
from kg.model.said import Said
said = (Evidence("https://x.dk/d", 0, 3, "ord", "b", 0.5), Evidence("https://x.dk/d", 0, 3, "ord", "a", 0.7))
items = [f"https://x.dk/by/meeting/y/2024-01-02/item/{n}" for n in range(12)]
facts = [Fact(i, "rdf:type", "sag:AgendaItem", said) for i in items]
why, units = Said("fordi", "because"), {"https://x.dk/u", "https://x.dk/v"}
facts += [Fact(i, "sag:responsible", u, said, why) for i in items for u in units]
path, form, order = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
graphs = [Described("https://x.dk/d", tuple(facts[::order])), Described("https://x.dk/e", tuple(facts[:5]))][::order]
with begin(path) as new:
    for each in graphs:
        new.replace(each.graph, expand(each))
with Graph.open(path) as graph:
    sys.stdout.buffer.write(export_bytes(graph, form))
"""


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_neither_order_nor_hash_seed_changes_a_byte(tmp_path: Path, form: str) -> None:
    seen = set()
    for seed, order in (("0", "1"), ("1", "-1"), ("2", "1")):
        command = [sys.executable, "-c", BUILD, str(tmp_path / seed), form, order]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        seen.add(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)
    assert len(seen) == 1
    assert len(seen.pop()) > 1_000
