"""Centres and the themes that they drive, as one HTML page that asks the network for nothing.

From pyvis come vis-network and the form of its data. The page is our own: those of pyvis fetch files from elsewhere,
run what a heading says, and are written in the platform's encoding.
"""

import html
import json
from collections.abc import Iterator
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING

import msgspec

from kg.graph.graph import Graph
from kg.messages import Say

if TYPE_CHECKING:
    import networkx as nx

_VIS = "lib/vis-9.1.2"
_APART = (700, 60)  # pixels between the two columns, and between the rows

_QUERY = """
SELECT ?centre ?name ?theme ?label (COUNT(DISTINCT ?item) AS ?items) WHERE {
  ?item sag:drivenBy ?centre ; sag:theme ?theme .
  ?centre a sag:Centre ; skos:prefLabel ?name .
  ?theme skos:prefLabel ?label . FILTER(LANG(?label) = "LANGUAGE")
} GROUP BY ?centre ?name ?theme ?label ORDER BY ?name ?label ?centre ?theme
"""


class Tie(msgspec.Struct, frozen=True, order=True):
    """A centre (IRI and name) drives a theme (IRI and label) in so many items."""

    centre: str
    name: str
    theme: str
    label: str
    items: int


def read_network(graph: Graph, language: str) -> list[Tie]:
    """The ties of a graph, by name of centre and label of theme in `language` (`da` or `en`)."""
    rows = graph.query(_QUERY.replace("LANGUAGE", language)).values()
    return [Tie(str(a), str(b), str(c), str(d), int(str(count))) for a, b, c, d, count in rows]


def network_page(ties: list[Tie], say: Say) -> str:
    """The page: the picture with its positions given, and the same data as a table."""
    nodes, edges = _drawn(ties, say)
    library = files("pyvis").joinpath(_VIS)
    return Template(files(__package__).joinpath("network.html").read_text("utf-8")).substitute(
        language=say("code"),
        title=html.escape(say("network.title")),
        picture=html.escape(say("network.picture")),
        style=library.joinpath("vis-network.css").read_text("utf-8"),
        script=library.joinpath("vis-network.min.js").read_text("utf-8"),
        nodes=_script_json(nodes),
        edges=_script_json(edges),
        table=_table(ties, say),
    )


def make_network(ties: list[Tie]) -> "nx.Graph[str]":
    """The ties as a graph: nodes have `label`, `side` (0 for centres, 1 for themes), `x` and `y`; edges have `items`.

    Themes stand in the order of their labels, centres at the mean height of their themes, so that few lines cross.
    """
    import networkx as nx

    network: nx.Graph[str] = nx.Graph()
    for tie in ties:
        network.add_node(tie.centre, label=tie.name, side=0)
        network.add_node(tie.theme, label=tie.label, side=1)
        network.add_edge(tie.centre, tie.theme, items=tie.items)
    _place(network)
    return network


def _place(network: "nx.Graph[str]") -> None:
    def labelled(side: int) -> list[str]:
        names = [name for name, data in network.nodes(data=True) if data["side"] == side]
        return sorted(names, key=lambda name: (network.nodes[name]["label"], name))

    height = {theme: place for place, theme in enumerate(labelled(1))}
    centres = sorted(labelled(0), key=lambda name: sum(height[each] for each in network[name]) / len(network[name]))
    for names in (centres, list(height)):
        for place, name in enumerate(names):
            data = network.nodes[name]
            data["x"] = data["side"] * _APART[0]
            data["y"] = round((place - (len(names) - 1) / 2) * _APART[1])


def _drawn(ties: list[Tie], say: Say) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Nodes and edges as vis-network has them, by way of pyvis; its `add_` methods look through all each time."""
    from pyvis.network import Network

    page, network = Network(), make_network(ties)  # type: ignore[no-untyped-call]
    for name, data in network.nodes(data=True):
        shape, colour = (("box", "#d6e6f5"), ("ellipse", "#fbe6c8"))[data["side"]]
        node = {"id": name, "label": data["label"], "x": data["x"], "y": data["y"], "shape": shape, "color": colour}
        page.nodes.append({**node, "physics": False, "fixed": False})
    for tie in ties:
        title = say("network.count", centre=tie.name, theme=tie.label, items=tie.items)
        page.edges.append({"from": tie.centre, "to": tie.theme, "value": tie.items, "title": title})
    nodes, edges, *_ = page.get_network_data()  # type: ignore[no-untyped-call]
    return list(nodes), list(edges)


def _script_json(value: object) -> str:
    """JSON that may stand in a script: nothing in it can end the script or begin a comment."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace("\u2028", " ").replace("\u2029", " ")


def _table(ties: list[Tie], say: Say) -> str:
    if not ties:
        return f"<p>{html.escape(say('network.empty'))}</p>"
    heads = "".join(
        f'<th scope="col">{html.escape(say(f"network.{key}"))}</th>' for key in ("centre", "theme", "items")
    )
    return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{''.join(_rows(ties))}</tbody>\n</table>"


def _rows(ties: list[Tie]) -> Iterator[str]:
    for tie in ties:
        yield (
            f'<tr><th scope="row">{html.escape(tie.name)}</th><td>{html.escape(tie.label)}</td>'
            f"<td>{tie.items}</td></tr>\n"
        )
