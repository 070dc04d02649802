"""Handlers that ask the graph: on threads of their own, and only so many at once."""

from collections.abc import Awaitable, Callable
from functools import partial

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response

Handler = Callable[[Request], Response]


def limited(handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    """The handler as an endpoint that waits where as many pages are being made as the server makes at once."""

    async def endpoint(request: Request) -> Response:
        return await to_thread.run_sync(partial(handler, request), limiter=request.app.state.limit)

    return endpoint
