"""What is said between this program and the process that a typed query runs in: frames of msgpack, length first."""

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from kg.errors import SagsgrafError, StoreError, UsageError
from kg.graph.dataset import Dataset
from kg.graph.rows import Iri, Term
from kg.model.fact import Literal

# isolated from the environment and the working folder, but finding modules where this process does
_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from kg.graph.worker import main; main()"
START = 60.0  # seconds in which a process must be ready to be asked
_HEAD = 8  # bytes that say how many follow
HAS_READ = b""  # what the worker says before it begins to answer: it ends from now on because of the question, or later
# how a process ends that somebody else ended, or the system where the whole machine ran short of memory
_OUTSIDE = {
    -getattr(signal, name) for name in ("SIGHUP", "SIGINT", "SIGQUIT", "SIGKILL", "SIGTERM") if hasattr(signal, name)
}


class RefusedError(UsageError):
    """The query asks for what none may here: to change the graph, or to ask another server."""


class UnfitError(UsageError):
    """The answer cannot be written in any of the forms that were asked for."""


class TooMuchError(UsageError):
    """The answer has more rows or bytes than were allowed."""


class StoppedError(UsageError):
    """The query took more time or memory than it was allowed, and was stopped."""


class BusyError(StoreError):
    """Too many queries are waiting: try again in a moment."""


_KINDS: dict[str, type[SagsgrafError]] = {
    each.__name__: each
    for each in (UsageError, StoreError, RefusedError, UnfitError, TooMuchError, StoppedError, BusyError)
}


class Bound(msgspec.Struct, frozen=True):
    """A variable and the term that it is set to; `datatype` is empty for an IRI."""

    name: str
    value: str
    datatype: str = ""
    language: str = ""

    def term(self) -> Term:
        """The term."""
        return Literal(self.value, self.datatype, self.language) if self.datatype else Iri(self.value)


class Request(msgspec.Struct, frozen=True):
    """What the worker is asked: a `query`, or, where it is given, all that a named `graph` holds.

    `forms` are those that the answer may have, the first that fits is taken; `timeout` is in seconds.
    """

    query: str
    forms: tuple[str, ...]
    timeout: float
    max_rows: int
    max_bytes: int
    bindings: tuple[Bound, ...] = ()
    dataset: Dataset | None = None
    graph: str = ""


class Reply(msgspec.Struct, frozen=True):
    """What the worker answers: `body` in one of the forms, or an `error`, in English and in Danish, and its class.

    `tired` says that the process has grown and is better replaced.
    """

    body: bytes = b""
    form: str = ""
    error: tuple[str, ...] = ()
    kind: str = ""
    tired: bool = False

    def checked(self) -> "Reply":
        """The reply itself; raises the error that it brings instead of an answer."""
        if self.error:
            raise _KINDS.get(self.kind, StoreError)(*self.error)
        return self


def reply_of(error: SagsgrafError) -> Reply:
    """A reply that brings an error."""
    return Reply(error=(error.said("en"), error.said("da")), kind=type(error).__name__)


def command(store: Path, memory: int) -> list[str]:
    """The command line of a worker for the store folder, with `memory` megabytes to use."""
    path = msgspec.json.encode(sys.path).decode()
    return [sys.executable, "-I", "-c", _START, path, str(Path(store).absolute()), str(memory)]


def frame(value: Request | Reply) -> bytes:
    """A value as it is sent."""
    return framed(msgspec.msgpack.encode(value))


def framed(body: bytes) -> bytes:
    """Bytes with their length before them."""
    return len(body).to_bytes(_HEAD, "big") + body


def unframed(buffer: bytes | bytearray) -> bytes | None:
    """What the first frame of a buffer holds; None where it is not whole yet."""
    if len(buffer) < _HEAD:
        return None
    end = _HEAD + int.from_bytes(buffer[:_HEAD], "big")
    return bytes(memoryview(buffer)[_HEAD:end]) if len(buffer) >= end else None


def unframed_all(buffer: bytes) -> Iterator[bytes]:
    """What the frames of a buffer hold, as far as they are whole."""
    start = 0
    while (body := unframed(buffer[start:])) is not None:
        yield body
        start += _HEAD + len(body)


def stopped_by_time(timeout: float) -> StoppedError:
    """The query took too long."""
    return StoppedError(
        f"The query took longer than {timeout:g} seconds and was stopped.",
        f"Spørgsmålet tog mere end {timeout:g} sekunder og blev stoppet.",
    )


def died(memory: int, code: int | None) -> StoppedError:
    """The query's process came to an end before it had answered, with this exit code."""
    if code in _OUTSIDE:
        return StoppedError(
            "The query's process was ended from outside before it had answered; the machine may be short of memory. Try"
            " again.",
            "Spørgsmålets proces blev afsluttet udefra, før den havde svaret; måske mangler maskinen hukommelse. Prøv"
            " igen.",
        )
    return StoppedError(
        f"The query was stopped: it needed more than {memory} MB of memory, or nested too deep.",
        f"Spørgsmålet blev stoppet: det krævede mere end {memory} MB hukommelse eller gik for dybt ind i sig selv.",
    )


def too_little(memory: int) -> UsageError:
    """No process starts with so many megabytes."""
    return UsageError(
        f"A process that answers questions cannot start with {memory} MB of memory: give more with --memory, or lift"
        " the system's own limit (ulimit -v).",
        f"En proces, der svarer på spørgsmål, kan ikke starte med {memory} MB hukommelse: giv mere med --memory, eller"
        " hæv systemets egen grænse (ulimit -v).",
    )
