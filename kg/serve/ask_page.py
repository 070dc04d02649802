"""Every ready-made question as a page: a form for its parameters, the answer, and its SPARQL.

/ask lists them, /ask/{name} asks, /ask/{name}.json and .csv give the answer to programs.
"""

from typing import Any

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kg.errors import SagsgrafError, UsageError
from kg.graph.rows import Term, token
from kg.graph.tokens import bind
from kg.model.fact import Literal
from kg.outputs.tables import write_page
from kg.queries.answer import Answer, Page
from kg.queries.ask import ask, bindings
from kg.queries.evidence import sources, with_sources
from kg.queries.names import names
from kg.queries.question import Parameter, Question, shipped_questions
from kg.serve.limited import limited
from kg.serve.negotiate import asked_form, media_type, split_suffix
from kg.serve.pages import Here
from kg.serve.pages.table import said, table_of
from kg.serve.reconcile import address_of
from kg.serve.site import render, sentence_of

OFFERED = ("html", "json", "csv")
_MOST = 500  # rows on the page; the files have them all
_MOST_OPTIONS = 300  # names that a field suggests
_SUGGESTED = ("unit", "person", "agent", "any", "voter", "body", "theme", "outcome", "authority")
_ALWAYS = ("0001-01-01", "9999-12-31")  # defaults that leave nothing out, and say nothing to a reader
_CURRENT = frozenset({"lang", "format"})  # of the address, no parameters of a question


class Field(msgspec.Struct, frozen=True):
    """One parameter in the form: `kind` is `text`, `number` or `flag`; `options` are names to choose from."""

    name: str
    label: str
    kind: str
    value: str
    required: bool
    hint: str
    options: tuple[str, ...] = ()


def _index(request: Request) -> Response:
    """The questions, each with what it takes."""
    here = Here(request, "/ask")
    listed = [
        (each.name, said(here, each.title), ", ".join(said(here, one.label) for one in each.parameters))
        for each in shipped_questions().values()
    ]
    return render(request, "ask_index.html", listed=listed, openrefine=address_of(request))


def _question(request: Request) -> Response:
    """One question: its form, and its answer where everything that it needs is given. 404 for a name that is none."""
    stem, suffix = split_suffix(request.path_params["name"], OFFERED)
    here = Here(request, f"/ask/{stem}")
    question = shipped_questions().get(stem)
    if question is None:
        raise HTTPException(404, here.say("ask.unknown", name=stem[:100]))
    given = {name: value.strip() for name, value in request.query_params.items() if value.strip()}
    given = {name: value for name, value in given.items() if name not in _CURRENT}
    form = suffix or asked_form(request, OFFERED) or "html"
    return _html(here, question, given) if form == "html" else _file(here, question, given, form)


def _html(here: Here, question: Question, given: dict[str, str]) -> Response:
    answer, error = None, ""
    missing = [each for each in question.parameters if each.required and each.name not in given]
    if not missing:
        try:
            answer = ask(here.graph, question, given, here.language)
        except SagsgrafError as wrong:
            error = sentence_of(here.request, wrong)
    return render(
        here.request,
        "ask.html",
        question=question,
        title=said(here, question.title),
        fields=[_field(here, each, given.get(each.name, "")) for each in question.parameters],
        table=table_of(here, answer, most=_MOST) if answer else None,
        error=error,
        query=sparql_of(here, question, given),
        files=_addresses(here) if answer else (),
        status=400 if error else 200,
    )


def _field(here: Here, each: Parameter, value: str) -> Field:
    kind = {"number": "number", "flag": "flag"}.get(each.kind, "text")
    hint = here.say("ask.date") if each.kind in ("from", "to") else ""
    options: tuple[str, ...] = ()
    if each.kind in _SUGGESTED:
        options = tuple(dict.fromkeys(one.label for one in names(here.graph, each.kind)))[:_MOST_OPTIONS]
    usual = "" if each.default in _ALWAYS else each.default or ""
    return Field(each.name, said(here, each.label), kind, value or usual, each.required, hint, options)


def sparql_of(here: Here, question: Question, given: dict[str, str]) -> str:
    """The question's SPARQL with its parameters filled in, for the editor; empty where they cannot be read, and for a
    search, which begins in another index.
    """
    if any(each.kind == "words" for each in question.parameters):
        return ""
    try:
        terms = bindings(here.graph, question, given)
    except UsageError:
        terms = {}
    text = question.sparql(frozenset(terms))
    body = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
    values: dict[str, Term] = {each.variable: terms[each.name] for each in question.parameters if each.name in terms}
    for name, term in {**values, "lang": Literal(here.language)}.items():
        body = bind(body, [name], [[token(term)]]) if f"?{name}" in body else body
    return body.strip() + "\n"


def _addresses(here: Here) -> tuple[tuple[str, str], ...]:
    asked = here.request.url.query
    found = ((form.upper(), here.links.path(f"{here.path}.{form}")) for form in OFFERED[1:])
    return tuple((name, f"{path}?{asked}" if asked else path) for name, path in found)


def _file(here: Here, question: Question, given: dict[str, str], form: str) -> Response:
    try:
        answer = ask(here.graph, question, given, here.language)
    except SagsgrafError as error:
        raise HTTPException(400, sentence_of(here.request, error)) from None
    page = Page(question.name, question.title, (_sourced(here, answer),))
    return Response(write_page(page, form, here.language), media_type=media_type(form))


def _sourced(here: Here, answer: Answer) -> Answer:
    found: Any = sources(here.graph, answer)
    return with_sources(answer, found, here.place) if any(found) else answer


ROUTES: list[BaseRoute] = [Route("/ask", limited(_index)), Route("/ask/{name}", limited(_question))]
