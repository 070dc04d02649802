"""The application: every route, and what holds for every answer."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from kg.errors import SagsgrafError
from kg.serve import ask_page, boards, endpoint, entity, find, health, lists, reconcile, source, start, static
from kg.serve.config import LOOPBACK, Config
from kg.serve.pages import Kept, limiter, warm
from kg.serve.pages.errors import answer_error
from kg.serve.site import Site
from kg.serve.wire import Guard

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
    " frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
}
# the first that fits answers, so what is told apart most exactly stands first
_ROUTES: tuple[list[BaseRoute], ...] = (
    endpoint.ROUTES, start.ROUTES, source.ROUTES, reconcile.ROUTES, health.ROUTES, ask_page.ROUTES, find.ROUTES,
    lists.ROUTES, boards.ROUTES, entity.ROUTES, static.ROUTES,
)  # fmt: skip


def make_app(config: Config) -> Starlette:
    """The explorer over one store. Raises `StoreError` where there is no graph to serve."""
    site = Site(config)

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        app.state.limit = limiter()
        async with endpoint.lifespan(app):
            ends = threading.Event()
            warming = asyncio.create_task(run_in_threadpool(warm, site, ends))
            yield
            ends.set()
            await warming

    app = Starlette(
        routes=[route for routes in _ROUTES for route in routes],
        lifespan=life,
        middleware=[Middleware(Guard, hosts=(*LOOPBACK, *config.hosts), base_path=config.base_path, headers=HEADERS)],
        exception_handlers={HTTPException: _wrong, SagsgrafError: _wrong, Exception: _broken},
    )
    app.state.site = site
    app.state.kept = Kept()
    return app


async def _wrong(request: Request, error: Exception) -> Response:
    return await run_in_threadpool(answer_error, request, error)


async def _broken(request: Request, error: Exception) -> Response:
    """The answer where the program is at fault; it leaves outside of `Guard`, so it takes the headers along."""
    answer = await run_in_threadpool(answer_error, request, error)
    answer.headers.update(HEADERS)
    return answer
