"""The process that a typed query runs in: one request on standard input, one reply on standard output, then the end."""

import sys
import threading
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kg.errors import SagsgrafError, StoreError, UsageError
from kg.graph.graph import Graph
from kg.graph.results import ROW_WRITERS, write_rows
from kg.graph.rows import Rows, from_ox
from kg.graph.sparql import Reply, Request
from kg.graph.statements import statements
from kg.graph.turtle import turtle

if TYPE_CHECKING:
    import pyoxigraph as ox

_STACK = 128 * 1024 * 1024  # bytes: the same on every platform, so that what the guard lets through has room


def main() -> None:
    """Read a request, answer it on a thread with a deep stack, write the reply."""
    request = msgspec.json.decode(sys.stdin.buffer.read(), type=Request)
    _limit_memory(request.memory)
    replies: list[Reply] = []
    threading.stack_size(_STACK)
    thread = threading.Thread(target=lambda: replies.append(reply(request)))
    thread.start()
    thread.join()
    sys.stdout.buffer.write(msgspec.msgpack.encode(replies[0]))


def reply(request: Request) -> Reply:
    """The answer to a request, or the sentence that says why there is none."""
    try:
        with Graph.open(Path(request.store)) as graph:
            return _answered(graph, request)
    except StoreError as error:
        return Reply(error=_both(error), kind="StoreError")
    except UsageError as error:
        return Reply(error=_both(error), kind="UsageError")
    except (OSError, RuntimeError, ValueError) as error:
        said = (f"The query could not be answered ({error}).", f"Spørgsmålet kunne ikke besvares ({error}).")
        return Reply(error=said, kind="StoreError")


def _both(error: SagsgrafError) -> tuple[str, str]:
    return error.said("en"), error.said("da")


def _answered(graph: Graph, request: Request) -> Reply:
    import pyoxigraph as ox

    result = graph.evaluate(request.query, {each.name: each.term() for each in request.bindings})
    if isinstance(result, ox.QueryTriples):
        return _triples(result, request)
    if request.form not in ROW_WRITERS:
        forms = ", ".join(ROW_WRITERS)
        raise UsageError(
            f"This query makes rows: choose one of {forms}, not {request.form}.",
            f"Spørgsmålet giver rækker: vælg en af {forms}, ikke {request.form}.",
        )
    if isinstance(result, ox.QueryBoolean):
        rows = Rows(("answer",), ((from_ox(ox.Literal(bool(result))),),))
        return Reply(write_rows(rows, request.form, asked=True))
    columns = tuple(variable.value for variable in result.variables)
    wanted = None if request.max_rows is None else request.max_rows + 1
    found = tuple(tuple(from_ox(term) for term in solution) for solution in islice(result, wanted))
    return Reply(write_rows(Rows(columns, found[: request.max_rows]), request.form), _is_more(found, request))


def _triples(result: "ox.QueryTriples", request: Request) -> Reply:
    import pyoxigraph as ox

    if request.form == "table":
        found = sorted({tuple(map(from_ox, (each.subject, each.predicate, each.object))) for each in result}, key=repr)
        rows = Rows(("subject", "predicate", "object"), tuple(found[: request.max_rows]))
        return Reply(write_rows(rows, "table"), _is_more(found, request))
    if request.form not in ("ttl", "nt"):
        raise UsageError(
            f"This query makes triples: choose one of table, ttl, nt, not {request.form}.",
            f"Spørgsmålet giver tripler: vælg en af table, ttl, nt, ikke {request.form}.",
        )
    lines = statements(result.serialize(format=ox.RdfFormat.N_TRIPLES) or b"")
    wanted = lines[: request.max_rows]
    body = turtle(wanted) if request.form == "ttl" else b"".join([line + b" .\n" for line in wanted])
    return Reply(body, _is_more(lines, request))


def _is_more(found: Sequence[object], request: Request) -> bool:
    return request.max_rows is not None and len(found) > request.max_rows


def _limit_memory(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    limit = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
