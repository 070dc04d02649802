"""What the full-text index finds, as rows that a question begins with."""

from kg.graph.graph import Graph
from kg.graph.rows import Iri, Rows, Term, plain
from kg.graph.store import generation_folder
from kg.model.fact import Literal
from kg.search import Filters, Hit, find

COLUMNS = ("item", "rank", "snippet", "score", "document", "place")
_MOST = 50
_NOTATION = "SELECT ?x ?notation { ?x skos:notation ?notation }"


def found(graph: Graph, words: str, terms: dict[str, Term]) -> tuple[Rows, bool]:
    """A row for each item that has the words, the best first, and whether they have every word.

    `terms` are those of the question's other parameters, by variable: what of `body_iri`, `unit_iri`, `theme_iri`,
    `authority_iri`, `outcome_iri`, `from` and `to` is there leaves out the rest. Raises `StoreError` where the store
    has no index.
    """
    limit = int(str(plain(terms["limit"]))) if "limit" in terms else _MOST
    answer = find(generation_folder(graph.path, graph.generation), words, limit=limit, filters=_filters(graph, terms))
    return Rows(COLUMNS, tuple(_row(hit) for hit in answer.hits)), answer.every


def _filters(graph: Graph, terms: dict[str, Term]) -> Filters:
    def one(name: str) -> tuple[str, ...]:
        return (str(plain(terms[name])),) if name in terms else ()

    outcome = tuple(
        str(notation)
        for each in one("outcome_iri")
        for _, notation in graph.query(_NOTATION, {"x": Iri(each)}).values()
    )
    return Filters(
        body=one("body_iri"),
        agent=one("unit_iri"),
        theme=one("theme_iri"),
        authority=one("authority_iri"),
        outcome=outcome,
        since="".join(one("from")),
        until="".join(one("to")),
    )


def _row(hit: Hit) -> tuple[Term | None, ...]:
    return (
        Iri(hit.item),
        Literal(str(hit.rank), "xsd:integer"),
        Literal(" ".join(hit.snippet.split())) if hit.snippet else None,
        Literal(f"{hit.score:.2f}", "xsd:decimal"),
        Iri(hit.document),
        Iri(f"{hit.document}#char={hit.start},{hit.end}") if hit.snippet else None,
    )
