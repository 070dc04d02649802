"""A network as networkx has it: for Gephi, and for whoever wants to count in it."""

from typing import TYPE_CHECKING

from kg.messages import Say
from kg.pictures.network import Network
from kg.pictures.network.page import label_of

if TYPE_CHECKING:
    import networkx as nx


def as_graph(network: Network, say: Say) -> "nx.Graph[str]":
    """Nodes by IRI with `label`, `kind`, `about`, `items` (how many) and the days of the `first` and `last` of them;
    edges with `relation`, `weight` (how many items), those days, and `because`: the IRIs of the items.
    """
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    dates = [item.date for item in network.items]
    for node in network.nodes:
        graph.add_node(
            node.iri, label=label_of(node, say), kind=node.kind, about=node.about, items=len(node.items),
            first=dates[node.items[0]], last=dates[node.items[-1]],
        )  # fmt: skip
    for edge in network.edges:
        graph.add_edge(
            network.nodes[edge.one].iri, network.nodes[edge.other].iri, relation=" ".join(edge.relations),
            weight=len(edge.items), first=dates[edge.items[0]], last=dates[edge.items[-1]],
            because=" ".join(network.items[each].iri for each in edge.items),
        )  # fmt: skip
    return graph
