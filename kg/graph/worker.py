"""The process that typed queries run in: requests on standard input, replies on standard output, until the input ends.

Nothing can interrupt a query from Python, and some end the process. Whoever started it kills it when time is up; should
nobody be left to do that, an alarm does.
"""

import contextlib
import faulthandler
import re
import signal
import sys
import threading
from pathlib import Path
from typing import BinaryIO

import msgspec

from kg.errors import StoreError, UsageError
from kg.graph.answered import answered
from kg.graph.graph import Graph
from kg.graph.protocol import HAS_READ, Reply, Request, frame, framed, reply_of

_STACK = 128 * 1024 * 1024  # bytes: the same on every platform, so that what the guard lets through has room
_GRACE = 2.0  # seconds beyond a query's time before the process ends itself
_GROWTH = 256 * 1024  # kilobytes beyond those of the first query


def main() -> None:
    """Serve the store folder named on the command line, on a thread with a deep stack."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started this; then the input ends
    threading.stack_size(_STACK)
    thread = threading.Thread(target=_serve, args=(Path(sys.argv[2]), int(sys.argv[3])))
    thread.start()
    thread.join()


def _serve(store: Path, memory: int) -> None:
    asked, source, target = Asked(store), sys.stdin.buffer, sys.stdout.buffer
    _limit_memory(memory)
    _send(target, frame(Reply()))
    while head := source.read(8):
        request = msgspec.msgpack.decode(source.read(int.from_bytes(head, "big")), type=Request)
        _send(target, framed(HAS_READ))
        _alarm(request.timeout + _GRACE)
        reply = asked.reply(request)
        _alarm(0)
        _send(target, frame(reply))


def _send(target: BinaryIO, data: bytes) -> None:
    target.write(data)
    target.flush()


def _alarm(seconds: float) -> None:
    """End this process after so many seconds, whatever it is doing then; 0 takes that back."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)  # no handler: the system ends the process
    elif seconds:
        faulthandler.dump_traceback_later(seconds, exit=True, file=sys.__stderr__ or sys.stderr)
    else:
        faulthandler.cancel_dump_traceback_later()


class Asked:
    """A store folder, its graph opened once and again when a build has made a new one."""

    def __init__(self, store: Path) -> None:
        """Opens the graph, if there is one."""
        self._store = store
        self._graph: Graph | None = None
        self._usual = 0
        try:
            self._opened()
        except StoreError:  # whoever asks is told
            return

    def reply(self, request: Request) -> Reply:
        """The answer to a request, or the sentence that says why there is none."""
        try:
            answer = answered(self._opened(), request)
        except (StoreError, UsageError) as error:
            answer = reply_of(error)
        except (OSError, RuntimeError, ValueError) as error:
            answer = reply_of(
                StoreError(f"The query could not be answered ({error}).", f"Spørgsmålet kunne ikke besvares ({error}).")
            )
        return msgspec.structs.replace(answer, tired=True) if self._has_grown() else answer

    def _opened(self) -> Graph:
        if self._graph is None or not self._graph.is_current():
            self._graph = None
            self._graph = Graph.open(self._store)
        return self._graph

    def _has_grown(self) -> bool:
        peak = _peak()
        self._usual = self._usual or peak
        return peak > self._usual + _GROWTH


def _peak() -> int:
    """The most memory that this process has held, in kilobytes; 0 where the platform does not say."""
    if held := _said_by_linux("VmHWM"):  # what getrusage says there begins with the peak of whoever started this
        return held
    try:
        import resource
    except ImportError:  # not on Windows
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 if sys.platform == "darwin" else peak


def _said_by_linux(name: str) -> int:
    """A figure of this process in kilobytes; 0 where the platform does not say."""
    with contextlib.suppress(OSError):
        held = re.search(rf"^{name}:\s*(\d+) kB", Path("/proc/self/status").read_text("utf-8", "replace"), re.MULTILINE)
        return int(held[1]) if held else 0
    return 0


def _limit_memory(megabytes: int) -> None:
    """So much for questions, beside what the process has reserved by now: with many processors that is much."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = min(
        (megabytes * 1024 + _said_by_linux("VmSize")) * 1024, sys.maxsize if hard == resource.RLIM_INFINITY else hard
    )
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
