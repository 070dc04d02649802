"""A document for programs: what stands on its words as JSON and CSV, its named graph as Turtle and JSON-LD."""

from collections.abc import Sequence

import msgspec

from kg.graph.graph import Graph
from kg.graph.results import write_triples
from kg.graph.rows import Iri, shown
from kg.model.said import Said
from kg.outputs.tables import write_page
from kg.queries.answer import Answer, Page, row_type
from kg.queries.question import Column
from kg.serve.links import Links
from kg.serve.source.names import Said as Told
from kg.serve.source.names import Teller
from kg.serve.source.read import Fact, Place

_GRAPH = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?document { ?s ?p ?o } }"
_TITLE = Said("Steder i referatet", "Places in the minutes")
_COLUMNS = tuple(
    Column(name, kind, Said(danish, english))
    for name, kind, danish, english in (
        ("start", "number", "fra tegn", "start"),
        ("end", "number", "til tegn", "end"),
        ("line", "number", "linje", "line"),
        ("kind", "text", "slags", "kind"),
        ("words", "long", "ordene", "words"),
        ("name", "text", "navn", "name"),
        ("subject", "iri", "subjekt", "subject"),
        ("predicate", "text", "prædikat", "predicate"),
        ("object", "text", "objekt", "object"),
        ("rules", "list", "regler", "rules"),
        ("confidence", "score", "sikkerhed", "confidence"),
        ("node", "iri", "knude", "node"),
    )
)


class Span(msgspec.Struct, frozen=True):
    """Some words of the document with all that stands on them."""

    start: int
    end: int
    line: int
    exact: str
    kind: str
    facts: tuple[Told, ...]


def source_link(links: Links, document: str, start: int, end: int) -> str:
    """The address of a place in the source page of a document."""
    return links.of(f"{document}#char={start},{end}")


def spans_json(document: str, places: Sequence[Place], text: str, teller: Teller) -> bytes:
    """The places with their words and facts."""
    found = []
    line, seen = 1, 0
    for each in places:
        line, seen = line + text.count("\n", seen, each.start), max(seen, each.start)
        found.append(Span(each.start, each.end, line, text[each.start : each.end], each.kind, teller.facts(each)))
    return msgspec.json.encode({"document": document, "spans": found})


def rows_page(places: Sequence[Place], text: str, teller: Teller, language: str) -> bytes:
    """A row of CSV for each fact of each place."""
    make = row_type("spans", _COLUMNS)
    rows = []
    line, seen = 1, 0
    for each in places:
        line, seen = line + text.count("\n", seen, each.start), max(seen, each.start)
        words = " ".join(text[each.start : each.end].split())
        rows += [make(each.start, each.end, line, fact.kind, words, *_cells(fact, teller)) for fact in each.facts]
    answer = Answer("spans", _TITLE, _COLUMNS, tuple(rows), ((),) * len(rows), language)
    return write_page(Page("spans", _TITLE, (answer,)), "csv", language)


def _cells(fact: Fact, teller: Teller) -> tuple[object, ...]:
    subject, predicate, value = fact.claim or ("", "", None)
    score = None if fact.confidence is None else f"{fact.confidence:g}"
    return teller.name(fact.about), subject, predicate, shown(value), fact.rules, score, fact.node


def graph_bytes(graph: Graph, document: str, form: str) -> bytes:
    """The triples that the document says by itself, as `ttl` or `jsonld`."""
    triples = graph.construct(_GRAPH, {"document": Iri(document)})
    return write_triples(triples, form)
