"""Which pages elsewhere may read an answer (CORS): what `Config.cors` says, for the answers made for programs."""

from collections.abc import Sequence

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.site import Site

_METHODS = ("GET", "HEAD", "POST", "OPTIONS")


def allowed_origin(site: Site) -> str:
    """The origin whose pages may read: `*` for any, empty for none.

    `*` does not hold where the store kept personal data; an origin that was named does.
    """
    allowed = site.config.cors
    return "" if allowed == "*" and site.graph().manifest.get("personal_data") else allowed


def mark(headers: MutableHeaders, request: Headers, allowed: str) -> None:
    """Adds to an answer's headers what lets the pages of the `allowed` origin read it."""
    if allowed == "*":
        headers["access-control-allow-origin"] = "*"
    elif allowed:
        headers.add_vary_header("Origin")
        if request.get("origin") == allowed:
            headers["access-control-allow-origin"] = allowed


def options(request: Request, methods: Sequence[str] = _METHODS) -> Response:
    """The answer to OPTIONS, a browser's question before the question included."""
    answer = Response(status_code=204, headers={"allow": ", ".join(methods)})
    mark(answer.headers, request.headers, allowed_origin(request.app.state.site))
    if "access-control-request-method" in request.headers and "access-control-allow-origin" in answer.headers:
        answer.headers["access-control-allow-methods"] = ", ".join(methods)
        answer.headers["access-control-allow-headers"] = "accept, content-type"
        answer.headers["access-control-max-age"] = "86400"
    return answer


class Cors:
    """For a route that programs read: `Route(path, handler, methods=[…, "OPTIONS"], middleware=[Middleware(Cors)])`.

    Answers OPTIONS itself, and marks every other answer.
    """

    def __init__(self, app: ASGIApp) -> None:
        """`app` is what the route leads to."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, its answer marked."""
        request = Request(scope)
        if request.method == "OPTIONS":
            await options(request)(scope, receive, send)
            return
        allowed = allowed_origin(request.app.state.site)

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                mark(MutableHeaders(scope=message), request.headers, allowed)
            await send(message)

        await self._app(scope, receive, marked)
