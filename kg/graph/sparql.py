"""What a person typed, asked of a store: run in a process of its own that can be stopped."""

import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec

from kg.errors import StoreError, UsageError
from kg.graph.protocol import (
    HAS_READ,
    START,
    Bound,
    Reply,
    Request,
    StoppedError,
    command,
    died,
    frame,
    stopped_by_time,
    too_little,
    unframed_all,
)  # fmt: skip
from kg.graph.results import read_rows
from kg.graph.rows import Iri, Rows, Term

FORMS = ("table", "csv", "tsv", "json", "xml", "ttl", "nt", "jsonld", "rdf")
TIMEOUT = 10.0  # seconds
MEMORY = 4_096  # megabytes of address space, where the platform can limit it
MAX_ROWS = 1_000_000
MAX_BYTES = 1_000_000_000
_LONGEST = 86_400  # seconds
_READY = frame(Reply())  # what a process says first


class Answer(msgspec.Struct, frozen=True):
    """The bytes of the answer in the form asked for."""

    body: bytes


class Table(msgspec.Struct, frozen=True):
    """An answer for a terminal: IRIs shortened by the known prefixes, literals as text."""

    columns: list[str]
    rows: list[list[str]]


def run(
    store: Path,
    query: str,
    form: str,
    *,
    timeout: float = TIMEOUT,
    max_rows: int = MAX_ROWS,
    memory: int = MEMORY,
    bindings: Mapping[str, Term] | None = None,
) -> Answer:
    """Ask the store folder a SPARQL query (SELECT, ASK, CONSTRUCT or DESCRIBE) over the union of its graphs.

    `form` is `csv`, `tsv`, `json` or `xml` for rows, `ttl`, `nt`, `jsonld` or `rdf` for triples, `table` (JSON) for
    either. All known prefixes are declared, unless the query declares them, and the variables of `bindings` are set.
    After `timeout` seconds, beyond `max_rows` rows, or beyond `memory` megabytes where the platform can tell, the query
    is stopped. Raises `UsageError` or `StoreError`, each one sentence.
    """
    if form not in FORMS:
        known = ", ".join(FORMS)
        raise UsageError(
            f"'{form}' is not a format for answers: choose one of {known}.",
            f"»{form}« er ikke et format for svar: vælg et af {known}.",
        )
    bound = tuple(_bound(name, term) for name, term in (bindings or {}).items())
    request = Request(query, (form,), checked_timeout(timeout), max_rows, MAX_BYTES, bound)
    return Answer(_asked(store, request, memory).body)


def checked_timeout(seconds: float) -> float:
    """A time that a query may take, as it is. Raises `UsageError` for none that a clock can keep, such as `nan`."""
    if 0 < seconds <= _LONGEST:
        return seconds
    raise UsageError(
        f"A question may take more than 0 and at most {_LONGEST} seconds, not {seconds:g}.",
        f"Et spørgsmål må tage mere end 0 og højst {_LONGEST} sekunder, ikke {seconds:g}.",
    )


def read_table(answer: Answer) -> Table:
    """The answer in the form `table`, in short strings; of triples the columns are subject, predicate and object."""
    return msgspec.json.decode(answer.body, type=Table)


def rows(store: Path, query: str, bindings: Mapping[str, Term], *, timeout: float = TIMEOUT) -> Rows:
    """The answer to a SELECT or ASK with these variables set, as typed rows. Raises as `run` does."""
    return read_rows(run(store, query, "json", timeout=timeout, bindings=bindings).body)


def _bound(name: str, term: Term) -> Bound:
    if isinstance(term, Iri):
        return Bound(name, term.value)
    return Bound(name, term.value, term.datatype or "rdf:langString", term.language)


def check_memory(store: Path, memory: int) -> None:
    """Raises `UsageError` where a process of so many megabytes cannot answer even the smallest question."""
    try:
        _asked(store, Request("ASK {}", ("csv",), START, 1, MAX_BYTES), memory)
    except StoppedError:
        raise too_little(memory) from None
    except StoreError:  # whoever serves it says so
        return


def _asked(store: Path, request: Request, memory: int) -> Reply:
    """The reply of a process that answers this request only; its time begins when it can be asked."""
    with _process(store, memory) as process:
        try:
            said, _ = process.communicate(frame(request), timeout=request.timeout)
        except subprocess.TimeoutExpired:
            raise stopped_by_time(request.timeout) from None
    bodies = list(unframed_all(said))
    if not bodies or bodies[-1] == HAS_READ:
        raise died(memory, process.returncode)
    return msgspec.msgpack.decode(bodies[-1], type=Reply).checked()


@contextmanager
def _process(store: Path, memory: int) -> Iterator["subprocess.Popen[bytes]"]:
    """A process that can be asked; it is ended afterwards. Raises `UsageError` where it does not start."""
    with subprocess.Popen(  # noqa: S603 - this program itself
        command(store, memory), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        late = threading.Timer(START, process.kill)
        late.start()
        try:
            is_ready = process.stdout is not None and process.stdout.read(len(_READY)) == _READY
            late.cancel()
            if not is_ready:
                raise too_little(memory)
            yield process
        finally:
            late.cancel()
            process.kill()
