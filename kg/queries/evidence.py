"""Where the rows of an answer come from: for each the first words that its nodes stand on."""

import re
from collections.abc import Callable, Iterable

import msgspec

from kg.graph.graph import Graph
from kg.graph.rows import Iri, Rows
from kg.model.said import Said
from kg.queries.answer import Answer, row_type
from kg.queries.question import Column

_PLACE = re.compile(r"(.+)#char=(\d+),(\d+)$")
_FILE = "?document sag:fileName ?file ."
_SPAN = f"""?e sag:in ?document ; oa:start ?start ; oa:end ?end ; oa:exact ?exact . {_FILE}
      OPTIONAL {{ ?minuted sag:minutes ?document ; dcterms:date ?met }}"""
# Of the node itself, or of what says its title or its date.
_OF_NODES = f"""SELECT ?node (BOUND(?said) AS ?less) ?file ?document ?start ?end ?exact {{
  LATERAL {{
    {{ ?node sag:evidence ?e . {_SPAN} }}
    UNION {{
      ?said rdf:subject ?node ; rdf:predicate ?of ; sag:evidence ?e . FILTER (?of IN (dcterms:title, dcterms:date))
      LATERAL {{ {_SPAN} }}
    }}
  }}
}} ORDER BY ?node ?less ?met ?file ?document ?start ?end"""
_OF_MENTIONS = f"""SELECT ?node ?file ?document ?start ?end ?exact {{
  ?mention sag:agent ?node ; sag:evidence ?e . {_SPAN} }} ORDER BY ?met ?file ?document ?start ?end LIMIT 1"""
_COLUMNS = (Column("source", "text", Said("kilde", "source")), Column("words", "long", Said("ordene", "words")))
_FILES = "SELECT ?document ?file { ?document a sag:Document ; sag:fileName ?file }"


class Source(msgspec.Struct, frozen=True):
    """Words in a document: its IRI and file name, offsets in code points, and the words themselves."""

    document: str
    file: str
    start: int
    end: int
    exact: str


def sources(graph: Graph, answer: Answer) -> list[Source | None]:
    """For each row the first words of the first of its nodes that has any; None where a row has only a reason."""
    found = words_of(graph, (node for nodes in answer.nodes for node in nodes))
    return [next((found[node] for node in nodes if node in found), None) for nodes in answer.nodes]


def with_sources(answer: Answer, found: list[Source | None], place: Callable[[str, int], str]) -> Answer:
    """The answer with two columns more: `source` (`file:line`) and `words` (the words themselves).

    `place` says where an offset stands in a document, by the document's IRI; nothing where it cannot tell.
    """
    columns = (*answer.columns, *_COLUMNS)
    make = row_type(answer.name, columns)
    rows = tuple(make(*row, *_said(source, place)) for row, source in zip(answer.rows, found, strict=True))
    return msgspec.structs.replace(answer, columns=columns, rows=rows)


def _said(source: Source | None, place: Callable[[str, int], str]) -> tuple[str | None, str | None]:
    if source is None:
        return None, None
    where = place(source.document, source.start)
    return f"{source.file}:{where}" if where else source.file, " ".join(source.exact.split()) or None


def words_of(graph: Graph, nodes: Iterable[str]) -> dict[str, Source]:
    """The first words of each node that has some, by date of the minutes and by place: of a decision, task or
    statement, of the title of an item, the date of a meeting, the first mention of an agent, a place in a document.
    """
    wanted = list(dict.fromkeys(nodes))
    found = {node: place for node in wanted if (place := _place(graph, node))}
    asked = Rows(("node",), tuple((Iri(node),) for node in wanted if node not in found))
    for row in graph.query(_OF_NODES, given=asked).values() if asked.rows else ():
        found.setdefault(str(row[0]), _source(row[2:]))
    for node in wanted:
        if node not in found and "#" not in node:
            for row in graph.query(_OF_MENTIONS, {"node": Iri(node)}).values():
                found[node] = _source(row[1:])
    return found


def _source(row: tuple[object, ...]) -> Source:
    file, document, start, end, exact = row
    return Source(str(document), str(file), int(str(start)), int(str(end)), str(exact))


def _place(graph: Graph, node: str) -> Source | None:
    """A node that is itself a place in a document, such as a hit of the search; its words are not looked up."""
    found = _PLACE.match(node)
    if found is None:
        return None
    files = graph.kept.get("files")
    if files is None:
        files = graph.kept["files"] = {str(a): str(b) for a, b in graph.query(_FILES).values()}
    return Source(found[1], files.get(found[1], ""), int(found[2]), int(found[3]), "")
