"""The processes that typed queries run in: what befalls one is nobody else's concern."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from kg.errors import StoreError, UsageError
from kg.graph import pool as pools
from kg.graph.pool import Pool
from kg.graph.process import start_process
from kg.graph.protocol import BusyError, Request, StoppedError
from kg.graph.store import begin

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
NESTED = "SELECT * " + "{" * 2_200 + "}" * 2_200


def question(query: str, timeout: float = 300) -> Request:
    return Request(query, ("csv",), timeout, 1_000, 1_000_000)


def crowd(path: Path, number: int = 400) -> Path:
    """A store in which a careless join takes days."""
    with begin(path) as new:
        new.replace("https://x.dk/g", [f"<https://x.dk/{n}> <https://x.dk/p> <https://x.dk/o>" for n in range(number)])
    return path


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Path:
    return crowd(tmp_path_factory.mktemp("pool") / "store")


def with_pool(store: Path, do: Callable[[Pool], Awaitable[None]], **settings) -> Pool:
    """Runs `do` with a pool, which is stopped afterwards."""
    made = Pool(store, **{"workers": 2, "memory": 1_024, **settings})

    async def run() -> None:
        made.start()
        try:
            await do(made)
        finally:
            await made.stop()

    asyncio.run(run())
    return made


async def count(pool: Pool) -> str:
    reply = await pool.ask(question("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))
    return reply.body.decode().split()[1]


async def until(true: Callable[[], bool]) -> None:
    """Returns when it is so; the test hangs, and fails, where it never is."""
    async with asyncio.timeout(300):
        while not true():  # noqa: ASYNC110 - nothing tells when
            await asyncio.sleep(0.01)


async def is_asked(pool: Pool) -> None:
    """Returns when a process has read its question."""
    await until(lambda: any(process._has_read for process in pool._alive))


def alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and that nobody asked about does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


def test_many_questions_are_answered_by_few_processes(store: Path) -> None:
    async def do(pool: Pool) -> None:
        queries = [question(f"SELECT ({n} AS ?n) {{}}") for n in range(50)]
        replies = await asyncio.gather(*map(pool.ask, queries))
        assert [reply.body for reply in replies] == [f"n\r\n{n}\r\n".encode() for n in range(50)]
        assert len(pool.pids()) <= 3

    with_pool(store, do)


def test_others_are_answered_while_an_endless_query_runs(store: Path) -> None:
    async def do(pool: Pool) -> None:
        endless = asyncio.create_task(pool.ask(question(ENDLESS, timeout=3_600)))
        await is_asked(pool)
        for _ in range(10):
            assert await count(pool) == "400"
        assert not endless.done()
        endless.cancel()

    with_pool(store, do)


def test_an_endless_query_is_stopped(store: Path) -> None:
    async def do(pool: Pool) -> None:
        with pytest.raises(StoppedError, match=r"longer than 0\.5 seconds"):
            await pool.ask(question(ENDLESS, timeout=0.5))
        assert await count(pool) == "400"

    with_pool(store, do)


@pytest.mark.parametrize("query", ["SELECT ?x {", NESTED, "DROP ALL"])
def test_a_query_that_cannot_be_answered_is_one_error(store: Path, query: str) -> None:
    async def do(pool: Pool) -> None:
        with pytest.raises(UsageError):
            await pool.ask(question(query))
        assert await count(pool) == "400"

    with_pool(store, do)


def test_a_query_whose_process_somebody_ends_is_told_so(store: Path) -> None:
    async def do(pool: Pool) -> None:
        endless = asyncio.create_task(pool.ask(question(ENDLESS)))
        await is_asked(pool)
        for pid in pool.pids():
            os.kill(pid, signal.SIGKILL)
        with pytest.raises(StoppedError, match="ended from outside"):
            await endless
        assert await count(pool) == "400"

    with_pool(store, do, workers=1)


def test_a_query_that_ends_its_process_is_asked_of_no_other(store: Path) -> None:
    pytest.importorskip("resource", reason="this platform does not bound the memory of a process")
    doubles = " ".join(f"BIND(CONCAT(?s{n}, ?s{n}) AS ?s{n + 1})" for n in range(40))
    large = f"SELECT (STRLEN(?s40) AS ?n) {{ BIND('xxxxxxxx' AS ?s0) {doubles} }}"

    async def do(pool: Pool) -> None:
        await until(lambda: len(pool.pids()) == 2)
        first = set(pool.pids())
        with pytest.raises(StoppedError, match="more than 100 MB of memory"):
            await pool.ask(question(large))
        assert len(first & set(pool.pids())) == 1
        assert await count(pool) == "400"

    with_pool(store, do, workers=1, memory=100)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to send to a process")
def test_a_question_that_its_process_had_not_read_is_asked_of_another_one(store: Path) -> None:
    async def do(pool: Pool) -> None:
        await until(lambda: len(pool.pids()) == 2)
        first = pool.pids()
        for pid in first:
            os.kill(pid, signal.SIGSTOP)  # it is there, and reads nothing
            await asyncio.to_thread(os.waitid, os.P_PID, pid, os.WSTOPPED)
        counting = asyncio.create_task(count(pool))
        await until(lambda: pool._busy == 1)
        for pid in first:
            os.kill(pid, signal.SIGKILL)
        assert await counting == "400"

    with_pool(store, do, workers=1)


def test_a_process_that_is_never_ready_is_given_up(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def do(_: Pool) -> None:
        with pytest.raises(TimeoutError):
            await start_process(store, 100, lambda _: None, lambda _: None)

    monkeypatch.setattr("kg.graph.process.START", 0.1)
    monkeypatch.setattr("kg.graph.process.command", lambda *_: [sys.executable, "-c", "input()"])
    with_pool(store, do)


def test_a_query_that_is_no_longer_wanted_makes_room(store: Path) -> None:
    async def do(pool: Pool) -> None:
        unwanted = asyncio.create_task(pool.ask(question(ENDLESS, timeout=3_600)))
        waiting = asyncio.create_task(count(pool))
        await until(lambda: pool._busy == 1)
        assert not waiting.done()
        unwanted.cancel()
        assert await waiting == "400"

    with_pool(store, do, workers=1)


def test_too_many_may_not_wait(store: Path) -> None:
    async def do(pool: Pool) -> None:
        await count(pool)
        endless = asyncio.create_task(pool.ask(question(ENDLESS)))
        await asyncio.sleep(0)
        waiting = asyncio.create_task(count(pool))
        await asyncio.sleep(0)
        with pytest.raises(BusyError, match="Too many"):
            await count(pool)
        endless.cancel()
        assert await waiting == "400"

    with_pool(store, do, workers=1, waiting=1)


def test_nobody_waits_for_ever(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def do(pool: Pool) -> None:
        await until(lambda: len(pool.pids()) == 2)
        endless = asyncio.create_task(pool.ask(question(ENDLESS)))
        await asyncio.sleep(0)
        with pytest.raises(BusyError):
            await pool.ask(question("ASK {}", timeout=0.2))
        endless.cancel()
        monkeypatch.undo()
        assert await count(pool) == "400"

    monkeypatch.setattr(pools, "_PATIENCE", 0.2)
    with_pool(store, do, workers=1)


def test_a_process_is_replaced_in_time(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def do(pool: Pool) -> None:
        await until(lambda: len(pool.pids()) == 2)
        first = set(pool.pids())
        while not first.isdisjoint(pool.pids()):  # which of two is asked depends on how soon a new one is there
            assert await count(pool) == "400"

    monkeypatch.setattr(pools, "_ENOUGH", 3)  # the first answer says that the process is ready
    with_pool(store, do, workers=1)


def test_a_process_that_has_grown_is_replaced(store: Path) -> None:
    pytest.importorskip("resource", reason="this platform does not say how large a process is")
    doubles = " ".join(f"BIND(CONCAT(?s{n}, ?s{n}) AS ?s{n + 1})" for n in range(18))
    large = f"SELECT (STRLEN(?s18) AS ?n) {{ BIND('{'x' * 1_000}' AS ?s0) {doubles} }}"

    held = b"x" * 900_000_000  # the size of whoever starts it must not hide how it grows

    async def do(pool: Pool) -> None:
        await until(lambda: len(pool.pids()) == 2)
        await count(pool)
        reply = await pool.ask(question(large))
        assert reply.body == b"n\r\n262144000\r\n"
        assert reply.tired

    with_pool(store, do, workers=1, memory=4_096)
    del held


def test_a_new_graph_is_seen(tmp_path: Path) -> None:
    path = crowd(tmp_path / "store", 3)

    async def do(pool: Pool) -> None:
        assert await count(pool) == "3"
        await asyncio.to_thread(crowd, path, 5)
        assert [await count(pool) for _ in range(4)] == ["5"] * 4

    with_pool(path, do)


def test_a_graph_that_was_deleted_and_built_again_is_seen(tmp_path: Path) -> None:
    path = crowd(tmp_path / "store", 3)

    async def do(pool: Pool) -> None:
        await until(lambda: len(pool.pids()) == 3)  # none is just opening what is deleted
        assert await count(pool) == "3"
        shutil.rmtree(path)
        await asyncio.to_thread(crowd, path, 5)
        assert [await count(pool) for _ in range(4)] == ["5"] * 4

    with_pool(path, do)


def test_idle_processes_let_go_of_an_old_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = crowd(tmp_path / "store", 3)

    async def do(pool: Pool) -> None:
        await until(lambda: len(pool.pids()) == 3)
        first = set(pool.pids())
        await asyncio.to_thread(crowd, path, 5)
        await until(lambda: len(pool.pids()) == 3 and first.isdisjoint(pool.pids()))
        assert await count(pool) == "5"

    monkeypatch.setattr(pools, "_LOOK", 0.01)
    with_pool(path, do)


def test_no_graph_is_said(tmp_path: Path) -> None:
    async def do(pool: Pool) -> None:
        with pytest.raises(StoreError, match="There is no graph"):
            await count(pool)

    with_pool(tmp_path, do)


def test_processes_that_do_not_start_are_no_hang(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def do(pool: Pool) -> None:
        with pytest.raises(BusyError):
            await pool.ask(question("ASK {}", timeout=0.5))

    monkeypatch.setattr(pools, "_PATIENCE", 0.5)
    monkeypatch.setattr("kg.graph.process.command", lambda *_: [sys.executable, "-c", ""])
    with_pool(store, do)


def test_when_the_pool_stops_no_process_is_left(store: Path) -> None:
    seen: list[int] = []

    async def do(pool: Pool) -> None:
        task = asyncio.create_task(pool.ask(question(ENDLESS)))
        await until(lambda: len(pool.pids()) == 3)
        seen.extend(pool.pids())
        task.add_done_callback(lambda done: done.exception())

    assert with_pool(store, do).pids() == []
    assert len(seen) == 3
    assert not any(map(alive, seen))


PARENT = """
import sys, threading, time
from pathlib import Path
import uvicorn
from kg.serve.app import make_app
from kg.serve.config import Config

app = make_app(Config(Path(sys.argv[1])))
server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))

def tell():
    while not hasattr(app.state, "pool") or len(app.state.pool.pids()) < 3:
        time.sleep(0.01)
    print(*app.state.pool.pids(), flush=True)

threading.Thread(target=tell, daemon=True).start()
server.run()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to send to a process")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGKILL"])
def test_when_the_server_ends_no_process_is_left(store: Path, name: str) -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT, str(store)], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        pids = [int(each) for each in server.stdout.readline().split()]
        server.send_signal(getattr(signal, name))
    assert len(pids) == 3
    deadline = time.monotonic() + 300
    while any(map(alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(alive, pids))
