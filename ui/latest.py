"""Asks again and again, but only the newest question is answered: a slow answer never overwrites a later one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from ui.jobs import Done, Failed, Job, Jobs


class Latest:
    """One kind of question of one page, such as "what fits these letters"."""

    def __init__(self, jobs: Jobs, owner: QObject) -> None:
        self._jobs, self._owner = jobs, owner
        self._job: Job | None = None
        self.waiting = False  # what is on the screen answers an earlier question, or none

    def ask(self, name: str, *args: object, done: Done, failed: Failed | None = None) -> None:
        """Run a use case; the answer to an earlier question that is still on its way is dropped."""
        self.forget()
        self.waiting = True

        def answered(result: Any) -> None:
            self.waiting = False
            done(result)

        self._job = self._jobs.run(name, *args, owner=self._owner, done=answered, failed=failed)

    def forget(self) -> None:
        """Drop the answer that is on its way."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.waiting = False
