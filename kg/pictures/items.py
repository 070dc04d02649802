"""The items (punkter) that pictures are made of: each with its date, body, case, themes, drivers and very words."""

from collections import defaultdict
from collections.abc import Callable, Iterable

import msgspec

from kg.graph.graph import Graph
from kg.model.fact import Literal
from kg.places import Places
from kg.queries.evidence import Source, words_of

_MOST_WORDS = 600  # characters of a decision that a picture carries; what is longer ends in an ellipsis
_ITEMS = """SELECT ?item ?date ?body ?name ?number ?title ?closed {
  ?item sag:meeting ?meeting ; sag:number ?number ; dcterms:title ?title ; sag:closed ?closed .
  ?meeting dcterms:date ?date ; sag:body ?body . ?body skos:prefLabel ?name }"""
_CASES = "SELECT ?item ?case ?number { ?item sag:case ?case . ?case sag:caseNumber ?number }"
_LABELS = "SELECT ?item ?label { ?item sag:label ?label }"
_ABOVE = "SELECT ?item ?above { ?item sag:subItemOf ?above }"
_THEMES = "SELECT ?item ?theme { ?item sag:theme ?theme }"
# not the bodies and political groups that propose
_DRIVERS = """SELECT DISTINCT ?item ?driver { ?item sag:drivenBy ?driver . ?item a sag:AgendaItem .
  VALUES ?kind { sag:Centre foaf:Person } ?driver a ?kind }"""
_PEOPLE = "SELECT ?item ?person { ?item sag:mentions ?person . ?person a foaf:Person . ?item a sag:AgendaItem }"
_DECISIONS = """SELECT ?item ?decision ?text {
  ?item sag:decision ?decision . ?decision sag:text ?text . FILTER NOT EXISTS { ?decision sag:quotedIn ?item } }"""
_OUTCOMES = """SELECT ?lang ?decision ?label ?notation {
  ?decision sag:outcome ?outcome . ?outcome skos:prefLabel ?label ; skos:notation ?notation .
  FILTER (LANG(?label) = ?lang) }"""


class Item(msgspec.Struct, frozen=True):
    """One treatment of a matter at one meeting. Agents and themes are IRIs; `date` is ISO; `outcomes` are labels in the
    language that was asked for and `notations` the same for programs; `decision` is the IRI of its own decision or
    empty; `text` what was decided. `above` is the IRI of the item that it is a sub-point of, or empty.
    """

    iri: str
    date: str
    body: str
    body_name: str
    number: int
    title: str
    closed: bool
    case: str = ""
    case_number: str = ""
    themes: tuple[str, ...] = ()
    drivers: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    notations: tuple[str, ...] = ()
    decision: str = ""
    text: str = ""
    label: str = ""
    above: str = ""

    @property
    def point(self) -> str:
        """Its number as it is written."""
        return self.label or str(self.number)


class Shown(msgspec.Struct, frozen=True, omit_defaults=True):
    """An item as pages show it: the fields that `sagsgraf.itemList` of `common.js` reads. `words` are those of its
    decision, or else of its title as they stand in the minutes; `source` is `file:line`.
    """

    date: str
    body: str
    number: int
    title: str
    case: str = ""
    outcomes: tuple[str, ...] = ()
    words: str = ""
    source: str = ""
    href: str = ""
    source_href: str = ""


Link = Callable[[str], str]  # from an IRI (or a place in a document) to the address of its page; "" where it has none


def no_links(_: str) -> str:
    """In a file that one sends away nothing has an address."""
    return ""


def read_items(graph: Graph, language: str) -> tuple[Item, ...]:
    """Every item of the graph, by date, body and number. Items of meetings that are only referred to are not there."""
    kept: tuple[Item, ...] | None = graph.kept.get(f"items in {language}")
    if kept is None:
        kept = graph.kept[f"items in {language}"] = _read(graph, language)
    return kept


def _read(graph: Graph, language: str) -> tuple[Item, ...]:
    themes, drivers, people = (_many(graph, query) for query in (_THEMES, _DRIVERS, _PEOPLE))
    cases = {str(item): (str(case), str(number)) for item, case, number in sorted(graph.query(_CASES).values())}
    decided = {str(item): (str(node), str(text)) for item, node, text in sorted(graph.query(_DECISIONS).values())}
    labels, above = (
        {str(item): str(value) for item, value in graph.query(query).values()} for query in (_LABELS, _ABOVE)
    )
    outcomes: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for _, decision, label, notation in graph.query(_OUTCOMES, {"lang": Literal(language)}).values():
        outcomes[str(decision)].add((str(notation), str(label)))
    found = {}
    for iri, date, body, name, number, title, closed in graph.query(_ITEMS).values():
        key = str(iri)
        case, case_number = cases.get(key, ("", ""))
        decision, text = decided.get(key, ("", ""))
        came = sorted(outcomes[decision]) if decision else []
        found[key] = Item(
            key, str(date), str(body), str(name), int(str(number)), str(title), bool(closed), case, case_number,
            themes[key], drivers[key], people[key],
            tuple(label for _, label in came), tuple(notation for notation, _ in came), decision, text,
            labels.get(key, ""), above.get(key, ""),
        )  # fmt: skip

    def place(each: Item) -> tuple[str, str, int, bool, int, str]:
        return each.date, each.body_name, found.get(each.above, each).number, bool(each.above), each.number, each.iri

    return tuple(sorted(found.values(), key=place))


def _many(graph: Graph, query: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for item, value in graph.query(query).values():
        found[str(item)].add(str(value))
    return defaultdict(tuple, {item: tuple(sorted(values)) for item, values in found.items()})


def show_items(graph: Graph, items: Iterable[Item], link: Link = no_links) -> list[Shown]:
    """The items as pages show them, in the order given, each with its words and the place where these stand."""
    chosen = list(items)
    found = _words(graph, chosen)
    shown = []
    for each in chosen:
        source, line = found[each.iri]
        shown.append(
            Shown(
                each.date, each.body_name, each.number, each.title, each.case_number, each.outcomes,
                shortened(each.text or (source.exact if source else "")),
                (f"{source.file}:{line}" if line else source.file) if source else "",
                link(each.iri),
                link(f"{source.document}#char={source.start},{source.end}") if source else "",
            )
        )  # fmt: skip
    return shown


def _words(graph: Graph, items: list[Item]) -> dict[str, tuple[Source | None, int]]:
    """For each item (by IRI) where its words stand, and in which line; looked up once for each graph."""
    kept: dict[str, tuple[Source | None, int]] = graph.kept.setdefault("words of items", {})
    missing = [each for each in items if each.iri not in kept]
    if missing:
        places = Places(graph.path, graph.manifest)
        found = words_of(graph, (node for each in missing for node in (each.decision, each.iri) if node))
        for each in missing:
            source = found.get(each.decision) or found.get(each.iri)
            kept[each.iri] = (source, places.line(source.document, source.start) if source else 0)
    return kept


def shortened(text: str, most: int = _MOST_WORDS) -> str:
    """A text of at most `most` characters as it is; of a longer one the beginning, whole words, and an ellipsis."""
    text = text.strip()
    return text if len(text) <= most else f"{text[:most].rsplit(None, 1)[0]} …"
