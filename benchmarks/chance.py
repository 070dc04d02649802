"""Chance that is the same everywhere: it depends on a text, never on a clock or the hash seed."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


def dice(text: str) -> Random:
    """A source of chance that is a function of `text`."""
    return Random(text)


def pick(rng: Random, choices: Sequence[T]) -> T:
    """One of the choices; several times as fast as `Random.choice`."""
    return choices[int(rng.random() * len(choices))]


def some(rng: Random, choices: Sequence[T], count: int) -> tuple[T, ...]:
    """`count` different places of the choices (all of them where there are fewer), in their own order."""
    places = sorted(rng.sample(range(len(choices)), min(count, len(choices))))
    return tuple(choices[i] for i in places)
