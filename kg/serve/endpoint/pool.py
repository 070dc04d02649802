"""The processes behind `/sparql`, for as long as the application runs."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request

from kg.graph import protocol
from kg.graph.pool import Pool
from kg.graph.protocol import Reply
from kg.serve.endpoint.answers import Outbox, gone

MAX_BYTES = 64_000_000  # of one answer
_SOON = 0.5  # seconds after which it is worth asking whether the client is still there
_DUMPS = 2  # whole graphs that are sent at once


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncIterator[None]:
    """While the application runs: `app.state.pool` answers typed queries, `app.state.outbox` counts what is sent."""
    config = app.state.site.config
    pool = Pool(config.store, workers=config.workers, memory=config.memory)
    app.state.pool = pool
    app.state.outbox = Outbox()
    app.state.dumps = asyncio.Semaphore(_DUMPS)
    pool.start()
    try:
        yield
    finally:
        await pool.stop()


async def wait(request: Request, asked: protocol.Request) -> Reply:
    """The pool's answer; a client who leaves ends the query (`ClientDisconnect`). Raises `SagsgrafError`."""
    asking = asyncio.ensure_future(request.app.state.pool.ask(asked))
    try:
        await asyncio.wait({asking}, timeout=_SOON)
        if not asking.done():
            leaving = asyncio.ensure_future(gone(request))
            await asyncio.wait({asking, leaving}, return_when=asyncio.FIRST_COMPLETED)
            leaving.cancel()
        if not asking.done():
            raise ClientDisconnect
        reply: Reply = asking.result()
        return reply
    finally:
        asking.cancel()
