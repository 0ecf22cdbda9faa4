"""Repeatable chance. Every concern draws from a stream of its own, so that a change in one leaves the others alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


def stream(*names: object) -> Random:
    """A generator that depends only on ``names``: same names, same sequence, on every machine."""
    return Random("/".join(str(name) for name in names))  # noqa: S311 (invented people, not secrets)


def weighted(rng: Random, table: Mapping[T, int]) -> T:
    return rng.choices(list(table), weights=list(table.values()))[0]


def pick(rng: Random, items: Sequence[T]) -> T:
    return items[rng.randrange(len(items))]


def bell(rng: Random, width: int) -> int:
    """An integer in ``-2*width..2*width``, most often near 0: chance for marks without any float."""
    return rng.randint(-width, width) + rng.randint(-width, width)


def one_in(rng: Random, n: int) -> bool:
    return rng.randrange(n) == 0
