"""A second process that reckons for long work while the first one writes: it only reads, and it ends with the first."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from db import audit, database
from db.key import Key
from db.unit_of_work import Actor, UnitOfWork
from icm_desktop.long_work import SLICE, Progress, without_cycle_search
from icm_desktop.worker import end_with_parent, forbid_core_dumps

if TYPE_CHECKING:  # which itself keeps what is derived right after every act
    from icm_desktop.practice import OpenPractice

LEAST = 1000  # patients for which it is worth a second to start a process
_AHEAD = 4  # slices the other process has to do, so that it never waits for one
_POLITE = 5  # whoever clicks comes first
Ids = Sequence[int]
Reckon = Callable[[UnitOfWork, Ids], Any]


@dataclass(frozen=True, slots=True)
class Found:
    """What the other process reckoned, and the last change of the records it knew of."""

    known: int
    what: Any

    def still_holds(self, uow: UnitOfWork) -> bool:
        """Whether nobody changed anything since; asked in the transaction that keeps it."""
        return self.known == audit.last_event(uow.session.connection())


@dataclass(frozen=True, slots=True)
class _Opening:
    """What opens the same practice again; handed over in memory."""

    path: Path
    key: Key
    state_folder: Path
    actor: Actor
    zone: ZoneInfo
    today: dt.date | None


def in_slices_beside(
    practice: OpenPractice, ids: Ids, progress: Progress, reckon: Reckon, keep: Callable[[Ids, Found | None], None]
) -> None:
    """Do something for many patients on two processors; what was done stays when it is cancelled.

    Args:
        practice: The open practice.
        ids: Of the patients.
        progress: Told after each slice.
        reckon: A public function of a module that only reads; the other process runs it for slices from the end.
        keep: Writes what was reckoned for a slice; None: reckons it too.

    Raises:
        JobCancelled: by `progress`.
    """
    left = deque(ids[start : start + SLICE] for start in range(0, len(ids), SLICE))
    other = _started(practice, reckon) if len(ids) >= LEAST and (os.cpu_count() or 1) > 1 else None
    done = 0
    try:
        with without_cycle_search():
            while left or (other is not None and other.asked):
                progress.step(done, len(ids))
                some, found = _next(other, left)
                keep(some, found)
                done += len(some)
    finally:
        if other is not None:
            other.end()
    progress.step(len(ids), len(ids))


def _started(practice: OpenPractice, reckon: Reckon) -> OtherProcess | None:
    try:
        return OtherProcess(practice, reckon)
    except OSError:  # the system gives no further process: the first one does it all
        return None


def _next(other: OtherProcess | None, left: deque[Ids]) -> tuple[Ids, Found | None]:
    """A slice the other process has done, else the first one that is left: nobody waits for the other."""
    if other is not None:
        while left and len(other.asked) < _AHEAD and not other.lost:
            other.ask(left.pop())
        if other.asked and other.has_answer():
            return other.answer()
        if not left:
            return other.asked.pop(), None  # what it was asked last, it has not done
    return left.popleft(), None


class OtherProcess:
    """The other process, and the slices it was `asked`. When it is `lost`, they are done by the first one."""

    def __init__(self, practice: OpenPractice, reckon: Reckon) -> None:
        of = practice.database
        opening = _Opening(of.path, of.key, of.anchor.path.parent, practice.actor, practice.zone, practice.today)
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, opening, reckon), name="reckoning", daemon=True)
        self._process.start()
        theirs.close()
        self.asked: deque[Ids] = deque()
        self.lost = False

    def ask(self, ids: Ids) -> None:
        """Give it a slice to do."""
        self.asked.append(ids)
        try:
            self._pipe.send(ids)
        except OSError:
            self.lost = True

    def has_answer(self) -> bool:
        """Whether a slice is done, or will never be."""
        return self.lost or self._pipe.poll()

    def answer(self) -> tuple[Ids, Found | None]:
        """The first slice it was asked, with what it found: None when it could not, and somebody has to see why."""
        ids = self.asked.popleft()
        try:
            return ids, None if self.lost else self._pipe.recv()
        except (EOFError, OSError):
            self.lost = True
            return ids, None

    def end(self) -> None:
        """Let it go: it holds nothing that is not in the file."""
        self._pipe.close()
        self._process.kill()
        self._process.join()


def _serve(pipe: Connection, opening: _Opening, reckon: Reckon) -> None:
    from icm_desktop.practice import OpenPractice

    forbid_core_dumps()
    threading.Thread(target=end_with_parent, name="end with the first", daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(_POLITE)
    opened = database.open_existing(opening.path, opening.key, opening.state_folder)
    practice = OpenPractice(opened, opening.actor, opening.zone, opening.today)
    # A long answer waits in the pipe until the first process takes it: meanwhile the next slice is reckoned.
    with without_cycle_search(), ThreadPoolExecutor(1) as sending:
        while True:
            try:
                ids = pipe.recv()
            except (EOFError, OSError):
                return
            sending.submit(pipe.send, _found(practice, reckon, ids))


def _found(practice: OpenPractice, reckon: Reckon, ids: Ids) -> Found | None:
    try:
        with practice.read() as uow:
            return Found(audit.last_event(uow.session.connection()), reckon(uow, ids))
    except Exception:  # noqa: BLE001  the first process does it again and tells what is wrong
        return None
