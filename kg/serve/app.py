"""The application: every route, and what holds for every answer."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kg.serve.config import LOOPBACK, Config
from kg.serve.site import Site, render
from kg.serve.static import STATIC
from kg.serve.wire import Guard

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
}


def make_app(config: Config) -> Starlette:
    """The explorer over one store. Raises `StoreError` where there is no graph to serve."""
    site = Site(config)

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        yield

    app = Starlette(
        routes=_routes(),
        lifespan=life,
        middleware=[Middleware(Guard, hosts=(*LOOPBACK, *config.hosts), base_path=config.base_path, headers=HEADERS)],
    )
    app.state.site = site
    return app


def _routes() -> list[BaseRoute]:
    return [Route("/", _start), *STATIC]


async def _start(request: Request) -> Response:
    return render(request, "start.html")
