"""Runs use cases in the worker processes and brings each result back to the window by one queued signal."""

from __future__ import annotations

import itertools
import logging
from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from icm_desktop.changes import Changes
from icm_desktop.errors import JobCancelled, UserError

if TYPE_CHECKING:
    from concurrent.futures import Future

log = logging.getLogger(__name__)
Lane = Literal["click", "long", "behind", "quiet"]
LONG = frozenset({"long", "behind"})  # what the status bar shows
Done = Callable[[Any], object]
Failed = Callable[[UserError], object]
Progress = Callable[[int, int], object]


class Job(QObject):
    """One running use case. Its signals serve the status bar; callers pass `done` and `failed`."""

    progressed = Signal(int, int)  # done, total
    ended = Signal()

    def __init__(self, number: int, name: str, lane: Lane, owner: QObject | None, label: str) -> None:
        super().__init__()
        self.number = number
        self.name = name
        self.lane = lane
        self.label = label
        self.done: Done | None = None
        self.failed: Failed | None = None
        self.cancelled = False
        self._owner = owner
        self._cancel: Callable[[Job], object] = lambda _job: None

    @property
    def wanted(self) -> bool:
        """Whether somebody still waits for the result: the owner lives and a click was not cancelled."""
        alive = self._owner is None or isValid(self._owner)
        return alive and not (self.cancelled and self.lane == "click")

    def when_cancelled(self, cancel: Callable[[Job], object]) -> None:
        """Set what Cancel does."""
        self._cancel = cancel

    def cancel(self) -> None:
        """Stop the job: a click's result is dropped, long work stops at its next step and says what was done."""
        self.cancelled = True
        self._cancel(self)


class Jobs(QObject):
    """What pages see; `WorkerJobs` runs in worker processes, `InlineJobs` at once, for page tests."""

    changed = Signal(object)  # Changes of a committed use case
    failed = Signal(object)  # UserError nobody was waiting for
    crashed = Signal(object)  # any other exception: a bug
    started = Signal(object)  # Job of the long lane, for the status bar
    resumed = Signal()  # somebody signed in or came back

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)

    def run(
        self,
        name: str,
        *args: object,
        owner: QObject | None,
        done: Done | None = None,
        failed: Failed | None = None,
        progress: Progress | None = None,
        lane: Lane = "click",
        label: str = "",
    ) -> Job:
        """Run the use case called `name` ("services.scheduling.book") with `args` and come back.

        Args:
            owner: The result is dropped when this object is gone (the act itself stands).
            done: Gets the result on the window's thread.
            failed: Gets a UserError; without it the message bar shows the sentence.
            progress: Gets (done, total) of long work.
            lane: "click" for what a person waits for, "long" for imports, backups and the like, "behind" for long work
                that gives way to any other and begins anew after it, "quiet" for what goes over the network: nobody is
                kept waiting by it.
            label: Translated name of long work for the status bar.
        """
        job = Job(next(self._numbers), name, lane, owner, label)
        job.done, job.failed = done, failed
        if progress is not None:
            job.progressed.connect(progress)
        if lane in LONG:
            self.started.emit(job)
        self._submit(job, args)
        return job

    def change_key(self, done: Done, failed: Failed, progress: Progress) -> Job:
        """Give the file of the practice a new key; `done` gets a KeyChanged. Only processes of their own can."""
        raise RuntimeError("the key is held by no process of these jobs")

    @abstractmethod
    def _submit(self, job: Job, args: tuple[object, ...]) -> None: ...

    def _finish(self, job: Job, result: object, error: BaseException | None) -> None:
        """Hand the outcome to whoever waits; changes are told even when nobody does."""
        job.ended.emit()
        if error is None:
            self._succeed(job, result)
        elif isinstance(error, JobCancelled) and job.failed is None:
            log.info("job %s was cancelled", job.name)
        elif isinstance(error, UserError):
            self._refuse(job, error)
        else:
            self.crashed.emit(error)

    def _succeed(self, job: Job, result: object) -> None:
        if job.wanted and job.done is not None:
            job.done(result)
        changes = result if isinstance(result, Changes) else getattr(result, "changes", None)
        if isinstance(changes, Changes):
            self.changed.emit(changes)

    def _refuse(self, job: Job, error: UserError) -> None:
        if not job.wanted:
            return
        if job.failed is not None:
            job.failed(error)
        else:
            self.failed.emit(error)


class Practice(Protocol):
    """What `InlineJobs` needs of an open practice (`icm_desktop.bootstrap.OpenPractice`)."""

    def run(self, name: str, *args: object) -> object:
        """Run a use case in this process."""


class InlineJobs(Jobs):
    """Runs each use case at once in this process: page tests need no worker."""

    def __init__(self, practice: Practice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._practice = practice

    def _submit(self, job: Job, args: tuple[object, ...]) -> None:
        try:
            result = self._practice.run(job.name, *args)
        except UserError as error:
            self._finish(job, None, error)
        else:
            self._finish(job, result, None)


class Returns(QObject):
    """Carries a finished future from the executor's thread to the window's thread."""

    _arrived = Signal(object, object)

    def __init__(self, receive: Callable[[Job, Future[object]], object]) -> None:
        super().__init__()
        self._receive = receive
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def watch(self, job: Job, future: Future[object]) -> None:
        """Have the outcome delivered when it is there."""
        future.add_done_callback(lambda ended: self._arrived.emit(job, ended))

    @Slot(object, object)
    def _take(self, job: Job, future: Future[object]) -> None:
        self._receive(job, future)
