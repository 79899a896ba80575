"""What pages of one person's window ask of the worker processes."""

from __future__ import annotations

from PySide6.QtCore import QObject

from icm_desktop.errors import JobCancelled, UserError
from ui.jobs import LONG, Done, Failed, Job, Jobs, Progress
from ui.workers import Workers


class WorkerJobs(Jobs):
    """The jobs of one person's window; while it is locked, what pages ask for waits until it is opened again."""

    def __init__(self, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = workers.numbers
        self._workers = workers
        self._paused = False
        self._waiting: list[tuple[Job, tuple[object, ...]]] = []
        self._late: list[tuple[Job, object, BaseException | None]] = []
        self._running: dict[int, Job] = {}
        workers.progressed.connect(self._tell_progress)

    def pause(self) -> None:
        """The window is locked: hold back new work."""
        self._paused = True

    def resume(self) -> None:
        """The same person is back: show what came meanwhile, do what was asked."""
        self._paused = False
        late, self._late = self._late, []
        for job, result, error in late:
            self._finish(job, result, error)
            if isinstance(error, JobCancelled) and not job.cancelled:
                self.failed.emit(UserError("job.stopped_by_lock", what=job.label))
        waiting, self._waiting = self._waiting, []
        for job, args in waiting:
            self._submit(job, args)
        self.resumed.emit()

    def change_key(self, done: Done, failed: Failed, progress: Progress) -> Job:
        """See `Workers.change_key`."""
        job = Job(next(self._numbers), "change_key", "click", None, "")
        job.done, job.failed = done, failed
        job.progressed.connect(progress)
        self._workers.change_key(job, self._ended)
        return job

    def _submit(self, job: Job, args: tuple[object, ...]) -> None:
        if self._paused:
            self._waiting.append((job, args))
            return
        if job.lane in LONG:
            self._running[job.number] = job
        self._workers.submit(job, args, self._ended)

    def _ended(self, job: Job, result: object, error: BaseException | None) -> None:
        self._running.pop(job.number, None)
        if self._paused:  # a report must not come up over the cover
            self._late.append((job, result, error))
        else:
            self._finish(job, result, error)

    def _tell_progress(self, number: int, done: int, total: int) -> None:
        if number in self._running:
            self._running[number].progressed.emit(done, total)
