"""Long work: a use case that opens its own short transactions, tells how far it is and can be cancelled."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

F = TypeVar("F", bound=Callable[..., Any])
SLICE = 200  # patients of one transaction: short enough that nobody waits for it
MOST_AT_ONCE = 50  # patients an act reckons again by itself; more are left to long work


class Progress(Protocol):
    """Told after each step."""

    def step(self, done: int, total: int) -> None:
        """`done` of `total` units are finished (total 0: unknown).

        Raises:
            JobCancelled: somebody pressed Cancel; leave everything consistent and let it pass.
        """


class NoProgress:
    """Nobody is watching."""

    def step(self, done: int, total: int) -> None:
        """Go on."""


def long_work(function: F) -> F:
    """Mark a use case whose first argument is the open practice and which takes `progress`."""
    function.is_long_work = True  # type: ignore[attr-defined]  # read by is_long_work below
    return function


def is_long_work(function: Callable[..., Any]) -> bool:
    """Whether the use case is long work."""
    return getattr(function, "is_long_work", False)


@contextmanager
def without_cycle_search() -> Iterator[None]:
    """Rows and parsed JSON have no cycles, but searching them for some took up to a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.unfreeze()
        if was_on:
            gc.enable()


def in_slices(ids: Sequence[int], progress: Progress, act: Callable[[Sequence[int]], None]) -> None:
    """Do something for many patients, a slice after the other; what was done stays when it is cancelled.

    Raises:
        JobCancelled: by `progress`.
    """
    with without_cycle_search():
        for start in range(0, len(ids), SLICE):
            progress.step(start, len(ids))
            act(ids[start : start + SLICE])
    progress.step(len(ids), len(ids))
