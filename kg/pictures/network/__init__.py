"""Graph to network: who and what the items tie together. Every edge has the items behind it."""

import sys
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from kg.graph.graph import Graph
from kg.model.fact import Literal
from kg.model.said import Said
from kg.pictures.items import Item, Shown, read_items, show_items
from kg.pictures.network.ties import KINDS, Known, Tie, read_known, ties_of
from kg.queries.names import look_up
from kg.queries.question import Parameter
from kg.queries.values import term_of

if TYPE_CHECKING:
    import networkx as nx

MOST_NODES = 5000  # of a picture; the lightest of a larger network are folded into one node for each kind
MOST_EDGES = 15_000  # of a picture; the lightest of more are left out


class Choice(msgspec.Struct, frozen=True):
    """What a network is made of, as a person writes it: `of` is one of `OFS`, the others are names (or IRIs) and dates
    (a year or month stands for its first or last day); "" chooses nothing.
    """

    of: str = "units-themes"
    case: str = ""
    unit: str = ""
    theme: str = ""
    body: str = ""
    person: str = ""
    from_: str = ""
    to: str = ""


class Node(msgspec.Struct, frozen=True):
    """A thing of the graph, and the items that it stands in, by their places in `Network.items`.

    `kind` is one of `KINDS`, `about` the newest title of a case. `marked` is a number that collects unrelated matters.
    `folded` is how many things of its kind stand for one node; it is 0 for a thing itself.
    """

    iri: str
    kind: str
    label: str
    items: tuple[int, ...]
    about: str = ""
    marked: bool = False
    folded: int = 0


class Edge(msgspec.Struct, frozen=True):
    """Two nodes by their places in `Network.nodes`, what ties them, and the items behind that."""

    one: int
    other: int
    relations: tuple[str, ...]
    items: tuple[int, ...]


class Network(msgspec.Struct, frozen=True):
    """Nodes and edges, the weightiest first, and the items that they rest on, by date.

    `shown` are the items as pages show them, their addresses still IRIs. `chosen` is what was asked for with labels
    instead of names. `left_out` counts collecting numbers, `folded` nodes and `thinned` edges that do not stand for
    themselves.
    """

    chosen: Choice
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    items: tuple[Item, ...] = ()
    shown: tuple[Shown, ...] = ()
    themes: tuple[tuple[str, str], ...] = ()
    left_out: int = 0
    folded: int = 0
    thinned: int = 0


def read_network(graph: Graph, choice: Choice, language: str = "en", *, whole: bool = False) -> Network:
    """The network of a graph; `language` is that of the labels of themes and outcomes. A `whole` one is not for a
    picture: it is of any size, and its items are not shown.

    Raises `UsageError` for a name that is unknown or ambiguous and for what is no date.
    """
    resolved = _resolve(graph, choice)
    known = read_known(graph, language)
    every = read_items(graph, language)
    cases = _cases_of(every, known, resolved)
    items = [each for each in every if _matches(each, resolved, cases)]
    if whole:
        return make_network(items, known, resolved, sys.maxsize, sys.maxsize)
    network = make_network(items, known, resolved)
    return msgspec.structs.replace(
        network, chosen=_labelled(resolved, known), shown=tuple(show_items(graph, network.items, str))
    )


def _resolve(graph: Graph, choice: Choice) -> Choice:
    kinds = {"case": "case", "unit": "agent", "theme": "theme", "body": "body", "person": "person"}
    names = {field: getattr(choice, field) for field in kinds}
    found = {field: look_up(graph, kinds[field], name) for field, name in names.items() if name}
    for field, end in (("from_", "from"), ("to", "to")):
        if text := getattr(choice, field):
            term = term_of(graph, Parameter(end, end, Said(end, end)), text)
            found[field] = term.value if isinstance(term, Literal) else ""
    return msgspec.structs.replace(choice, **found)


def _labelled(choice: Choice, known: Known) -> Choice:
    named = {field: known.label(getattr(choice, field)) for field in ("case", "unit", "theme", "body", "person")}
    return msgspec.structs.replace(choice, **named)


def _cases_of(items: Iterable[Item], known: Known, choice: Choice) -> frozenset[str]:
    """The cases whose items are wanted, where a case is: in a network of cases also those that belong with it."""
    if not choice.case or choice.of != "cases":
        return frozenset({choice.case} - {""})
    case_of = {item.iri: item.case for item in items if item.case}
    linked = [{case_of[one], case_of[other]} for one, _, other in known.links if one in case_of and other in case_of]
    return frozenset({choice.case}.union(*(ends for ends in linked if choice.case in ends)))


def _matches(item: Item, choice: Choice, cases: frozenset[str]) -> bool:
    return (
        (not cases or item.case in cases)
        and choice.body in ("", item.body)
        and (not choice.unit or choice.unit in item.drivers)
        and (not choice.theme or choice.theme in item.themes)
        and (not choice.person or choice.person in item.people or choice.person in item.drivers)
        and (not choice.from_ or choice.from_ <= item.date)
        and (not choice.to or item.date <= choice.to)
    )


def make_network(
    items: Iterable[Item], known: Known, choice: Choice, most: int = MOST_NODES, most_edges: int = MOST_EDGES
) -> Network:
    """The network that items make, in whatever order they come; `choice` has IRIs. A network of more than `most` nodes
    is folded.
    """
    ordered = tuple(sorted(items, key=lambda each: (each.date, each.body_name, each.number, each.iri)))
    tied = _tied(ordered, ties_of(choice.of, ordered, known, choice.case), known)
    folded = _fold(tied, most)
    nodes = _nodes(tied, ordered, known)
    edges = _edges(tied, nodes)
    kept = _thin(edges, most_edges)
    return Network(
        choice, nodes, kept, ordered, themes=_themes(ordered, known), left_out=_left_out(ordered, tied, known, choice),
        folded=folded, thinned=len(edges) - len(kept),
    )  # fmt: skip


def _themes(items: tuple[Item, ...], known: Known) -> tuple[tuple[str, str], ...]:
    """IRI and label of the themes of items, by label."""
    named = {theme: known.label(theme) for item in items for theme in item.themes}
    return tuple(sorted(named.items(), key=lambda each: (each[1].casefold(), each[0])))


def _left_out(items: tuple[Item, ...], tied: "nx.Graph[str]", known: Known, choice: Choice) -> int:
    """How many collecting numbers are not in a network that shows cases."""
    cases = {item.case for item in items if item.case in known.containers}
    return sum(case not in tied for case in cases) if choice.of in ("cases", "all") else 0


def _tied(items: tuple[Item, ...], ties: Iterable[Tie], known: Known) -> "nx.Graph[str]":
    """The ties as a graph: nodes have `kind`, `items` and `folded`, edges `items` and `relations`."""
    import networkx as nx

    tied: nx.Graph[str] = nx.Graph()
    for tie in ties:
        for name in (tie.one, tie.other):
            if name not in tied:
                tied.add_node(name, kind=known.kind(name), items=set(), folded=0)
            tied.nodes[name]["items"].add(tie.item)
        if not tied.has_edge(tie.one, tie.other):
            tied.add_edge(tie.one, tie.other, items=set(), relations=set())
        data = tied.edges[tie.one, tie.other]
        data["items"].add(tie.item)
        data["relations"].add(tie.relation)
    for place, item in enumerate(items):
        for name in (item.body, item.case, *item.themes, *item.drivers, *item.people):
            if name in tied:
                tied.nodes[name]["items"].add(place)
    return tied


def _weight(tied: "nx.Graph[str]", name: str) -> tuple[int, int, str]:
    """What sorts nodes: the weightiest first, then by kind and name."""
    data = tied.nodes[name]
    return -len(data["items"]), KINDS.index(data["kind"]), name


def _fold(tied: "nx.Graph[str]", most: int) -> int:
    """Folds all but the weightiest nodes into one for each kind, in place; how many were folded."""
    if len(tied) <= most:
        return 0
    light = sorted(tied, key=lambda name: _weight(tied, name))[most - len(KINDS) :]
    for name in light:
        data = tied.nodes[name]
        others = f"others:{data['kind']}"
        if others not in tied:
            tied.add_node(others, kind=data["kind"], items=set(), folded=0)
        tied.nodes[others]["items"] |= data["items"]
        tied.nodes[others]["folded"] += 1
    folded = {name: f"others:{tied.nodes[name]['kind']}" for name in light}
    for one, other, data in sorted(tied.edges(light, data=True), key=lambda edge: edge[:2]):
        ends = folded.get(one, one), folded.get(other, other)
        if ends[0] != ends[1]:
            if not tied.has_edge(*ends):
                tied.add_edge(*ends, items=set(), relations=set())
            tied.edges[ends]["items"] |= data["items"]
            tied.edges[ends]["relations"] |= data["relations"]
    tied.remove_nodes_from(light)
    return len(light)


def _nodes(tied: "nx.Graph[str]", items: tuple[Item, ...], known: Known) -> tuple[Node, ...]:
    about: dict[str, str] = defaultdict(str)
    for item in items:  # by date: the newest title that is not closed stays
        if item.case and not item.closed:
            about[item.case] = item.title
    found = [
        Node(
            name, data["kind"], known.label(name), tuple(sorted(data["items"])),
            about[name] if data["kind"] == "case" else "", name in known.containers, data["folded"],
        )
        for name, data in tied.nodes(data=True)
    ]  # fmt: skip
    return tuple(
        sorted(found, key=lambda each: (-len(each.items), KINDS.index(each.kind), each.label.casefold(), each.iri))
    )


def _edges(tied: "nx.Graph[str]", nodes: tuple[Node, ...]) -> list[Edge]:
    places = {each.iri: place for place, each in enumerate(nodes)}
    found = []
    for one, other, data in tied.edges(data=True):
        first, second = sorted((places[one], places[other]), key=lambda place: (KINDS.index(nodes[place].kind), place))
        found.append(Edge(first, second, tuple(sorted(data["relations"])), tuple(sorted(data["items"]))))
    return sorted(found, key=lambda each: (-len(each.items), each.one, each.other))


def _thin(edges: list[Edge], most: int) -> tuple[Edge, ...]:
    """The strongest edges, in their order; each node keeps its strongest, so that none stands alone."""
    if len(edges) <= most:
        return tuple(edges)
    first: dict[int, int] = {}
    for place, edge in enumerate(edges):
        first.setdefault(edge.one, place)
        first.setdefault(edge.other, place)
    kept = set(first.values())
    rest = (place for place in range(len(edges)) if place not in kept)
    kept |= {place for place, _ in zip(rest, range(max(0, most - len(kept))), strict=False)}
    return tuple(edges[place] for place in sorted(kept))
