"""Signing in, users, the practice's own facts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from icm_desktop.changes import Changes


@dataclass(frozen=True, slots=True)
class SignIn:
    """Open the database. Either `password` of `user`, or `recovery_code` (then `password` becomes the user's new one).

    `accept_older`: an administrator knows that an older copy was put back and goes on with it.
    `update`: bring a database of an older version up to date first, on a checked copy that then takes its place.
    `read_only`: `database` is a backup to look at in an emergency; nothing is written, a recovery code stays as it is.
    `code`: the one-time code of a user who signs in with one; `ticket`: of the session they go back to instead.
    """

    database: str
    user: str
    password: str
    recovery_code: str | None = None
    accept_older: bool = False
    update: bool = False
    read_only: bool = False
    code: str | None = None
    ticket: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class ClockDoubt:
    """Why this computer's clock may be wrong: it said `now` while the newest entry of the record is of `newest`.

    `kind`: "behind" when that entry is later, "ahead" when it is more than two months older.
    """

    kind: str
    newest: dt.datetime
    now: dt.datetime


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is at the keyboard of which practice. `new_recovery_code` replaces the one just used; show it once.

    The used code goes on working until the new one was typed back (`services.access.confirm_recovery`).
    `kept_before_update`: the file as it was before it was brought up to date just now.
    `recovery_due`: nobody looked at the recovery sheet for a year. `keyring_lost`: the keyring of this computer no
    longer had its part of the key, so passwords do without it now. `exchanges`: partners are asked over the network.
    `read_only`: a backup is looked at, which was made at `backup_made_at`. `clock_doubt`: the clock may be wrong.
    `ticket`: with it going back to this session takes the password alone (see `icm_desktop.second_step`).
    `wrong_codes`: how many wrong one-time codes somebody typed with this password since the last sign-in.
    `second_step_ended`: administrator or recovery_code when one of them did away with this user's one-time codes.
    """

    user_id: int
    user: str
    display_name: str
    role: str
    practice: str
    database: str
    time_zone: str
    is_sample: bool
    clock_24_hours: bool
    recovery_unconfirmed: bool
    must_change_password: bool = False
    lock_minutes: int | None = None
    new_recovery_code: str | None = None
    kept_before_update: str | None = None
    recovery_due: bool = False
    exchanges: bool = False
    keyring_lost: bool = False
    read_only: bool = False
    backup_made_at: dt.datetime | None = None
    session_hours: int | None = None
    ticket: str | None = field(default=None, repr=False)
    wrong_codes: int = 0
    second_step_ended: str | None = None
    clock_doubt: ClockDoubt | None = None


@dataclass(frozen=True, slots=True)
class NewPractice:
    """Make a new encrypted database with its first administrator; `time_zone` is an IANA name.

    `phone`: whom a patient calls, printed on every page; may be given later.
    `use_keyring`: the password opens the records only together with a secret in this computer's keyring.
    """

    database: str
    practice: str
    time_zone: str
    user: str
    password: str
    is_sample: bool = False
    phone: str | None = None
    use_keyring: bool = False


@dataclass(frozen=True, slots=True)
class PracticeMade:
    """The recovery code is shown once and never stored in the clear."""

    database: str
    recovery_code: str


@dataclass(frozen=True, slots=True)
class NewRecoveryCode:
    """A fresh recovery code; shown once and never stored in the clear. The one before works until it is typed back."""

    code: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class NewUser:
    """A colleague to add."""

    name: str
    display_name: str
    role: str
    password: str


@dataclass(frozen=True, slots=True)
class UserRow:
    """A user of the practice."""

    id: int
    name: str
    display_name: str
    role: str
    disabled: bool
    version: int = 1
    job_title: str | None = None
    email: str | None = None
    phone: str | None = None
    last_signed_in_at: dt.datetime | None = None
    must_change_password: bool = False
    second_step: bool = False


@dataclass(frozen=True, slots=True)
class ChangeUser:
    """Change what a user is called and may do; the user name stays, it stands in the audit record."""

    user_id: int
    expected_version: int
    display_name: str
    role: str
    job_title: str | None = None
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class ResetPassword:
    """Give a user a new password, which they change at their next sign-in; a disabled user may sign in again."""

    user_id: int
    password: str


@dataclass(frozen=True, slots=True)
class KeyState:
    """Whether the file is to get a new key. `waiting`: who would need a new password from an administrator afterwards.

    `recovery_ready`: the recovery code opens the records afterwards too; else it has to be typed once first.
    """

    due_since: dt.datetime | None
    at_close: bool
    changed_at: dt.datetime | None
    waiting: tuple[str, ...]
    recovery_ready: bool


@dataclass(frozen=True, slots=True)
class KeyChanged:
    """The file has a new key. `left_out`: who has no password any more until an administrator gives them one."""

    left_out: tuple[str, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class UserSaved:
    """A user was added, changed or disabled."""

    user: UserRow
    changes: Changes


@dataclass(frozen=True, slots=True)
class SecondStepState:
    """Whether the signed-in user signs in with a one-time code, and what an authenticator app needs for it.

    `since`: None when it is off. Only then there are a fresh `secret` (base32 in groups of four), the `address` an app
    takes it from, and that as a `square` to read: rows of 0 (white) and 1 (black). Nothing of it is kept yet.
    """

    since: dt.datetime | None
    at_unlock: bool
    secret: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    square: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class TurnOnSecondStep:
    """Sign in with a code from now on: the password again, the secret shown, and a first code of the app."""

    password: str = field(repr=False)
    secret: str = field(repr=False)
    code: str
    at_unlock: bool = False


@dataclass(frozen=True, slots=True)
class TurnOffSecondStep:
    """Sign in without a code again: the password and a code, so that an unlocked screen is not enough."""

    password: str = field(repr=False)
    code: str


@dataclass(frozen=True, slots=True)
class TakeOffSecondStep:
    """An administrator does away with a colleague's codes, because the telephone is gone."""

    user_id: int
    reason: str
