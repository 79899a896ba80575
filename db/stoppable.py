"""Lets one long statement be stopped: the engine asks now and then whether to go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import sqlcipher3.dbapi2 as driver

_STEPS = 100_000  # of the engine; some tens of milliseconds


@contextmanager
def stoppable(raw: Any, ask: Callable[[], object]) -> Iterator[None]:
    """Call `ask` while statements of this connection run; what it raises stops them and comes out here.

    Args:
        raw: The driver's connection.
        ask: Returns to go on, raises to stop.
    """
    stopped: list[BaseException] = []

    def look() -> int:
        try:
            ask()
        except BaseException as error:  # noqa: BLE001  carried past the engine, which only says "interrupted"
            stopped.append(error)
        return len(stopped)

    raw.set_progress_handler(look, _STEPS)
    try:
        yield
    except driver.OperationalError:
        if not stopped:
            raise
    finally:
        raw.set_progress_handler(None, 0)
    if stopped:
        raise stopped[0]
