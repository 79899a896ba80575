"""Worker processes of test windows: forked from one that has imported everything, and each password stretched once."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections.abc import Callable
from functools import cache, wraps
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

from ui import lane


class _InOurEnvironment(ForkServerProcess):
    """What is forked knows the environment in which its parent began; each test has a home of its own."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._environment = dict(os.environ)

    def run(self) -> None:
        """Set the environment, then do the work."""
        os.environ.clear()
        os.environ.update(self._environment)
        super().run()


def start_workers_quickly() -> None:
    """Workers of the windows of all tests begin with content read too, where they are forked.

    Tests that ask what a process of its own does start the program itself.
    """
    lane.PRELOADED = ["tests.preloaded"]
    if lane.START == "forkserver":
        multiprocessing.get_context("forkserver").Process = _InOurEnvironment  # type: ignore[misc]


def stretched_once(stretch: Callable[..., bytes]) -> Callable[..., bytes]:
    """`stretch`, which remembers in the home of the tests what it did, for all processes of a run.

    The same password with the same salt and cost gives the same key: nothing is made cheaper, 0.2 s are spent once.
    """
    folder = Path(os.environ["HOME"]) / "stretched"

    @cache
    @wraps(stretch)
    def remembered(*asked: Any) -> bytes:
        file = folder / hashlib.sha256(repr(asked).encode()).hexdigest()
        if not file.exists():
            folder.mkdir(exist_ok=True)
            half = file.with_name(f"{file.name}.{os.getpid()}")
            half.write_bytes(stretch(*asked))
            half.replace(file)
        return file.read_bytes()

    return remembered
