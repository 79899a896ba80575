"""Asks again and again, but only the newest question is answered: a slow answer never overwrites a later one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from ui.jobs import Done, Failed, Job, Jobs, Lane


class Latest:
    """One kind of question of one page, such as "what fits these letters"."""

    def __init__(self, jobs: Jobs, owner: QObject) -> None:
        self._jobs, self._owner = jobs, owner
        self._job: Job | None = None
        self._asked = 0
        self.waiting = False  # what is on the screen answers an earlier question, or none

    def ask(
        self,
        name: str,
        *args: object,
        done: Done,
        failed: Failed | None = None,
        lane: Lane = "click",
        label: str = "",
    ) -> None:
        """Run a use case (see `Jobs.run`); the answer to an earlier question that is still on its way is dropped."""
        self.forget()
        self.waiting = True

        def answered(result: Any) -> None:
            if asked == self._asked:
                self.waiting, self._job = False, None
                done(result)

        asked = self._asked
        job = self._jobs.run(name, *args, owner=self._owner, done=answered, failed=failed, lane=lane, label=label)
        self._job = job if self.waiting else None

    def forget(self) -> None:
        """Drop the answer that is on its way."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.waiting = False
        self._asked += 1
