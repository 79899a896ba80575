"""Composition root: paths, keys and an unlocked database become an open practice."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import select

from db import database, keys, rekey, unit_of_work
from db.backup import check_backup, manifest_path
from db.database import OpenDatabase
from db.device import device_store
from db.engine import refuse_plaintext
from db.errors import DatabaseProblem
from db.files import passing_folder
from db.lockout import Attempts
from db.models.access import UserAccount
from db.models.practice import Practice
from db.process_lock import ProcessLock
from db.unit_of_work import Actor
from db.verify import is_rolled_back
from icm_desktop import clock, device_secret, holding, paths, second_step
from icm_desktop.content.compartments import compartments
from icm_desktop.contracts.access import NewPractice, PracticeMade, SignIn
from icm_desktop.errors import CannotOpen, Invalid
from icm_desktop.permissions import Role
from icm_desktop.practice import OpenPractice
from icm_desktop.refusals import as_cannot_open, check_new_password, check_user_name, checked_phone
from icm_desktop.session import SET_UP, session_of

__all__ = [
    "OpenPractice",
    "as_cannot_open",
    "check_new_password",
    "check_user_name",
    "checked_copy",
    "checked_phone",
    "is_backup",
    "make_practice",
    "open_beside",
    "open_to_check",
    "sign_in",
    "who",
]


def make_practice(request: NewPractice) -> PracticeMade:
    """Make a new encrypted database with its first administrator; the folder is made when missing.

    Returns:
        The recovery code, to be shown once.

    Raises:
        Invalid: a name, time zone or password that cannot be used.
        CannotOpen: db.exists, db.shared_folder, db.read_only ...: nothing was made.
    """
    zone = _checked(request)
    path, key = Path(request.database).expanduser().absolute(), keys.new_key(compartments())
    with as_cannot_open():
        opened = database.create(path, key, paths.state_folder())
        try:
            secret = device_store().make(key.database_id) if request.use_keyring else None
            user_id = _first_rows(opened, request, zone)
            code = keys.create_slots(path, opened.key, user_id, request.user, request.password, device=secret)
        except BaseException:
            opened.close()
            _unmake(path)
            raise
        opened.close()
    return PracticeMade(str(path), code)


def sign_in(request: SignIn) -> OpenPractice:
    """Unlock with the user's password, or with the recovery code (the password then becomes the user's new one).

    Raises:
        CannotOpen: what is wrong with the file, the password or the code, with the file untouched.
    """
    path = Path(request.database).expanduser().absolute()
    with as_cannot_open():
        if is_backup(path):
            raise DatabaseProblem("db.is_backup", path=str(path))
        attempts = Attempts(paths.state_folder(), keys.database_id_of(_existing(path)))
        key = _unlock(path, request, attempts)
        before = _brought_up_to_date(path, key) if request.update else None
        opened = database.open_existing(path, key, paths.state_folder())
        try:
            rekey.tidy(path, key)
            return _signed_in(opened, request, attempts, before)
        except BaseException:
            opened.close()
            raise


def open_beside(request: SignIn) -> OpenPractice:
    """Open in a second process of the window in which this person has just signed in; the audit record is left alone.

    Raises:
        CannotOpen: as `sign_in`.
    """
    path = Path(request.database).expanduser().absolute()
    with as_cannot_open():
        opened = _open(path, replace(request, recovery_code=None))
        try:
            practice, user = who(opened, request)
        except BaseException:
            opened.close()
            raise
    opened = device_secret.with_keyring_anchor(opened, wanted=practice.uses_keyring)
    actor = Actor(user.id, user.display_name, user.role)
    return OpenPractice(opened, actor, ZoneInfo(practice.time_zone), session=session_of(opened, practice, user))


def is_backup(path: Path) -> bool:
    """Whether the file is a backup: its signed manifest lies beside it."""
    return manifest_path(path).exists()


@contextmanager
def open_to_check(request: SignIn) -> Iterator[OpenPractice]:
    """Open a database without writing anything into it, so that checking it changes no answer. Of a backup, a copy.

    Raises:
        CannotOpen: as `sign_in`.
    """
    path = Path(request.database).expanduser().absolute()
    if is_backup(path):
        with _open_backup(path, request) as practice:
            yield practice
        return
    with as_cannot_open():
        opened = _open(path, request)
    try:
        yield OpenPractice(opened, _checker(opened), ZoneInfo("UTC"))
    finally:
        opened.close()


def _checker(opened: OpenDatabase) -> Actor:
    """Who checks, with the role the file says; one too damaged to say it is checked for whoever has its key."""
    with suppress(DatabaseProblem), OpenPractice(opened, SET_UP, ZoneInfo("UTC")).read() as uow:
        user = uow.session.get(UserAccount, opened.key.user_id or 0)
        if user is not None:
            return Actor(user.id, user.display_name, user.role)
    return SET_UP


def checked_copy(path: Path, folder: Path, request: SignIn) -> tuple[Path, keys.Key, dt.datetime]:
    """A private copy of a backup, still encrypted, with its key, and when the backup was made.

    Raises:
        DatabaseProblem: what is wrong with the password, the code or the backup.
    """
    attempts = Attempts(paths.state_folder(), keys.database_id_of(path))
    copy = folder / "backup.icm"
    shutil.copyfile(path, copy)
    shutil.copyfile(keys.slot_path(path), keys.slot_path(copy))
    key = _unlock(copy, request, attempts)
    return copy, key, check_backup(path, key).made_at


@contextmanager
def _open_backup(path: Path, request: SignIn) -> Iterator[OpenPractice]:
    """Open a private copy of a backup, still encrypted, to look at it: the backup itself is never written to.

    Raises:
        CannotOpen: as `sign_in`; db.backup_bad when it is not what its signed manifest says.
    """
    with as_cannot_open(), passing_folder(paths.state_folder(), "checking-") as folder:
        copy, key, _ = checked_copy(path, folder, request)
        opened = database.open_existing(copy, key, folder)
        try:
            yield OpenPractice(opened, _checker(opened), ZoneInfo("UTC"))
        finally:
            opened.close()


def _checked(request: NewPractice) -> ZoneInfo:
    if not request.practice.strip():
        raise Invalid("access.bad_practice_name", "practice")
    check_user_name(request.user)
    check_new_password(request.password, request.user, request.practice)
    checked_phone(request.phone)
    try:
        return ZoneInfo(request.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Invalid("access.bad_time_zone", "time_zone", zone=request.time_zone) from None


def _first_rows(opened: OpenDatabase, request: NewPractice, zone: ZoneInfo) -> int:
    with unit_of_work.write(opened, SET_UP, "bootstrap.make_practice", zone=zone) as uow:
        practice = Practice(name=request.practice.strip(), time_zone=zone.key, is_sample=request.is_sample)
        practice.phone = checked_phone(request.phone)
        practice.uses_keyring = True if request.use_keyring else None
        uow.session.add(practice)
        user = UserAccount(name=request.user, display_name=request.user, role=Role.ADMINISTRATOR.value)
        uow.session.add(user)
        uow.session.flush()
        return user.id


def _unmake(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", ".keys.json", ".keys.json.bak"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def _open(path: Path, request: SignIn) -> OpenDatabase:
    attempts = Attempts(paths.state_folder(), keys.database_id_of(_existing(path)))
    return database.open_existing(path, _unlock(path, request, attempts), paths.state_folder())


def _existing(path: Path) -> Path:
    if not path.exists():
        raise DatabaseProblem("db.missing", path=str(path))
    if path.is_file():
        refuse_plaintext(path)
    return path


def _brought_up_to_date(path: Path, key: keys.Key) -> Path | None:
    """Bring a database of an older version up to date; where the file as it was before lies, None when it was new."""
    from db.migrate import migrate  # loads what only this needs

    lock = ProcessLock(paths.state_folder() / f"{key.database_id}.update.lock")
    if not lock.take():
        raise DatabaseProblem("db.busy")
    try:
        return migrate(path, key)
    finally:
        lock.release()


def _unlock(path: Path, request: SignIn, attempts: Attempts) -> keys.Key:
    if request.recovery_code is None:
        return keys.unlock_with_password(
            path, request.user, request.password, attempts=attempts, device=device_secret.from_keyring
        )
    return keys.unlock_with_recovery(path, request.recovery_code, attempts=attempts)


def _signed_in(opened: OpenDatabase, request: SignIn, attempts: Attempts, before: Path | None) -> OpenPractice:
    practice, user = who(opened, request)
    opened = device_secret.with_keyring_anchor(opened, wanted=practice.uses_keyring)
    shown = second_step.passed(opened, practice, user, request, attempts)
    older = is_rolled_back(opened)
    if older and not (request.accept_older and user.role == Role.ADMINISTRATOR.value):
        raise CannotOpen("db.rolled_back", path=str(opened.path))
    new_code, lost = None, False
    if request.recovery_code is not None:
        new_code, lost = _after_recovery(opened, user, practice, request)
        rewrapped = True
    else:
        wanted = practice.uses_keyring
        rewrapped = device_secret.bring_in_line(opened, user.id, request.password, wanted=wanted)
        if rewrapped:
            fresh = keys.unlock_with_password(
                opened.path, request.user, request.password, device=device_secret.from_keyring
            )
            opened = replace(opened, key=fresh)
    opened, held = holding.at_sign_in(opened, user)
    rewrapped = rewrapped or held
    session = replace(
        session_of(opened, practice, user),
        recovery_unconfirmed=practice.recovery_confirmed_at is None or new_code is not None,
        new_recovery_code=new_code,
        kept_before_update=str(before) if before else None,
        keyring_lost=lost,
        ticket=shown.ticket,
        wrong_codes=shown.warned,
    )
    actor = Actor(user.id, user.display_name, user.role)
    opened_practice = OpenPractice(opened, actor, ZoneInfo(practice.time_zone), session=session)
    second_step.over(attempts, user.id, shown)
    ended = _record(
        opened_practice, request, attempts, shown, older=older, updated=before is not None, rewrapped=rewrapped
    )
    return replace(opened_practice, session=replace(session, second_step_ended=ended))


def who(opened: OpenDatabase, request: SignIn) -> tuple[Practice, UserAccount]:
    """The practice, and the account of whoever signs in.

    Raises:
        CannotOpen: access.user_disabled, access.no_such_user.
    """
    with OpenPractice(opened, SET_UP, ZoneInfo("UTC")).read() as uow:
        practice = uow.session.scalars(select(Practice)).one()
        return practice, _user(uow.session.scalars(select(UserAccount)).all(), opened.key.user_id, request)


def _after_recovery(opened: OpenDatabase, user: UserAccount, practice: Practice, request: SignIn) -> tuple[str, bool]:
    check_new_password(request.password, user.name, practice.name)
    secret, lost = device_secret.after_recovery(opened, wanted=practice.uses_keyring)
    keys.replace_password(opened.path, opened.key, user.id, request.password, device=secret)
    return keys.new_recovery_code(opened.path, opened.key), lost


def _user(users: Any, user_id: int | None, request: SignIn) -> UserAccount:
    for user in users:
        if user.id == user_id or (user_id is None and user.name.casefold() == request.user.strip().casefold()):
            if user.disabled_at is not None:
                raise CannotOpen("access.user_disabled")
            return user  # type: ignore[no-any-return]  # rows of UserAccount
    raise CannotOpen("access.no_such_user", name=request.user)


def _record(
    practice: OpenPractice, request: SignIn, attempts: Attempts, shown: second_step.Passed, *,
    older: bool, updated: bool, rewrapped: bool,
) -> str | None:  # fmt: skip
    ended = None
    if older:
        practice.database.anchor.forget()
    with practice.write("bootstrap.sign_in") as uow:
        if older:
            uow.record("access.older_copy_accepted")
        if updated:
            uow.record("database.updated")
        for failed in attempts.untold():
            event = "access.wrong_code" if second_step.is_code(failed) else "access.failed_sign_in"
            uow.record(event, detail={"slot": failed.slot, "at": failed.at.isoformat()})
        if (user := uow.session.get(UserAccount, practice.actor.user_id)) is not None:
            ended = second_step.settle(uow, user, shown)
            user.last_signed_in_at = uow.now
        event = "access.recovery_code_used" if request.recovery_code else "access.signed_in"
        uow.record(event, detail=clock.told())
        if (doubt := practice.signed_in().clock_doubt) is not None:
            uow.record("clock.doubted", detail={"kind": doubt.kind, "newest": doubt.newest.isoformat()})
        if rewrapped:
            generation = keys.slot_generation(uow.database.path, uow.database.key)
            uow.record("keys.changed", detail={"generation": generation})
        if practice.signed_in().keyring_lost:  # its part of the key is gone: passwords do without until turned on anew
            uow.session.scalars(select(Practice)).one().uses_keyring = False
            uow.record("keyring.lost")
        if updated or rewrapped:  # only then there are keys that there were not before
            holding.seal_older(uow)
    attempts.told()
    return ended
