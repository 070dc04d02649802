"""One function over many values."""

import os

import pytest

from kg.jobs import run


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
