"""The programs that kg is measured beside, over the same files in the same run."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from kg.graph.prefixes import PREFIXES, full_iri
from kg.graph.rows import Iri
from kg.graph.tokens import tokens
from kg.model.fact import Literal
from kg.queries.ask import bindings
from kg.queries.question import shipped_question

if TYPE_CHECKING:
    from kg.api import Graph


class PeerMissingError(Exception):
    """The peer is not installed."""


def spacy_matcher(names: list[str]) -> Callable[[list[str]], int]:
    """A function that tokenises texts with spaCy's blank Danish pipeline and counts these names in them.

    Raises `PeerMissingError` where spaCy is not installed.
    """
    try:
        import spacy
        from spacy.matcher import PhraseMatcher
    except ImportError as error:
        raise PeerMissingError("spaCy is not installed (pip install spacy)") from error
    pipeline = spacy.blank("da")
    matcher = PhraseMatcher(pipeline.vocab)
    matcher.add("AGENT", [pipeline.make_doc(name) for name in names])
    return lambda texts: sum(len(matcher(pipeline(text))) for text in texts)


def rdflib_turtle(triples: list[str]) -> float:
    """The processor seconds that rdflib takes to write these triples (N-Triples, no dot) as Turtle from memory."""
    import rdflib

    graph = rdflib.Graph().parse(data="".join(f"{triple} .\n" for triple in triples), format="nt")
    start = time.process_time()
    graph.serialize(format="turtle")
    return time.process_time() - start


def rdflib_question(graph: "Graph", name: str) -> tuple[float, int]:
    """The seconds that rdflib takes for a shipped question over the same graph in memory, and its number of rows."""
    import rdflib

    memory = rdflib.Graph().parse(data=b"".join(line + b" .\n" for line in graph.triples()).decode(), format="nt")
    question = shipped_question(name)
    terms = bindings(graph, question, {})
    given = {each.variable: terms[each.name] for each in question.parameters if each.name in terms}
    values = {
        key: rdflib.URIRef(term.value)
        if isinstance(term, Iri)
        else rdflib.Literal(term.value, datatype=rdflib.URIRef(full_iri(term.datatype)))
        for key, term in given.items()
    }
    values["lang"] = rdflib.Literal(Literal("en").value)
    text = standard(question.sparql(frozenset(terms)))
    start = time.perf_counter()
    rows = len(list(memory.query(text, initNs=PREFIXES, initBindings=values)))
    return time.perf_counter() - start, rows


def standard(query: str) -> str:
    """A query without `LATERAL`, which SPARQL 1.1 does not have: what it means is the same, only slower."""
    while True:
        found = tokens(query)
        first = next((place for place, each in enumerate(found) if each.text.upper() == "LATERAL"), None)
        if first is None:
            return query
        depth = 0
        for last in range(first + 1, len(found)):
            depth += (found[last].text == "{") - (found[last].text == "}")
            if depth == 0:
                break
        keyword, opening, closing = found[first].at, found[first + 1].at, found[last].at
        if found[first + 2].text.upper() == "OPTIONAL":
            query = query[:keyword] + query[opening + 1 : closing] + query[closing + 1 :]
        else:
            query = query[:keyword] + query[opening:]
