"""Emergency: a backup opened to look at, with a password or the recovery code, while nothing is written anywhere.

A private copy, still encrypted, is opened and goes when it is closed; the backup and the practice's own file are only
read. That somebody looked is not in the audit record: there is none to write it to. A one-time code is asked as it was
when the backup was made; that it was used is remembered by this computer.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from db import database, keys
from db.database import OpenDatabase
from db.errors import DatabaseProblem
from db.files import passing_folder
from db.lockout import Attempts
from db.unit_of_work import Actor
from icm_desktop import bootstrap, paths, second_step
from icm_desktop.contracts.access import SignIn
from icm_desktop.practice import OpenPractice
from icm_desktop.refusals import as_cannot_open
from icm_desktop.session import session_of

_FOLDER = "looking-"


def open_read_only(request: SignIn) -> OpenPractice:
    """Open a backup to look at: today's schedule, charts and plans as they were when it was made.

    Raises:
        CannotOpen: as `bootstrap.sign_in`; db.backup_bad when it is not what its signed manifest says; db.not_a_backup.
    """
    path = Path(request.database).expanduser().absolute()
    with as_cannot_open(), ExitStack() as stack:
        if not bootstrap.is_backup(path):
            raise DatabaseProblem("db.not_a_backup", path=str(path))
        folder = stack.enter_context(passing_folder(paths.state_folder(), _FOLDER))
        copy, key, made_at = bootstrap.checked_copy(path, folder, request)
        opened = _opened(copy, key, folder)
        stack.callback(opened.close)
        practice, user = bootstrap.who(opened, request)
        attempts = Attempts(paths.state_folder(), key.database_id)
        second_step.over(attempts, user.id, second_step.passed(opened, practice, user, request, attempts))
        session = replace(
            session_of(opened, practice, user), database=str(path), read_only=True, backup_made_at=made_at,
            recovery_unconfirmed=False, must_change_password=False, recovery_due=False, clock_doubt=None,
        )  # fmt: skip
        put_away = stack.pop_all()
    actor = Actor(user.id, user.display_name, user.role)
    return OpenPractice(
        opened, actor, ZoneInfo(practice.time_zone), session=session, read_only=True, put_away=put_away.close
    )


def _opened(copy: Path, key: keys.Key, folder: Path) -> OpenDatabase:
    """The copy, brought up to date when an older version of the program wrote it."""
    try:
        return database.open_existing(copy, key, folder)
    except DatabaseProblem as problem:
        if problem.code != "db.older_schema":
            raise
    from db.migrate import migrate  # loads what only this needs

    migrate(copy, key)
    return database.open_existing(copy, key, folder)
