"""Every name of the graph, by IRI and back: what makes a name a link."""

from collections import defaultdict

import msgspec

from kg.graph.graph import Graph
from kg.model.fact import Literal
from kg.pictures.names import distinct

# of several types of a thing, the first of these says what it is
KINDS = {
    "sag:Municipality": "authority",
    "sag:Body": "body",
    "sag:Centre": "centre",
    "sag:Organisation": "organisation",
    "sag:Party": "organisation",
    "foaf:Person": "person",
}
_AGENTS = "SELECT ?x ?label { ?x a %s ; skos:prefLabel|foaf:name ?label } ORDER BY ?x ?label"
_OTHER = "SELECT ?x ?label { ?x skos:altLabel ?label } ORDER BY ?x ?label"
_CONCEPTS = """SELECT ?x ?label ?notation ?s ?lang {
  ?x skos:inScheme ?s ; skos:prefLabel ?label ; skos:notation ?notation . FILTER (LANG(?label) = ?lang) } ORDER BY ?x"""
_CASES = "SELECT ?x ?number { ?x a sag:Case ; sag:caseNumber ?number } ORDER BY ?x"
_CONTAINERS = "SELECT ?x { ?x sag:container true }"
_MEETINGS = """SELECT ?x ?date ?name ?body (COUNT(?document) AS ?minutes) {
  ?x a sag:Meeting ; dcterms:date ?date ; sag:body ?body . ?body skos:prefLabel ?name .
  OPTIONAL { ?x sag:minutes ?document } } GROUP BY ?x ?date ?name ?body ORDER BY ?date ?name ?x"""
_DOCUMENTS = """SELECT ?x ?file ?meeting {
  ?x a sag:Document ; sag:fileName ?file . OPTIONAL { ?meeting sag:minutes ?x } } ORDER BY ?file ?x ?meeting"""
_OUTCOMES = "https://w3id.org/sagsgraf/ontology#outcomes"


class Thing(msgspec.Struct, frozen=True):
    """What has a name: `kind` is one of the values of `KINDS`, or `theme`, `outcome`, `case`, `meeting`, `document`.
    `code` is the notation of a concept, the date of a meeting; `of` the body of a meeting, the meeting of a document.
    """

    iri: str
    kind: str
    label: str
    others: tuple[str, ...] = ()
    code: str = ""
    of: str = ""
    flag: bool = False  # a collecting number; a meeting that has minutes


class Directory:
    """The things of a graph by their names in one language."""

    def __init__(self, things: dict[str, Thing], distinct: dict[str, str]) -> None:
        """`things` by their IRIs; `distinct` are the labels of those that are not called as `things` says, where they
        stand beside others.
        """
        self.things = things
        self._distinct = distinct
        self._by_label: dict[str, list[Thing]] = defaultdict(list)
        self._by_code: dict[str, Thing] = {}
        for each in things.values():
            self._by_label[each.label].append(each)
            if each.kind in ("theme", "outcome"):
                self._by_code[each.code] = each

    def get(self, iri: str) -> Thing | None:
        """The thing of an IRI."""
        return self.things.get(iri)

    def label(self, iri: str) -> str:
        """The name of a thing; of what has none the end of its IRI."""
        found = self.things.get(iri)
        return found.label if found else iri.rpartition("/")[2].rpartition("#")[2]

    def side_by_side(self, iri: str) -> str:
        """The name of a thing among others of its kind: with its authority, where one of another has the same."""
        return self._distinct.get(iri) or self.label(iri)

    def of_kind(self, kind: str) -> list[Thing]:
        """All things of a kind, in the order of their IRIs; meetings and documents by date and name."""
        return [each for each in self.things.values() if each.kind == kind]

    def concept(self, code: str) -> Thing | None:
        """A theme or outcome by its notation."""
        return self._by_code.get(code)

    def find(self, label: str, near: str = "", kinds: tuple[str, ...] = ()) -> Thing | None:
        """What is called exactly `label`: of several the one of the same authority as the IRI `near`."""
        found = [each for each in self._by_label.get(label, ()) if not kinds or each.kind in kinds]
        if len(found) > 1 and near:
            home = authority_of(near)
            found = [each for each in found if authority_of(each.iri) == home] or found
        return found[0] if found else None


_PLACES = ("/meeting/", "/case/", "/unit/", "/body/", "/person/")


def authority_of(iri: str) -> str:
    """The IRI of the authority under whose name a thing stands; empty for what is nobody's own."""
    for place in _PLACES:
        head, found, _ = iri.partition(place)
        if found:
            return head
    return ""


def directory_of(graph: Graph, language: str) -> Directory:
    """The directory of a graph, read once."""
    kept: Directory | None = graph.kept.get(f"directory in {language}")
    if kept is None:
        things = _read(graph, language)
        kept = graph.kept[f"directory in {language}"] = Directory(things, _distinct(graph, things))
    return kept


def _distinct(graph: Graph, things: dict[str, Thing]) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind in ("body", "centre", "person", "organisation", "case"):
        found |= distinct(graph, {each.iri: each.label for each in things.values() if each.kind == kind})
    return {iri: label for iri, label in found.items() if label != things[iri].label}


def _read(graph: Graph, language: str) -> dict[str, Thing]:
    others: dict[str, list[str]] = defaultdict(list)
    for iri, label in graph.query(_OTHER).values():
        others[str(iri)].append(str(label))
    found: dict[str, Thing] = {}
    for type_, kind in KINDS.items():
        for iri, label in graph.query(_AGENTS % type_).values():
            key = str(iri)
            found.setdefault(key, Thing(key, kind, str(label), tuple(others.get(key, ()))))
    for iri, label, notation, scheme, _ in graph.query(_CONCEPTS, {"lang": Literal(language)}).values():
        kind = "outcome" if scheme == _OUTCOMES else "theme"
        found[str(iri)] = Thing(str(iri), kind, str(label), code=str(notation))
    containers = {iri for (iri,) in graph.query(_CONTAINERS).values()}
    for iri, number in graph.query(_CASES).values():
        found[str(iri)] = Thing(str(iri), "case", str(number), flag=iri in containers)
    for iri, date, name, body, minutes in graph.query(_MEETINGS).values():
        label = f"{name} {date}"
        found[str(iri)] = Thing(str(iri), "meeting", label, code=str(date), of=str(body), flag=bool(minutes))
    for iri, file, meeting in graph.query(_DOCUMENTS).values():
        found.setdefault(str(iri), Thing(str(iri), "document", str(file), of=str(meeting or "")))
    return found
