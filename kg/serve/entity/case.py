"""The page of a case: every treatment in order, with what was promised, what it costs and what is still open."""

from typing import Any

import msgspec

from kg.graph.rows import Iri
from kg.pictures.items import Item
from kg.pictures.timeline.words import days_of
from kg.queries.answer import Answer
from kg.queries.evidence import Source
from kg.serve.entity.asked import asked
from kg.serve.entity.facts import items_of
from kg.serve.entity.pictures import pictures_of
from kg.serve.entity.tasks import promises_of
from kg.serve.pages import Content, Here
from kg.serve.pages.places import first_places
from kg.serve.pages.table import Part, Table, Words, long_date, outcome_part, source_part, table_of

_MOST = 60  # treatments on one page; only a collecting number has more
_AGENTS = """SELECT ?case ?agent (COUNT(DISTINCT ?item) AS ?items) (MAX(?drives) AS ?driving) {
  ?item sag:case ?case ; sag:mentions ?agent .
  OPTIONAL { ?item sag:drivenBy ?agent . BIND (1 AS ?drives) } } GROUP BY ?case ?agent ORDER BY DESC(?items) ?agent"""
_OF_MANY = (
    """SELECT ?case (GROUP_CONCAT(DISTINCT ?m; separator=" ") AS ?of) { ?case sag:municipality ?m } GROUP BY ?case"""
)


class Treatment(msgspec.Struct, frozen=True):
    """A case at one meeting, ready to be shown; `later` is how long after the treatment above it, even if that is only
    quoted.
    """

    date: str
    day: str
    later: str
    meeting: str
    body: Part
    number: int | str
    title: str
    href: str
    closed: bool
    quoted: bool
    outcomes: tuple[Part, ...]
    text: str
    source: Words | None
    recommendation: str
    proposers: tuple[Part, ...]
    referred: tuple[Part, ...]
    attachments: tuple[str, ...]
    sums: tuple[str, ...]


def case_page(here: Here, iri: str) -> Content:
    """The page of a case, by its IRI."""
    found = asked(here, "case", iri)
    thing = here.directory.things[iri]
    rows = found.main.rows
    heading = next((row.title for row in reversed(rows) if not row.closed), rows[-1].title if rows else "")
    name = thing.label if not heading or thing.flag else f"{thing.label} {heading}"

    def view() -> dict[str, Any]:
        items = items_of(here, iri)
        return {
            "thing": thing,
            "heading": heading,
            **_history(here, found.main),
            **_around(here, iri, items),
            "bodies": _bodies(here, items),
            "pictures": pictures_of(here, "case", iri),
            "loops": _table(here, found["loops"], ("date", "days", "title", "outcomes", "referred_to", "text")),
            "tasks": promises_of(here, found["tasks"]),
            "related": _table(here, found["case-related"], ("date", "body", "title", "case", "score", "reason")),
            "lead": _lead(here, items),
            "over_time": not thing.flag and len(rows) > 1,
        }

    return Content("case.html", name, found, view, (iri,), whole=True, iri=iri)


def _table(here: Here, found: Answer, columns: tuple[str, ...]) -> Table | None:
    return table_of(here, found, columns) if found.rows else None


def _history(here: Here, history: Answer) -> dict[str, Any]:
    """The treatments, oldest first; of a collecting number only the newest, and how many there are."""
    rows = history.rows[-_MOST:]
    found = first_places(here, [[node for node in (row.decision, row.item) if node] for row in rows])
    before: str = ""
    made: list[Treatment] = []
    for row, source in zip(rows, found, strict=True):
        made.append(_treatment(here, row, source, before))
        before = str(row.date)
    return {"treatments": made, "hidden": len(history.rows) - len(rows)}


def _treatment(here: Here, row: Any, source: Source | None, before: str) -> Treatment:
    near, links, iso = row.item, here.links, str(row.date)

    def parts(names: tuple[str, ...]) -> tuple[Part, ...]:
        found = ((name, here.directory.find(name, near)) for name in names)
        return tuple(Part(name, links.of(thing.iri) if thing else "") for name, thing in found)

    return Treatment(
        date=iso, day=long_date(here, iso), later=_later(here, row, before), meeting=links.of(row.meeting),
        body=parts((row.body,))[0], number=row.label or row.number, title=row.title,
        href=links.of(row.item), closed=row.closed,
        quoted=row.quoted, outcomes=tuple(outcome_part(here, each) for each in row.outcomes), text=row.text or "",
        source=source_part(here, source) if source else None, recommendation=row.recommendation or "",
        proposers=parts(row.proposers), referred=parts(row.referred_to), attachments=row.attachments, sums=row.sums,
    )  # fmt: skip


def _lead(here: Here, items: tuple[Item, ...]) -> str:
    """How often the case was treated, by how many bodies, and when."""
    if not items:
        return ""
    first, last = (long_date(here, each.date) for each in (items[0], items[-1]))
    bodies = len({each.body for each in items})
    key = "explorer.case-lead" + (".one" if len(items) == 1 else ".one-body" if bodies == 1 else "")
    return here.say(key, count=len(items), bodies=bodies, when=first if first == last else f"{first} – {last}")


def _later(here: Here, row: Any, before: str) -> str:
    """The days since the treatment above; empty where it was on the same day, or the day of one is not known."""
    if row.days is None or before in ("", str(row.date)):
        return ""
    return here.say("timeline.later", days=days_of(row.days, here.say))


def _around(here: Here, iri: str, items: tuple[Item, ...]) -> dict[str, Any]:
    """Who and what the case is about, the most named first."""
    found: dict[str, list[tuple[Part, int]]] = {"centre": [], "person": [], "organisation": []}
    drivers = []
    for _, agent, count, driving in here.graph.query(_AGENTS, {"case": Iri(iri)}).values():
        thing = here.directory.get(str(agent))
        if thing is None:
            continue
        part = Part(thing.label, here.links.of(thing.iri))
        if driving:
            drivers.append((part, int(str(count))))
        if thing.kind in found:
            found[thing.kind].append((part, int(str(count))))
    themes: dict[str, int] = {}
    for item in items:
        for theme in item.themes:
            themes[theme] = themes.get(theme, 0) + 1
    counted = sorted(themes.items(), key=lambda each: (-each[1], each[0]))
    return {
        "drivers": drivers,
        "centres": found["centre"],
        "people": found["person"],
        "themes": [(Part(here.directory.label(each), here.links.of(each)), count) for each, count in counted],
        "authority": [
            Part(here.directory.label(each), here.links.of(each))
            for _, of in here.graph.query(_OF_MANY, {"case": Iri(iri)}).values()
            for each in str(of or "").split()
        ],
    }


def _bodies(here: Here, items: tuple[Item, ...]) -> list[tuple[Part, int]]:
    counts: dict[str, int] = {}
    for item in items:
        counts[item.body] = counts.get(item.body, 0) + 1
    return [
        (Part(here.directory.label(body), here.links.of(body)), count)
        for body, count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    ]
