"""What went wrong, as a page like the others: one sentence, and where to go on."""

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.errors import SagsgrafError, StoreError
from kg.messages import TEXTS
from kg.queries.names import UnknownNameError, names, nearest
from kg.serve.entity import NothingThereError
from kg.serve.negotiate import asked_form, split_suffix
from kg.serve.pages import remember_language
from kg.serve.pages.table import Part
from kg.serve.site import language_of, render, say_of, sentence_of, site_of

_KINDS = ("case", "body", "unit", "person", "theme", "meeting")
_DATA = ("ttl", "jsonld", "json", "csv")


def answer_error(request: Request, error: Exception) -> Response:
    """The answer to a request that could not be answered."""
    say = say_of(request)
    if isinstance(error, HTTPException):
        key = f"explorer.error.{error.status_code}"
        detail = error.detail if error.detail != HTTPStatus(error.status_code).phrase else ""
        sentence = detail or (say(key) if key in TEXTS else HTTPStatus(error.status_code).phrase)
        return _page(request, error.status_code, sentence, dict(error.headers or {}))
    if isinstance(error, NothingThereError | UnknownNameError):
        close = (
            _near(request, error.wanted) if isinstance(error, NothingThereError) else _called(request, error.nearest)
        )
        return _page(request, 404, error.said(language_of(request)), close=close)
    if isinstance(error, SagsgrafError):
        return _page(request, 503 if isinstance(error, StoreError) else 400, sentence_of(request, error))
    return _page(request, 500, say("explorer.error.500"))


def _page(
    request: Request, status: int, sentence: str, headers: dict[str, str] | None = None, close: list[Part] | None = None
) -> Response:
    _, suffix = split_suffix(str(request.scope["path"]), _DATA)
    if suffix or asked_form(request, ("html", "json")) == "json":
        return JSONResponse({"status": status, "error": sentence}, status, headers)
    page = render(request, "error.html", status=status, sentence=sentence, number=status, close=close or [])
    page.headers.update(headers or {})
    return remember_language(request, page)


def _near(request: Request, wanted: str) -> list[Part]:
    """Things whose names or addresses come close to what was asked for."""
    site = site_of(request)
    graph, links = site.graph(), site.links
    known = {each.label: each.iri for kind in _KINDS for each in names(graph, kind)}
    rest = wanted.removeprefix(links.base).rpartition("/")[2].replace("-", " ")
    return [Part(label, links.of(known[label])) for label in nearest(rest, known)] if rest else []


def _called(request: Request, labels: tuple[str, ...]) -> list[Part]:
    site = site_of(request)
    known = {each.label: each.iri for kind in _KINDS for each in names(site.graph(), kind)}
    return [Part(label, site.links.of(known[label])) for label in labels if label in known]
