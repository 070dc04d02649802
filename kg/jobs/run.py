"""One function over many values, in order, on one process or several; a worker that dies costs its own value only."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

Value = TypeVar("Value")
Result = TypeVar("Result")

_CHUNK = 8


def run(
    work: Callable[[Value], Result], values: Sequence[Value], jobs: int, died: Callable[[Value], Result]
) -> Iterator[Result]:
    """`work` of each value, in order, on `jobs` processes.

    Where a worker process dies, the values that it had are tried again one at a time; the one that kills its worker
    again is given to `died`.
    """
    if jobs <= 1 or len(values) < 2:
        yield from map(work, values)
        return
    done = 0
    try:
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
            for result in pool.map(work, values, chunksize=_CHUNK):
                yield result
                done += 1
    except BrokenProcessPool:
        for value in values[done : done + _CHUNK * jobs]:
            yield _alone(work, value, died)
        yield from run(work, values[done + _CHUNK * jobs :], jobs, died)


def _alone(work: Callable[[Value], Result], value: Value, died: Callable[[Value], Result]) -> Result:
    try:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            return pool.submit(work, value).result()
    except BrokenProcessPool:
        return died(value)
