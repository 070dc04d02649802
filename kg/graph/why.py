"""Why the graph says something: the words it stands on, and for what was derived every reason and score."""

from decimal import Decimal

import msgspec

from kg.errors import UsageError
from kg.graph.graph import Graph
from kg.graph.prefixes import full_iri
from kg.graph.rows import Iri, Term, Value, shown
from kg.model.fact import Literal

BASE = "https://w3id.org/sagsgraf/id/"

_KNOWN = "ASK { { ?x ?p ?o } UNION { ?s ?q ?x } }"
_TYPES = "SELECT DISTINCT ?type { ?x a ?type } ORDER BY ?type"
_LABELS = """SELECT DISTINCT ?label ?rank {
  { ?x skos:prefLabel|foaf:name ?label BIND(1 AS ?rank) } UNION { ?x dcterms:title|rdfs:label ?label BIND(2 AS ?rank) }
  UNION { ?x skos:altLabel|dcterms:alternative ?label BIND(3 AS ?rank) } } ORDER BY ?rank ?label"""
_EVIDENCE = """SELECT ?e ?file ?document ?start ?end ?exact ?rule ?confidence {
  ?e oa:start ?start ; oa:end ?end ; oa:exact ?exact ; sag:in ?document .
  OPTIONAL { ?document sag:fileName ?file } OPTIONAL { ?e sag:rule ?rule } OPTIONAL { ?e sag:confidence ?confidence } }
  ORDER BY ?file ?document ?start ?end ?rule"""
_OF_NODE = _EVIDENCE.replace("{", "{ ?x sag:evidence ?e .", 1)
# Of an agent that no reason made: where it is first named.
_OF_MENTIONS = _EVIDENCE.replace("{", "{ ?mention sag:agent ?x ; sag:evidence ?e .", 1) + " LIMIT 10"
_ABOUT = """SELECT DISTINCT ?statement ?subject ?predicate ?object {
  { ?statement rdf:subject ?x } UNION { ?statement rdf:object ?x } UNION { ?x rdf:subject ?any BIND(?x AS ?statement) }
  ?statement rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object } ORDER BY ?statement"""
_ON = """SELECT ?document ?from ?to ?start ?end ?exact ?file ?node (MIN(?by) AS ?rule) {
  ?e sag:in ?document ; oa:start ?start ; oa:end ?end ; oa:exact ?exact ; sag:rule ?by .
  FILTER (?start < ?to && ?end > ?from)
  ?document sag:fileName ?file . ?node sag:evidence ?e }
  GROUP BY ?document ?from ?to ?start ?end ?exact ?file ?node ORDER BY ?start ?end ?node"""
_CLAIM = (
    "SELECT ?subject ?predicate ?object { ?x rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object }"
)
_REASONS = "SELECT DISTINCT ?reason { ?x sag:reason ?reason } ORDER BY ?reason"
_CONFIDENCE = "SELECT (MAX(?c) AS ?confidence) { ?x sag:confidence ?c }"


class Words(msgspec.Struct, frozen=True):
    """A span of a document: its IRI and file name, offsets in code points, the words, the rules that found them."""

    document: str
    file: str
    start: int
    end: int
    exact: str
    rules: tuple[str, ...]
    confidence: float | None


class Claim(msgspec.Struct, frozen=True):
    """One triple with what speaks for it: words, reasons, and a score where it was derived."""

    iri: str
    subject: str
    predicate: str
    object: Term
    words: tuple[Words, ...]
    reasons: tuple[Literal, ...]
    confidence: float | None

    def said(self, language: str) -> tuple[str, ...]:
        """The reasons in one language (`da` or `en`); all of them where the graph has none in it."""
        found = tuple(each.value for each in self.reasons if each.language == language)
        return found or tuple(each.value for each in self.reasons)


class Why(msgspec.Struct, frozen=True):
    """What a node is and stands on: its types and labels (the preferred first), its own words, and every claim about
    it.
    """

    iri: str
    types: tuple[str, ...]
    labels: tuple[str, ...]
    words: tuple[Words, ...]
    claims: tuple[Claim, ...]


def why(graph: Graph, name: str) -> Why:
    """The evidence of a node, of one statement or of a span.

    `name` is a full IRI, a CURIE, or what follows the base IRI of the data (`{authority}/unit/{slug}`). Claims are the
    statements that have the node as subject or object; an agent without any is shown where it is named. Raises
    `UsageError` where the graph does not know the name.
    """
    iri = find(graph, name)
    x: dict[str, Term] = {"x": Iri(iri)}
    types = tuple(shown(row[0]) for row in graph.query(_TYPES, x))
    labels = tuple(dict.fromkeys(str(row[0]) for row in graph.query(_LABELS, x).values()))
    own = _words(graph, _EVIDENCE, {"e": Iri(iri)}) if "sag:Evidence" in types else _words(graph, _OF_NODE, x)
    claims = _claims(graph, x)
    return Why(iri, types, labels, own if own or claims else _words(graph, _OF_MENTIONS, x), claims)


class Standing(msgspec.Struct, frozen=True):
    """What stands on some words: a node with its types, or one claim as subject, predicate and object."""

    iri: str
    types: tuple[str, ...]
    claim: tuple[str, str, str] | None
    words: Words


def standing_on(graph: Graph, document: str, start: int, end: int) -> tuple[Standing, ...]:
    """Everything whose evidence touches `start` to `end` (code points) of a document, in the order of its words."""
    place: dict[str, Term] = {
        "document": Iri(document),
        "from": Literal(str(start), "xsd:integer"),
        "to": Literal(str(end), "xsd:integer"),
    }
    found = []
    for row in graph.query(_ON, place).dicts():
        file, rule = ("" if row[name] is None else str(row[name]) for name in ("file", "rule"))
        words = Words(
            document,
            file,
            int(str(row["start"])),
            int(str(row["end"])),
            str(row["exact"]),
            (rule,) if rule else (),
            None,
        )
        iri = str(row["node"])
        types = tuple(shown(each) for (each,) in graph.query(_TYPES, {"x": Iri(iri)}))
        claims = graph.query(_CLAIM, {"x": Iri(iri)}).rows
        said = (shown(claims[0][0]), shown(claims[0][1]), shown(claims[0][2])) if claims else None
        found.append(Standing(iri, types, said, words))
    return tuple(found)


def find(graph: Graph, name: str) -> str:
    """The full IRI of what a person calls a node. Raises `UsageError` where the graph holds none."""
    base = graph.manifest.get("base") or BASE
    stripped = name.strip().removeprefix("<").removesuffix(">")
    for iri in (full_iri(stripped), f"{base}{stripped}"):
        if not any(each in iri for each in ' <>"{}|^`\\') and ":" in iri and _is_known(graph, iri):
            return iri
    raise UsageError(f"Nothing in the graph is called {name}.", f"Intet i grafen hedder {name}.")


def _is_known(graph: Graph, iri: str) -> bool:
    try:
        return graph.query(_KNOWN, {"x": Iri(iri)}).values() == [(True,)]
    except UsageError:  # no IRI at all, as a file's name may be none
        return False


def _claims(graph: Graph, x: dict[str, Term]) -> tuple[Claim, ...]:
    return tuple(_claim(graph, row) for row in graph.query(_ABOUT, x))


def _claim(graph: Graph, row: tuple[Term | None, ...]) -> Claim:
    statement, subject, predicate, value = row
    node: dict[str, Term] = {"x": statement or Literal("")}
    score = graph.query(_CONFIDENCE, node).values()
    return Claim(
        iri=shown(statement),
        subject=shown(subject),
        predicate=shown(predicate),
        object=value or Literal(""),
        words=_words(graph, _OF_NODE, node),
        reasons=tuple(each for (each,) in graph.query(_REASONS, node) if isinstance(each, Literal)),
        confidence=_score(score[0][0]) if score else None,
    )


def _words(graph: Graph, query: str, bindings: dict[str, Term]) -> tuple[Words, ...]:
    """One value for each span, its rules together."""
    spans: dict[tuple[str, int, int], Words] = {}
    for row in graph.query(query, bindings).dicts():
        key = (str(row["document"]), int(str(row["start"])), int(str(row["end"])))
        known = spans.get(key)
        rules = {*(known.rules if known else ()), *([] if row["rule"] is None else [str(row["rule"])])}
        file = "" if row["file"] is None else str(row["file"])
        spans[key] = Words(*key[:1], file, *key[1:], str(row["exact"]), tuple(sorted(rules)), _score(row["confidence"]))
    return tuple(spans.values())


def _score(value: Value) -> float | None:
    return float(value) if isinstance(value, Decimal | int) else None
