"""The worker processes: one for clicks, one for long work. Only they ever hold the key.

A practice that exchanges records over the network has one more for that, so that a slow partner keeps nobody waiting.
Long work about a whole practice has a third one while it lasts (`icm_desktop.beside`), which ends with it.
"""

from __future__ import annotations

import itertools
import logging
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject, Signal

from icm_desktop.errors import JobCancelled, UserError
from ui.jobs import Failed, Job, Returns
from ui.lane import Lane

if TYPE_CHECKING:
    from concurrent.futures import Future

    from icm_desktop.contracts.access import NewPractice, PracticeMade, SignedIn, SignIn
    from icm_desktop.contracts.keeping import Restored, RestoreRequest, SheetRequest

log = logging.getLogger(__name__)
BEHIND = "behind"
Finish: TypeAlias = "Callable[[Job, object, BaseException | None], None]"


class Workers(QObject):
    """Starts, feeds and ends the worker processes; shared by the windows of all who sign in one after the other."""

    progressed = Signal(int, int, int)  # job number, done, total
    lost = Signal()  # a worker process died

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.numbers = itertools.count(1)
        self._returns = Returns(self._returned)
        self._click: Lane | None = None
        self._long: Lane | None = None
        self._quiet: Lane | None = None
        self._queue: deque[tuple[Job, tuple[object, ...]]] = deque()
        self._running: tuple[Job, tuple[object, ...]] | None = None
        self._finishers: dict[int, Finish] = {}
        self._resting = False  # the file gets a new key
        self._told: dict[int, Job] = {}  # door functions that tell their progress
        self.progressed.connect(self._tell)
        self._ended: set[int] = set()  # jobs whose process was ended by us before they answered

    def _tell(self, number: int, done: int, total: int) -> None:
        if number in self._told:
            self._told[number].progressed.emit(done, total)

    def warm(self) -> None:
        """Start the click worker while the person reads the sign-in screen."""
        self._click_lane()

    def _click_lane(self) -> Lane:
        if self._click is None:
            self._click = Lane(self.progressed.emit)
            self._click.warm()
        return self._click

    def ask(
        self, function: Callable[..., object], request: object, done: Callable[[Any], object], failed: Failed
    ) -> Job:
        """Run a door function (`sign_in`, `make_practice`) in the click worker."""
        job = Job(next(self.numbers), function.__name__, "click", None, "")
        job.done, job.failed = done, failed
        self._finishers[job.number] = _finish_door
        self._watch(job, self._click_lane(), function, request)
        return job

    def sign_in(self, request: SignIn, done: Callable[[SignedIn], object], failed: Failed) -> None:
        """Open the practice in both workers; `done` comes when the click worker has it."""
        from icm_desktop import worker

        def opened(result: SignedIn) -> None:
            if not request.read_only:  # long work and rounds of partners write: there are none
                self._long = self._long or Lane(self.progressed.emit)
                self._long.submit(worker.sign_in_beside, request)
                if result.exchanges:
                    self._quiet = self._quiet or Lane(self.progressed.emit)
                    self._quiet.submit(worker.sign_in_beside, request)
            done(result)

        self.ask(worker.sign_in, request, opened, failed)

    def change_key(self, job: Job, finish: Finish) -> None:
        """Give the file a new key: the other processes close it first and open it again, whatever comes of it.

        Long work that runs is stopped at its next step; what waits goes on afterwards, as do clicks.
        """
        from icm_desktop import worker

        others = [lane for lane in (self._long, self._quiet) if lane is not None]
        self._resting = True
        if self._running is not None and self._long is not None:
            self._long.cancel.set()
        closing = [lane.submit(worker.rest) for lane in others]

        def over(job: Job, result: object, error: BaseException | None) -> None:
            for lane in others:
                if lane in (self._long, self._quiet):  # not ended by the lock meanwhile
                    lane.submit(worker.go_on)
            self._resting = False
            self._next_long()
            finish(job, result, error)

        self._finishers[job.number] = over
        self._told[job.number] = job
        self._after(closing, job, lambda: self._watch(job, self._click_lane(), worker.change_key, job.number))

    def _after(self, closing: list[Future[object]], job: Job, then: Callable[[], object]) -> None:
        """Go on when every other process has closed the file; one that was ended meanwhile ends the job too."""
        if not closing:
            then()
            return

        def closed(_: Job, result: object, error: BaseException | None) -> None:
            del result
            if error is None and job.number not in self._ended:
                self._after(closing[1:], job, then)
                return
            self._told.pop(job.number, None)
            self._ended.discard(job.number)
            self._finishers.pop(job.number, _forget)(job, None, error or _stopped(job))

        waiting = Job(next(self.numbers), "rest", "click", None, "")
        self._finishers[waiting.number] = closed
        self._returns.watch(waiting, closing[0])

    def make_practice(self, request: NewPractice, done: Callable[[PracticeMade], object], failed: Failed) -> None:
        """Make a new database; sign in afterwards."""
        from icm_desktop import worker

        self.ask(worker.make_practice, request, done, failed)

    def ask_keyring(self, done: Callable[[bool], object]) -> None:
        """Whether this computer's keyring keeps secrets."""
        from icm_desktop import worker

        job = Job(next(self.numbers), "keyring_answers", "click", None, "")
        job.done = done
        self._finishers[job.number] = _finish_door
        self._watch(job, self._click_lane(), worker.keyring_answers)

    def make_sheet(self, request: SheetRequest, done: Callable[[bytes], object], failed: Failed) -> None:
        """The recovery sheet of a practice that was just made, as a PDF."""
        from icm_desktop import worker

        self.ask(worker.recovery_sheet, request, done, failed)

    def restore(self, request: RestoreRequest, done: Callable[[Restored], object], failed: Failed) -> None:
        """Make a new database from a backup; sign in afterwards."""
        from icm_desktop import worker

        self.ask(worker.restore, request, done, failed)

    def make_sample(self, done: Callable[[str], object], failed: Failed) -> None:
        """Make the sample practice anew; `done` gets its file."""
        from icm_desktop import worker

        job = Job(next(self.numbers), "make_sample_practice", "click", None, "")
        job.done, job.failed = done, failed
        self._finishers[job.number] = _finish_door
        self._watch(job, self._click_lane(), worker.make_sample_practice)

    def submit(self, job: Job, args: tuple[object, ...], finish: Finish) -> None:
        """Run a use case in its lane; `finish` gets (job, result, error) on the window's thread."""
        self._finishers[job.number] = finish
        if job.lane == "quiet" and self._quiet is not None:
            from icm_desktop import worker

            self._watch(job, self._quiet, worker.call_long, job.name, args, job.number)
            return
        if job.lane != "click":  # the first partner was set up a moment ago: its process begins with the next sign-in
            job.when_cancelled(self._cancel_long)
            self._queue.append((job, args))
            self._next_long()
            self._give_way()
            return
        from icm_desktop import worker

        self._watch(job, self._click_lane(), worker.call, job.name, args)

    def _watch(self, job: Job, lane: Lane, function: Callable[..., object], *args: object) -> None:
        from concurrent.futures import BrokenExecutor, Future

        try:
            future = lane.submit(function, *args)
        except BrokenExecutor as error:
            future = Future()
            future.set_exception(error)
        self._returns.watch(job, future)

    def _next_long(self) -> None:
        """One at a time, so that Cancel can only mean the one that runs; what gives way comes last."""
        from icm_desktop import worker

        if self._running is None and self._queue and self._long is not None and not self._resting:
            first = next((one for one in self._queue if one[0].lane != BEHIND), self._queue[0])
            self._queue.remove(first)
            self._running = job, args = first
            self._long.cancel.clear()
            self._watch(job, self._long, worker.call_long, job.name, args, job.number)

    def _give_way(self) -> None:
        """Somebody waits for other long work: what runs behind it stops at its next step and begins anew later."""
        runs_behind = self._running is not None and self._running[0].lane == BEHIND
        if runs_behind and self._long is not None and any(job.lane != BEHIND for job, _ in self._queue):
            self._long.cancel.set()

    def _cancel_long(self, job: Job) -> None:
        if self._runs(job) and self._long is not None:
            self._long.cancel.set()
        else:
            self._queue = deque(waiting for waiting in self._queue if waiting[0] is not job)
            self._finishers.pop(job.number, None)
            job.ended.emit()

    def _returned(self, job: Job, future: Future[object]) -> None:
        from concurrent.futures import BrokenExecutor

        error = future.exception()
        if self._running is not None and self._runs(job):
            ended, self._running = self._running, None
            gave_way = isinstance(error, JobCancelled) and job.lane == BEHIND and not job.cancelled
            if gave_way and self._queue:
                self._queue.append(ended)
                self._next_long()
                return
            self._next_long()
        finish = self._finishers.pop(job.number, _forget)
        self._told.pop(job.number, None)
        if not isinstance(error, BrokenExecutor):
            finish(job, None if error else future.result(), error)
        elif job.number in self._ended:
            finish(job, None, _stopped(job))
        else:
            self._lose(job, finish)
        self._ended.discard(job.number)

    def _runs(self, job: Job) -> bool:
        return self._running is not None and self._running[0] is job

    def _lose(self, job: Job, finish: Finish) -> None:
        """A process died: fresh ones start at the next sign-in; whoever waits is told after the window is covered."""
        at_the_door = finish is _finish_door
        error = UserError("job.worker_lost")
        self.end()
        if at_the_door:
            finish(job, None, error)
        self.lost.emit()
        if not at_the_door:
            finish(job, None, error)

    def stop_long(self) -> None:
        """Stop long work that runs, forget what waits for it; as at the lock, but the processes go on."""
        never_begun, self._queue = self._queue, deque()
        for job, _ in never_begun:
            self._finishers.pop(job.number, _forget)(job, None, _stopped(job))
        if self._running is not None and self._long is not None:
            self._long.cancel.set()

    @property
    def waiting(self) -> bool:
        """Whether any answer is still to come."""
        return bool(self._finishers)

    @property
    def awaited(self) -> bool:
        """Whether an answer is still to come that somebody waits for: not that of long work behind everything else."""
        long = [*self._queue, *([self._running] if self._running is not None else [])]
        return len(self._finishers) > sum(job.lane == BEHIND for job, _ in long)

    @property
    def busy(self) -> bool:
        """Whether long work is running or waiting."""
        return self._running is not None or bool(self._queue)

    def end(self) -> None:
        """Lock or quit: long work stops at its next step, the practice is closed, the processes end with their key."""
        never_begun, self._queue = self._queue, deque()
        self._ended.update(self._finishers)
        for lane in (self._click, self._long, self._quiet):
            if lane is not None:
                lane.end()
        self._click = self._long = self._quiet = self._running = None
        self._resting = False
        for job, _ in never_begun:
            self._ended.discard(job.number)
            self._finishers.pop(job.number, _forget)(job, None, _stopped(job))


def _stopped(job: Job) -> UserError:
    """What a job is told whose process was ended before it answered."""
    return UserError("job.locked_first") if job.lane == "click" else JobCancelled("job.stopped_by_lock", what=job.label)


def _forget(job: Job, result: object, error: BaseException | None) -> None:
    """Nobody waits for it any more."""


def _finish_door(job: Job, result: object, error: BaseException | None) -> None:
    if error is None and job.done is not None:
        job.done(result)
    elif isinstance(error, UserError) and job.failed is not None:
        job.failed(error)
    elif error is not None:
        raise error
