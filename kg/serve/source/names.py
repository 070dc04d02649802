"""What the source page calls things: short names of nodes in the reader's language, and facts as sentences."""

from collections.abc import Iterable

import msgspec

from kg.graph.graph import Graph
from kg.graph.ontology import term_labels
from kg.graph.prefixes import full_iri
from kg.graph.rows import Iri, Rows, Term, shown
from kg.messages import TEXTS, Say
from kg.model.fact import Literal
from kg.serve.links import Links
from kg.serve.source.read import Fact, Place

_LONGEST = 90  # characters of a name in a list
# Each node has one or another of these; a meeting is called by its body and date, an item by its number too.
_NAMES = """SELECT ?lang ?x ?rank ?name { LATERAL {
  { ?x skos:prefLabel ?name FILTER (LANG(?name) IN ("", ?lang)) BIND (1 AS ?rank) }
  UNION { ?x foaf:name|sag:caseNumber|sag:asWritten ?name BIND (2 AS ?rank) }
  UNION { ?x sag:number ?number ; dcterms:title ?title BIND (CONCAT(STR(?number), ". ", ?title) AS ?name)
          BIND (3 AS ?rank) }
  UNION { ?x dcterms:title|sag:heading ?name BIND (4 AS ?rank) }
  UNION { ?x sag:body/skos:prefLabel ?body ; dcterms:date ?date BIND (CONCAT(?body, " ", STR(?date)) AS ?name)
          BIND (5 AS ?rank) }
  UNION { ?x sag:text ?name BIND (6 AS ?rank) }
} } ORDER BY ?x ?rank ?name"""


def names_of(graph: Graph, iris: Iterable[str], language: str) -> dict[str, str]:
    """A short name of each node that has one; looked up once for each graph."""
    kept: dict[str, str] = graph.kept.setdefault(f"short names in {language}", {})
    unknown = sorted({iri for iri in iris if iri and iri not in kept})
    if unknown:
        given = Rows(("x",), tuple((Iri(iri),) for iri in unknown))
        for _, iri, _, name in graph.query(_NAMES, {"lang": Literal(language)}, given).values():
            kept.setdefault(str(iri), " ".join(str(name).split()))
    return kept


class Said(msgspec.Struct, frozen=True, omit_defaults=True):
    """A fact as the panel shows it: its kind, the name and address of what the words are about, and where they are
    evidence of a triple, that triple in words with its own address; then the rules, the score and the reasons.
    """

    kind: str
    kind_label: str
    name: str
    href: str
    node: str
    node_href: str
    subject: str = ""
    subject_href: str = ""
    predicate: str = ""
    object: str = ""
    object_href: str = ""
    rules: tuple[str, ...] = ()
    confidence: float | None = None
    reasons: tuple[str, ...] = ()


class Teller:
    """Says facts in one language."""

    def __init__(self, graph: Graph, links: Links, say: Say) -> None:
        """`links` give the addresses."""
        self._graph, self._links, self._say = graph, links, say
        self._language = say("code")

    def title(self, place: Place) -> str:
        """What a mark is called: its kind, and the name of what it is about."""
        kind, name = self.kind(place.kind), self.name(place.about)
        return f"{kind}: {_short(name)}" if name else kind

    def kind(self, kind: str) -> str:
        """The word for a kind of mark."""
        return self._say(f"source.kind.{kind}")

    def name(self, iri: str) -> str:
        """The short name of a node, or nothing."""
        return names_of(self._graph, (iri,), self._language).get(iri, "")

    def learn(self, places: Iterable[Place]) -> None:
        """Look up all names that these places need, at once."""
        names_of(self._graph, (place.about for place in places), self._language)

    def facts(self, place: Place) -> tuple[Said, ...]:
        """What stands on a place."""
        claims = [each.claim for each in place.facts if each.claim]
        values = (value.value for _, _, value in claims if isinstance(value, Iri))
        iris = (*(each.about for each in place.facts), *(subject for subject, _, _ in claims), *values)
        names_of(self._graph, iris, self._language)
        return tuple(self._fact(each) for each in place.facts)

    def _fact(self, fact: Fact) -> Said:
        href = self._links.of
        said = Said(
            fact.kind, self.kind(fact.kind), _short(self.name(fact.about)), href(fact.about), fact.node,
            href(fact.node), rules=fact.rules, confidence=fact.confidence, reasons=self._reasons(fact),
        )  # fmt: skip
        if fact.claim is None:
            return said
        subject, predicate, value = fact.claim
        is_node = isinstance(value, Iri)
        return msgspec.structs.replace(
            said,
            subject=_short(self.name(subject) or shown(Iri(subject))),
            subject_href=href(subject),
            predicate=self._predicate(predicate),
            object=_short((self.name(value.value) if is_node else "") or self._value(value)),
            object_href=href(value.value) if is_node else "",
        )

    def _reasons(self, fact: Fact) -> tuple[str, ...]:
        own = tuple(each.value for each in fact.reasons if each.language == self._language)
        return own or tuple(each.value for each in fact.reasons)

    def _predicate(self, name: str) -> str:
        key = f"source.predicate.{name}"
        known = term_labels().get(full_iri(name))
        if key in TEXTS:
            return self._say(key)
        return (known.da if self._language == "da" else known.en) if known else name

    def _value(self, value: Term) -> str:
        if isinstance(value, Literal) and value.datatype == "xsd:boolean":
            return self._say(f"source.{value.value}")
        return shown(value)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"
