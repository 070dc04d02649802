"""What OpenRefine can fetch about the things it has matched: a few properties of each kind, for columns beside them."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from kg.graph.graph import Graph
from kg.graph.prefixes import full_iri
from kg.graph.rows import Iri, Rows
from kg.model.fact import Literal
from kg.serve.reconcile.match import KIND_OF

PERSON, CENTRE, BODY, CASE, THEME = KIND_OF
# the treatments of a case, the newest first; a closed item has a title as printed and nothing more
_TREATMENTS = """SELECT ?x ?date ?item ?title ?body ?name {
  ?item sag:case ?x ; sag:meeting ?meeting ; dcterms:title ?title .
  ?meeting dcterms:date ?date ; sag:body ?body . ?body skos:prefLabel ?name } ORDER BY ?x DESC(?date) ?item"""
_DECIDED = """SELECT ?lang ?item ?text ?outcome ?label {
  ?item sag:decision ?decision . ?decision sag:text ?text . FILTER NOT EXISTS { ?decision sag:quotedIn ?item }
  OPTIONAL { ?decision sag:outcome ?outcome . ?outcome skos:prefLabel ?label . FILTER (LANG(?label) = ?lang) }
} ORDER BY ?item ?label"""
_LABELLED = "?other skos:prefLabel|foaf:name ?label . FILTER (LANG(?label) IN ('', ?lang))"
_OTHERS = {
    "centre": f"""SELECT ?lang ?x ?other ?label {{
      ?x org:memberOf|org:headOf ?other . ?other a sag:Centre . {_LABELLED} }}""",
    "body": f"SELECT ?lang ?x ?other ?label {{ ?x org:memberOf ?other . ?other a sag:Body . {_LABELLED} }}",
    "head-of": f"SELECT ?lang ?x ?other ?label {{ ?x org:headOf ?other . {_LABELLED} }}",
    "part-of": f"SELECT ?lang ?x ?other ?label {{ ?x org:subOrganizationOf ?other . {_LABELLED} }}",
    "theme": f"SELECT ?lang ?x ?other ?label {{ ?x sag:drives ?other . {_LABELLED} }}",
}
_TEXTS = {
    "name": "SELECT ?lang ?x ?label { ?x skos:altLabel ?label }",
    "notation": "SELECT ?lang ?x ?label { ?x skos:notation ?label }",
}
_COUNTS = {
    "items": """SELECT ?x (COUNT(DISTINCT ?item) AS ?count) {
      { ?item sag:theme ?x } UNION { ?item sag:mentions ?x . ?item a sag:AgendaItem } } GROUP BY ?x""",
    "meetings": """SELECT ?x (COUNT(DISTINCT ?meeting) AS ?count) {
      { ?meeting sag:body ?x ; sag:minutes ?document } UNION { ?meeting sag:attendee ?x } } GROUP BY ?x""",
}
OF_TYPE: dict[str, tuple[str, ...]] = {
    PERSON: ("centre", "head-of", "body", "name", "items", "meetings"),
    CENTRE: ("part-of", "name", "theme", "items"),
    BODY: ("part-of", "name", "meetings"),
    CASE: ("title", "date", "last-body", "decision", "outcome", "treatments"),
    THEME: ("notation", "items"),
}
PROPERTIES = tuple(dict.fromkeys(each for properties in OF_TYPE.values() for each in properties))
# of those whose values are things: their class
CLASS_OF = {
    "centre": CENTRE, "body": BODY, "head-of": CENTRE, "part-of": full_iri("org:Organization"), "theme": THEME,
    "last-body": BODY,
}  # fmt: skip
_OF_CASE = ("title", "date", "last-body", "decision", "outcome", "treatments")

Cell = dict[str, Any]  # {"str": …}, {"int": …}, {"date": …} or {"id": …, "name": …}
Found = dict[str, dict[str, list[Cell]]]  # by IRI and property


def values_of(graph: Graph, iris: Sequence[str], properties: Sequence[str], language: str) -> Found:
    """The values of properties of things, as the data extension of the reconciliation API writes them."""
    found: Found = {iri: {pid: [] for pid in properties} for iri in iris}
    if not iris:
        return found
    ask = _Asking(graph, Rows(("x",), tuple((Iri(iri),) for iri in dict.fromkeys(iris))), language)
    for pid in properties:
        for iri, cell in _cells(ask, pid):
            if iri in found:
                found[iri][pid].append(cell)
    return found


def as_texts(found: Found) -> dict[str, dict[str, list[str]]]:
    """The same values as text, to be compared."""
    return {
        iri: {
            pid: [str(cell.get("name") or next(iter(cell.values()))) for cell in cells] for pid, cells in each.items()
        }
        for iri, each in found.items()
    }


class _Asking(msgspec.Struct):
    """Questions about the things in `given`; the treatments of cases are asked for once."""

    graph: Graph
    given: Rows
    language: str
    kept: list[tuple[str, dict[str, Any]]] | None = None

    def rows(self, question: str) -> list[tuple[Any, ...]]:
        """What a question with `?lang` and `?x` finds."""
        return self.graph.query(question, {"lang": Literal(self.language)}, self.given).values()

    def cases(self) -> list[tuple[str, dict[str, Any]]]:
        """Of each case the newest treatment, what it decided, and how many there are."""
        if self.kept is None:
            self.kept = list(_newest(self))
        return self.kept


def _newest(ask: _Asking) -> list[tuple[str, dict[str, Any]]]:
    rows = ask.graph.query(_TREATMENTS, given=ask.given).values()
    newest: dict[str, dict[str, Any]] = {}
    for x, date, item, title, body, name in rows:
        last = newest.setdefault(
            str(x), {"date": date, "item": item, "title": title, "body": body, "name": name, "treatments": 0}
        )
        last["treatments"] += 1
    items = Rows(("item",), tuple((Iri(str(each["item"])),) for each in newest.values()))
    decided: dict[str, dict[str, Any]] = defaultdict(lambda: {"text": "", "outcomes": []})
    rows = ask.graph.query(_DECIDED, {"lang": Literal(ask.language)}, items).values() if newest else []
    for _, item, text, _, label in rows:
        decided[str(item)]["text"] = text
        if label and label not in decided[str(item)]["outcomes"]:
            decided[str(item)]["outcomes"].append(label)
    return [(x, {**last, **decided[str(last["item"])]}) for x, last in newest.items()]


def _cells(ask: _Asking, pid: str) -> list[tuple[str, Cell]]:
    """The values of one property, each with the IRI of its thing; none of a property that there is not."""
    if pid in _OF_CASE:
        return [(x, cell) for x, last in ask.cases() for cell in _CASE_CELLS[pid](last)]
    if pid in _OTHERS:
        found = sorted({(str(x), str(name), str(other)) for _, x, other, name in ask.rows(_OTHERS[pid])})
        return [(x, {"id": other, "name": name}) for x, name, other in found]
    if pid in _TEXTS:
        return [(x, {"str": text}) for x, text in sorted({(str(x), str(text)) for _, x, text in ask.rows(_TEXTS[pid])})]
    if pid in _COUNTS:
        counts = ask.graph.query(_COUNTS[pid], given=ask.given).values()
        return [(str(x), {"int": int(str(count))}) for x, count in counts if x]
    return []


def _date(iso: str) -> Cell:
    """A day as the API writes it; a month or a year, which it cannot write, as text."""
    return {"date": f"{iso}T00:00:00"} if len(iso) == len("2022-03-08") else {"str": iso}


_CASE_CELLS: dict[str, Callable[[dict[str, Any]], list[Cell]]] = {
    "title": lambda last: [{"str": str(last["title"])}],
    "date": lambda last: [_date(str(last["date"]))],
    "last-body": lambda last: [{"id": str(last["body"]), "name": str(last["name"])}],
    "decision": lambda last: [{"str": str(last["text"])}] if last["text"] else [],
    "outcome": lambda last: [{"str": str(label)} for label in last["outcomes"]],
    "treatments": lambda last: [{"int": last["treatments"]}],
}
