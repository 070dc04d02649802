"""Items to ties: which two things an item ties together, for each of the networks that can be drawn."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

import msgspec

from kg.graph.graph import Graph
from kg.model.fact import Literal
from kg.pictures.items import Item
from kg.pictures.names import distinct

KINDS = ("centre", "person", "body", "theme", "case")
MOST_TOGETHER = 40  # people of one item that are tied to each other; a longer list says nothing about any two
_LABELS = {
    "case": "SELECT ?x (MIN(?l) AS ?label) { ?x a sag:Case ; sag:caseNumber ?l } GROUP BY ?x",
    "body": "SELECT ?x (MIN(?l) AS ?label) { ?x a sag:Body ; skos:prefLabel ?l } GROUP BY ?x",
    "centre": "SELECT ?x (MIN(?l) AS ?label) { ?x a sag:Centre ; skos:prefLabel ?l } GROUP BY ?x",
    "person": "SELECT ?x (MIN(?l) AS ?label) { ?x a foaf:Person ; foaf:name ?l } GROUP BY ?x",
}
_THEMES = """SELECT ?lang ?x ?label { ?x skos:inScheme ?scheme ; skos:prefLabel ?label .
  FILTER (?scheme != sag:outcomes && LANG(?label) = ?lang) }"""
_CONTAINERS = "SELECT ?case { ?case sag:container true }"
# VALUES: with a FILTER the whole graph is looked through
_LINKS = "SELECT ?item ?link ?other { VALUES ?link { sag:relatedTo sag:previousTreatment } ?item ?link ?other }"
_POSTS = "SELECT ?person ?post ?of { VALUES ?post { org:memberOf org:headOf } ?person ?post ?of }"
_PRESENT = "SELECT ?item ?person { ?meeting sag:attendee ?person . ?item sag:meeting ?meeting }"


class Tie(NamedTuple):
    """Two things (IRIs) that an item, by its place among the items, ties together; `relation` is how."""

    one: str
    other: str
    relation: str
    item: int


class Known(msgspec.Struct, frozen=True):
    """What the graph says beside its items: kind and label of each thing, collecting numbers, links between items
    (item, relation, item), posts (person, relation, centre or body), and who was present when an item was treated.
    """

    things: dict[str, tuple[str, str]] = {}
    containers: frozenset[str] = frozenset()
    links: tuple[tuple[str, str, str], ...] = ()
    posts: tuple[tuple[str, str, str], ...] = ()
    present: dict[str, tuple[str, ...]] = {}

    def kind(self, iri: str) -> str:
        """One of `KINDS`; "" for what is none."""
        return self.things.get(iri, ("", ""))[0]

    def label(self, iri: str) -> str:
        """Its name; the end of its IRI where it has none, "" for ""."""
        return self.things[iri][1] if iri in self.things else iri.rpartition("/")[2]


def read_known(graph: Graph, language: str) -> Known:
    """What the graph says; looked up once for each graph and language."""
    kept: Known | None = graph.kept.get(f"network in {language}")
    if kept is None:
        kept = graph.kept[f"network in {language}"] = _read(graph, language)
    return kept


def _read(graph: Graph, language: str) -> Known:
    things: dict[str, tuple[str, str]] = {}
    for kind, query in _LABELS.items():
        labels = {str(iri): str(label) for iri, label in graph.query(query).values()}
        things |= {iri: (kind, label) for iri, label in distinct(graph, labels).items()}
    for _, iri, label in sorted(graph.query(_THEMES, {"lang": Literal(language)}).values()):
        things[str(iri)] = ("theme", str(label))
    present = defaultdict(set)
    for item, person in graph.query(_PRESENT).values():
        present[str(item)].add(str(person))
    return Known(
        things,
        frozenset(str(case) for (case,) in graph.query(_CONTAINERS).values()),
        _named(graph, _LINKS, {"relatedTo": "related", "previousTreatment": "followed"}),
        _named(graph, _POSTS, {"memberOf": "member", "headOf": "head"}),
        {item: tuple(sorted(people)) for item, people in present.items()},
    )


def _named(graph: Graph, query: str, relations: dict[str, str]) -> tuple[tuple[str, str, str], ...]:
    rows = ((str(a), str(said), str(b)) for a, said, b in graph.query(query).values())
    return tuple(sorted({(a, relations[said.rpartition("#")[2]], b) for a, said, b in rows}))


def ties_of(of: str, items: tuple[Item, ...], known: Known, case: str = "") -> Iterator[Tie]:
    """The ties of a network, `of` one of `OFS`; `case` is kept even where it is a collecting number."""
    kept = frozenset({case})
    return (
        tie for tie in _TIES[of](items, known, known.containers - kept) if known.kind(tie.one) and known.kind(tie.other)
    )


def _units_themes(items: tuple[Item, ...], _: Known, __: frozenset[str]) -> Iterator[Tie]:
    for place, item in enumerate(items):
        for driver in item.drivers:
            for theme in item.themes:
                yield Tie(driver, theme, "drives", place)


def _cases(items: tuple[Item, ...], known: Known, containers: frozenset[str]) -> Iterator[Tie]:
    places = {}
    for place, item in enumerate(items):
        if item.case and item.case not in containers:
            places[item.iri] = place
            yield Tie(item.case, item.body, "treated", place)
    for one, relation, other in known.links:
        if one in places and other in places:
            first, second = sorted((items[places[one]].case, items[places[other]].case))
            if first != second:
                for iri in (one, other):
                    yield Tie(first, second, relation, places[iri])


def _people(items: tuple[Item, ...], known: Known, _: frozenset[str]) -> Iterator[Tie]:
    posts = defaultdict(list)
    for person, relation, where in known.posts:
        posts[person].append((relation, where))
    for place, item in enumerate(items):
        present = known.present.get(item.iri, ())
        named = _persons(item, known)
        for person in present:
            yield Tie(person, item.body, "attended", place)
        for person in sorted({*present, *named}):
            for relation, where in posts[person]:
                if where == item.body or where in item.drivers:
                    yield Tie(person, where, relation, place)
        if len(named) <= MOST_TOGETHER:
            for one, other in combinations(named, 2):
                yield Tie(one, other, "together", place)


def _persons(item: Item, known: Known) -> list[str]:
    return sorted({each for each in (*item.people, *item.drivers) if known.kind(each) == "person"})


def _all(items: tuple[Item, ...], known: Known, containers: frozenset[str]) -> Iterator[Tie]:
    """Things of different kinds that share an item."""
    for place, item in enumerate(items):
        case = item.case if item.case not in containers else ""
        things = sorted({item.body, case, *item.drivers, *item.people, *item.themes} - {""})
        for one, other in combinations(things, 2):
            if known.kind(one) != known.kind(other):
                yield Tie(one, other, _relation(item, one, other), place)


def _relation(item: Item, one: str, other: str) -> str:
    ends = {one, other}
    if ends & set(item.drivers) and ends & set(item.themes):
        return "drives"
    return "treated" if ends == {item.case, item.body} else "together"


_TIES: dict[str, Callable[[tuple[Item, ...], Known, frozenset[str]], Iterable[Tie]]] = {
    "units-themes": _units_themes,
    "cases": _cases,
    "people": _people,
    "all": _all,
}
OFS = tuple(_TIES)
