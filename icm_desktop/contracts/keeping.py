"""Backups, restoring, checks, and what the keyring does."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes

NOTHING = Changes()


@dataclass(frozen=True, slots=True)
class Check:
    """One answer; `ok` is None when it could not be checked here, which is not a yes."""

    name: str
    ok: bool | None
    detail: str


@dataclass(frozen=True, slots=True)
class Checked:
    """All answers: False when one failed, None when none failed but one was not checked."""

    checks: tuple[Check, ...]
    changes: Changes = NOTHING

    @property
    def ok(self) -> bool | None:
        """The worst answer."""
        answers = {check.ok for check in self.checks}
        return False if False in answers else None if None in answers else True


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A verified backup."""

    out: str
    bytes: int
    patients: int
    changes: Changes = NOTHING


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A backup that was tried; `how`: by_hand, at_quit, scheduled, second (the copy on the second place).

    `problem`: code of the sentence why it failed.
    `there`: its file is still where it was written (a stick may be out).
    """

    id: int
    made_at: dt.datetime
    how: str
    path: str
    size_bytes: int | None
    verified_at: dt.datetime | None
    problem: str | None
    there: bool


@dataclass(frozen=True, slots=True)
class BackupSettings:
    """Where automatic backups go (None: `backups` beside the database), how many are kept, and whether at quit.

    `second`: a folder on another disk where each is kept too; None: nowhere.
    """

    folder: str | None
    keep: int
    at_quit: bool
    second: str | None = None


@dataclass(frozen=True, slots=True)
class Backups:
    """What the Backups screen shows; `folder` is where automatic backups go now."""

    settings: BackupSettings
    folder: str
    rows: tuple[BackupRow, ...]


@dataclass(frozen=True, slots=True)
class BackupState:
    """How safe the records are: `overdue` when the last good backup is more than a day old.

    `last_problem`: why the newest try, to `last_path`, failed, as code; None when it did not.
    `second_problem`: why the newest copy to the second place, `second_path`, failed.
    `check_due`: nobody checked for a week; `unchecked_since`: for two weeks, although one begins by itself at each
    sign-in. `key_at_close`: the records get a new key when the program is closed.
    """

    last_good_at: dt.datetime | None
    last_problem: str | None
    last_path: str | None
    overdue: bool
    at_quit: bool
    check_due: bool
    last_check_ok: bool | None
    unchecked_since: dt.datetime | None = None
    key_at_close: bool = False
    second_problem: str | None = None
    second_path: str | None = None


@dataclass(frozen=True, slots=True)
class AutomaticBackup:
    """What came of an automatic backup: `made` None when nothing had changed since the last one or it is turned off.

    `removed`: how many older ones of its own it took away. `second_problem`: why there is no copy at the second place.
    """

    made: BackupMade | None
    removed: int
    changes: Changes = NOTHING
    second_problem: str | None = None


@dataclass(frozen=True, slots=True)
class Tidied:
    """How many backups had been stopped before they were whole and had left something, which is gone now."""

    stopped: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class RestoreRequest:
    """Make the new file `database` from `backup`, opened by `password` of `user` or by the printed code."""

    backup: str
    database: str
    user: str = ""
    password: str = ""
    recovery_code: str | None = None


@dataclass(frozen=True, slots=True)
class Restored:
    """A backup is a database again; `updated`: an older version of the program had made it."""

    database: str
    backup_made_at: dt.datetime
    patients: int
    updated: bool
    checks: tuple[Check, ...]
    changes: Changes = NOTHING


@dataclass(frozen=True, slots=True)
class KeyringState:
    """`name`: which keyring this computer has, empty when none that keeps secrets; `answers`: it passed its probe.

    `in_use`: the practice wants passwords tied to this computer. `tied`, `untied`: how many users' are, are not yet.
    """

    name: str
    answers: bool
    in_use: bool
    tied: int
    untied: int


@dataclass(frozen=True, slots=True)
class SheetRequest:
    """The recovery sheet to print; `language` "en" or "es", `paper` "letter" or "a4"."""

    code: str
    practice: str
    database: str
    language: str
    paper: str = "letter"
