"""`backup`, `restore`, `verify` and `doctor`."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from db.verify import CHECKS
from icm_desktop import bootstrap, doctor, restoring
from icm_desktop.cli.output import Output, table
from icm_desktop.cli.session import database_of, open_practice, password_of, sign_in_request, user_of
from icm_desktop.contracts.access import SignIn
from icm_desktop.contracts.keeping import BackupMade, Check, Checked, Restored, RestoreRequest
from icm_desktop.errors import CannotOpen, Invalid
from icm_desktop.words import error_sentence, say

_UNREADABLE = {
    "db.damaged": "file_pages",
    "db.wrong_key": "file_pages",
    "db.damaged_slots": "key_slots",
    "db.backup_bad": "file_pages",
}
_SHOWN = {True: "ok", False: "NOT OK", None: "NOT CHECKED"}


def backup_command(arguments: argparse.Namespace) -> Output:
    """Write a verified backup."""
    practice = open_practice(arguments)
    try:
        made: BackupMade = practice.run("services.backups.backup", str(arguments.out))
    finally:
        practice.close()
    checks = [Check("opened_and_compared", True, "every page, the structure, the counts and the audit head")]
    document = {"out": made.out, "bytes": made.bytes, "patients": made.patients, "checks": [_plain(c) for c in checks]}
    return Output(document, say("cli.backup_made", out=made.out, patients=made.patients))


def restore_command(arguments: argparse.Namespace) -> Output:
    """Make a new database from a backup; the backup and every other database stay as they are."""
    if arguments.database is None:
        raise Invalid("cli.no_new_file")
    code = None if arguments.recovery_code_file is None else password_of(arguments.recovery_code_file).strip()
    if code is None and not arguments.user:
        raise Invalid("cli.no_way_in")
    request = RestoreRequest(str(arguments.file), str(arguments.database), recovery_code=code)
    if code is None:
        request = replace(request, user=user_of(arguments), password=password_of(arguments.password_file))
    made = restoring.restore(request)
    fresh = _new_password(arguments, made, code) if code and arguments.new_password_file else None
    document = {
        "database": made.database,
        "backup_made_at": made.backup_made_at.isoformat(),
        "patients": made.patients,
        "updated": made.updated,
        "recovery_code": fresh,
        "checks": [_plain(check) for check in made.checks],
    }
    made_at = f"{made.backup_made_at:%Y-%m-%d %H:%M} UTC"
    told = [say("cli.restored", database=made.database, patients=made.patients, made_at=made_at)]
    told += [say("cli.restored_updated")] if made.updated else []
    told += [say("cli.new_code", code=fresh)] if fresh else []
    return Output(document, "\n".join(told))


def _new_password(arguments: argparse.Namespace, made: Restored, code: str) -> str | None:
    """The user's new password, set with the printed code; the new code that comes with it."""
    password = password_of(arguments.new_password_file)
    practice = bootstrap.sign_in(SignIn(made.database, user_of(arguments), password, recovery_code=code))
    practice.close()
    return practice.signed_in().new_recovery_code


def verify_command(arguments: argparse.Namespace) -> Output:
    """Check everything; exit code 1 when something is not ok."""
    if arguments.file is not None:
        arguments.database = arguments.file
    try:
        with bootstrap.open_to_check(sign_in_request(arguments)) as practice:
            return _output(practice.run("services.backups.verify"))
    except CannotOpen as error:
        if error.code not in _UNREADABLE:
            raise
        return _output(_not_opened(error))


def doctor_command(arguments: argparse.Namespace) -> Output:
    """Check this computer, and the open database when a user is named."""
    if arguments.user is None:
        return _output(doctor.examine(database_of(arguments), None))
    practice = open_practice(arguments)
    try:
        return _output(doctor.examine(database_of(arguments), practice))
    finally:
        practice.close()


def _not_opened(error: CannotOpen) -> Checked:
    failed = _UNREADABLE[error.code]
    sentence = error_sentence(error)
    checks = [
        Check(name, False, sentence) if name == failed else Check(name, None, say("cli.not_opened")) for name in CHECKS
    ]
    return Checked(tuple(checks))


def _output(checked: Checked) -> Output:
    rows = [(check.name, _SHOWN[check.ok], check.detail) for check in checked.checks]
    document = {"ok": checked.ok, "checks": [_plain(check) for check in checked.checks]}
    return Output(document, table(("Check", "", ""), rows), ok=checked.ok is not False)


def _plain(check: Check) -> dict[str, Any]:
    return {"name": check.name, "ok": check.ok, "detail": check.detail}
