"""Graph to Timeline: the treatments of a case, or of what a unit drives or a theme is about, or of every meeting."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec

from kg.graph.graph import Graph
from kg.graph.rows import Iri, plain
from kg.messages import Say
from kg.model.fact import Literal
from kg.model.said import Said
from kg.pictures.items import Item, Shown, read_items, show_items
from kg.pictures.names import distinct
from kg.pictures.timeline.scale import day
from kg.queries.ask import ask
from kg.queries.question import Parameter, shipped_question
from kg.queries.values import Given, latest, term_of

_BEFORE = """SELECT ?item ?date ?before {
  ?item sag:previousTreatment/sag:meeting/dcterms:date ?before ; sag:meeting/dcterms:date ?date }"""
_LABEL = "SELECT ?x ?label (LANG(?label) AS ?lang) { ?x skos:prefLabel|foaf:name|sag:caseNumber ?label }"
_NOTATIONS = """SELECT ?lang ?label ?notation {
  ?outcome skos:inScheme sag:outcomes ; skos:prefLabel ?label ; skos:notation ?notation .
  FILTER (LANG(?label) = ?lang) }"""
_PERIOD = {
    name: Parameter(name, name, Said(name, name)) for name in ("from", "to")
}  # read as `kg loops --from` reads them


class Taken(msgspec.Struct, frozen=True):
    """What a later item did: took up what a decision had left open, after so many days. `score` and `reason` say how
    surely and why we think so.
    """

    item: str
    date: str
    body: str
    number: int
    title: str
    days: int
    score: str
    reason: str


class Promise(msgspec.Struct, frozen=True):
    """A task that was given at a treatment. `due` is ISO, perhaps only a month, or empty; `state` is `done`, `overdue`,
    `recurs` or `open`, and `status` the same in the reader's language.
    """

    title: str
    responsible: tuple[str, ...]
    due: str
    state: str
    status: str


class Treatment(msgspec.Struct, frozen=True):
    """One item as a timeline has it. Its `shown` has IRIs where pages have addresses. `since` is the days since the
    case was treated last, `open` those for which its decision has been waiting, where nothing took it up; `quoted`, if
    the minutes of its meeting are not in the graph and only a later item quotes the decision.
    """

    item: str
    decision: str
    body: str
    shown: Shown
    notations: tuple[str, ...] = ()
    closed: bool = False
    quoted: bool = False
    since: int | None = None
    open: int | None = None
    taken: tuple[Taken, ...] = ()
    promises: tuple[Promise, ...] = ()

    @property
    def date(self) -> str:
        """The day of the meeting (ISO)."""
        return self.shown.date


class Timeline(msgspec.Struct, frozen=True):
    """Treatments by date. `kind` is `case` (one case's), `items` (those of a unit, a theme or a collecting number) or
    `meetings` (all, to be shown meeting by meeting); `name` says what of; `bodies` are IRI and name, in the order of
    their first meeting; `until` is the day of the newest minutes, up to which open loops have waited.
    """

    kind: str
    name: str
    bodies: tuple[tuple[str, str], ...]
    treatments: tuple[Treatment, ...]
    until: str
    container: bool = False


def read_timeline(  # noqa: PLR0913 - each is something that it can be narrowed to
    graph: Graph,
    say: Say,
    *,
    case: str = "",
    unit: str = "",
    theme: str = "",
    body: str = "",
    since: str = "",
    until: str = "",
) -> Timeline:
    """The timeline of a case, or of the items that a unit (or person) drives or that are about a theme, or both; else
    of everything. `body` leaves only what that body treated. `case`, `unit`, `theme` and `body` are IRIs; `since` and
    `until` are days, months or years.

    Raises `UsageError` where one of these cannot be read.
    """
    first, last = period(graph, since, until)
    about = {name: iri for name, iri in (("case", case), ("unit", unit), ("theme", theme)) if iri}
    items = [
        each
        for each in (_of_case(graph, say("code"), case) if case else _own(read_items(graph, say("code"))))
        if first <= each[0].date <= last
        and (not unit or unit in each[0].drivers)
        and (not theme or theme in each[0].themes)
        and body in ("", each[0].body)
    ]
    container = bool(case) and _is_container(graph, case)
    kind = ("items" if container else "case") if case else "items" if about else "meetings"
    found = tuple(_treatments(graph, say("code"), items, about))
    return Timeline(
        kind,
        " · ".join(label_of(graph, iri, say("code")) for iri in (*about.values(), body) if iri),
        tuple(distinct(graph, {each.body: each.body_name for each, _ in items}).items()),
        tuple(_one_after_another(found)) if kind == "case" else found,
        min(latest(graph), last),
        container,
    )


def period(graph: Graph, since: str, until: str) -> tuple[str, str]:
    """The first and last day (ISO) that a person means. Raises `UsageError` for what is no date."""
    first = str(plain(term_of(graph, _PERIOD["from"], since))) if since else datetime.date.min.isoformat()
    last = str(plain(term_of(graph, _PERIOD["to"], until))) if until else datetime.date.max.isoformat()
    return first, last


def label_of(graph: Graph, iri: str, language: str) -> str:
    """What a thing is called, in the language where it has a name in it; its IRI where it has none."""
    found = sorted(
        (str(lang) != language, str(label)) for _, label, lang in graph.query(_LABEL, {"x": Iri(iri)}).values()
    )
    return found[0][1] if found else iri


def _own(items: Iterable[Item]) -> list[tuple[Item, bool]]:
    return [(each, False) for each in items]


def _is_container(graph: Graph, case: str) -> bool:
    return bool(graph.query("SELECT ?x { ?x sag:container true }", {"x": Iri(case)}).rows)


def _of_case(graph: Graph, language: str, case: str) -> list[tuple[Item, bool]]:
    """The items of a case, and in their places the decisions of meetings that only a later item quotes (and True)."""
    every = read_items(graph, language)
    items = _own(each for each in every if each.case == case)
    bodies = {each.body_name: each.body for each in every}
    notations = {str(a): str(b) for _, a, b in graph.query(_NOTATIONS, {"lang": Literal(language)}).values()}
    for row in ask(graph, shipped_question("case"), {"case": case}, language):
        if row.quoted:
            quoted = Item(
                iri=row.item, date=str(row.date), body=bodies.get(row.body, row.body), body_name=row.body, number=0,
                title=row.title, closed=False, case=case, outcomes=row.outcomes, decision=row.decision, text=row.text,
                notations=tuple(notations[each] for each in row.outcomes if each in notations),
            )  # fmt: skip
            items.append((quoted, True))
    return sorted(items, key=lambda each: (each[0].date, each[0].body_name, each[0].number, each[0].decision))


def _treatments(
    graph: Graph, language: str, items: list[tuple[Item, bool]], about: dict[str, str]
) -> Iterable[Treatment]:
    waiting = {row.decision: row.days for row in _asked(graph, "loops", about, language)}
    taken = _taken(graph, about, language)
    promises = _promises(graph, about, language) if about else {}
    before = _days_between(graph)
    shown = show_items(graph, (each for each, _ in items), str)
    for (item, quoted), each in zip(items, shown, strict=True):
        yield Treatment(
            item.iri, item.decision, item.body, each, item.notations, item.closed, quoted,
            None if quoted else before.get(item.iri), waiting.get(item.decision), tuple(taken.get(item.decision, ())),
            () if quoted else tuple(promises.get(item.iri, ())),
        )  # fmt: skip


def _one_after_another(treatments: tuple[Treatment, ...]) -> Iterable[Treatment]:
    """A case's treatments with the days since the one before, also where that is only quoted."""
    for before, each in zip((None, *treatments), treatments, strict=False):
        since = None if before is None else (day(each.date) - day(before.date)).days
        yield msgspec.structs.replace(each, since=since)


def _asked(graph: Graph, name: str, about: dict[str, str], language: str) -> Any:
    given: dict[str, Given] = dict(about)
    return ask(graph, shipped_question(name), given, language)


def _taken(graph: Graph, about: dict[str, str], language: str) -> dict[str, list[Taken]]:
    """What took up each decision that left something open, by the decision's IRI; the earliest first."""
    found = defaultdict(list)
    for row in sorted(_asked(graph, "loops-closed", about, language), key=lambda each: str(each.later_date)):
        found[row.decision].append(
            Taken(
                row.later, str(row.later_date), row.later_body, row.later_number, row.later_title, row.days,
                f"{row.score:.2f}", row.reason or "",
            )
        )  # fmt: skip
    return found


def _promises(graph: Graph, about: dict[str, str], language: str) -> dict[str, list[Promise]]:
    """The tasks that were given at each item, by its IRI."""
    found = defaultdict(list)
    for row in _asked(graph, "tasks", about, language):
        found[row.item].append(Promise(row.title, row.responsible, str(row.due or ""), state_of(row), row.status))
    return found


def state_of(row: Any) -> str:
    """What became of a promise, by its row of the question `tasks`: `done`, `overdue`, `recurs` or `open`."""
    if row.closed_by:
        return "done"
    if row.overdue is not None:
        return "overdue"
    return "recurs" if row.recurrence and not row.due else "open"


def _days_between(graph: Graph) -> dict[str, int]:
    """For each item the days since its case was treated last, where it was."""
    found: dict[str, int] = {}
    for item, date, before in graph.query(_BEFORE).values():
        days = (day(str(date)) - day(str(before))).days
        found[str(item)] = min(days, found.get(str(item), days))
    return found
