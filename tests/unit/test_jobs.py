"""One function over many values."""

import multiprocessing
import os
import sys
import time

import pytest

from kg.jobs import Limits, run


def square(value: int) -> int:
    return value * value


def die_of_three(value: int) -> int:
    if value == 3:
        os._exit(1)
    return value


def refuse(value: int) -> int:
    raise ValueError(f"{value} is refused")


def _died(value: int, reason: str) -> int:
    return -value if reason == "broke-off" else 0


@pytest.mark.parametrize("jobs", [0, 1, 2])
@pytest.mark.parametrize("count", [0, 1, 20])
def test_results_come_in_order(jobs, count):
    assert list(run(square, range(count), jobs, _died)) == [square(value) for value in range(count)]


def test_a_worker_that_dies_costs_its_own_value_only():
    assert list(run(die_of_three, range(20), 2, _died)) == [0, 1, 2, -3, *range(4, 20)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_is_no_death(jobs):
    with pytest.raises(ValueError, match="0 is refused"):
        list(run(refuse, range(4), jobs, _died))


def sleep_over_three(value: int) -> int:
    while value == 3:
        time.sleep(1)
    return value


def swallow_over_three(value: int) -> int:
    return len(bytes(8_000_000_000)) if value == 3 else value


def _reason(value: int, reason: str) -> str:
    return f"{value}: {reason}"


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_value_that_takes_too_long_is_given_up(jobs):
    results = run(sleep_over_three, range(6), jobs, _reason, Limits(seconds=5))
    assert list(results) == [0, 1, 2, "3: too-slow", 4, 5]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not bound the memory of a process")
def test_a_value_that_needs_too_much_memory_is_given_up():
    results = run(swallow_over_three, range(6), 2, _reason, Limits(memory=2_000_000_000))
    assert list(results) == [0, 1, 2, "3: too-much-memory", 4, 5]


def test_with_limits_even_one_value_is_worked_on_elsewhere():
    [process] = run(process_of, [0], 1, _reason, Limits())
    assert process != os.getpid()


def process_of(value: int) -> int:
    return os.getpid() + value


def test_large_values_and_results_pass():
    large = [bytes(3_000_000)] * 4
    assert list(run(reversed_bytes, large, 2, lambda value, _: value)) == large


def reversed_bytes(value: bytes) -> bytes:
    return value[::-1]


def test_workers_end_when_nobody_wants_more():
    results = run(square, range(100), 2, _died)
    assert next(results) == 0
    results.close()
    assert multiprocessing.active_children() == []
