"""One function over many values, in order, on one process or several; a worker that dies costs its own value only."""

import time
from collections.abc import Callable, Iterator, Sequence
from math import inf
from multiprocessing.connection import wait
from typing import Any, Generic, TypeVar

from kg.jobs.worker import Limits, Worker

Value = TypeVar("Value")
Result = TypeVar("Result")

BROKE_OFF = "broke-off"
TOO_SLOW = "too-slow"
_TRIES = 2  # a worker may be ended for what another one did, as where memory runs out


def run(
    work: Callable[[Value], Result],
    values: Sequence[Value],
    jobs: int,
    died: Callable[[Value, str], Result],
    limits: Limits | None = None,
) -> Iterator[Result]:
    """`work` of each value, in order, on `jobs` processes.

    With `limits`, no value is worked on in this process, however few they are, and none takes longer or more memory.
    The value that twice ends its worker, takes too long or needs too much is given to `died`, with `broke-off`,
    `too-slow` or `too-much-memory`. An exception of `work` is raised here.
    """
    if not values or (limits is None and (jobs <= 1 or len(values) < 2)):
        yield from map(work, values)
        return
    crew = _Crew(work, values, died, limits or Limits())
    try:
        yield from crew.results(min(max(jobs, 1), len(values)))
    finally:
        crew.end()


class _Crew(Generic[Value, Result]):
    """Workers and what they have been given."""

    def __init__(
        self,
        work: Callable[[Value], Result],
        values: Sequence[Value],
        died: Callable[[Value, str], Result],
        limits: Limits,
    ) -> None:
        self._work, self._values, self._died, self._limits = work, values, died, limits
        self._waiting = list(range(len(values)))[::-1]
        self._tries: dict[int, int] = {}
        self._results: dict[int, Callable[[], Result]] = {}
        self._workers: list[Worker] = []

    def results(self, jobs: int) -> Iterator[Result]:
        self._workers = [Worker(self._work, self._limits.memory) for _ in range(jobs)]
        for place in range(len(self._values)):
            while place not in self._results:
                self._give()
                self._take()
            yield self._results.pop(place)()

    def end(self) -> None:
        for worker in self._workers:
            worker.end()

    def _give(self) -> None:
        for worker in self._workers:
            if self._waiting and worker.is_idle():
                place = self._waiting.pop()
                worker.give(place, self._values[place])

    def _take(self) -> None:
        """Wait for what a worker sends, or for the first one that takes too long."""
        busy = [worker for worker in self._workers if worker.place is not None or not worker.ready]
        left = min((worker.since for worker in busy), default=inf) + self._limits.seconds - time.monotonic()
        heard = wait([worker.pipe for worker in busy], None if left == inf else max(0.0, left))
        for worker in busy:
            if worker.pipe in heard:
                self._hear(worker)
            elif worker.place is not None and time.monotonic() >= worker.since + self._limits.seconds:
                self._lose(worker, TOO_SLOW)

    def _hear(self, worker: Worker) -> None:
        place = worker.place
        try:
            said = worker.hear()
        except (EOFError, OSError):
            self._lose(worker, BROKE_OFF)
            return
        if said is None or place is None:
            return
        outcome, value = said
        if outcome == "error":
            self._results[place] = lambda: _raise(value)
        elif outcome == "done":
            self._results[place] = lambda: value
        else:
            self._lose(worker, outcome)

    def _lose(self, worker: Worker, reason: str) -> None:
        """Another worker in the place of one that is lost; its value is tried again, or given up."""
        place = worker.place
        worker.end()
        self._workers[self._workers.index(worker)] = Worker(self._work, self._limits.memory)
        if place is None:
            return
        self._tries[place] = self._tries.get(place, 0) + 1
        if reason == BROKE_OFF and self._tries[place] < _TRIES:
            self._waiting.append(place)
        else:
            lost = self._values[place]
            self._results[place] = lambda: self._died(lost, reason)


def _raise(error: BaseException) -> Any:
    raise error
