"""The one-time code beside the password: asked after the slot is open, before anybody gets a session.

It is kept by this program, not by the encryption: whoever has a copy of the file needs the password only.

Going back to one's own session at this window (the lock, or a colleague who worked meanwhile) takes the password alone
for as long as the practice lets a session last: asked every ten idle minutes, the code would soon be turned off by
everybody. What says that the session is one's own is a ticket the window got with it, sealed with the key of the file;
no command line has one. Whoever wants the code at the lock, too, gets none.
"""

from __future__ import annotations

import datetime as dt
import hmac
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from db import totp
from db.database import OpenDatabase
from db.errors import DatabaseProblem
from db.key import Key
from db.lockout import Attempt, Attempts
from db.models.access import SecondStep, UserAccount
from db.models.practice import Practice
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.access import SignIn
from icm_desktop.contracts.people import SESSION_HOURS
from icm_desktop.errors import Invalid
from icm_desktop.practice import OpenPractice
from icm_desktop.queries.second_step import BY_RECOVERY, asked_of, not_told
from icm_desktop.session import SET_UP

JUST_NOW = dt.timedelta(minutes=5)  # wrong codes of the last minutes are one's own typing, and nobody is warned of them
_SLOT = "code-"
_PURPOSE = "unlock-v1"


@dataclass(frozen=True, slots=True)
class Passed:
    """What was shown: the step of a code, or a ticket. `second`: the row that asked, None when nobody asks for a code.

    `warned`: how many wrong codes were typed with this password before, since the last right one.
    """

    second: SecondStep | None = None
    step: int | None = None
    ticket: str | None = None
    warned: int = 0


def passed(opened: OpenDatabase, practice: Practice, user: UserAccount, request: SignIn, attempts: Attempts) -> Passed:
    """Ask for the code of a user who turned it on; the recovery code of the practice does without.

    Args:
        opened: The database, opened by the password or the recovery code.
        practice: It says how long a session lasts.
        user: Who signs in.
        request: With the code or the ticket.
        attempts: Counts wrong codes, as it does wrong passwords.

    Raises:
        Invalid: access.code_wanted, access.code_locked_out (seconds), and as `judged`.
    """
    with OpenPractice(opened, SET_UP, ZoneInfo("UTC")).read() as uow:
        second = asked_of(uow, user.id)
    if second is None or request.recovery_code is not None:
        return Passed(second)
    now = dt.datetime.now(dt.UTC)
    if request.ticket is not None and not second.at_unlock and _fits(opened.key, request.ticket, second, now):
        return Passed(second, ticket=request.ticket)
    if not request.code:
        raise Invalid("access.code_wanted", "code")
    before = [one for one in attempts.failed(slot_of(user.id)) if now - one.at > JUST_NOW]
    step = tried(attempts, user.id, second.secret, request.code, user.code_step or 0, now)
    lasts = dt.timedelta(hours=practice.session_hours or SESSION_HOURS)
    ticket = None if second.at_unlock else _ticket(opened.key, second, now + lasts)
    return Passed(second, step, ticket, len(before))


def tried(attempts: Attempts, user_id: int, secret: bytes, code: str, used: int, now: dt.datetime) -> int:
    """The step of a code that is right; the try is counted before it is looked at. `over` says when it is used up.

    Raises:
        Invalid: access.code_locked_out (seconds), and as `judged`.
    """
    slot = slot_of(user_id)
    try:
        attempts.start(slot)
    except DatabaseProblem as problem:
        if problem.code != "db.locked_out":
            raise
        raise Invalid("access.code_locked_out", "code", seconds=problem.params["seconds"]) from None
    return judged(secret, code, max(used, attempts.last_step(slot)), now)


def over(attempts: Attempts, user_id: int, shown: Passed) -> None:
    """A code that was right counts no more at this computer; the count of wrong ones starts again."""
    if shown.step is not None:
        attempts.succeeded(slot_of(user_id), shown.step)


def settle(uow: UnitOfWork, user: UserAccount, shown: Passed) -> str | None:
    """In the transaction of the sign-in: the code is used up in the file, too; the recovery code ends the asking.

    Returns:
        Why the user is asked no more although they did not turn it off themselves; told once.

    Raises:
        Invalid: access.code_used, by another process a moment ago.
    """
    if shown.step is not None:
        if shown.step <= (user.code_step or 0):
            raise Invalid("access.code_used", "code")
        user.code_step = shown.step
    elif shown.second is not None and shown.ticket is None:
        end(uow, uow.session.get_one(SecondStep, shown.second.id), BY_RECOVERY)
    uow.session.flush()
    untold = not_told(uow, user.id)
    for one in untold:
        one.told_at = uow.now
    return untold[-1].ended_because if untold else None


def judged(secret: bytes, code: str, used: int, now: dt.datetime) -> int:
    """The step of a code that is right now and was not used.

    Args:
        secret: Of the authenticator app.
        code: As typed; spaces do not matter.
        used: The step of the last code that was used.
        now: The clock of this computer.

    Raises:
        Invalid: access.code_used; access.code_late or access.code_early (minutes) when it is one of another time
            within ten minutes, so that a clock goes wrong; access.code_wrong.
    """
    here = totp.step_at(now.timestamp())
    step = totp.step_of(secret, code, range(here - totp.FAR, here + totp.FAR + 1))
    if step is None:
        raise Invalid("access.code_wrong", "code")
    if step <= used:
        raise Invalid("access.code_used", "code")
    if abs(step - here) > totp.WINDOW:
        minutes = max(1, round(abs(step - here) * totp.STEP_SECONDS / 60))
        raise Invalid("access.code_late" if step < here else "access.code_early", "code", minutes=minutes)
    return step


def slot_of(user_id: int) -> str:
    """What codes of a user are counted under in the journal of failed sign-ins."""
    return f"{_SLOT}{user_id}"


def is_code(attempt: Attempt) -> bool:
    """Whether a code was typed, not a password."""
    return attempt.slot.startswith(_SLOT)


def end(uow: UnitOfWork, second: SecondStep, because: str, reason: str | None = None) -> None:
    """The user is asked no more; the secret goes for good, and unless it was them they are told at the next sign-in."""
    second.removed_at = uow.now
    second.secret = b""
    second.ended_because, second.reason = because, reason
    uow.record(
        "access.second_step_off", object_kind="second_step", object_id=second.id,
        detail={"because": because} | ({"reason": reason} if reason else {}),
    )  # fmt: skip


def _ticket(key: Key, second: SecondStep, until: dt.datetime) -> str:
    seconds = int(until.timestamp())
    return f"{seconds}.{_seal(key, second, seconds)}"


def _fits(key: Key, ticket: str, second: SecondStep, now: dt.datetime) -> bool:
    written, _, seal = ticket.partition(".")
    if not written.isascii() or not written.isdecimal() or not seal.isascii():
        return False
    return hmac.compare_digest(seal, _seal(key, second, int(written))) and now.timestamp() < int(written)


def _seal(key: Key, second: SecondStep, until: int) -> str:
    bound = f"{second.user_id}.{second.id}.{until}".encode()
    return hmac.digest(key.derived(_PURPOSE), bound, "sha256").hex()
