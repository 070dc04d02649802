"""Facts to triples: what follows from the ontology is written out, and evidence gets its nodes."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from kg.graph.ontology import ONLY_OF, Ontology, shipped_ontology
from kg.graph.prefixes import full_iri
from kg.graph.terms import decimal_token, iri_token, literal_token, object_token
from kg.model.fact import Described, Evidence, Fact, Literal

TYPE = iri_token("rdf:type")
_EVIDENCE, _REASON, _CONFIDENCE = iri_token("sag:evidence"), iri_token("sag:reason"), iri_token("sag:confidence")
_PLAIN = re.compile(r"[0-9A-Za-zÆØÅæøå.:_-]{1,40}")
_MEETING = re.compile(r"/meeting/[^/#]+/[^/#]+$")
_ITEM = re.compile(r"/meeting/[^/#]+/[^/#]+/item/[^/#]+$")


class _Span(msgspec.Struct):
    """One evidence node in the making: the rules that found it, the best confidence of any of them, and its page."""

    exact: str
    rules: set[str]
    confidence: float
    page: int


def expand(described: Described, ontology: Ontology | None = None) -> list[str]:
    """The triples of one named graph, each once, as N-Triples without the final dot: `<s> <p> "o"`.

    Holds, besides the facts themselves, their super-classes, super-properties and inverses, the evidence nodes, and a
    `sag:Statement` for every fact with evidence or reason that has no node of its own. No blank nodes. The set of
    triples does not depend on the order of the facts. `ontology` is the shipped one unless given.
    """
    known = ontology or shipped_ontology()
    kinds = _kinds(described.facts)
    spans: dict[tuple[str, int, int], _Span] = {}
    triples: dict[str, None] = {}
    for fact in described.facts:
        triples.update(dict.fromkeys(_said(fact, known, kinds)))
        if fact.evidence or fact.reason:
            triples.update(dict.fromkeys(_supported(fact, known)))
        for evidence in fact.evidence:
            _note(evidence, spans)
    for (document, start, end), span in spans.items():
        own = document == described.graph
        triples.update(dict.fromkeys(_evidence_node(document, start, end, span, known, own=own)))
    triples.update(dict.fromkeys(_confidences(described.facts)))
    return list(triples)


def evidence_iri(evidence: Evidence) -> str:
    """`{document}#char={start},{end}`, as RFC 5147 writes a range of characters."""
    return f"{evidence.document}#char={evidence.start},{evidence.end}"


def statement_iri(fact: Fact) -> str:
    """A readable IRI for one triple: `{subject}#{property}={object}`; long or unusual literals by eight digits of a
    hash.
    """
    predicate = re.split("[:/#]", fact.predicate)[-1]
    return f"{fact.subject}#{predicate}={_tail(fact.object)}"


def _tail(value: str | Literal) -> str:
    if isinstance(value, Literal):
        text = value.value
        return text if _PLAIN.fullmatch(text) else hashlib.sha256(text.encode()).hexdigest()[:8]
    iri = full_iri(value)
    if "/meeting/" in iri:
        return iri.partition("/meeting/")[2].replace("#", "/")
    return iri.partition("#")[2] or "/".join(iri.rstrip("/").split("/")[-2:])


def _kinds(facts: Iterable[Fact]) -> dict[str, set[str]]:
    kinds: dict[str, set[str]] = {}
    for fact in facts:
        if fact.predicate == "rdf:type" and isinstance(fact.object, str):
            kinds.setdefault(fact.subject, set()).add(full_iri(fact.object))
    return kinds


def _said(fact: Fact, ontology: Ontology, kinds: dict[str, set[str]]) -> Iterator[str]:
    """The fact's triple and those that follow from it."""
    subject, value = iri_token(fact.subject), object_token(fact.object)
    if fact.predicate == "rdf:type" and isinstance(fact.object, str):
        yield from _typed(subject, fact.object, ontology)
        return
    needed = ONLY_OF.get(full_iri(fact.predicate))
    reach = ontology.properties(fact.predicate, plain=needed is not None and not _is(fact.subject, needed, kinds))
    for predicate in reach.forward:
        yield f"{subject} {iri_token(predicate)} {value}"
    if isinstance(fact.object, str):
        for predicate in reach.backward:
            yield f"{value} {iri_token(predicate)} {subject}"


def _typed(subject: str, term: str, ontology: Ontology) -> Iterator[str]:
    for each in ontology.classes(term):
        yield f"{subject} {TYPE} {iri_token(each)}"


def _is(subject: str, kind: str, kinds: dict[str, set[str]]) -> bool:
    """Whether a subject is of a class: by its stated types, or, where there are none, by the shape of its IRI."""
    stated = kinds.get(subject)
    if stated is not None:
        return kind in stated
    return bool((_MEETING if kind == full_iri("sag:Meeting") else _ITEM).search(subject))


def _supported(fact: Fact, ontology: Ontology) -> Iterator[str]:
    """Evidence on the node itself for a type; for any other fact, and for every reason, a statement that carries it."""
    evidence = [iri_token(evidence_iri(each)) for each in fact.evidence]
    if fact.predicate == "rdf:type":
        yield from (f"{iri_token(fact.subject)} {_EVIDENCE} {each}" for each in evidence)
        if not fact.reason:
            return
    node = iri_token(statement_iri(fact))
    yield from _typed(node, "sag:Statement", ontology)
    yield f"{node} {TYPE} {iri_token('rdf:Statement')}"
    yield f"{node} {iri_token('rdf:subject')} {iri_token(fact.subject)}"
    yield f"{node} {iri_token('rdf:predicate')} {iri_token(fact.predicate)}"
    yield f"{node} {iri_token('rdf:object')} {object_token(fact.object)}"
    yield from (f"{node} {_EVIDENCE} {each}" for each in evidence)
    if fact.reason:
        yield f"{node} {_REASON} {literal_token(Literal(fact.reason.da, language='da'))}"
        yield f"{node} {_REASON} {literal_token(Literal(fact.reason.en, language='en'))}"


def _confidences(facts: Sequence[Fact]) -> Iterator[str]:
    """One confidence for each derived statement: the best, where several reasons speak for it."""
    best: dict[str, float] = {}
    for fact in facts:
        if fact.reason:
            node = iri_token(statement_iri(fact))
            best[node] = max(best.get(node, 0.0), fact.confidence)
    return (f"{node} {_CONFIDENCE} {decimal_token(confidence)}" for node, confidence in best.items())


def _note(evidence: Evidence, spans: dict[tuple[str, int, int], _Span]) -> None:
    key = (evidence.document, evidence.start, evidence.end)
    span = spans.get(key)
    if span is None:
        spans[key] = _Span(evidence.exact, {evidence.rule}, evidence.confidence, evidence.page)
    else:
        span.rules.add(evidence.rule)
        span.confidence = max(span.confidence, evidence.confidence)
        span.page = span.page or evidence.page


def _evidence_node(document: str, start: int, end: int, span: _Span, ontology: Ontology, *, own: bool) -> Iterator[str]:
    """The triples of one span of a document.

    Only the document's own graph gives its confidence: two graphs that know the span differently would give it two.
    """
    node = iri_token(f"{document}#char={start},{end}")
    for kind in ("sag:Evidence", "oa:TextPositionSelector", "oa:TextQuoteSelector"):
        yield from _typed(node, kind, ontology)
    yield f"{node} {iri_token('oa:start')} {literal_token(Literal(str(start), 'xsd:nonNegativeInteger'))}"
    yield f"{node} {iri_token('oa:end')} {literal_token(Literal(str(end), 'xsd:nonNegativeInteger'))}"
    yield f"{node} {iri_token('oa:exact')} {literal_token(Literal(span.exact))}"
    yield f"{node} {iri_token('sag:in')} {iri_token(document)}"
    if span.page:
        yield f"{node} {iri_token('sag:page')} {literal_token(Literal(str(span.page), 'xsd:integer'))}"
    for rule in sorted(span.rules):
        yield f"{node} {iri_token('sag:rule')} {literal_token(Literal(rule))}"
    if own:
        yield f"{node} {_CONFIDENCE} {decimal_token(span.confidence)}"
