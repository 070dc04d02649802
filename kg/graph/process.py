"""One worker process, as an event loop sees it: a request goes in, a reply comes out, or it dies."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import cast

import msgspec

from kg.graph.protocol import HAS_READ, START, Reply, Request, command, frame, framed, unframed

_LINGER = 1.0  # seconds that what a process said may take to arrive after its end


class DeadError(Exception):
    """The process ended before it had answered, with this exit `code` (that of a signal is negative)."""

    def __init__(self, code: int | None, *, has_read: bool) -> None:
        """`has_read` is whether it had read the question: one that had not was not ended by it."""
        super().__init__(code)
        self.code = code
        self.has_read = has_read


class Process(asyncio.SubprocessProtocol):
    """A worker process. `answered` counts its replies."""

    def __init__(self, ended: "Callable[[Process], None]") -> None:
        """`ended` is called once, when the process is no more. Made by `start_process`."""
        self.answered = 0
        self._has_read = False
        self._is_leaving = False
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
        return self._transport is not None and not self._is_leaving and not self._transport.is_closing()

    async def ready(self) -> None:
        """Returns when the process can be asked. Raises `DeadError` where it never will."""
        await self._reply

    def ask(self, request: Request) -> asyncio.Future[Reply]:
        """The reply to come, or `DeadError`. One question at a time."""
        self._reply = self._loop.create_future()
        self._has_read = False
        if self._over.done():
            self._fail()
        elif self.is_alive:
            pipe = cast(
                "asyncio.WriteTransport", cast("asyncio.SubprocessTransport", self._transport).get_pipe_transport(0)
            )
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
        """Called by the loop with a part of what the process says."""
        self._buffer += data
        while (body := unframed(self._buffer)) is not None:
            del self._buffer[: len(framed(body))]
            if body == HAS_READ:
                self._has_read = True
            elif not self._reply.done():
                self.answered += 1
                self._reply.set_result(msgspec.msgpack.decode(body, type=Reply))

    def pipe_connection_lost(self, fd: int, exc: Exception | None) -> None:  # noqa: ARG002 - as the loop calls it
        """Called by the loop when a pipe closes: the process dies, or is about to."""
        self._is_leaving = True

    def process_exited(self) -> None:
        """Called by the loop when the process is no more; what it said before may still be on its way."""
        self._is_leaving = True
        if self._transport is not None:
            self._loop.call_later(_LINGER, self._transport.close)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - as the loop calls it
        """Called by the loop when the process is no more and everything that it said is here."""
        self._is_leaving = True
        self._fail()
        if self._transport is not None:
            self._transport.close()
        if not self._over.done():
            self._over.set_result(None)
            self._ended(self)

    def _fail(self) -> None:
        if not self._reply.done():
            code = None if self._transport is None else self._transport.get_returncode()
            self._reply.set_exception(DeadError(code, has_read=self._has_read))
            self._reply.exception()  # nobody may be waiting for it


async def start_process(
    store: Path, memory: int, made: Callable[[Process], None], ended: Callable[[Process], None]
) -> Process:
    """A worker over the store folder that can be asked. Raises `DeadError` or `OSError` where it does not start; of the
    latter `TimeoutError` where that takes too long. `made` gets it before it is ready: whoever cancels this sees to it
    that it is over.
    """
    _, process = await asyncio.get_running_loop().subprocess_exec(
        lambda: Process(ended), *command(store, memory), stderr=asyncio.subprocess.DEVNULL
    )
    made(process)
    try:
        async with asyncio.timeout(START):
            await process.ready()
    except BaseException:
        process.kill()
        await process.over()
        raise
    return process
