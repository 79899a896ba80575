"""Answers that come when the test says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ui.context import AppContext
from ui.jobs import InlineJobs, Job


class LateJobs(InlineJobs):
    """Answers when the test says so."""

    def __init__(self, practice) -> None:
        super().__init__(practice)
        self.late: list[Callable[[], None]] = []

    def _submit(self, job: Job, args: tuple[object, ...]) -> None:
        self.late.append(lambda: InlineJobs._submit(self, job, args))

    def answer(self) -> None:
        """Give every answer that is due."""
        while self.late:
            self.late.pop(0)()


@contextmanager
def late_answers(context: AppContext) -> Iterator[LateJobs]:
    """What is made meanwhile asks jobs that answer late."""
    inline = context.jobs
    jobs = LateJobs(inline._practice)  # type: ignore[attr-defined]  # the desk's jobs run in this process
    object.__setattr__(context, "jobs", jobs)
    try:
        yield jobs
    finally:
        object.__setattr__(context, "jobs", inline)
