"""`/sparql`: the SPARQL 1.1 Protocol for questions, each run in a process of its own that can be stopped."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kg.graph import protocol
from kg.graph.protocol import UnfitError
from kg.serve.endpoint.answers import Door, RefusalError, Sent
from kg.serve.endpoint.description import describe_service
from kg.serve.endpoint.graphs import GRAPHS
from kg.serve.endpoint.pool import MAX_BYTES, lifespan, wait
from kg.serve.endpoint.request import Question, read_question
from kg.serve.negotiate import FORMS, ROWS, TRIPLES, accept_of, choose, form_named
from kg.serve.query_page import query_page
from kg.serve.site import site_of

__all__ = ["ROUTES", "lifespan"]

_WRITTEN = {"srj": "json", "srx": "xml"}  # forms that are called otherwise where they are written
_CALLED = {written: form for form, written in _WRITTEN.items()}


async def _sparql(request: Request) -> Response:
    question = await read_question(request)
    if _wants_page(request) and not (question and question.format):
        return query_page(request)
    if question is None:
        return await describe_service(request)
    return await _answered(request, question)


async def _answered(request: Request, question: Question) -> Response:
    wanted = (_form(request, question, ROWS), _form(request, question, TRIPLES))
    forms = tuple(_WRITTEN.get(form, form) for form in wanted if form)
    if not forms:
        raise _unfit((*ROWS, *TRIPLES))
    try:
        reply = await wait(request, _limited(request, question, forms))
    except UnfitError:
        raise _unfit(TRIPLES if wanted[0] else ROWS) from None
    return Sent(request, reply.body, _CALLED.get(reply.form, reply.form))


def _limited(request: Request, question: Question, forms: tuple[str, ...]) -> protocol.Request:
    config = site_of(request).config
    return protocol.Request(question.query, forms, config.timeout, config.max_rows, MAX_BYTES, dataset=question.dataset)


def _wants_page(request: Request) -> bool:
    """Whether a person is looking, not a program."""
    return request.method != "POST" and choose(accept_of(request.headers), (*ROWS, *TRIPLES, "html")) == "html"


def _form(request: Request, question: Question, offered: tuple[str, ...]) -> str | None:
    if question.format:
        return form_named(question.format, offered)
    return choose(accept_of(request.headers), offered)


def _unfit(offered: tuple[str, ...]) -> RefusalError:
    return RefusalError(406, "endpoint.accept", offered=", ".join(FORMS[form][0] for form in offered))


ROUTES: list[BaseRoute] = [Route("/sparql", Door({"GET": _sparql, "POST": _sparql})), *GRAPHS]
