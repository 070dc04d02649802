"""A page: what it holds, in which form it is sent, and that it is made once for each graph."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from threading import Event, Lock
from typing import Any

import msgspec
from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from kg.api import Graph
from kg.errors import SagsgrafError, UsageError
from kg.messages import LANGUAGES, Say, speaker
from kg.pictures.items import Item, read_items, show_items
from kg.queries.answer import Page
from kg.serve.forms import OFFERED, data_form
from kg.serve.links import Links
from kg.serve.negotiate import asked_form, media_type, split_suffix
from kg.serve.pages.names import Directory, directory_of
from kg.serve.site import Site, language_of, render, site_of, texts_of

_AT_ONCE = 2  # pages that are made at the same time: more would only take turns, and all would come late
_KEPT = 48_000_000  # bytes of answers that are kept
_LONGEST = 4_000  # characters of an address; what is longer was made by no link of ours


class Here:
    """One request, and the graph that it is about: the same one from the first question to the last."""

    def __init__(self, request: Request, path: str, graph: Graph | None = None) -> None:
        """`path` is the request's without the suffix that names a form; `graph` is the newest unless given."""
        self.request = request
        self.path = path
        self.site = site_of(request)
        self.graph: Graph = graph or self.site.graph()
        self.links: Links = self.site.links
        self._places = texts_of(self.graph)
        self.language = language_of(request)
        self.say: Say = speaker(self.language)

    def given(self, name: str) -> str:
        """What the address says of `name`; empty where it says nothing."""
        return self.request.query_params.get(name, "").strip()

    @property
    def directory(self) -> Directory:
        """Every name of the graph."""
        return directory_of(self.graph, self.language)

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item of the graph, by date."""
        return read_items(self.graph, self.language)

    def line(self, document: str, offset: int) -> int:
        """The line of an offset in a document."""
        return self._places.line(document, offset)

    def place(self, document: str, offset: int) -> str:
        """The same with the page, where the document has pages."""
        return self._places.place(self.language, document, offset)

    def page(self, name: str, **given: str | None) -> Page:
        """A page of ready questions in the reader's language."""
        from kg.queries.pages import layout_of, page

        return page(self.graph, layout_of(name), given, self.language)


def warm(site: Site, ends: Event) -> None:
    """Read once what every page needs, then what pictures do, so that the first reader does not wait for it.

    Breaks off where the server `ends`, or the graph goes away: then whoever asks is told.
    """
    with suppress(SagsgrafError, OSError):
        for language in LANGUAGES:
            for read in (directory_of, read_items, _warm_pictures):
                if ends.is_set():
                    return
                read(site.graph(), language)


def _warm_pictures(graph: Graph, language: str) -> None:
    from kg.pictures.network import Choice, read_network

    show_items(graph, read_items(graph, language))
    read_network(graph, Choice(), language)


class Content(msgspec.Struct, frozen=True):
    """What a page holds. `view` gives what its template needs and is only called for HTML; `page` has the same as
    typed rows; `nodes` are those whose triples Turtle and JSON-LD have, with `whole` also those of their parts.
    """

    template: str
    title: str
    page: Page
    view: Callable[[], dict[str, Any]]
    nodes: tuple[str, ...] = ()
    whole: bool = False
    iri: str = ""
    status: int = 200


class ElsewhereError(Exception):
    """What was asked for has a page of its own, at `address`."""

    def __init__(self, address: str) -> None:
        """`address` is on this server."""
        super().__init__(address)
        self.address = address


Handler = Callable[[Here], Content]
Key = tuple[object, ...]


class Answered(msgspec.Struct, frozen=True):
    """An answer that can be sent again."""

    body: bytes
    media: str
    tag: str
    headers: dict[str, str]
    status: int


class Kept:
    """Answers of one generation of the graph, those that were asked for longest ago dropped when there are too many."""

    def __init__(self, most: int = _KEPT) -> None:
        """`most` is in bytes."""
        self._most = most
        self._size = 0
        self._lock = Lock()
        self._found: OrderedDict[Key, Answered] = OrderedDict()

    def get(self, key: Key) -> Answered | None:
        """The answer, if it is still there."""
        with self._lock:
            found = self._found.get(key)
            if found is not None:
                self._found.move_to_end(key)
            return found

    def put(self, key: Key, answer: Answered) -> None:
        """Keep an answer that is small beside all that is kept."""
        weight = _weight(key, answer)
        if weight > self._most // 8:
            return
        with self._lock:
            old = self._found.pop(key, None)
            self._size += weight - (_weight(key, old) if old else 0)
            self._found[key] = answer
            while self._size > self._most:
                self._size -= _weight(*self._found.popitem(last=False))


def _weight(key: Key, answer: Answered) -> int:
    """The bytes that an answer takes, about: its address and headers may be longer than a short body."""
    return len(answer.body) + sum(map(len, answer.headers.values())) + len(repr(key)) + 1_000


def routes(path: str, handler: Handler) -> list[BaseRoute]:
    """The routes of a page in HTML and, by suffix, in its other forms."""
    made = answering(handler)
    return [Route(path, made), Route(f"{path}.{{form}}", made)]


def answering(handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint that sends what `handler` makes: in the form asked for, from what is kept where it is there."""

    async def endpoint(request: Request) -> Response:
        path, form = form_of(request)
        if len(str(request.url)) > _LONGEST:
            raise UsageError("The address is too long.", "Adressen er for lang.")
        site = site_of(request)
        kept: Kept = request.app.state.kept
        query = tuple(sorted(pair for pair in request.query_params.multi_items() if pair[0] != "lang"))
        graph = site.graph()
        key = (graph.mark, path, query, language_of(request), form)
        answer = kept.get(key)
        if answer is None:
            limit: CapacityLimiter = request.app.state.limit
            try:
                answer = await to_thread.run_sync(
                    partial(_make, handler, Here(request, path, graph), form), limiter=limit
                )
            except ElsewhereError as elsewhere:
                return RedirectResponse(elsewhere.address, 303)
            kept.put(key, answer)
        return _send(request, answer)

    return endpoint


def form_of(request: Request) -> tuple[str, str]:
    """The path without its suffix, and the form of the answer."""
    path, suffix = split_suffix(str(request.scope["path"]), OFFERED)
    return path, suffix or asked_form(request, OFFERED) or "html"


def _make(handler: Handler, here: Here, form: str) -> Answered:
    content = handler(here)
    body = html_of(here, content) if form == "html" else data_form(here.graph, content, form, here.language)
    headers = {"vary": "Accept, Accept-Language, Cookie", "link": _link_header(here, content)}
    return Answered(body, media_type(form), f'"{_digest(body)}"', headers, content.status)


def html_of(here: Here, content: Content) -> bytes:
    """The page for people."""
    alternates = alternates_of(here)
    made: HTMLResponse = render(
        here.request,
        content.template,
        here=here,
        title=content.title,
        iri=content.iri,
        alternates=alternates,
        **content.view(),
    )
    return bytes(made.body)


def alternates_of(here: Here) -> dict[str, str]:
    """The addresses of the other forms of this page."""
    query = "&".join(
        part for part in here.request.url.query.split("&") if part and part.partition("=")[0] not in ("lang", "format")
    )
    path = here.links.path(_quoted(here.path))
    if here.path == "/" or here.path.endswith("/resource"):
        return {form: f"{path}?{query}&format={form}".replace("?&", "?") for form in OFFERED[1:]}
    return {form: f"{path}.{form}{'?' if query else ''}{query}" for form in OFFERED[1:]}


def _link_header(here: Here, content: Content) -> str:
    found = [
        f'<{address}>; rel="alternate"; type="{media_type(form).partition(";")[0]}"'
        for form, address in alternates_of(here).items()
    ]
    if content.iri:
        from kg.graph.terms import iri_token

        found.append(f'{_ascii(iri_token(content.iri))}; rel="describes"')
    return ", ".join(found)


def _quoted(path: str) -> str:
    from urllib.parse import quote

    return quote(path, safe="/=,:-._~")


def _ascii(text: str) -> str:
    from urllib.parse import quote

    return quote(text, safe="<>/#?&=,:;-._~%!$'()*+@[]")


def _digest(body: bytes) -> str:
    import hashlib

    return hashlib.sha256(body).hexdigest()[:16]


def _send(request: Request, answer: Answered) -> Response:
    headers = {**answer.headers, "etag": answer.tag, "cache-control": "no-cache"}
    if answer.status == 200 and answer.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    response = Response(answer.body, answer.status, headers, answer.media)
    return remember_language(request, response)


def remember_language(request: Request, response: Response) -> Response:
    """The response; with a cookie where the address chooses a language."""
    chosen = request.query_params.get("lang", "")
    if chosen in ("da", "en"):
        path = site_of(request).config.base_path or "/"
        response.set_cookie("lang", chosen, max_age=31_536_000, path=path, samesite="lax", httponly=True)
    return response


def limiter() -> CapacityLimiter:
    """How many pages are made at once; belongs to one event loop."""
    return CapacityLimiter(_AT_ONCE)
