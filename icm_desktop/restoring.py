"""Restore: unlock a backup with a password or the recovery code and make a new database of it."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from db import keys
from db import restore as db_restore
from db.database import OpenDatabase
from db.lockout import Attempts
from db.models.access import UserAccount
from db.unit_of_work import Actor
from icm_desktop import device_secret, paths
from icm_desktop.contracts.keeping import Check, Restored, RestoreRequest
from icm_desktop.errors import CannotOpen, NotAllowed
from icm_desktop.long_work import NoProgress, Progress
from icm_desktop.permissions import Privilege, Role, allows
from icm_desktop.practice import OpenPractice
from icm_desktop.refusals import as_cannot_open
from icm_desktop.session import SET_UP

BY_CODE = Actor(None, "recovery code", Role.ADMINISTRATOR.value)


def restore(request: RestoreRequest, progress: Progress | None = None) -> Restored:
    """Make a new database file from a backup. The backup, and every other database, stay as they are.

    Raises:
        CannotOpen: the backup is incomplete, damaged, of another practice or of a newer version; the password or code
            does not open it; there is a file of the new name; the disk is full.
        NotAllowed: the password is of somebody who may not restore.
    """
    backup_file = Path(request.backup).expanduser().absolute()
    target = Path(request.database).expanduser().absolute()
    with as_cannot_open():
        db_restore.refuse_incomplete(backup_file)
        db_restore.refuse_target(target, keys.database_id_of(backup_file))
        key = _unlock(backup_file, request)

        def approve(opened: OpenDatabase) -> Actor:
            return _who(opened, by_code=request.recovery_code is not None)

        step = (progress or NoProgress()).step
        made = db_restore.restore(backup_file, key, target, paths.state_folder(), approve, step)
    checks = tuple(Check(check.name, check.ok, check.detail) for check in made.checks.checks)
    patients = made.manifest.counts.get("patient", 0)
    return Restored(str(target), made.manifest.made_at, patients, updated=made.updated, checks=checks)


def _unlock(backup_file: Path, request: RestoreRequest) -> keys.Key:
    """The key, from a copy of the key file: a backup is never written to."""
    attempts = Attempts(paths.state_folder(), keys.database_id_of(backup_file))
    with TemporaryDirectory(dir=paths.state_folder()) as folder:
        copy = Path(folder) / "backup.icm"
        shutil.copyfile(keys.slot_path(backup_file), keys.slot_path(copy))
        if request.recovery_code is not None:
            return keys.unlock_with_recovery(copy, request.recovery_code, attempts=attempts)
        device = device_secret.from_keyring
        return keys.unlock_with_password(copy, request.user, request.password, attempts=attempts, device=device)


def _who(opened: OpenDatabase, *, by_code: bool) -> Actor:
    """Whoever has the printed code may restore; of users, who may make backups."""
    if by_code:
        return BY_CODE
    with OpenPractice(opened, SET_UP, ZoneInfo("UTC")).read() as uow:
        user = uow.session.get(UserAccount, opened.key.user_id or 0)
        if user is None or user.disabled_at is not None:
            raise CannotOpen("access.user_disabled")
        if not allows(user.role, Privilege.BACKUP):
            raise NotAllowed("permissions.denied", role=user.role, privilege=Privilege.BACKUP.value)
        return Actor(user.id, user.display_name, user.role)
