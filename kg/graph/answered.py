"""What a worker answers to a request, from a graph that is open: a body in one of the forms asked for."""

import re
from collections.abc import Collection, Iterator
from itertools import islice
from typing import IO, TYPE_CHECKING, TypeVar, cast

from kg.graph.graph import Graph
from kg.graph.guard import check
from kg.graph.protocol import Reply, Request, TooMuchError, UnfitError
from kg.graph.results import ROW_WRITERS, TRIPLE_WRITERS, write_rows, write_triples
from kg.graph.rows import Row, Rows, from_ox
from kg.graph.statements import statements

if TYPE_CHECKING:
    import pyoxigraph as ox

T = TypeVar("T")

_BETWEEN = b"},{"  # two rows of JSON
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"')


def answered(graph: Graph, request: Request) -> Reply:
    """The answer to a request. Raises `UsageError` where it may not be asked, or its answer not be given."""
    reply = _dumped(graph, request) if request.graph else _asked(graph, request)
    _check_size(len(reply.body), request)
    return reply


def _check_size(size: int, request: Request) -> None:
    if size > request.max_bytes:
        megabytes = request.max_bytes // 1_000_000
        raise TooMuchError(
            f"The answer is larger than {megabytes} MB: add a LIMIT, or ask for fewer columns.",
            f"Svaret fylder mere end {megabytes} MB: tilføj en LIMIT, eller bed om færre kolonner.",
        )


def _dumped(graph: Graph, request: Request) -> Reply:
    import pyoxigraph as ox

    form = _fitting(request, TRIPLE_WRITERS)
    lines = statements(graph.store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(request.graph)) or b"")
    return Reply(write_triples(lines, form), form)


def _asked(graph: Graph, request: Request) -> Reply:
    import pyoxigraph as ox

    check(request.query)
    result = graph.evaluate(
        request.query, {each.name: each.term() for each in request.bindings}, dataset=request.dataset
    )
    if isinstance(result, ox.QueryTriples):
        return _triples(result, request)
    form = _fitting(request, ROW_WRITERS)
    if isinstance(result, ox.QueryBoolean):
        rows = Rows(("answer",), ((from_ox(ox.Literal(bool(result))),),))
        return Reply(write_rows(rows, form, asked=True), form)
    if form == "json":
        return Reply(_json(result, request), form)
    columns = tuple(variable.value for variable in result.variables)
    found = tuple(_bounded(_read(result, request), request))
    return Reply(write_rows(Rows(columns, found), form), form)


class _Json:
    """A file that keeps what the engine writes to it, and no more of it than an answer may have.

    Every row is an object, and so is every term in it: where there are more braces than so many rows can have, the rows
    are counted.
    """

    def __init__(self, columns: int, request: Request) -> None:
        self._request = request
        self._parts: list[bytes] = []
        self._size = self._braces = 0
        self._enough = (columns + 1) * request.max_rows

    def write(self, part: bytes) -> int:
        self._parts.append(bytes(part))
        self._size += len(part)
        self._braces += part.count(b"{")
        _check_size(self._size, self._request)
        if self._braces > self._enough + 10:
            self._enough = 2 * self._braces
            self.text()
        return len(part)

    def flush(self) -> None:
        """Nothing: it is all here."""

    def text(self) -> bytes:
        """All of it."""
        text = b"".join(self._parts)
        if text.count(_BETWEEN) >= self._request.max_rows:  # those inside strings are counted too
            _check_rows(_STRING.sub(b"", text).count(_BETWEEN) + 1, self._request)
        return text


def _json(solutions: "ox.QuerySolutions", request: Request) -> bytes:
    """The form that programs ask for most, written by the engine: three times as fast as by us."""
    import pyoxigraph as ox

    file = _Json(len(solutions.variables), request)
    solutions.serialize(cast("IO[bytes]", file), format=ox.QueryResultsFormat.JSON)
    return file.text() + b"\n"


def _read(solutions: "ox.QuerySolutions", request: Request) -> Iterator[Row]:
    """The rows as our terms; no more than an answer may have."""
    size = 0
    for solution in solutions:
        row = tuple(map(from_ox, solution))
        for term in row:
            size += len(term.value) if term else 0
        _check_size(size, request)
        yield row


def _triples(result: "ox.QueryTriples", request: Request) -> Reply:
    import pyoxigraph as ox

    if request.forms == ("table",):
        distinct = _bounded(_distinct(result), request)
        found = sorted(tuple(map(from_ox, (each.subject, each.predicate, each.object))) for each in distinct)
        return Reply(write_rows(Rows(("subject", "predicate", "object"), tuple(found)), "table"), "table")
    form = _fitting(request, TRIPLE_WRITERS)
    triples = _bounded(_distinct(result), request)
    return Reply(write_triples(statements(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""), form), form)


def _distinct(found: "Iterator[ox.Triple]") -> "Iterator[ox.Triple]":
    seen: set[ox.Triple] = set()
    for each in found:
        if each not in seen:
            seen.add(each)
            yield each


def _bounded(found: Iterator[T], request: Request) -> list[T]:
    """All of them; raises `TooMuchError` as soon as there are more than the request allows."""
    some = list(islice(found, request.max_rows + 1))
    _check_rows(len(some), request)
    return some


def _check_rows(count: int, request: Request) -> None:
    if count > request.max_rows:
        raise TooMuchError(
            f"The answer has more than {request.max_rows} rows: add a LIMIT, or raise --max-rows.",
            f"Svaret har mere end {request.max_rows} rækker: tilføj en LIMIT, eller hæv --max-rows.",
        )


def _fitting(request: Request, writers: Collection[str]) -> str:
    """The first of the forms asked for that these can write."""
    form = next((each for each in request.forms if each in writers), None)
    if form is None:
        makes, giver = ("rows", "rækker") if "csv" in writers else ("triples", "tripler")
        known, asked = ", ".join(writers), ", ".join(request.forms)
        raise UnfitError(
            f"This query makes {makes}: choose one of {known}, not {asked}.",
            f"Spørgsmålet giver {giver}: vælg en af {known}, ikke {asked}.",
        )
    return form
