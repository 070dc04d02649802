"""A node with all that hangs below it, read in one question: what an item was decided, recommended, promised."""

from collections import defaultdict

from kg.graph.graph import Graph
from kg.graph.prefixes import short_name
from kg.graph.rows import Iri, Rows, Term, plain
from kg.model.fact import Literal
from kg.serve.forms import PARTS

_ALL = f"""SELECT ?node ?of ?p ?o {{ LATERAL {{ ?node ({PARTS})* ?of . ?of ?p ?o }} }} ORDER BY ?of ?p ?o"""
_ONE = "SELECT ?node ?p ?o { ?node ?p ?o } ORDER BY ?p ?o"
_CLAIMS = """SELECT ?item ?p ?o ?e ?reason ?lang {
  { ?claim rdf:subject ?item ; rdf:predicate ?p ; rdf:object ?o .
    OPTIONAL { ?claim sag:evidence ?e } OPTIONAL { ?claim sag:reason ?reason . FILTER (LANG(?reason) = ?lang) } }
  UNION { ?claim sag:item ?item ; sag:agent ?o ; sag:relation ?p ; sag:evidence ?e }
} ORDER BY ?p ?o ?e ?reason"""


class Node:
    """A node: its values by property (`sag:text`), in the order of the graph."""

    def __init__(self, iri: str) -> None:
        """Without values at first."""
        self.iri = iri
        self.said: dict[str, list[Term]] = defaultdict(list)

    def all(self, name: str) -> list[str]:
        """The values of a property as text."""
        return [str(plain(term)) for term in self.said.get(name, ())]

    def one(self, name: str) -> str:
        """The first value of a property; empty where there is none."""
        found = self.said.get(name)
        return str(plain(found[0])) if found else ""

    def true(self, name: str) -> bool:
        """Whether a property is true."""
        return any(plain(term) is True for term in self.said.get(name, ()))

    @property
    def types(self) -> set[str]:
        """Its types (`sag:Task`)."""
        return {short_name(each) for each in self.all("rdf:type")}


Nodes = dict[str, Node]


def read_node(graph: Graph, iri: str) -> Node:
    """One node."""
    node = Node(iri)
    for _, predicate, value in graph.query(_ONE, {"node": Iri(iri)}):
        if value is not None:
            node.said[short_name(str(plain(predicate)))].append(value)
    return node


def read_nodes(graph: Graph, iris: tuple[str, ...]) -> Nodes:
    """Nodes and all that hangs below them, by IRI."""
    found: Nodes = {iri: Node(iri) for iri in iris}
    if not iris:
        return found
    for _, of, predicate, value in graph.query(_ALL, given=Rows(("node",), tuple((Iri(iri),) for iri in iris))):
        key = str(plain(of))
        if key not in found:
            found[key] = Node(key)
        if value is not None:
            found[key].said[short_name(str(plain(predicate)))].append(value)
    return found


class Claims:
    """What an item claims, with its words: by property and value the evidence and the reasons."""

    def __init__(self, graph: Graph, item: str, language: str) -> None:
        """Those of one item."""
        self._words: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._reasons: dict[tuple[str, str], list[str]] = defaultdict(list)
        given: dict[str, Term] = {"item": Iri(item), "lang": Literal(language)}
        for _, predicate, value, evidence, reason, *_ in graph.query(_CLAIMS, given).values():
            key = short_name(str(predicate)), str(value)
            if evidence and str(evidence) not in self._words[key]:
                self._words[key].append(str(evidence))
            if reason and str(reason) not in self._reasons[key]:
                self._reasons[key].append(str(reason))

    def words(self, name: str, value: str) -> list[str]:
        """The evidence of a value of a property."""
        return self._words.get((name, value), [])

    def reasons(self, name: str, value: str) -> list[str]:
        """Why a value was derived."""
        return self._reasons.get((name, value), [])
