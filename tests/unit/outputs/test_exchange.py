"""Networks for other programs: what is written is read back by networkx, and holds no formula and no broken XML."""

import csv
import io
from pathlib import Path

import networkx as nx
import pytest

from kg.api import Graph
from kg.cli import main
from kg.errors import UsageError
from kg.messages import speaker
from kg.outputs.exchange import as_tables, as_xml, write_exchange
from kg.pictures.network import Choice, read_network
from kg.pictures.network.graph import as_graph

CFE = "https://w3id.org/sagsgraf/id/taarnevig/unit/center-for-ejendomme"
CULTURE = "https://w3id.org/sagsgraf/theme/culture"


@pytest.fixture(scope="module")
def network(asked: Graph) -> nx.Graph:
    return as_graph(read_network(asked, Choice("all"), "da", whole=True), speaker("da"))


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def odd(label: str) -> nx.Graph:
    graph: nx.Graph = nx.Graph()
    graph.add_node("a", label=label, kind="centre", items=1)
    graph.add_node("b", label="b", kind="theme", items=1)
    graph.add_edge("a", "b", weight=1, relation=label)
    return graph


@pytest.mark.parametrize(("form", "read"), [("gexf", nx.read_gexf), ("graphml", nx.read_graphml)])
def test_networkx_reads_back_what_was_written(network: nx.Graph, form: str, read, tmp_path: Path) -> None:
    (path,) = write_exchange(network, tmp_path / f"network.{form}")
    back = read(path)
    assert dict(back.nodes[CFE].items() & network.nodes[CFE].items()) == network.nodes[CFE]
    assert {frozenset(edge) for edge in back.edges} == {frozenset(edge) for edge in network.edges}
    edge, original = back.edges[CFE, CULTURE], network.edges[CFE, CULTURE]
    assert (edge["weight"], edge["because"]) == (original["weight"], original["because"])
    assert len(edge["because"].split()) == edge["weight"]


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_no_day_and_no_program_stands_in_the_file(network: nx.Graph, form: str) -> None:
    content = as_xml(network, form)
    assert b"lastmodified" not in content
    assert b"NetworkX" not in content
    assert as_xml(network, form) == content


def test_tables_hold_every_node_and_edge_under_the_names_of_gephi(network: nx.Graph, tmp_path: Path) -> None:
    files = write_exchange(network, tmp_path / "network.csv")
    assert [path.name for path in files] == ["network-nodes.csv", "network-edges.csv"]
    nodes, edges = (rows(path.read_bytes()) for path in files)
    assert {row["Id"]: row["Label"] for row in nodes} == dict(network.nodes(data="label"))
    assert {(row["Source"], row["Target"], int(row["Weight"])) for row in edges} == set(network.edges(data="weight"))
    assert {row["Type"] for row in edges} == {"Undirected"}


@pytest.mark.parametrize("label", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝1"])
def test_no_cell_begins_a_formula(label: str) -> None:
    nodes, edges = map(rows, as_tables(odd(label)))
    assert nodes[0]["Label"] == edges[0]["relation"] == f"'{label}"


@pytest.mark.parametrize("form", ["gexf", "graphml"])
@pytest.mark.parametrize("label", ["a\x00b\x0cc", "x\ufffe", "</graph><script>", "a & b < c", "\ud800", "æ \U0001f600"])
def test_whatever_a_name_holds_the_file_is_xml(form: str, label: str) -> None:
    read = nx.read_gexf if form == "gexf" else nx.read_graphml
    back = read(io.BytesIO(as_xml(odd(label), form)))
    shown = "".join("\ufffd" if each in "\x00\x0c\ufffe\ud800" else each for each in label)
    assert back.nodes["a"]["label"] == shown


def test_a_folder_that_is_not_there_is_one_sentence_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no folder"):
        write_exchange(odd("a"), tmp_path / "none" / "network.gexf")
    assert list(tmp_path.iterdir()) == []


# --- kg export and kg network


def run(*arguments: object) -> int:
    return main([str(each) for each in arguments])


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_kg_export_writes_the_network_that_is_asked_for(example_store: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"network.{form}"
    assert run("export", path, "--of", "cases", "--case", "22/10457", "--store", example_store) == 0
    read = nx.read_gexf if form == "gexf" else nx.read_graphml
    assert {data["kind"] for _, data in read(path).nodes(data=True)} == {"case", "body"}


def test_kg_export_says_the_names_of_the_two_tables(
    example_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", tmp_path / "network.csv", "--store", example_store) == 0
    said = capsys.readouterr().out.split("\n")
    assert said == [str(tmp_path / "network-nodes.csv"), str(tmp_path / "network-edges.csv"), ""]


def test_kg_export_writes_xml_to_standard_output(example_store: Path, capsysbinary) -> None:
    assert run("export", "-", "--format", "graphml", "--store", example_store) == 0
    assert nx.read_graphml(io.BytesIO(capsysbinary.readouterr().out)).nodes[CULTURE]["label"] == "culture and leisure"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["graph.ttl", "--of", "all"], "--of is for networks"),
        (["graph.ttl", "--unit", "CFE"], "--unit is for networks"),
        (["graph.zip"], "choose one of .ttl"),
        (["graph"], ".graphml, .csv"),
        (["-", "--format", "csv"], "two tables"),
        (["none/network.gexf"], "There is no folder none"),
        (["network.gexf", "--theme", "xyzzy"], "No theme in the graph"),
    ],
)
def test_what_cannot_be_exported_is_one_sentence(
    example_store: Path, tmp_path: Path, capsys, monkeypatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("export", *arguments, "--store", example_store) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_kg_network_writes_the_page_and_says_where(example_store: Path, tmp_path: Path, capsys) -> None:
    path = tmp_path / "pages" / "network.html"
    assert run("network", "--of", "people", "-o", path, "--store", example_store, "--lang", "da") == 0
    assert capsys.readouterr() == (f"{path}\n", "")
    page = path.read_text("utf-8")
    assert "<title>Mennesker, organer og enheder</title>" in page
    assert "Lavet af 10 referater" in page


def test_kg_network_that_has_nothing_to_draw_says_so(example_store: Path, tmp_path: Path, capsys) -> None:
    path = tmp_path / "network.html"
    assert run("network", "--to", "1999", "-o", path, "--store", example_store) == 0
    assert "There is nothing to draw" in capsys.readouterr().err
    assert path.is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--unit", "xyzzy"], "No centre or person"),
        (["--of", "themes"], "--of takes units-themes, cases, people, all"),
        (["--from", "soon"], "cannot be read as from"),
    ],
)
def test_a_network_that_cannot_be_meant_is_one_sentence(
    example_store: Path, capsys, arguments: list[str], said: str
) -> None:
    assert run("network", *arguments, "--store", example_store) == 2
    assert said in capsys.readouterr().err
