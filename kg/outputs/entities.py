"""The graph's entities as a network: for pictures, and for whoever wants to count in it."""

from typing import TYPE_CHECKING

from kg.graph.graph import Graph
from kg.graph.prefixes import short_name
from kg.model.fact import Literal

if TYPE_CHECKING:
    import networkx as nx

# Each kind of entity, and how it is labelled.
_KINDS = {
    "sag:Centre": "skos:prefLabel",
    "sag:Body": "skos:prefLabel",
    "foaf:Person": "foaf:name",
    "sag:Organisation": "skos:prefLabel",
    "sag:Case": "sag:caseNumber",
    "sag:Meeting": "dcterms:date",
    "sag:AgendaItem": "dcterms:title",
}
_THEMES = """SELECT ?lang ?x ?label { ?x skos:inScheme ?scheme ; skos:prefLabel ?label .
  FILTER (?scheme != sag:outcomes && LANG(?label) = ?lang) }"""
_DATES = """SELECT ?x ?date {
  { ?x a sag:Meeting ; dcterms:date ?date } UNION { ?x sag:meeting/dcterms:date ?date } }"""
# What ties entities to each other; super-properties are left out where a more exact one says the same.
_TIES = (
    "sag:case sag:theme sag:meeting sag:body sag:proposedBy sag:preparedBy sag:responsible sag:mentions sag:refersTo "
    "sag:previousTreatment sag:relatedTo org:memberOf org:headOf sag:attendee"
).split()
_EXACT = {"sag:proposedBy", "sag:preparedBy", "sag:responsible"}
_DRIVES = """SELECT ?agent ?theme (COUNT(DISTINCT ?item) AS ?items) {
  ?item sag:drivenBy ?agent ; sag:theme ?theme } GROUP BY ?agent ?theme"""


def make_entities(graph: Graph, language: str = "en") -> "nx.MultiDiGraph[str]":
    """Centres, bodies, people, organisations, cases, meetings, items and themes, each named by its IRI.

    Nodes have `kind` (such as `sag:Centre`), `label` and, for meetings and items, `date` (ISO). Edges run as the graph
    says them, with the property as key and as `relation`, and `weight`: 1, or for `sag:drives` the number of items.
    """
    import networkx as nx

    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for kind, label in _KINDS.items():
        for iri, name in sorted(
            graph.query(f"SELECT ?x (MIN(?l) AS ?label) {{ ?x a {kind} ; {label} ?l }} GROUP BY ?x").values()
        ):
            network.add_node(str(iri), kind=kind, label=str(name))
    for _, iri, name in sorted(graph.query(_THEMES, {"lang": Literal(language)}).values()):
        network.add_node(str(iri), kind="skos:Concept", label=str(name))
    for iri, date in sorted(graph.query(_DATES).values()):
        if iri in network:
            network.nodes[str(iri)]["date"] = str(date)
    _tie(graph, network)
    for agent, theme, items in sorted(graph.query(_DRIVES).values()):
        if agent in network and theme in network:
            network.add_edge(str(agent), str(theme), "sag:drives", relation="sag:drives", weight=int(str(items)))
    return network


def _tie(graph: Graph, network: "nx.MultiDiGraph[str]") -> None:
    listed = ", ".join(_TIES)
    said = f"SELECT ?s ?p ?o {{ ?s ?p ?o . FILTER (?p IN ({listed})) }}"
    exact: set[tuple[str, str]] = set()
    ties = []
    for subject, predicate, value in graph.query(said).values():
        relation = short_name(str(predicate))
        ties.append((str(subject), str(value), relation))
        if relation in _EXACT:
            exact.add((str(subject), str(value)))
    for subject_, value_, relation in sorted(ties):
        if (
            subject_ in network
            and value_ in network
            and not (relation == "sag:mentions" and (subject_, value_) in exact)
        ):
            network.add_edge(subject_, value_, relation, relation=relation, weight=1)
