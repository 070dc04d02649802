"""The cases of a report: each with its first and last treatment, how it went, and whether it is still open."""

from collections import defaultdict

import msgspec

from kg.graph.graph import Graph
from kg.messages import Say
from kg.pictures.items import Item, read_items, shortened
from kg.pictures.timeline.marks import SIGNS, Sign, sign_name
from kg.pictures.timeline.scale import day
from kg.pictures.timeline.words import days_of
from kg.queries.answer import Answer
from kg.web import environment

_CONTAINERS = "SELECT ?x { ?x sag:container true }"


class Step(msgspec.Struct, frozen=True):
    """One treatment in a case's history."""

    date: str
    body: str
    outcomes: str
    sign: Sign


class Case(msgspec.Struct, frozen=True):
    """A case for the table; `open` says for how many days it has been waiting, None where it is not."""

    number: str
    title: str
    count: int
    outcome: str
    steps: tuple[Step, ...]
    bodies: str
    first: str
    last: str
    days: int
    open: int | None
    waiting: str
    container: bool


def cases_view(graph: Graph, loops: Answer, say: Say) -> str:
    """The HTML of the table of cases; `loops` is the answer about what is still open."""
    found = cases(graph, loops, say)
    return environment("kg.pictures").get_template("report_cases.html").render(say=say, cases=found)


def cases(graph: Graph, loops: Answer, say: Say) -> list[Case]:
    """The cases, those that were treated last first; collecting numbers at the end."""
    containers = {str(iri) for (iri,) in graph.query(_CONTAINERS).values()}
    items = defaultdict(list)
    for item in read_items(graph, say("code")):
        if item.case:
            items[item.case].append(item)
    open_items = {row.item: row.days for row in loops}
    found = [_case(case, treated, open_items, case in containers, say) for case, treated in items.items()]
    found.sort(key=lambda case: case.number)
    found.sort(key=lambda case: case.last, reverse=True)
    return sorted(found, key=lambda case: case.container)


def _case(iri: str, treated: list[Item], waiting: dict[str, int], container: bool, say: Say) -> Case:  # noqa: FBT001 - a fact
    first, last = treated[0], treated[-1]
    opened = [waiting[each.iri] for each in treated if each.iri in waiting]
    span = (day(last.date) - day(first.date)).days
    name = (
        say("report.case.collected")
        if container
        else next((each.title for each in reversed(treated) if not each.closed), last.title)
    )
    steps = tuple(
        Step(each.date, each.body_name, ", ".join(each.outcomes), SIGNS[sign_name(each.notations, closed=each.closed)])
        for each in treated
    )
    return Case(
        last.case_number or iri, shortened(name, 300), len(treated), ", ".join(last.outcomes),
        () if container else steps, ", ".join(dict.fromkeys(each.body_name for each in treated)),
        first.date, last.date, span,
        max(opened, default=None), days_of(max(opened, default=None), say), container,
    )  # fmt: skip
