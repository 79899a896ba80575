"""Failed sign-ins before the database is open: slower after the fifth, locked for a while after the tenth."""

from __future__ import annotations

import datetime as dt
import json
import os
import time
import uuid
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from db.errors import DatabaseProblem
from db.files import replace_durably, write_private

UNKNOWN = "unknown"  # stands for every name that has no slot
FREE_TRIES = 4
LOCK_AFTER = 10
LOCK_SECONDS = 15 * 60


def _boot_id() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""


@dataclass(frozen=True, slots=True)
class Clock:
    """The two clocks a delay is measured with: the wall (UTC seconds) and one that starts with the computer."""

    wall: Callable[[], float] = time.time
    since_boot: Callable[[], float] = time.monotonic
    boot: Callable[[], str] = _boot_id


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at a slot. Never the typed name, password or code. `told`: already in the audit record.

    `step`: of a one-time code that was right; it and those before are over (see `db.totp`).
    """

    id: str
    slot: str
    wall: float
    boot: str
    since_boot: float
    succeeded: bool = False
    told: bool = False
    step: int | None = None

    @property
    def at(self) -> dt.datetime:
        """When, by the wall clock of then."""
        return dt.datetime.fromtimestamp(self.wall, dt.UTC)


class Attempts:
    """The journal of one database in this computer's state folder.

    A try is written down before the password is looked at, so that killing the program does not make it free.
    """

    def __init__(self, state_folder: Path, database_id: str, clock: Clock | None = None) -> None:
        state_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path = state_folder / f"{database_id}.attempts.jsonl"
        self._clock = clock or Clock()

    def start(self, slot: str) -> None:
        """Count a try at the slot.

        Raises:
            DatabaseProblem: db.locked_out with the seconds still to wait; that try is not counted.
        """
        attempts = self._read()
        waiting = self._seconds_to_wait(slot, attempts)
        if waiting > 0:
            raise DatabaseProblem("db.locked_out", seconds=int(waiting) + 1)
        self._append(self._attempt(slot))

    def succeeded(self, slot: str, step: int | None = None) -> None:
        """The last try was right: the count starts again. `step`: of the one-time code that was typed."""
        self._append(replace(self._attempt(slot), succeeded=True, step=step))

    def last_step(self, slot: str) -> int:
        """The step of the latest one-time code that was right here; 0 when there was none."""
        return max((one.step for one in self._read() if one.slot == slot and one.step is not None), default=0)

    def failed(self, slot: str) -> list[Attempt]:
        """Tries at a slot since the last right one."""
        return _running(slot, self._read())

    def untold(self) -> list[Attempt]:
        """Failed tries that are not yet in the audit record."""
        return [attempt for attempt in _failures(self._read()) if not attempt.told]

    def told(self) -> None:
        """Forget what the audit record now has, except the counts of slots that still fail and the last codes."""
        attempts = self._read()
        slots = {attempt.slot for attempt in attempts}
        wanted = {attempt.id for slot in slots for attempt in _running(slot, attempts)}
        wanted |= {attempt.id for attempt in {one.slot: one for one in attempts if one.step is not None}.values()}
        kept = [replace(attempt, told=True) for attempt in attempts if attempt.id in wanted]
        self._rewrite(kept)

    def seconds_to_wait(self, slot: str) -> float:
        """How long the slot stays closed, in seconds; 0 when it may be tried."""
        return max(0.0, self._seconds_to_wait(slot, self._read()))

    def _seconds_to_wait(self, slot: str, attempts: list[Attempt]) -> float:
        running = _running(slot, attempts)
        delay = delay_after(len(running))
        if not delay:
            return 0.0
        last, now = running[-1], self._attempt(slot)
        if now.boot == last.boot and now.since_boot >= last.since_boot:
            return delay - (now.since_boot - last.since_boot)  # turning the wall clock does not help
        if now.wall < last.wall:  # restarted with the clock set back: the wait begins anew instead of lasting for ever
            self._rewrite([replace(now, id=a.id) if a.id == last.id else a for a in attempts])
            return float(delay)
        return delay - (now.wall - last.wall)

    def _attempt(self, slot: str) -> Attempt:
        return Attempt(uuid.uuid4().hex, slot, self._clock.wall(), self._clock.boot(), self._clock.since_boot())

    def _read(self) -> list[Attempt]:
        try:
            lines = self._path.read_text(encoding="ascii").splitlines()
        except (FileNotFoundError, UnicodeDecodeError):
            return []
        return [attempt for attempt in map(_parse, lines) if attempt is not None]

    def _append(self, attempt: Attempt) -> None:
        handle = os.open(self._path, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(_line(attempt))
            file.flush()
            os.fsync(file.fileno())

    def _rewrite(self, attempts: list[Attempt]) -> None:
        draft = self._path.with_name(f"{self._path.name}.new")
        write_private(draft, b"".join(map(_line, attempts)), durable=True)
        replace_durably(draft, self._path)


def delay_after(failures: int) -> int:
    """Seconds to wait after so many failures in a row: 1, 2, 4, 8, 16 from the fifth on, then a quarter of an hour."""
    if failures >= LOCK_AFTER:
        return LOCK_SECONDS
    return 0 if failures <= FREE_TRIES else 1 << (failures - FREE_TRIES - 1)


def _running(slot: str, attempts: list[Attempt]) -> list[Attempt]:
    own = [attempt for attempt in attempts if attempt.slot == slot]
    good = max((place for place, attempt in enumerate(own) if attempt.succeeded), default=-1)
    return own[good + 1 :]


def _failures(attempts: list[Attempt]) -> list[Attempt]:
    failed: list[Attempt] = []
    for attempt in attempts:
        if not attempt.succeeded:
            failed.append(attempt)
            continue
        # The try right before a success on the same slot was that success.
        mine = next((other for other in reversed(failed) if other.slot == attempt.slot), None)
        if mine is not None:
            failed.remove(mine)
    return failed


def _line(attempt: Attempt) -> bytes:
    return json.dumps(asdict(attempt)).encode("ascii") + b"\n"


def _parse(line: str) -> Attempt | None:
    try:
        return Attempt(**json.loads(line))
    except (ValueError, TypeError):
        return None  # the last line of a program that was killed
