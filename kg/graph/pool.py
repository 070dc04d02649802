"""Typed queries, a few at a time, each in a process that can be killed without anyone else noticing."""

import asyncio
from collections import deque
from contextlib import suppress
from pathlib import Path

from kg.errors import StoreError
from kg.graph.graph import current_mark
from kg.graph.process import DeadError, Process, start_process
from kg.graph.protocol import BusyError, Reply, Request, died, stopped_by_time

_ENOUGH = 20_000  # answers, after which a process is replaced
_PAUSE = 1.0  # seconds after a process that did not start
_LOOK = 2.0  # seconds between two looks for a new graph
_PATIENCE = 15.0  # seconds that a query waits for its turn, or as long as it may take if that is longer


class Pool:
    """Worker processes over one store folder; of these `workers` answer at once, and one more stands ready for when one
    has to be killed. Belongs to the event loop that it was started in.
    """

    def __init__(self, store: Path, *, workers: int, memory: int, waiting: int = 64) -> None:
        """`memory` in megabytes, of each process; `waiting` is how many queries may wait for a free one."""
        self._store = store
        self._workers = workers
        self._memory = memory
        self._most = waiting
        self._busy = 0
        self._idle: list[Process] = []
        self._made: set[Process] = set()  # until each is over
        self._alive: set[Process] = set()
        self._starting: set[asyncio.Task[None]] = set()
        self._queue: deque[asyncio.Future[Process]] = deque()
        self._stopped = False
        self._watching: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begins to start the processes; queries wait for the first."""
        self._watching = asyncio.get_running_loop().create_task(self._watch())
        self._fill()

    def _fill(self) -> None:
        while len(self.pids()) + len(self._starting) < self._workers + 1 and not self._stopped:
            task = asyncio.get_running_loop().create_task(self._start_one())
            self._starting.add(task)
            task.add_done_callback(self._started)

    async def stop(self) -> None:
        """Ends every process, and what they were doing."""
        self._stopped = True
        tasks = [*self._starting, *([self._watching] if self._watching else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        ending = list(self._made)
        for process in ending:
            process.kill()
        await asyncio.gather(*(process.over() for process in ending))
        for future in self._queue:
            future.cancel()

    def pids(self) -> list[int]:
        """The processes that can be asked, now or later."""
        return sorted(process.pid for process in tuple(self._alive) if process.is_alive)

    async def ask(self, request: Request) -> Reply:
        """The answer to a request.

        Raises what the reply brings instead; `StoppedError` where the query ran out of time or memory; `BusyError`
        where too many are waiting, or no process was free in time. Cancelled, it ends the query.

        A process that was ended before it had read the question was not ended by it: then another is asked.
        """
        code = None
        for _ in range(self._workers + 2):  # all that stand ready may have been ended at once
            try:
                return (await self._asked(request)).checked()
            except DeadError as dead:
                code = dead.code
                if dead.has_read:
                    break
        raise died(self._memory, code)

    async def _asked(self, request: Request) -> Reply:
        """What a process replies. Raises `DeadError` where it ends before."""
        process = await self._taken(max(request.timeout, _PATIENCE))
        reply: Reply | None = None
        try:
            async with asyncio.timeout(request.timeout):
                reply = await process.ask(request)
        except TimeoutError:
            raise stopped_by_time(request.timeout) from None
        finally:
            self._give_back(process, fresh=reply is not None and not reply.tired and process.answered < _ENOUGH)
        return reply

    async def _taken(self, patience: float) -> Process:
        """A free process, at once or when it is this query's turn."""
        if process := self._free():
            return process
        if len(self._queue) >= self._most:
            raise _busy()
        turn: asyncio.Future[Process] = asyncio.get_running_loop().create_future()
        self._queue.append(turn)
        try:
            async with asyncio.timeout(patience):
                return await turn
        except BaseException as error:
            if turn.done() and not turn.cancelled():
                self._give_back(turn.result(), fresh=True)
            with suppress(ValueError):
                self._queue.remove(turn)
            if isinstance(error, TimeoutError):
                raise _busy() from None
            raise

    def _free(self) -> Process | None:
        """A process that can be asked, and now is; None where there is none, or as many are asked as may be."""
        while self._idle and self._busy < self._workers:
            process = self._idle.pop()
            if process.is_alive:
                self._busy += 1
                return process
        return None

    def _give_back(self, process: Process, *, fresh: bool) -> None:
        self._busy -= 1
        if fresh and process.is_alive:
            self._idle.append(process)
        else:
            process.kill()
            self._fill()
        self._hand_out()

    def _hand_out(self) -> None:
        """Give free processes to those who wait."""
        while self._queue:
            if self._queue[0].done():
                self._queue.popleft()
            elif process := self._free():
                self._queue.popleft().set_result(process)
            else:
                return

    async def _start_one(self) -> None:
        try:
            process = await start_process(self._store, self._memory, self._made.add, self._ended)
        except (DeadError, OSError, NotImplementedError):  # the last where a loop of Windows starts no processes
            await asyncio.sleep(_PAUSE)
            return
        if process.is_alive:
            self._alive.add(process)
            self._idle.append(process)

    def _started(self, task: "asyncio.Task[None]") -> None:
        self._starting.discard(task)
        if not self._stopped and not task.cancelled():
            self._hand_out()
            self._fill()

    async def _watch(self) -> None:
        """Replaces idle processes when a build has made a new graph: they would keep the files of the old one."""
        seen = None
        while True:
            with suppress(StoreError):
                now = current_mark(self._store)
                if now != seen and seen is not None:
                    idle, self._idle = self._idle, []
                    for process in idle:
                        process.kill()
                    self._fill()
                seen = now
            await asyncio.sleep(_LOOK)

    def _ended(self, process: Process) -> None:
        """A process is no more; another takes its place."""
        self._made.discard(process)
        self._alive.discard(process)
        if process in self._idle:
            self._idle.remove(process)
        self._fill()


def _busy() -> BusyError:
    return BusyError(
        "Too many questions are waiting: try again in a moment.",
        "Der venter for mange spørgsmål: prøv igen om lidt.",
    )
