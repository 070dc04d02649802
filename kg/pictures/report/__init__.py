"""A report: pages that link to each other, each one a file of its own, in a folder that any host of files can serve."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from kg.graph.graph import Graph
from kg.messages import Say
from kg.pictures import matrix, timeline
from kg.pictures.files import made_of
from kg.pictures.report.answers import answers_view
from kg.pictures.report.cases import cases_view
from kg.pictures.report.index import index_view
from kg.pictures.timeline.read import state_of
from kg.queries.answer import Answer, Page
from kg.queries.pages import layout_of, page
from kg.web import Around, standalone

NAMES = ("index", "network", "timeline", "matrix", "cases", "loops", "tasks", "gaps")
FILES = frozenset(f"{name}.html" for name in NAMES)
STYLES = ("timeline.css", "report.css")
_STATES = ("overdue", "open", "recurs", "done")  # of promises, in the order in which they are shown


class Made(msgspec.Struct, frozen=True):
    """One page: its title, the HTML of its body, and what else it needs."""

    title: str
    body: str
    data: Any = None
    styles: tuple[str, ...] = STYLES
    scripts: tuple[str, ...] = ()


def report_pages(graph: Graph, say: Say, version: str) -> dict[str, str]:
    """The pages by the names of their files; `version` is that of the program, for their footers."""
    found = {name: page(graph, layout_of(name), {}, say("code")) for name in ("loops", "tasks", "gaps")}
    makers: dict[str, Callable[[], Made]] = {
        "index": lambda: Made(say("report.title"), index_view(graph, found, NAMES[1:], say)),
        "network": lambda: _network(graph, say),
        "timeline": lambda: _timeline(graph, say),
        "matrix": lambda: _matrix(graph, say),
        "cases": lambda: Made(say("report.page.cases"), cases_view(graph, found["loops"].main, say)),
        "loops": lambda: _answers(graph, "loops", found["loops"].answers, say),
        "tasks": lambda: _answers(graph, "tasks", tuple(_by_state(found["tasks"], say)), say),
        "gaps": lambda: _answers(graph, "gaps", found["gaps"].answers, say),
    }
    links = tuple((f"{name}.html", say(f"report.nav.{name}")) for name in NAMES)
    about, files = made_of(graph, say, version), {}
    for name in NAMES:
        made = makers[name]()
        around = Around(made.data, made.styles, made.scripts, links, about, f"{name}.html")
        files[f"{name}.html"] = standalone(made.title, made.body, say, around)
    return files


def _network(graph: Graph, say: Say) -> Made:
    from kg.pictures.network import Choice, page, read_network

    found = read_network(graph, Choice(), say("code"))
    body, data = page.network_view(found, say)
    return Made(page.title_of(found, say), body, data, page.STYLES, page.SCRIPTS)


def _timeline(graph: Graph, say: Say) -> Made:
    found = timeline.read_timeline(graph, say)
    body, data = timeline.timeline_view(found, say)
    return Made(timeline.timeline_title(found, say), body, data, timeline.STYLES, timeline.SCRIPTS)


def _matrix(graph: Graph, say: Say) -> Made:
    found = matrix.read_matrix(graph, say)
    body, data = matrix.matrix_view(found, say)
    return Made(matrix.matrix_title(found, say), body, data, matrix.STYLES, matrix.SCRIPTS)


def _answers(graph: Graph, name: str, answers: tuple[Answer, ...], say: Say) -> Made:
    return Made(say(f"report.page.{name}"), answers_view(graph, answers, say))


def _by_state(tasks: Page, say: Say) -> Iterator[Answer]:
    """The answer about promises as one for each of their states that occurs."""
    for state in _STATES:
        chosen = [place for place, row in enumerate(tasks.main) if state_of(row) == state]
        if chosen:
            title = msgspec.structs.replace(
                tasks.main.title, da=say(f"report.tasks.{state}"), en=say(f"report.tasks.{state}")
            )
            yield msgspec.structs.replace(
                tasks.main,
                name=f"tasks-{state}",
                title=title,
                rows=tuple(tasks.main.rows[place] for place in chosen),
                nodes=tuple(tasks.main.nodes[place] for place in chosen),
            )
