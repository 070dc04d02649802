"""`/graphs`: SPARQL 1.1 Graph Store HTTP Protocol, for reading: one graph of the store, whole."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kg.graph import protocol
from kg.graph.dump import dump
from kg.graph.protocol import TooMuchError
from kg.serve.endpoint.answers import Door, RefusalError, Sent, Streamed
from kg.serve.endpoint.pool import MAX_BYTES, wait
from kg.serve.endpoint.request import checked_iri
from kg.serve.negotiate import FORMS, TRIPLES, asked_form, media_type
from kg.serve.site import site_of


async def _graph(request: Request) -> Response:
    """The graph that the address names, by `?default`, `?graph=IRI` or its own path (section 4 of the protocol)."""
    iri = _named(request)
    form = asked_form(request, TRIPLES)
    if form is None:
        raise RefusalError(406, "endpoint.accept", offered=", ".join(FORMS[each][0] for each in TRIPLES))
    if iri and iri not in site_of(request).graph().manifest.get("graphs", {}):
        raise RefusalError(404, "endpoint.graph-unknown", iri=iri[:1_000])
    if request.method == "HEAD":
        answer = Response(media_type=media_type(form), headers={"vary": "Accept"})
        del answer.headers["content-length"]
        return answer
    if not iri:
        return _whole(request, "", form)
    config = site_of(request).config
    try:
        asked = protocol.Request("", (form,), config.timeout, config.max_rows, MAX_BYTES, graph=iri)
        return Sent(request, (await wait(request, asked)).body, form)
    except TooMuchError:
        return _whole(request, iri, form)


def _named(request: Request) -> str:
    """The IRI of the graph; empty for the default graph."""
    rest = request.path_params.get("rest")
    if rest is not None:
        return checked_iri(site_of(request).links.iri(rest))
    default, named = "default" in request.query_params, request.query_params.getlist("graph")
    if default + len(named) != 1:
        raise RefusalError(400, "endpoint.graph-which")
    return "" if default else checked_iri(named[0])


def _whole(request: Request, iri: str, form: str) -> Response:
    """A large graph, sent while it is read: a few at a time, each by a process of its own."""
    turns: asyncio.Semaphore = request.app.state.dumps
    if turns.locked():
        raise RefusalError(503, "endpoint.busy", {"retry-after": "30"})
    config = site_of(request).config

    async def pieces() -> AsyncGenerator[bytes]:
        async with turns, aclosing(dump(config.store.absolute(), iri, form)) as found:
            async for piece in found:
                yield piece

    return Streamed(request, pieces(), form)


GRAPHS: list[BaseRoute] = [
    Route("/graphs", Door({"GET": _graph})),
    Route("/graphs/{rest:path}", Door({"GET": _graph})),
]
