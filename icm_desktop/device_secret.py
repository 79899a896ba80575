"""The keyring's part of passwords: read when a slot asks for it, brought in line with the practice's choice."""

from __future__ import annotations

from dataclasses import replace

from db import keys
from db.database import OpenDatabase
from db.device import device_store
from db.errors import DatabaseProblem

_LOST = frozenset({"db.device_secret_lost", "db.device_secret_changed"})


def from_keyring(database_id: str, mark: str) -> bytes:
    """The secret of this computer that a slot asks for.

    Raises:
        DatabaseProblem: db.keyring_silent, db.device_secret_lost, db.device_secret_changed.
    """
    return device_store().secret(database_id, mark)


def for_new_password(opened: OpenDatabase, *, wanted: bool | None) -> bytes | None:
    """What a new password is mixed with: the secret the other passwords need, else a new one; None when not wanted.

    Raises:
        DatabaseProblem: as `from_keyring`, or db.keyring_unfit when a new one cannot be kept.
    """
    if not wanted:
        return None
    marks = _marks(opened)
    return _first_kept(opened, marks) if marks else device_store().make(opened.database_id)


def for_turning_on(opened: OpenDatabase) -> bytes:
    """The secret other passwords still need and the keyring still has, else a new one.

    Raises:
        DatabaseProblem: db.keyring_silent, db.keyring_unfit.
    """
    try:
        return _first_kept(opened, _marks(opened))
    except DatabaseProblem as problem:
        if problem.code not in _LOST:
            raise
    return device_store().make(opened.database_id)


def _first_kept(opened: OpenDatabase, marks: list[str]) -> bytes:
    """Passwords from before the keyring was wiped may still ask for a secret that is gone: another one may be there."""
    missing = DatabaseProblem("db.device_secret_lost")
    for mark in marks:
        try:
            return from_keyring(opened.database_id, mark)
        except DatabaseProblem as problem:
            if problem.code not in _LOST:
                raise
            missing = problem
    raise missing


def bring_in_line(opened: OpenDatabase, user_id: int, password: str, *, wanted: bool | None) -> bool:
    """Mix the keyring's secret into this password, or out of it, as the practice wishes. True when that was done.

    A slot of the first format is made anew too, with a pair of keys.

    A keyring that does not answer changes nothing: the password goes on as it is.
    """
    has = opened.key.device is not None
    if has == bool(wanted) and opened.key.private:
        return False
    try:
        secret = for_new_password(opened, wanted=wanted)
    except DatabaseProblem:
        return False
    before = set(_marks(opened))
    keys.replace_password(opened.path, opened.key, user_id, password, device=secret)
    for mark in before - set(_marks(opened)):
        device_store().forget(opened.database_id, mark)
    return True


def after_recovery(opened: OpenDatabase, *, wanted: bool | None) -> tuple[bytes | None, bool]:
    """What the new password set with the recovery code is mixed with, and whether the keyring's secret was lost."""
    try:
        return for_new_password(opened, wanted=wanted), False
    except DatabaseProblem:
        return None, True


def with_keyring_anchor(opened: OpenDatabase, *, wanted: bool | None) -> OpenDatabase:
    """The same database, its last place also kept in the keyring when the practice uses that."""
    if not wanted:
        return opened
    return replace(opened, anchor=replace(opened.anchor, keyring=device_store()))


def _marks(opened: OpenDatabase) -> list[str]:
    return [mark for mark in keys.device_marks(opened.path, opened.key).values() if mark]
