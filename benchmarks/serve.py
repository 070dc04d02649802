"""How much the explorer and its endpoint serve, on a graph that exists.

    python -m benchmarks.serve STORE [--clients 8] [--seconds 5] [--seed 0]

A server in a process of its own, and clients that keep their connections and ask again as soon as they are answered:
first point queries only, each another, then a mixture of what people and programs ask. Beside it a peer: the same point
queries to a bare server that asks the store in its own process, where nothing bounds or stops them. The clients run on
the same cores. The server keeps no answer to SPARQL; a case page it makes once, and keeps, as in daily use.
"""

import argparse
import asyncio
import itertools
import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from urllib.parse import quote

import msgspec

from kg.api import Graph, open_graph

_KINDS = {
    "item": "SELECT ?x { ?x a sag:AgendaItem } ORDER BY ?x",
    "case": "SELECT ?x { ?x a sag:Case } ORDER BY ?x",
    "unit": "SELECT ?x { ?x a sag:Centre } ORDER BY ?x",
}
_QUERIES = {
    "point": ("item", "SELECT ?p ?o {{ <{0}> ?p ?o }}"),
    "join": ("case", "SELECT ?title ?o {{ ?i sag:case <{0}> ; dcterms:title ?title ; sag:decision/sag:outcome ?o }}"),
    "count": ("unit", "SELECT ?theme (COUNT(?i) AS ?n) {{ ?i sag:drivenBy <{0}> ; sag:theme ?theme }} GROUP BY ?theme"),
    "describe": ("item", "DESCRIBE <{0}>"),
}  # fmt: skip
_MIXTURE = {"point": 40, "join": 20, "count": 10, "describe": 10, "case page": 20}


class Took(msgspec.Struct, frozen=True):
    """What the clients saw of one kind of request, in milliseconds; `errors` are answers that were not 200."""

    kind: str
    count: int
    median: float
    p95: float
    errors: int


def requests(graph: Graph, rng: Random, mixture: dict[str, int]) -> Iterator[tuple[str, bytes]]:
    """Requests without end, each a kind and its bytes; no two in a row ask for the same."""
    things = {kind: [str(row[0]) for row in graph.query(query).values()] for kind, query in _KINDS.items()}
    for each in things.values():
        rng.shuffle(each)
    turns = {kind: itertools.cycle(each) for kind, each in things.items()}
    kinds = [kind for kind, share in mixture.items() for _ in range(share)]
    while True:
        kind = rng.choice(kinds)
        if kind in _QUERIES:
            about, query = _QUERIES[kind]
            path = f"/sparql?query={quote(query.format(next(turns[about])))}"
        else:
            path = "/id/" + quote(next(turns["case"]).partition("/id/")[2], safe="/")
        accept = "text/html" if kind == "case page" else "*/*"
        yield kind, f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: {accept}\r\n\r\n".encode()


async def client(port: int, asked: Iterator[tuple[str, bytes]], until: float, found: dict[str, list[float]]) -> None:
    """One connection, a request after the other until the time has come; a negative time is an error's."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while True:
        kind, request = next(asked)
        start = time.perf_counter()
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].split(None, 1)[0])
        await reader.readexactly(length)
        took = (time.perf_counter() - start) * 1000
        found.setdefault(kind, []).append(took if head.startswith(b"HTTP/1.1 200") else -took)
        if time.perf_counter() >= until:
            break
    writer.close()
    await writer.wait_closed()


async def load(port: int, asked: Iterator[tuple[str, bytes]], clients: int, seconds: float) -> tuple[float, list[Took]]:
    """Requests a second over all, and what each kind took."""
    found: dict[str, list[float]] = {}
    start = time.perf_counter()
    await asyncio.gather(*(client(port, asked, start + seconds, found) for _ in range(clients)))
    total = sum(map(len, found.values())) / (time.perf_counter() - start)
    return total, [_took(kind, times) for kind, times in sorted(found.items())]


def _took(kind: str, times: list[float]) -> Took:
    fine = sorted(map(abs, times))
    p95 = fine[min(len(fine) - 1, int(len(fine) * 0.95))]
    return Took(kind, len(fine), fine[len(fine) // 2], p95, sum(each < 0 for each in times))


@asynccontextmanager
async def running(store: Path, app: str) -> AsyncIterator[tuple[int, int]]:
    """A server of `kg` or `peer` in a process of its own: its port and process number."""
    command = [sys.executable, "-m", "benchmarks.serve", str(store), "--app", app]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: ASYNC220 - waits once
        port = int(process.stdout.readline()) if process.stdout else 0
        try:
            yield port, process.pid
        finally:
            process.terminate()


def serve(store: Path, app: str) -> None:
    """Be that server: print the port, and answer until terminated."""
    import uvicorn

    from kg.serve.app import make_app
    from kg.serve.config import Config

    listening = socket.create_server(("127.0.0.1", 0))
    sys.stdout.write(f"{listening.getsockname()[1]}\n")
    sys.stdout.flush()
    made = make_app(Config(store)) if app == "kg" else _peer(store)
    uvicorn.Server(uvicorn.Config(made, log_level="error", access_log=False)).run(sockets=[listening])


def _peer(store: Path) -> object:
    """A bare endpoint: the store asked where the request came in."""
    import pyoxigraph as ox
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

    from kg.graph.prefixes import PREFIXES

    graph = open_graph(store)

    async def answer(request: Request) -> Response:
        found = graph.store.query(request.query_params["query"], prefixes=PREFIXES)
        return Response(found.serialize(format=ox.QueryResultsFormat.JSON), media_type="application/json")

    return Starlette(routes=[Route("/sparql", answer)])


class Used(msgspec.Struct, frozen=True):
    """What a server and the processes that it started have used: megabytes that are resident, seconds of processor."""

    memory: int = 0
    seconds: float = 0.0


def used(pid: int) -> Used:
    """What they have used so far; nothing where the platform does not tell."""
    memory, ticks = 0, 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            values = (folder / "stat").read_text("utf-8").rpartition(")")[2].split()
            pages = int((folder / "statm").read_text("utf-8").split()[1])
        except OSError:  # it has ended
            continue
        if pid in (int(folder.name), int(values[1])):
            memory += pages * os.sysconf("SC_PAGE_SIZE")
            ticks += int(values[11]) + int(values[12])
    return Used(memory // 1_000_000, ticks / os.sysconf("SC_CLK_TCK") if ticks else 0.0)


async def measure(options: argparse.Namespace) -> None:
    """Run the loads one after another, and print each as it is done."""
    with open_graph(options.store) as graph:
        rng = Random(options.seed)
        points, mixed = requests(graph, rng, {"point": 1}), requests(graph, rng, _MIXTURE)
        async with running(options.store, "kg") as server:
            await load(server[0], points, options.clients, min(options.seconds, 1))
            ours = await _shown("point queries", server, points, options)
            await load(server[0], mixed, options.clients, min(options.seconds, 1))
            await _shown("mixed", server, mixed, options)
        async with running(options.store, "peer") as server:
            await load(server[0], points, options.clients, min(options.seconds, 1))
            theirs = await _shown("point queries to the peer", server, points, options)
        print(f"requests/s beside those of the peer: {ours / theirs:.2f} x")


async def _shown(
    title: str, server: tuple[int, int], asked: Iterator[tuple[str, bytes]], options: argparse.Namespace
) -> float:
    """Load a server, and print what it did; requests a second."""
    port, pid = server
    before = used(pid)
    total, kinds = await load(port, asked, options.clients, options.seconds)
    after = used(pid)
    each = (after.seconds - before.seconds) * 1000 / sum(kind.count for kind in kinds)
    print(f"{title}: {total:,.0f} requests/s, {each:.2f} ms of processor each")
    for kind in kinds:
        line = f"  {kind.kind:<10} {kind.count:>7} x  median {kind.median:>6.1f} ms  p95 {kind.p95:>6.1f} ms"
        print(f"{line}  errors {kind.errors}")
    print(f"  memory of all its processes {before.memory} MB before, {after.memory} MB after", flush=True)
    return total


def main() -> None:
    """Measure; or, for the measurement itself, be one of the servers."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serve", description="How much is served.")
    parser.add_argument("store", type=Path, help="the folder of the graph")
    parser.add_argument("--clients", type=int, default=8, help="connections at once (default 8)")
    parser.add_argument("--seconds", type=float, default=5, help="of each load (default 5)")
    parser.add_argument("--seed", type=int, default=0, help="of the drawing (default 0)")
    parser.add_argument("--app", choices=("kg", "peer"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.app:
        serve(options.store, options.app)
        return
    try:
        import uvloop as loops
    except ImportError:  # not on Windows
        loops = asyncio
    loops.run(measure(options))


if __name__ == "__main__":
    main()
