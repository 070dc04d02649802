"""A process that works on one value after another, within bounds, and can be ended at any time."""

import math
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

import msgspec

TOO_MUCH_MEMORY = "too-much-memory"


class Limits(msgspec.Struct, frozen=True):
    """What one value may take: `seconds`, and bytes of `memory`, where the system can bound it; 0 for no bound."""

    seconds: float = math.inf
    memory: int = 0


class Worker:
    """One process. `place` is that of the value it works on; `ready` once it has started and can be timed."""

    def __init__(self, work: Callable[[Any], Any], memory: int) -> None:
        """Starts it."""
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, work, memory), daemon=True)
        self._process.start()
        theirs.close()
        self.place: int | None = None
        self.ready = False
        self.since = math.inf

    def is_idle(self) -> bool:
        """Whether it waits for a value."""
        return self.ready and self.place is None

    def give(self, place: int, value: object) -> None:
        """Have it work on a value; one that has ended by now is found out when it is listened to."""
        self.place, self.since = place, time.monotonic()
        with suppress(OSError):
            self.pipe.send(value)

    def hear(self) -> tuple[str, Any] | None:
        """What it says: `done` and a result, `error` and an exception, the reason of a failure; None that it is ready.

        Raises `EOFError` or `OSError` where it has ended.
        """
        said: tuple[str, Any] = self.pipe.recv()
        if said[0] == "ready":
            self.ready = True
            return None
        if said[0] in {"done", "error"}:
            self.place, self.since = None, math.inf
        return said

    def end(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self.pipe.close()


def _serve(pipe: Connection, work: Callable[[Any], Any], memory: int) -> None:
    """The worker's side: it ends when the other side does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it ends it
    _bound(memory)
    with suppress(EOFError, OSError):
        pipe.send(("ready", None))
        while True:
            _answer(pipe, work, pipe.recv())


def _answer(pipe: Connection, work: Callable[[Any], Any], value: object) -> None:
    try:
        said = ("done", work(value))
    except MemoryError:
        said = (TOO_MUCH_MEMORY, None)
    except Exception as error:  # noqa: BLE001 - it is raised where the value came from
        said = ("error", error)
    pipe.send(said)


def _bound(memory: int) -> None:
    """Let the process have no more than `memory` bytes, on systems that can see to it."""
    if not memory:
        return
    try:
        import resource
    except ImportError:
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
