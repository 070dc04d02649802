"""The pages of centres, people, bodies and themes: their names, what they drive, what is open, what they are in."""

from typing import Any
from urllib.parse import quote

import msgspec

from kg.graph.rows import Iri
from kg.queries.answer import Answer
from kg.serve.entity.asked import asked
from kg.serve.entity.pictures import pictures_of
from kg.serve.entity.tasks import promises_of
from kg.serve.pages import Content, Here
from kg.serve.pages.table import Table, table_of

Wanted = tuple[
    tuple[str, tuple[str, ...]], ...
]  # the answers of a page, in order, each with the columns that are shown
_LOOPS = ("date", "days", "body", "title", "case", "outcomes", "referred_to", "text")
_ITEMS = ("date", "body", "title", "case", "roles", "outcomes")
_CENTRE: Wanted = (("loops", _LOOPS), ("agent-items", _ITEMS))
_PERSON: Wanted = (
    ("person-meetings", ("body", "role", "meetings", "first", "last")),
    ("agent-items", _ITEMS),
    ("agent-with", ("other", "items", "first", "last")),
)
_BODY: Wanted = (
    ("body-meetings", ("date", "start", "place", "items", "closed", "decisions", "documents")),
    ("loops", ("date", "days", "title", "case", "outcomes", "referred_to", "text")),
    ("body-themes", ("theme", "items", "first", "last")),
    ("body-people", ("person", "role", "meetings", "first", "last")),
)
_THEME: Wanted = (
    ("theme-items", ("date", "body", "title", "case", "units", "outcomes")),
    ("loops", _LOOPS),
)
# where all is of which the page shows the newest, and how much that is
_BRIEF = {
    "agent-items": "/ask/agent-items?agent={iri}",
    "theme-items": "/items?theme={code}",
    "body-meetings": "/meetings?body={code}",
}
_COUNTS = {
    "agent-items": "SELECT (COUNT(DISTINCT ?item) AS ?n) { ?item sag:mentions ?x ; sag:meeting ?meeting }",
    "theme-items": "SELECT (COUNT(DISTINCT ?item) AS ?n) { ?item sag:theme ?x ; sag:meeting ?meeting }",
    "body-meetings": "SELECT (COUNT(DISTINCT ?m) AS ?n) { ?m sag:body ?x ; sag:minutes ?document }",
}


def centre_page(here: Here, iri: str) -> Content:
    """The page of a centre."""
    return _page(here, iri, "unit", _CENTRE)


def person_page(here: Here, iri: str) -> Content:
    """The page of a person."""
    return _page(here, iri, "person", _PERSON)


def body_page(here: Here, iri: str) -> Content:
    """The page of a body."""
    return _page(here, iri, "body", _BODY)


def theme_page(here: Here, iri: str) -> Content:
    """The page of a theme."""
    return _page(here, iri, "theme", _THEME)


def _page(here: Here, iri: str, name: str, wanted: Wanted) -> Content:
    page = asked(here, name, iri)
    thing = here.directory.things[iri]

    def view() -> dict[str, Any]:
        answers = {answer.name: answer for answer in page.answers}
        tables = [_table(here, iri, answers[each], columns) for each, columns in wanted if each in answers]
        return {
            "thing": thing,
            "names": _names(here, answers.get("agent-names")),
            "drives": _drives(here, answers.get("drives"), iri),
            "tasks": promises_of(here, answers["tasks"]) if "tasks" in answers else None,
            "tables": [table for table in tables if table.rows],
            "pictures": pictures_of(here, thing.kind, iri),
        }

    return Content("agent.html", thing.label, page, view, (iri,), iri=iri)


def _table(here: Here, iri: str, found: Answer, columns: tuple[str, ...]) -> Table:
    """An answer as a table; of what the page asks for the newest only, how many there are in all and where they are."""
    if found.name not in _BRIEF:
        return table_of(here, found, columns, most=20)
    code = facet_value(here, iri)
    path = _BRIEF[found.name].format(code=code, iri=quote(iri, safe=""))
    made = table_of(here, found, columns, most=20, newest=True, more=here.links.path(path))
    ((count,),) = here.graph.query(_COUNTS[found.name], {"x": Iri(iri)}).values()
    return msgspec.structs.replace(made, total=max(made.total, int(str(count))))


def facet_value(here: Here, iri: str) -> str:
    """What stands for a thing in the address of a list that is narrowed to it."""
    thing = here.directory.get(iri)
    if thing is not None and thing.kind in ("theme", "outcome"):
        return quote(thing.code)
    return quote(iri.removeprefix(here.links.base), safe="/")


def _names(here: Here, found: Answer | None) -> Table | None:
    """The names and why they are the same; None where there is only one."""
    if found is None or len(found.rows) < 2:
        return None
    return table_of(here, found, ("name", "reason", "score"))


def _drives(here: Here, found: Answer | None, iri: str) -> dict[str, Any] | None:
    """Who drives what, year by year, as a small matrix: rows of (name, address, items in each year, sum)."""
    if found is None or not found.rows:
        return None
    of_theme = any(row.theme_iri == iri for row in found.rows)
    years = sorted({int(row.year) for row in found.rows})[-12:]
    sums: dict[str, dict[int, int]] = {}
    labels: dict[str, str] = {}
    for row in found.rows:
        node, label = (row.unit_iri, row.unit) if of_theme else (row.theme_iri, row.theme)
        labels[node] = label
        line = sums.setdefault(node, {})
        line[int(row.year)] = line.get(int(row.year), 0) + int(row.items)
    most = max(max(line.values()) for line in sums.values())
    rows = [
        (labels[node], here.links.of(node), [(line.get(year, 0), _shade(line.get(year, 0), most)) for year in years],
         sum(line.values()))
        for node, line in sorted(sums.items(), key=lambda each: (-sum(each[1].values()), labels[each[0]]))
    ]  # fmt: skip
    return {"years": years, "rows": rows[:25], "hidden": max(0, len(rows) - 25), "of_theme": of_theme}


def _shade(count: int, most: int) -> int:
    """From 0 (none) to 5 (the most of all)."""
    return 0 if not count else 1 + round(4 * (count - 1) / max(1, most - 1))
