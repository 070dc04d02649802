"""What the pages share: the graph as it is now, addresses, and the reader's language."""

import threading
from contextlib import suppress
from typing import Any
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse

from kg.api import Graph, open_graph
from kg.errors import SagsgrafError, StoreError
from kg.graph.why import BASE
from kg.messages import LANGUAGES, Say, speaker
from kg.places import Places
from kg.serve.config import Config
from kg.serve.links import Links
from kg.serve.static import version
from kg.web import environment

# the ways through the explorer, which stand on every page
NAV = (
    "/cases", "/meetings", "/bodies", "/units", "/people", "/themes", "/loops", "/tasks", "/drives", "/network",
    "/timeline", "/sparql", "/health",
)  # fmt: skip


class Site:
    """One served store. `site_of(request)` gives it to a handler."""

    def __init__(self, config: Config) -> None:
        """Opens the store. Raises `StoreError` where there is none."""
        self.config = config
        self._lock = threading.Lock()
        self._graph = open_graph(config.store)

    def graph(self) -> Graph:
        """The graph of the newest generation; one that a handler holds stays as it is until the handler lets go."""
        if not self._graph.is_current():
            with self._lock:
                if not self._graph.is_current():
                    self._graph = open_graph(self.config.store)
        return self._graph

    @property
    def links(self) -> Links:
        """Addresses of the graph as it is now; where it has gone, as it was: the page that says so needs them too."""
        with suppress(StoreError):
            self.graph()
        return Links(self._graph.manifest.get("base") or BASE, self.config.base_path)


def texts_of(graph: Graph) -> Places:
    """Lines and texts of the documents; kept with the graph, for a build makes others."""
    if "places" not in graph.kept:
        graph.kept["places"] = Places(graph.path, graph.manifest)
    found: Places = graph.kept["places"]
    return found


def site_of(request: Request) -> Site:
    """The site that a request is for."""
    site: Site = request.app.state.site
    return site


def language_of(request: Request) -> str:
    """`da` or `en`: as the reader chose (`?lang=`, a cookie), else as the server was told, else as the browser says."""
    chosen = (
        request.query_params.get("lang", ""),
        request.cookies.get("lang", ""),
        site_of(request).config.language,
        _preferred(request.headers.get("accept-language", "")),
    )
    return next((each for each in chosen if each in LANGUAGES), "en")


def _preferred(header: str) -> str:
    """The first of the languages in an Accept-Language that we speak (browsers list them by preference)."""
    wanted = (part.split(";")[0].strip().lower()[:2] for part in header.split(","))
    return next((each for each in wanted if each in ("da", "en")), "en")


def say_of(request: Request) -> Say:
    """Texts in the reader's language."""
    return speaker(language_of(request))


def sentence_of(request: Request, error: SagsgrafError) -> str:
    """What a reader is told of an error: of the store, that it cannot be used, and not where it lies."""
    return say_of(request)("explorer.error.store") if type(error) is StoreError else error.said(language_of(request))


def render(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of the explorer from a template of `kg/serve/templates`, which extends `layout.html`.

    Templates have `say`, `link` (IRI to address), `path` (path to address), `static` (address of an asset), `language`,
    `nav`, `switch` (this page in the other language) and `request` beside `values`.
    """
    links = site_of(request).links
    say = say_of(request)
    text = (
        environment("kg.serve")
        .get_template(template)
        .render(
            say=say,
            link=links.of,
            path=links.path,
            static=lambda name: links.path(f"/static/{name}?v={version(name)}"),
            language=say("code"),
            nav=[(links.path(path), say(f"explorer.nav.{path[1:]}"), _is_here(request, path)) for path in NAV],
            switch=_switch(request, links),
            request=request,
            **values,
        )
    )
    return HTMLResponse(text, status)


def _is_here(request: Request, path: str) -> bool:
    here = str(request.scope["path"])
    return here == path or here.startswith(f"{path}.")


def _switch(request: Request, links: Links) -> str:
    """The address of this page in the other language."""
    other = "en" if language_of(request) == "da" else "da"
    pairs = [pair for pair in request.query_params.multi_items() if pair[0] != "lang"]
    path = quote(str(request.scope["path"]), safe="/=,:-._~")
    return links.path(f"{path}?{urlencode([*pairs, ('lang', other)])}")
