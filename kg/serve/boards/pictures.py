"""The pictures as pages: network, timeline and matrix of what the address narrows them to; also as a part of a page."""

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from starlette.routing import BaseRoute

from kg.errors import UsageError
from kg.queries.names import look_up
from kg.serve.boards.fields import OFS, fields
from kg.serve.pages import Content, Here, routes
from kg.web import script_json

_KINDS = {"case": "case", "unit": "agent", "person": "person", "theme": "theme", "body": "body"}
_FIELDS = {
    "network": ("of", "unit", "body"),
    "timeline": ("unit", "theme", "body", "from", "to"),
    "drives": ("unit", "theme", "body"),
}
_DRIVES = ("unit", "theme", "body", "from", "to")


class Picture(msgspec.Struct, frozen=True):
    """A picture: its title, HTML, data for scripts, and the assets that it needs."""

    title: str
    html: str
    data: object
    styles: tuple[str, ...]
    scripts: tuple[str, ...]


def _iri(here: Here, name: str) -> str:
    value = here.given(name)
    return look_up(here.graph, _KINDS[name], value) if value else ""


def _network(here: Here) -> Picture:
    from kg.pictures.network import Choice, read_network
    from kg.pictures.network.page import SCRIPTS, STYLES, network_view, title_of

    chosen = {name: _iri(here, name) for name in _KINDS}
    of = here.given("of") or ("units-themes" if not any(chosen.values()) else _of(chosen))
    if of not in OFS:
        raise UsageError(f"There is no network of {of}.", f"Der er intet netværk af {of}.")
    network = read_network(
        here.graph, Choice(of=of, from_=here.given("from"), to=here.given("to"), **chosen), here.language
    )
    html, data = network_view(network, here.say, here.links.of)
    return Picture(title_of(network, here.say), html, data, STYLES, SCRIPTS)


def _of(chosen: dict[str, str]) -> str:
    """What a network of one thing shows: of a person those they meet, of a case what hangs together with it."""
    return "people" if chosen["person"] else "all" if chosen["case"] or chosen["unit"] else "units-themes"


def _timeline(here: Here) -> Picture:
    from kg.pictures.timeline import SCRIPTS, STYLES, timeline_title, timeline_view
    from kg.pictures.timeline.read import read_timeline

    chosen = {name: _iri(here, name) for name in ("case", "unit", "theme", "body")}
    timeline = read_timeline(here.graph, here.say, since=here.given("from"), until=here.given("to"), **chosen)
    html, data = timeline_view(timeline, here.say, here.links.of)
    return Picture(timeline_title(timeline, here.say), html, data, STYLES, SCRIPTS)


def _matrix(here: Here) -> Picture:
    from kg.pictures.matrix import SCRIPTS, STYLES, matrix_title, matrix_view
    from kg.pictures.matrix.read import read_matrix

    chosen = {name: _iri(here, name) for name in ("unit", "theme", "body")}
    matrix = read_matrix(here.graph, here.say, since=here.given("from"), until=here.given("to"), **chosen)
    html, data = matrix_view(matrix, here.say, here.links.of)
    return Picture(matrix_title(matrix, here.say), html, data, STYLES, SCRIPTS)


_MADE: dict[str, Callable[[Here], Picture]] = {"network": _network, "timeline": _timeline, "drives": _matrix}


def _page(here: Here, name: str, draw: Callable[[Here], Picture]) -> Content:
    given = {each: here.given(each) or None for each in _DRIVES}
    if name != "drives" and here.given("case"):
        page = here.page("case", case=here.given("case"))
    else:
        page = here.page("drives", **given)
    picture = draw(here)
    nodes = _nodes(page.main.rows)

    def view() -> dict[str, Any]:
        return {
            "name": name,
            "picture": picture,
            "fields": fields(here, _FIELDS[name]),
            "kept": [(each, here.given(each)) for each in ("case", "person") if here.given(each)],
            "data": script_json(picture.data),
            "part": {"brief": "brief", "": ""}.get(here.given("part"), "whole"),
        }

    return Content("picture.html", picture.title, page, view, nodes)


def _nodes(rows: Iterable[Any]) -> tuple[str, ...]:
    names = ("unit_iri", "theme_iri", "item", "decision")
    return tuple(dict.fromkeys(str(node) for row in rows for each in names if (node := getattr(row, each, None))))


def _handler(name: str, draw: Callable[[Here], Picture]) -> Callable[[Here], Content]:
    return lambda here: _page(here, name, draw)


ROUTES: list[BaseRoute] = [route for name, draw in _MADE.items() for route in routes(f"/{name}", _handler(name, draw))]
