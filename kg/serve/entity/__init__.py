"""Every node of the graph has a page, at the address that its IRI names."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from kg.errors import UsageError
from kg.graph.prefixes import full_iri
from kg.serve.entity import agent, case, item, meeting, other
from kg.serve.entity.nodes import read_node
from kg.serve.links import ID, THEME
from kg.serve.pages import Content, Here, answering
from kg.serve.site import site_of

Maker = Callable[[Here, str], Content]
BY_KIND: dict[str, Maker] = {
    "case": case.case_page,
    "meeting": meeting.meeting_page,
    "centre": agent.centre_page,
    "person": agent.person_page,
    "body": agent.body_page,
    "theme": agent.theme_page,
}
# the types of what has no name of its own, the most telling first
_BY_TYPE: dict[str, Maker] = {
    "sag:AgendaItem": item.item_page,
    "sag:Decision": item.decision_page,
    "sag:Task": other.task_page,
}


class NothingThereError(UsageError):
    """The graph has no node of that name; `wanted` is what was asked for."""

    wanted: str = ""


def page_of(here: Here, iri: str) -> Content:
    """The page of a node. Raises `NothingThereError` where the graph does not have it."""
    if any(each in iri for each in ' <>"{}|^`\\\n\r\t') or ":" not in iri:
        raise nothing(iri)
    thing = here.directory.get(iri)
    if thing is not None and thing.kind in BY_KIND:
        return BY_KIND[thing.kind](here, iri)
    node = read_node(here.graph, iri)
    if not node.said:
        raise nothing(iri)
    maker = next((make for name, make in _BY_TYPE.items() if name in node.types), other.other_page)
    return maker(here, iri)


def nothing(iri: str) -> NothingThereError:
    """The error of a node that is not there."""
    error = NothingThereError(f"Nothing in the graph is called {iri}.", f"Intet i grafen hedder {iri}.")
    error.wanted = iri
    return error


def _by_path(here: Here) -> Content:
    return page_of(here, here.links.iri(here.path.removeprefix(ID)))


def _theme(here: Here) -> Content:
    return page_of(here, here.links.theme(here.path.removeprefix(THEME)))


def _by_iri(here: Here) -> Content:
    return page_of(here, full_iri(here.given("iri")))


async def _resource(request: Request) -> Response:
    """What `/resource?iri=` means; of a node that has an address of its own, the way there."""
    links = site_of(request).links
    iri = full_iri(request.query_params.get("iri", "").strip())
    address = links.of(iri)
    if "#" not in iri and not address.startswith(links.path("/resource")):
        return RedirectResponse(address, 303)
    return await _answer_resource(request)


_answer_resource = answering(_by_iri)
ROUTES: list[BaseRoute] = [
    Route("/id/{rest:path}", answering(_by_path)),
    Route("/theme/{rest:path}", answering(_theme)),
    Route("/resource", _resource),
]
