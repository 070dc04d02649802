"""Networks as files for other programs: GEXF and GraphML for Gephi, and two tables of nodes and edges.

What comes in is a networkx graph whose attributes are text and whole numbers; the same graph gives the same bytes.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import UsageError
from kg.outputs.tables import harmless

if TYPE_CHECKING:
    import networkx as nx

FORMS = ("gexf", "graphml", "csv")
# what XML 1.0 cannot hold in any form; U+FFFD stands for it
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_META = re.compile(r"\s*<meta\b.*?</meta>", re.DOTALL)  # networkx's, which says the day


def write_exchange(network: "nx.Graph[str]", path: Path, form: str = "") -> list[Path]:
    """Write a network in one of `FORMS`, by default that of the path's ending; the files that were written.

    As CSV it is two: NAME-nodes.csv and NAME-edges.csv. Raises `UsageError` where there is no such folder.
    """
    form = form or path.suffix.removeprefix(".").lower()
    if form == "csv":
        nodes, edges = as_tables(network)
        files = {path.with_name(f"{path.stem}-nodes.csv"): nodes, path.with_name(f"{path.stem}-edges.csv"): edges}
    else:
        files = {path: as_xml(network, form)}
    if not path.parent.is_dir():
        raise UsageError(
            f"There is no folder {path.parent} to write {path.name} to.",
            f"Der er ingen mappe {path.parent} at skrive {path.name} i.",
        )
    for target, content in files.items():
        _write(target, content)
    return list(files)


def _write(target: Path, content: bytes) -> None:
    """A file, whole or not at all."""
    temporary = target.with_name(f".{target.name}.new")
    try:
        temporary.write_bytes(content)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def as_xml(network: "nx.Graph[str]", form: str) -> bytes:
    """A network as `gexf` or `graphml`. Characters that XML cannot hold become U+FFFD."""
    import networkx as nx

    clean: nx.Graph[str] = nx.Graph()
    clean.add_nodes_from((_clean(name), _cleaned(data)) for name, data in network.nodes(data=True))
    clean.add_edges_from((_clean(one), _clean(other), _cleaned(data)) for one, other, data in network.edges(data=True))
    out = io.BytesIO()
    if form == "gexf":
        nx.write_gexf(clean, out, version="1.2draft")
        return _META.sub("", out.getvalue().decode()).encode()
    nx.write_graphml_xml(clean, out)
    return out.getvalue()


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _cleaned(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _clean(value) if isinstance(value, str) else value for name, value in data.items()}


def as_tables(network: "nx.Graph[str]") -> tuple[bytes, bytes]:
    """Nodes and edges as CSV, under the names by which Gephi knows them. No cell begins a formula."""
    nodes = [{"Id": name, **_titled(data)} for name, data in network.nodes(data=True)]
    edges = [
        {"Source": one, "Target": other, "Type": "Undirected", **_titled(data)}
        for one, other, data in network.edges(data=True)
    ]
    return _table(nodes, ("Id", "Label")), _table(edges, ("Source", "Target", "Type", "Weight"))


def _titled(data: Mapping[str, Any]) -> dict[str, Any]:
    """Gephi's own columns are written with a capital."""
    return {name.title() if name in ("label", "weight") else name: value for name, value in data.items()}


def _table(rows: list[dict[str, Any]], first: Iterable[str]) -> bytes:
    columns = list(dict.fromkeys([*first, *(name for row in rows for name in row)]))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([harmless(row.get(name, "")) for name in columns] for row in rows)
    return out.getvalue().encode()
