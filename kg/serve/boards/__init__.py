"""The boards: open loops, promises, who drives what, and the pictures, each narrowed by the address."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from urllib.parse import urlencode

import msgspec
from starlette.routing import BaseRoute

from kg.queries.answer import Answer, Page
from kg.queries.values import latest
from kg.serve.boards.fields import fields
from kg.serve.boards.pictures import ROUTES as PICTURES
from kg.serve.entity.tasks import state_of
from kg.serve.pages import Content, Here, routes
from kg.serve.pages.table import Table, table_of

_GIVEN = ("as_of", "body", "unit", "theme", "from", "to", "strict")
_FIRST = 25  # rows of a group when all groups are shown
_MOST = 200  # rows of one
_LOOPS = ("date", "days", "body", "title", "case", "outcomes", "referred_to", "text")
_CLOSED = ("date", "days", "title", "outcomes", "later_date", "later_title", "score", "reason")
_TASKS = ("due", "overdue", "title", "responsible", "promised", "body", "restated")
_DONE = ("due", "title", "responsible", "promised", "closed_date", "closed_title", "score", "reason")

Group = tuple[str, Answer, tuple[str, ...]]  # its name, its rows, the columns that are shown


def loops_page(here: Here) -> Content:
    """What was postponed or referred and never came back, and what was."""
    page = here.page("loops", **given(here, ("as_of", "body", "unit", "theme", "strict", "from", "to", "outcome")))
    groups = [("open", page["loops"], _LOOPS), ("taken-up", page["loops-closed"], _CLOSED)]
    return _board(here, "loops", page, groups, ("decision", "item"))


def tasks_page(here: Here) -> Content:
    """Promises by what became of them."""
    page = here.page("tasks", **given(here, ("as_of", "body", "unit", "theme", "strict", "from", "to")))
    states = ("overdue", "open", "recurring", "done")
    rows: dict[str, list[int]] = {name: [] for name in states}
    for place, row in enumerate(page.main.rows):
        rows[state_of(row)].append(place)
    groups = [(name, some(page.main, rows[name]), _DONE if name == "done" else _TASKS) for name in states]
    return _board(here, "tasks", page, groups, ("task",))


def some(found: Answer, places: Iterable[int]) -> Answer:
    """The rows at these places."""
    chosen = list(places)
    return msgspec.structs.replace(
        found, rows=tuple(found.rows[each] for each in chosen), nodes=tuple(found.nodes[each] for each in chosen)
    )


def given(here: Here, names: Iterable[str]) -> dict[str, str | None]:
    """What the address gives of these parameters; a box that was ticked is `true`."""
    found: dict[str, str | None] = {name: here.given(name) or None for name in names}
    if "strict" in found:
        found["strict"] = "true" if found["strict"] in ("on", "true", "1") else None
    return found


def _board(here: Here, name: str, page: Page, groups: Sequence[Group], nodes: tuple[str, ...]) -> Content:
    state = here.given("state")
    shown = [group for group in groups if group[0] == state] or groups
    every = tuple(
        str(node)
        for _, found, _ in groups
        for row in found.rows
        for each in nodes
        if (node := getattr(row, each, None))
    )

    def view() -> dict[str, Any]:
        most = _MOST if len(shown) == 1 else _FIRST
        return {
            "name": name,
            "groups": [
                (group, here.say(f"explorer.state.{group}"), _table(here, group, found, columns, most))
                for group, found, columns in shown
            ],
            "counts": [
                (here.say(f"explorer.state.{group}"), len(found.rows), _address(here, state=group), group == state)
                for group, found, _ in groups
            ],
            "all": _address(here, state=""),
            "state": state,
            "fields": fields(here, ("as_of", "body", "unit", "theme")),
            "strict": given(here, ("strict",))["strict"],
            "latest": latest(here.graph),
        }

    return Content("board.html", here.say(f"explorer.board.{name}"), page, view, every)


def _table(here: Here, group: str, found: Answer, columns: tuple[str, ...], most: int) -> Table:
    more = _address(here, state=group) if most == _FIRST else ""
    return table_of(here, found, columns, most=most, more=more)


def _address(here: Here, **changed: str) -> str:
    kept = {name: here.given(name) for name in (*_GIVEN, "state")}
    query = urlencode([(name, value) for name, value in {**kept, **changed}.items() if value], safe="/")
    return here.links.path(here.path) + (f"?{query}" if query else "")


_MADE: tuple[tuple[str, Callable[[Here], Content]], ...] = (("/loops", loops_page), ("/tasks", tasks_page))
ROUTES: list[BaseRoute] = [*(route for path, make in _MADE for route in routes(path, make)), *PICTURES]
