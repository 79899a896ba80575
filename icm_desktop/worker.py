"""The process that holds the key: opens one practice and runs use cases for the window."""

from __future__ import annotations

import logging
import multiprocessing
import os
import sys
import threading
from dataclasses import dataclass
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Event
from typing import Any

from icm_desktop.contracts.access import KeyChanged, NewPractice, PracticeMade, SignedIn, SignIn
from icm_desktop.contracts.keeping import Restored, RestoreRequest, SheetRequest
from icm_desktop.errors import JobCancelled

log = logging.getLogger(__name__)


@dataclass
class _Worker:
    """What this process holds between calls."""

    progress: SimpleQueue[tuple[int, int, int]] | None = None
    cancel: Event | None = None
    practice: Any = None
    resting: Any = None  # closed for a moment


_worker = _Worker()


def start(progress: SimpleQueue[tuple[int, int, int]], cancel: Event) -> None:
    """Make the process ready before anybody has signed in: no core dumps, imports done."""
    forbid_core_dumps()
    threading.Thread(target=end_with_parent, name="end with the window", daemon=True).start()
    os.umask(0o077)
    _worker.progress, _worker.cancel = progress, cancel
    from icm_desktop import logs, paths

    logs.start_log(paths.state_folder(), "worker")
    import icm_desktop.bootstrap  # noqa: F401  loads SQLAlchemy while the person types the password


def make_practice(request: NewPractice) -> PracticeMade:
    """Make a new database; see `icm_desktop.bootstrap.make_practice`."""
    from icm_desktop import bootstrap

    return bootstrap.make_practice(request)


def keyring_answers() -> bool:
    """Whether this computer's keyring keeps secrets; see `icm_desktop.before_sign_in`."""
    from icm_desktop import before_sign_in

    return before_sign_in.keyring_answers()


def recovery_sheet(request: SheetRequest) -> bytes:
    """The sheet of a practice before anybody signed in; see `icm_desktop.before_sign_in`."""
    from icm_desktop import before_sign_in

    return before_sign_in.recovery_sheet(request)


def restore(request: RestoreRequest) -> Restored:
    """Make a new database from a backup; see `icm_desktop.restoring.restore`."""
    from icm_desktop import restoring

    return restoring.restore(request)


def make_sample_practice() -> str:
    """Make the sample practice anew; see `icm_desktop.sample_practice`."""
    from icm_desktop import sample_practice

    return sample_practice.make_sample_practice()


def sign_in(request: SignIn) -> SignedIn:
    """Open the practice in this process; see `icm_desktop.bootstrap.sign_in`."""
    from icm_desktop import bootstrap

    close()
    if request.read_only:
        from icm_desktop import looking

        _worker.practice = looking.open_read_only(request)
    else:
        _worker.practice = bootstrap.sign_in(request)
    return _worker.practice.signed_in()  # type: ignore[no-any-return]  # held as Any to keep SQLAlchemy out of this import


def sign_in_beside(request: SignIn) -> None:
    """Open the practice in this process too, after another one signed in; the audit record has that sign-in already."""
    from icm_desktop import bootstrap

    close()
    _worker.practice = bootstrap.open_beside(request)


def rest() -> None:
    """Close the practice for a moment, because another process is about to give its file a new key."""
    if _worker.practice is not None:
        _worker.practice.close()
        _worker.resting, _worker.practice = _worker.practice, None


def go_on() -> None:
    """Open it again; see `icm_desktop.rekeying.open_again`."""
    from icm_desktop import rekeying

    if _worker.resting is not None:
        resting, _worker.resting = _worker.resting, None
        _worker.practice = rekeying.open_again(resting)


def change_key(job_id: int) -> KeyChanged:
    """Give the file a new key; whatever comes of it, the practice is open again afterwards."""
    from icm_desktop import rekeying

    practice = _open()
    rekeying.refuse_who_left(practice)
    _worker.practice, _worker.resting = None, practice
    try:
        return rekeying.change_key(practice, _Telling(job_id))
    finally:
        go_on()


def call(name: str, args: tuple[object, ...]) -> object:
    """Run one use case in one transaction."""
    return _open().run(name, *args)


def call_long(name: str, args: tuple[object, ...], job_id: int) -> object:
    """Run long work, telling its progress as (job id, done, total) and stopping when Cancel is set."""
    return _open().run(name, *args, progress=_Telling(job_id))


def close() -> None:
    """Close the practice: checkpoint, anchor; the process may then end."""
    if _worker.practice is not None:
        _worker.practice.close()
        _worker.practice = None


def _open() -> Any:
    if _worker.practice is None:
        raise RuntimeError("nobody has signed in to this worker")
    return _worker.practice


@dataclass(frozen=True, slots=True)
class _Telling:
    job_id: int

    def step(self, done: int, total: int) -> None:
        """Tell the window; stop when it asked to."""
        if _worker.progress is not None:
            _worker.progress.put((self.job_id, done, total))
        if _worker.cancel is not None and _worker.cancel.is_set():
            raise JobCancelled("job.cancelled", done=done, total=total)


def end_with_parent() -> None:
    """A window that was killed tells nobody: the key must not outlive it. What was committed is safe."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def forbid_core_dumps() -> None:
    """What is in the memory of this process is never written to a file."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
