"""The other forms of a page: Turtle and JSON-LD of its nodes, JSON and CSV of its rows."""

from typing import TYPE_CHECKING

import msgspec

from kg.graph.graph import Graph
from kg.graph.results import write_triples
from kg.graph.rows import Iri, Rows
from kg.outputs.tables import write_page

if TYPE_CHECKING:
    from kg.serve.pages import Content

OFFERED = ("html", "ttl", "jsonld", "json", "csv")
_BATCH = 500
_OF_NODES = "CONSTRUCT { ?node ?p ?o } WHERE { ?node ?p ?o }"
PARTS = "sag:item|sag:decision|sag:part|sag:recommendation|sag:task|sag:amount|sag:attachment|sag:putOnRecord|sag:step"
# What hangs below a node, with the words of each; an item is also below its case.
_WITH_PARTS = f"""CONSTRUCT {{ ?one ?p ?o . ?e ?q ?w }} WHERE {{
  LATERAL {{
    {{ ?node ({PARTS})* ?one . ?one ?p ?o }}
    UNION {{ ?node ({PARTS})* ?of . ?of sag:evidence ?e . ?e ?q ?w }}
    UNION {{ ?item sag:case ?node . ?item ({PARTS})* ?one . ?one ?p ?o }}
  }}
}}"""


def data_form(graph: Graph, content: "Content", form: str, language: str) -> bytes:
    """A page as `ttl`, `jsonld`, `json` or `csv`."""
    if form in ("ttl", "jsonld"):
        return write_triples(triples(graph, content.nodes, whole=content.whole), form)
    body = write_page(content.page, form, language)
    if form == "json" and content.iri:
        return b'{\n "iri": ' + msgspec.json.encode(content.iri) + b"," + body.removeprefix(b"{")
    return body


def triples(graph: Graph, nodes: tuple[str, ...], *, whole: bool = False) -> list[bytes]:
    """The triples of nodes as sorted N-Triples lines without the final dot; with `whole` also those of their parts."""
    found: set[bytes] = set()
    query = _WITH_PARTS if whole else _OF_NODES
    wanted = list(dict.fromkeys(nodes))
    for start in range(0, len(wanted), _BATCH):
        some = Rows(("node",), tuple((Iri(each),) for each in wanted[start : start + _BATCH]))
        found.update(graph.construct(query, given=some))
    return sorted(found)
