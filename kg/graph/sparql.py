"""What a person typed, asked of a store: checked first, then run in a process of its own that can be stopped."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec

from kg.errors import StoreError, UsageError
from kg.graph.guard import check
from kg.graph.results import read_rows
from kg.graph.rows import Iri, Rows, Term
from kg.model.fact import Literal

FORMS = ("table", "csv", "tsv", "json", "xml", "ttl", "nt")
TIMEOUT = 10.0  # seconds
MEMORY = 4_096  # megabytes of address space, where the platform can limit it

# isolated from the environment and the working folder, but finding modules where this process does
_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from kg.graph.worker import main; main()"


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
    """What the worker is asked."""

    store: str
    query: str
    form: str
    max_rows: int | None
    memory: int
    bindings: tuple[Bound, ...] = ()


class Reply(msgspec.Struct, frozen=True):
    """What the worker answers: `body`, or an `error`, in English and in Danish, with the name of its class."""

    body: bytes = b""
    truncated: bool = False
    error: tuple[str, ...] = ()
    kind: str = ""


class Answer(msgspec.Struct, frozen=True):
    """The bytes of the answer in the form asked for; `truncated` where it had more rows than were wanted."""

    body: bytes
    truncated: bool


class Table(msgspec.Struct, frozen=True):
    """An answer for a terminal: IRIs shortened by the known prefixes, literals as text."""

    columns: list[str]
    rows: list[list[str]]
    truncated: bool = False


def run(
    store: Path,
    query: str,
    form: str,
    *,
    timeout: float = TIMEOUT,
    max_rows: int | None = None,
    memory: int = MEMORY,
    bindings: Mapping[str, Term] | None = None,
) -> Answer:
    """Ask the store folder a SPARQL query (SELECT, ASK, CONSTRUCT or DESCRIBE) over the union of its graphs.

    `form` is `csv`, `tsv`, `json` or `xml` for rows, `ttl` or `nt` for triples, `table` (JSON) for either. All known
    prefixes are declared, unless the query declares them, and the variables of `bindings` are set. After `timeout`
    seconds, or beyond `memory` megabytes where the platform can tell, the query is stopped. Raises `UsageError` or
    `StoreError`, each one sentence.
    """
    if form not in FORMS:
        known = ", ".join(FORMS)
        raise UsageError(
            f"'{form}' is not a format for answers: choose one of {known}.",
            f"»{form}« er ikke et format for svar: vælg et af {known}.",
        )
    check(query)
    bound = tuple(_bound(name, term) for name, term in (bindings or {}).items())
    request = msgspec.json.encode(Request(str(Path(store).absolute()), query, form, max_rows, memory, bound))
    command = [sys.executable, "-I", "-c", _START, msgspec.json.encode(sys.path).decode()]
    try:
        done = subprocess.run(command, input=request, capture_output=True, timeout=timeout, check=False)  # noqa: S603 - this program itself
    except subprocess.TimeoutExpired:
        raise UsageError(
            f"The query took longer than {timeout:g} seconds and was stopped.",
            f"Spørgsmålet tog mere end {timeout:g} sekunder og blev stoppet.",
        ) from None
    if done.returncode != 0:
        raise UsageError(
            f"The query was stopped: it needed more than {memory} MB of memory, or nested too deep.",
            f"Spørgsmålet blev stoppet: det krævede mere end {memory} MB hukommelse eller gik for dybt ind i sig selv.",
        )
    return _answer(msgspec.msgpack.decode(done.stdout, type=Reply))


def table(store: Path, query: str, *, timeout: float = TIMEOUT, max_rows: int | None = None) -> Table:
    """The answer to a query as columns and rows of short strings; triples come as subject, predicate and object."""
    answer = run(store, query, "table", timeout=timeout, max_rows=max_rows)
    return msgspec.structs.replace(msgspec.json.decode(answer.body, type=Table), truncated=answer.truncated)


def rows(store: Path, query: str, bindings: Mapping[str, Term], *, timeout: float = TIMEOUT) -> Rows:
    """The answer to a SELECT or ASK with these variables set, as typed rows. Raises as `run` does."""
    return read_rows(run(store, query, "json", timeout=timeout, bindings=bindings).body)


def _bound(name: str, term: Term) -> Bound:
    if isinstance(term, Iri):
        return Bound(name, term.value)
    return Bound(name, term.value, term.datatype or "rdf:langString", term.language)


def _answer(reply: Reply) -> Answer:
    if reply.error:
        raise (UsageError if reply.kind == "UsageError" else StoreError)(*reply.error)
    return Answer(reply.body, reply.truncated)
