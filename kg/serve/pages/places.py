"""Where the words of many nodes stand, without the words: what `kg.queries.evidence` gives, in a fraction of the time.

The name of a piece of evidence has its document and offsets already, and the directory the dates of the minutes.
"""

from collections.abc import Iterable, Sequence

from kg.graph.rows import Iri, Rows
from kg.queries.answer import Answer
from kg.queries.evidence import Source, words_of
from kg.serve.pages import Here

_OWN = "SELECT ?node ?e { LATERAL { ?node sag:evidence ?e } }"
_SAID = """SELECT ?node ?e { LATERAL {
  ?said rdf:subject ?node ; rdf:predicate ?of ; sag:evidence ?e . FILTER (?of IN (dcterms:title, dcterms:date)) } }"""

Order = tuple[str, str, str, int, int]


def sources_of(here: Here, answer: Answer) -> list[Source | None]:
    """For each row the first place of the first of its nodes that has any; `exact` is left empty."""
    return first_places(here, answer.nodes)


def first_places(here: Here, rows: Sequence[Sequence[str]]) -> list[Source | None]:
    """For each row of nodes the first place of the first that has any; the later ones are only looked up where needed,
    for the place of an item is found by way of what says its title.
    """
    found: list[Source | None] = [None] * len(rows)
    for rank in range(max((len(nodes) for nodes in rows), default=0)):
        wanted = {place: nodes[rank] for place, nodes in enumerate(rows) if found[place] is None and len(nodes) > rank}
        places = places_for(here, wanted.values())
        for place, node in wanted.items():
            found[place] = places.get(node)
    return found


def places_for(here: Here, nodes: Iterable[str]) -> dict[str, Source]:
    """The first place of each node that has some, by date of the minutes; `exact` is left empty."""
    wanted = list(dict.fromkeys(nodes))
    found: dict[str, Source] = {}
    for node in wanted:
        if (place := source_of(here, node)) is not None:
            found[node] = place
    for query in (_OWN, _SAID):
        rest = [node for node in wanted if node not in found]
        if rest:
            found.update(_first(here, query, rest))
    rest = [node for node in wanted if node not in found]
    return {**found, **(words_of(here.graph, rest) if rest else {})}


def _first(here: Here, query: str, nodes: list[str]) -> dict[str, Source]:
    best: dict[str, tuple[Order, Source]] = {}
    for node, evidence in here.graph.query(
        query, given=Rows(("node",), tuple((Iri(each),) for each in nodes))
    ).values():
        source = source_of(here, str(evidence))
        if source is None:
            continue
        order = (_date(here, source.document), source.file, source.document, source.start, source.end)
        if str(node) not in best or order < best[str(node)][0]:
            best[str(node)] = (order, source)
    return {node: source for node, (_, source) in best.items()}


def _date(here: Here, document: str) -> str:
    """The day of the meeting whose minutes a document is."""
    thing = here.directory.get(document)
    meeting = here.directory.get(thing.of) if thing else None
    return meeting.code if meeting else ""


def source_of(here: Here, evidence: str) -> Source | None:
    """The place that the IRI of a piece of evidence names; None for what is no place in a document."""
    document, found, place = evidence.partition("#char=")
    start, comma, end = place.partition(",")
    if not (found and comma and start.isdecimal() and end.isdecimal()):
        return None
    return Source(document, here.directory.label(document), int(start), int(end), "")
