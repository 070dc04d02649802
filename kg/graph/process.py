"""One worker process, as an event loop sees it: a request goes in, a reply comes out, or it dies."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import cast

import msgspec

from kg.graph.protocol import Reply, Request, command, frame, unframed


class DeadError(Exception):
    """The process ended before it had answered."""


class Process(asyncio.SubprocessProtocol):
    """A worker process. `answered` counts its replies."""

    def __init__(self, ended: "Callable[[Process], None]") -> None:
        """`ended` is called once, when the process is no more. Made by `start_process`."""
        self.answered = 0
        self._ended = ended
        self._loop = asyncio.get_running_loop()
        self._reply: asyncio.Future[Reply] = self._loop.create_future()  # the first one says that it is ready
        self._buffer = bytearray()
        self._transport: asyncio.SubprocessTransport | None = None
        self._over: asyncio.Future[None] = self._loop.create_future()

    @property
    def pid(self) -> int:
        """The number by which the system knows the process."""
        return -1 if self._transport is None else self._transport.get_pid()

    @property
    def is_alive(self) -> bool:
        """Whether it can still be asked."""
        return self._transport is not None and not self._over.done() and not self._transport.is_closing()

    async def ready(self) -> None:
        """Returns when the process can be asked. Raises `DeadError` where it never will."""
        await self._reply

    def ask(self, request: Request) -> asyncio.Future[Reply]:
        """The reply to come, or `DeadError`. One question at a time."""
        self._reply = self._loop.create_future()
        if self._transport is None or not self.is_alive:
            self._reply.set_exception(DeadError())
            return self._reply
        pipe = cast("asyncio.WriteTransport", self._transport.get_pipe_transport(0))
        pipe.write(frame(request))
        return self._reply

    def kill(self) -> None:
        """End the process, whatever it is doing."""
        if self._transport is not None:
            with suppress(ProcessLookupError):
                self._transport.kill()
            self._transport.close()

    async def over(self) -> None:
        """Returns when the process is no more."""
        await asyncio.shield(self._over)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Called by the loop when the process runs."""
        self._transport = cast("asyncio.SubprocessTransport", transport)

    def pipe_data_received(self, fd: int, data: bytes) -> None:  # noqa: ARG002 - as the loop calls it
        """Called by the loop with a part of a reply."""
        self._buffer += data
        body = unframed(self._buffer)
        if body is not None and not self._reply.done():
            self._buffer.clear()
            self.answered += 1
            self._reply.set_result(msgspec.msgpack.decode(body, type=Reply))

    def pipe_connection_lost(self, fd: int, exc: Exception | None) -> None:  # noqa: ARG002 - as the loop calls it
        """Called by the loop when a pipe closes: the process dies, or is about to."""
        self._fail()

    def process_exited(self) -> None:
        """Called by the loop when the process is no more."""
        self._fail()
        if not self._over.done():
            self._over.set_result(None)
            self._ended(self)
        if self._transport is not None:
            self._transport.close()

    def _fail(self) -> None:
        if not self._reply.done():
            self._reply.set_exception(DeadError())
            self._reply.exception()  # nobody may be waiting for it


async def start_process(store: Path, memory: int, ended: Callable[[Process], None]) -> Process:
    """A worker over the store folder that can be asked. Raises `DeadError` or `OSError` where it does not start."""
    _, process = await asyncio.get_running_loop().subprocess_exec(
        lambda: Process(ended), *command(store, memory), stderr=asyncio.subprocess.DEVNULL
    )
    try:
        await process.ready()
    except BaseException:
        process.kill()
        await process.over()
        raise
    return process
