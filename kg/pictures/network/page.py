"""A network as a page to send to a colleague, or as a part of another page: picture, filters, items, tables."""

import math
from collections.abc import Iterator
from typing import Any

import msgspec

from kg.messages import Say
from kg.pictures.items import Link, no_links, shortened
from kg.pictures.network import MOST_NODES, Network, Node
from kg.pictures.network.places import Spot, Tied, columns, spread
from kg.pictures.network.ties import KINDS
from kg.web import Around, environment, standalone

STYLES = ("network.css",)
SCRIPTS = ("vis-network.min.js", "network.js")
_LONGEST = 200  # characters of a name in a table
_IN_COLUMNS = 60  # nodes of two kinds at most that stand in two columns
_ROWS_OPEN = 400  # rows of a table at most that is open when the page is
_TEXTS = (
    "items one-item folded all-items more neighbours nothing found none-found hint weightiest shown item back"
    " collecting hidden"
).split()
_LATER = {name: f"{{{name}}}" for name in ("count", "shown", "nodes", "edges")}  # what the script fills


def network_page(network: Network, say: Say, about: str = "") -> str:
    """The whole page as one file; `about` says in its footer what it was made of."""
    body, data = network_view(network, say)
    intro = environment("kg.pictures").get_template("network_page.html")
    around = Around(data=data, styles=STYLES, scripts=SCRIPTS, about=about)
    return standalone(title_of(network, say), intro.render(view=body, say=say, network=network), say, around)


def title_of(network: Network, say: Say) -> str:
    """What the network shows, with what it was narrowed to."""
    chosen = network.chosen
    narrowed = [each for each in (chosen.case, chosen.unit, chosen.theme, chosen.body, chosen.person) if each]
    return ": ".join([say(f"network.title.{chosen.of}"), *([", ".join(narrowed)] if narrowed else [])])


def network_view(
    network: Network, say: Say, link: Link = no_links, source: str = "page-data"
) -> tuple[str, dict[str, Any]]:
    """The HTML of a network, and the data that its page must hold in `<script type="application/json" id=SOURCE>`.

    `link` gives the addresses of nodes, items and places in documents, by their IRIs. The page needs `base.css`,
    `network.css`, `common.js`, `vis-network.min.js` and `network.js`; several networks on a page need a `source` each.
    """
    data = view_data(network, say, link)
    template = environment("kg.pictures").get_template("network_view.html")
    html = template.render(
        say=say, network=network, data=data, source=source,
        labels=[shortened(label_of(each, say), _LONGEST) for each in network.nodes],
        kinds=[kind for kind in KINDS if any(node.kind == kind for node in network.nodes)], open=_ROWS_OPEN,
        most=MOST_NODES, dates=[item.date for item in network.items] or [""], neighbours=_neighbours(network),
    )  # fmt: skip
    return html, data


def _neighbours(network: Network) -> list[int]:
    found = [0] * len(network.nodes)
    for edge in network.edges:
        found[edge.one] += 1
        found[edge.other] += 1
    return found


def view_data(network: Network, say: Say, link: Link = no_links) -> dict[str, Any]:
    """What `network.js` reads: nodes and edges in vis-network's form with their items, the items, and the texts."""
    nodes, edges = _drawn(network, say, link)
    themes = {iri: place for place, (iri, _) in enumerate(network.themes)}
    return {
        "columns": any(node["side"] for node in nodes),
        "nodes": nodes,
        "edges": edges,
        "items": [
            msgspec.structs.replace(each, href=link(each.href), source_href=link(each.source_href))
            for each in network.shown
        ],
        "themes": [[themes[theme] for theme in item.themes] for item in network.items],
        "kinds": {kind: say(f"network.kind.{kind}") for kind in KINDS},
        "relations": {name: say(f"network.relation.{name}") for name in _RELATIONS},
        "texts": {name: say(f"network.text.{name}", **_LATER) for name in _TEXTS},
    }


_RELATIONS = ("drives", "treated", "followed", "related", "attended", "member", "head", "together")


def label_of(node: Node, say: Say) -> str:
    """The name of a node; of a folded one how many of which kind it stands for."""
    return say(f"network.others.{node.kind}", count=node.folded) if node.folded else node.label


def _drawn(network: Network, say: Say, link: Link) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Nodes and edges as vis-network has them, by way of pyvis; its `add_` methods look through all each time."""
    from pyvis.network import Network as Page

    page = Page()  # type: ignore[no-untyped-call]
    page.nodes.extend(_node_data(network, say, link))
    page.edges.extend(_edge_data(network))
    nodes, edges, *_ = page.get_network_data()  # type: ignore[no-untyped-call]
    return list(nodes), list(edges)


def _node_data(network: Network, say: Say, link: Link) -> Iterator[dict[str, Any]]:
    sizes = node_sizes(network)
    spots = spots_of(network, sizes)
    for place, node in enumerate(network.nodes):
        data: dict[str, Any] = {
            "id": place, "label": label_of(node, say), "kind": node.kind, "items": node.items, "size": sizes[place],
            "x": spots[place].x, "y": spots[place].y, "side": spots[place].side,
        }  # fmt: skip
        extra = {"about": node.about, "href": "" if node.folded else link(node.iri), "marked": node.marked}
        yield (
            data
            | {name: value for name, value in extra.items() if value}
            | ({"folded": node.folded} if node.folded else {})
        )


def node_sizes(network: Network) -> list[float]:
    """Radii in pixels: the area grows with the number of items."""
    many = len(network.nodes)
    small, large = (
        (5, 14) if _stand_in_columns(network) else (7, 22) if many <= 60 else (7, 28) if many <= 400 else (6, 44)
    )
    most = max((len(node.items) for node in network.nodes), default=1) or 1
    return [round(small + (large - small) * math.sqrt(len(node.items) / most), 1) for node in network.nodes]


def _edge_data(network: Network) -> Iterator[dict[str, Any]]:
    most = max((len(edge.items) for edge in network.edges), default=1)
    for place, edge in enumerate(network.edges):
        width = round(1 + 7 * (len(edge.items) - 1) / most, 2) if most > 1 else 1.5
        yield {
            "id": place, "from": edge.one, "to": edge.other, "width": width, "items": edge.items,
            "relations": edge.relations,
        }  # fmt: skip


def spots_of(network: Network, sizes: list[float]) -> list[Spot]:
    """Where the nodes stand: in two columns, or wherever what ties them draws them."""
    ties = [Tied(edge.one, edge.other, len(edge.items)) for edge in network.edges]
    if _stand_in_columns(network):
        themes = [place for place, node in enumerate(network.nodes) if node.kind == "theme"]
        others = [place for place, node in enumerate(network.nodes) if node.kind != "theme"]
        found = columns(others, themes, ties)
        return [found[place] for place in range(len(network.nodes))]
    return spread(sizes, ties) if network.nodes else []


def _stand_in_columns(network: Network) -> bool:
    return network.chosen.of == "units-themes" and len(network.nodes) <= _IN_COLUMNS
