"""How answers for programs leave: whole and bounded, or as one sentence that says why not, in the reader's language."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import suppress

import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from kg.errors import SagsgrafError
from kg.graph.protocol import BusyError, RefusedError, StoppedError, UnfitError
from kg.serve.cors import allowed_origin, mark, options
from kg.serve.negotiate import accept_of, choose, media_type
from kg.serve.site import say_of, sentence_of

_PIECE = 1 << 16  # bytes
_PATIENCE = 30.0  # seconds that a client may take to read one piece
_MOST = 256_000_000  # bytes of answers that may be on their way at once

Handler = Callable[[Request], Awaitable[Response]]


class RefusalError(Exception):
    """A request that is answered by a status and one sentence: `key` of the catalogue, filled with `values`."""

    def __init__(self, status: int, key: str, headers: Mapping[str, str] | None = None, **values: object) -> None:
        """`headers` go with the answer."""
        super().__init__(status, key)
        self.status = status
        self.key = key
        self.headers = headers
        self.values = values


def refused(request: Request, error: RefusalError | SagsgrafError) -> Response:
    """The answer that says why there is none: plain text, or JSON (RFC 9457) for those who like that better."""
    headers = dict((error.headers if isinstance(error, RefusalError) else None) or {})
    if isinstance(error, RefusalError):
        status, sentence = error.status, say_of(request)(error.key, **error.values)
    else:
        status, sentence = status_of(error), sentence_of(request, error)
    if isinstance(error, BusyError):
        headers["retry-after"] = "1"
    headers["cache-control"] = "no-store"
    if choose(accept_of(request.headers), ("text", "problem")) == "problem":
        problem = {"type": "about:blank", "status": status, "detail": sentence}
        return Response(msgspec.json.encode(problem), status, headers, media_type("problem"))
    return Response(f"{sentence}\n", status, headers, media_type("text"))


def status_of(error: SagsgrafError) -> int:
    """400 for what the reader can mend; 403 for what nobody may; 503 for what the server could not, or not in time."""
    match error:
        case RefusedError():
            return 403
        case UnfitError():
            return 406
        case StoppedError():
            return 503
        case _:
            return 400 if error.exit_code == 2 else 503


class Door:
    """A route that answers programs: the methods that it knows, CORS, and every refusal as a sentence."""

    def __init__(self, handlers: Mapping[str, Handler]) -> None:
        """`handlers` by method; HEAD goes where GET goes."""
        self._handlers = dict(handlers)
        self._allowed = tuple(each for each in ("GET", "HEAD", "POST") if each in handlers or each == "HEAD")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        request = Request(scope, receive, send)
        with suppress(ClientDisconnect):  # nobody is left to answer
            answer = await self._answer(request)
            mark(answer.headers, request.headers, allowed_origin(request.app.state.site))
            await answer(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        allowed = (*self._allowed, "OPTIONS")
        if request.method == "OPTIONS":
            return options(request, allowed)
        handler = self._handlers.get("GET" if request.method == "HEAD" else request.method)
        if handler is None:
            names = ", ".join(allowed)
            error = RefusalError(405, "endpoint.method", {"allow": names}, method=request.method[:20], allowed=names)
            return refused(request, error)
        try:
            return await handler(request)
        except (RefusalError, SagsgrafError) as error:
            return refused(request, error)


async def gone(request: Request) -> None:
    """Returns when the client is no longer there. Only after the body was read."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


class Outbox:
    """How many bytes of answers are on their way."""

    def __init__(self, most: int = _MOST) -> None:
        """`most` at once."""
        self._free = most

    def take(self, size: int) -> bool:
        """Whether there is room for an answer; it must be given back."""
        if size > self._free:
            return False
        self._free -= size
        return True

    def give(self, size: int) -> None:
        """An answer has left."""
        self._free += size


class Sent(Response):
    """An answer that is sent piece by piece, so that whoever does not read cannot keep it for ever."""

    def __init__(self, request: Request, body: bytes, form: str) -> None:
        """`form` as in `negotiate`."""
        super().__init__(body, media_type=media_type(form), headers={"vary": "Accept"})
        self._request = request

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Sends it, or says that too much is being sent."""
        size = len(self.body)
        if size <= _PIECE:
            await super().__call__(scope, receive, send)
            return
        outbox: Outbox = self._request.app.state.outbox
        if not outbox.take(size):
            await refused(self._request, RefusalError(503, "endpoint.busy", {"retry-after": "5"}))(scope, receive, send)
            return
        try:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            for start in range(0, size, _PIECE):
                piece = bytes(self.body[start : start + _PIECE])
                await _send_piece(send, piece, more=start + _PIECE < size)
        except TimeoutError:  # unfinished: the server closes the connection
            return
        finally:
            outbox.give(size)


class Streamed(Response):
    """An answer of unknown length, made while it is read."""

    def __init__(self, request: Request, pieces: AsyncGenerator[bytes], form: str) -> None:
        """`pieces` are closed when the client has gone."""
        super().__init__(media_type=media_type(form), headers={"vary": "Accept"})
        del self.headers["content-length"]
        self._request = request
        self._pieces = pieces

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - as ASGI has it
        """Sends what comes."""
        leaving = asyncio.ensure_future(gone(self._request))
        try:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            async for piece in self._pieces:
                if leaving.done():
                    return
                await _send_piece(send, piece, more=True)
            await _send_piece(send, b"", more=False)
        except TimeoutError:  # unfinished: the server closes the connection
            return
        finally:
            leaving.cancel()
            await self._pieces.aclose()


async def _send_piece(send: Send, piece: bytes, *, more: bool) -> None:
    async with asyncio.timeout(_PATIENCE):
        await send({"type": "http.response.body", "body": piece, "more_body": more})
