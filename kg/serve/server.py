"""The server itself: a socket that is ours before anything else, and an end that is clean."""

import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn

from kg.errors import UsageError
from kg.serve.app import make_app
from kg.serve.config import Config

_PATIENCE = 3  # seconds that open connections have to finish
_BACKLOG = 256  # connections that wait to be accepted


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; `port` 0 is any free one. Raises `UsageError` where it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    if os.name != "nt":  # there it would let two programs have one port
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host.strip("[]"), port))
        made.listen(_BACKLOG)
    except OSError as error:
        made.close()
        raise UsageError(
            f"{host}:{port} cannot be listened on ({error.strerror or error}); another program may have it: give"
            " another port, such as -p 0 for any free one.",
            f"Der kan ikke lyttes på {host}:{port} ({error.strerror or error}); måske har et andet program den: giv en"
            " anden port, fx -p 0 for en ledig.",
        ) from None
    return made


def address_of(made: socket.socket, host: str, base_path: str) -> str:
    """Where a browser on this computer finds the server."""
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104 - compared
    return f"http://{name}:{made.getsockname()[1]}{base_path}/"


def serve(config: Config, made: socket.socket, ready: Callable[[], None], *, debug: bool = False) -> None:
    """Answer until the program is told to stop (SIGINT, SIGTERM).

    `ready` is called when it answers, and returns soon. Raises `StoreError` where there is no graph to serve.
    """
    server = _Server(
        uvicorn.Config(
            make_app(config),
            log_level="info" if debug else "critical",
            access_log=debug,
            server_header=False,
            lifespan="on",
            timeout_graceful_shutdown=_PATIENCE,
        ),
        ready,
    )
    server.run(sockets=[made])


class _Server(uvicorn.Server):
    """uvicorn, which says when it is ready, and for which being stopped is no failure."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals end the server, and are not raised again after that."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        kept = {each: signal.signal(each, self.handle_exit) for each in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for each, handler in kept.items():
                signal.signal(each, handler)
