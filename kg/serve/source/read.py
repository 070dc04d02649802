"""What stands on the words of a document: every span that is evidence of something, and what it is evidence of."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from kg.graph.graph import Graph
from kg.graph.prefixes import short_name
from kg.graph.rows import Iri, Rows, Term, Value
from kg.model.fact import Literal

BLOCKS = ("decision", "recommendation", "task")  # whole sentences and paragraphs; what else there is are some words
# Where several kinds stand on the same words, the words are marked as the first of these.
KINDS = (
    *BLOCKS, "attachment", "amount", "person", "centre", "body", "organisation", "case", "theme", "outcome", "meeting",
    "title", "link", "fact",
)  # fmt: skip
_FAR = 2_000_000_000  # beyond every text
_SPANS = """SELECT ?document ?from ?to ?start ?end ?node ?rule ?score {
  { SELECT ?document ?from ?to ?e ?start ?end {
      ?e sag:in ?document ; oa:start ?start ; oa:end ?end . FILTER (?start < ?to && ?end > ?from) } }
  ?node sag:evidence ?e .
  OPTIONAL { ?e sag:rule ?rule } OPTIONAL { ?e sag:confidence ?score } }"""
# of nodes that are given: one step each, where a join with the spans would take all of them again
_CLAIMS = """SELECT ?node ?subject ?predicate ?object {
  ?node rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object }"""
_MENTIONS = """SELECT ?node ?item ?relation ?agent {
  ?node sag:agent ?agent ; sag:relation ?relation ; sag:item ?item }"""
_REASONS = "SELECT ?node ?reason ?score { ?node sag:reason ?reason . OPTIONAL { ?node sag:confidence ?score } }"
_TYPES = "SELECT DISTINCT ?x ?type { ?x a ?type }"
_OF_TYPE = {
    "sag:Decision": "decision", "sag:Recommendation": "recommendation", "sag:Task": "task",
    "sag:Attachment": "attachment", "sag:Amount": "amount", "foaf:Person": "person", "sag:Centre": "centre",
    "sag:Body": "body", "sag:Organisation": "organisation", "sag:Municipality": "organisation",
    "sag:Party": "organisation", "sag:Case": "case", "sag:Meeting": "meeting", "sag:AgendaItem": "title",
}  # fmt: skip
# of a claim: the kind that its words are, and whether its object (else its subject) is what they are about
_OF_CLAIM = {
    "sag:case": ("case", True), "sag:theme": ("theme", True), "sag:outcome": ("outcome", False),
    "sag:refersTo": ("meeting", True), "dcterms:title": ("title", False), "dcterms:alternative": ("title", False),
    "sag:number": ("title", False), "sag:closed": ("title", False), "sag:label": ("title", False),
    "sag:page": ("title", False), "dcterms:date": ("meeting", False), "sag:startTime": ("meeting", False),
    "sag:place": ("meeting", False), "sag:previousTreatment": ("link", True), "sag:relatedTo": ("link", True),
    "sag:deferredTo": ("link", True), "sag:closedBy": ("link", True), "sag:restatedBy": ("link", True),
}  # fmt: skip
_OF_SUBJECT = ("org:memberOf", "org:headOf", "org:subOrganizationOf")  # other claims are about what they name

Claim = tuple[str, str, Term]  # subject, predicate (`sag:theme`) and object


class Fact(msgspec.Struct, frozen=True):
    """One thing that stands on some words: `node` is it (an IRI), `about` what the words name or are (the same, or the
    agent of a mention, the case of a case number), `claim` the triple that they are evidence of, or empty.
    """

    node: str
    kind: str
    about: str
    claim: Claim | None
    rules: tuple[str, ...]
    confidence: float | None
    reasons: tuple[Literal, ...] = ()


class Place(msgspec.Struct, frozen=True):
    """Some words (`start` to `end`, code points) with all that stands on them, the most telling first."""

    start: int
    end: int
    facts: tuple[Fact, ...]

    @property
    def kind(self) -> str:
        """What the words are marked as."""
        return self.facts[0].kind

    @property
    def about(self) -> str:
        """Where the mark leads to: an IRI."""
        return self.facts[0].about


def read_places(graph: Graph, document: str, first: int = -1, last: int = _FAR) -> tuple[Place, ...]:
    """Every span of a document that something stands on, in reading order; of those that begin together the longest
    comes first. With `first` and `last` only those that touch these offsets.
    """
    asked: dict[str, Iri | Literal] = {"document": Iri(document), "from": _number(first), "to": _number(last)}
    found: dict[tuple[int, int], dict[str, list[tuple[Value, Value]]]] = defaultdict(lambda: defaultdict(list))
    for *_, start, end, node, rule, score in graph.query(_SPANS, asked).values():
        found[int(str(start)), int(str(end))][str(node)].append((rule, score))
    nodes = {node for said in found.values() for node in said}
    given = Rows(("node",), tuple((Iri(node),) for node in sorted(nodes)))
    queries = (_CLAIMS, _MENTIONS) if nodes else ()
    claims = {_iri(row[0]): _claim(row) for query in queries for row in graph.query(query, given=given)}
    make = _Maker(claims, _kinds(graph, nodes, claims.values()), *_derived(graph, given))
    ordered = sorted(found.items(), key=lambda each: (each[0][0], -each[0][1]))
    return tuple(Place(start, end, make.facts(said)) for (start, end), said in ordered)


def _number(value: int) -> Literal:
    return Literal(str(value), "xsd:integer")


def _derived(graph: Graph, given: Rows) -> tuple[dict[str, tuple[Literal, ...]], dict[str, float]]:
    """The reasons and the score of each node that was derived."""
    reasons: dict[str, set[Literal]] = defaultdict(set)
    scores: dict[str, float] = {}
    for node, reason, score in graph.query(_REASONS, given=given) if given.rows else ():
        if isinstance(reason, Literal):
            reasons[_iri(node)].add(reason)
        if isinstance(score, Literal):
            scores[_iri(node)] = float(score.value)
    return {node: tuple(sorted(each, key=lambda one: one.value)) for node, each in reasons.items()}, scores


def _kinds(graph: Graph, nodes: set[str], claims: Iterable[Claim]) -> dict[str, str]:
    """What each node is that is evidenced itself or that a claim speaks of."""
    wanted = nodes | {subject for subject, _, _ in claims}
    wanted |= {value.value for _, _, value in claims if isinstance(value, Iri)}
    given = Rows(("x",), tuple((Iri(iri),) for iri in sorted(wanted)))
    found = {}
    for iri, kind in graph.query(_TYPES, given=given).values() if wanted else ():
        name = short_name(str(kind))
        if name == "sag:Part":
            found[str(iri)] = "recommendation" if "/recommendation/" in str(iri) else "decision"
        elif name in _OF_TYPE:
            found[str(iri)] = _OF_TYPE[name]
    return found


class _Maker(msgspec.Struct, frozen=True):
    """Makes facts of what the questions found."""

    claims: dict[str, Claim]
    kinds: dict[str, str]
    reasons: dict[str, tuple[Literal, ...]]
    scores: dict[str, float]

    def facts(self, nodes: dict[str, list[tuple[Value, Value]]]) -> tuple[Fact, ...]:
        """What stands on one span, from the nodes with the rules and scores that found it there."""
        return tuple(sorted((self._fact(node, said) for node, said in nodes.items()), key=_telling))

    def _fact(self, node: str, said: list[tuple[Value, Value]]) -> Fact:
        claim = self.claims.get(node)
        kind, about = self._meaning(node, claim)
        rules = tuple(sorted({str(rule) for rule, _ in said if rule}))
        best = max((float(str(score)) for _, score in said if score is not None), default=None)
        return Fact(node, kind, about, claim, rules, self.scores.get(node, best), self.reasons.get(node, ()))

    def _meaning(self, node: str, claim: Claim | None) -> tuple[str, str]:
        """The kind that the words are marked as, and what they lead to."""
        if claim is None:
            return self.kinds.get(node, "fact"), node
        subject, predicate, value = claim
        kind, of_object = _OF_CLAIM.get(predicate, ("", False))
        thing = value.value if isinstance(value, Iri) else subject
        if not kind:
            about = thing if predicate not in _OF_SUBJECT else subject
            return self.kinds.get(about, "fact"), about
        return kind, thing if of_object else subject


def _telling(fact: Fact) -> tuple[int, str, str]:
    """What comes first of what stands on the same words."""
    return KINDS.index(fact.kind), fact.claim[1] if fact.claim else "", fact.node


def _claim(row: tuple[Term | None, ...]) -> Claim:
    _, subject, predicate, value = row
    return _iri(subject), short_name(_iri(predicate)), value or Literal("")


def _iri(term: Term | None) -> str:
    return term.value if term else ""
