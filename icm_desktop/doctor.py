"""Whether this computer can keep the records safely: engine, packages, keyring, file modes, clock."""

from __future__ import annotations

import importlib.metadata
import stat
import sys
from pathlib import Path

from db import keys
from db.device import device_store
from db.engine import current_settings, engine_versions
from db.errors import DatabaseProblem
from icm_desktop import clock, paths
from icm_desktop.contracts.keeping import Check, Checked
from icm_desktop.practice import OpenPractice

# An engine with a corrupting bug, in two wrappings; a keyring in clear text.
FORBIDDEN = ("sqlcipher3-binary", "sqlcipher3-wheels", "keyrings.alt")
EXPECTED = {
    "foreign_keys": {"1"},
    "recursive_triggers": {"1"},
    "synchronous": {"2", "3"},
    "temp_store": {"2"},
    "trusted_schema": {"0"},
    "cell_size_check": {"1"},
    "journal_mode": {"wal"},
    "cipher_status": {"1"},
}


def examine(database: Path, practice: OpenPractice | None) -> Checked:
    """Check this computer, and the open database when somebody signed in.

    Args:
        database: The database file whose modes are looked at.
        practice: The open practice, or None: its settings are then not checked.
    """
    return Checked((_engine(), _settings(practice), _modes(database), _keyring(practice), _packages(), _clock()))


def _engine() -> Check:
    try:
        found = engine_versions()
    except DatabaseProblem as problem:
        return Check("engine", False, problem.code)
    safe = _numbers(found["sqlite"]) >= (3, 51, 3) and _numbers(found["sqlcipher"]) >= (4, 14)
    return Check("engine", safe, f"SQLite {found['sqlite']}, SQLCipher {found['sqlcipher']}")


def _settings(practice: OpenPractice | None) -> Check:
    if practice is None:
        return Check("settings", None, "NOT CHECKED: sign in with --user to check the settings of the open database")
    with practice.database.engine.connect() as connection:
        found = current_settings(connection)
    wrong = [f"{name}={found.get(name)}" for name, good in EXPECTED.items() if found.get(name) not in good]
    return Check("settings", not wrong, "wrong: " + ", ".join(wrong) if wrong else "as they must be")


def _modes(database: Path) -> Check:
    if sys.platform == "win32":
        return Check("modes", None, "NOT CHECKED: Windows protects files by the folder of the user")
    files = [database, *database.parent.glob(f"{database.name}?*")] if database.exists() else []
    if not files:
        return Check("modes", None, "NOT CHECKED: there is no database yet")
    for folder in (paths.state_folder(), database.parent / "backups"):
        files += [path for path in (folder, *folder.glob("*")) if path.exists()]
    open_to_others = [file.name for file in files if stat.S_IMODE(file.stat().st_mode) & 0o077]
    detail = f"others may read {len(open_to_others)} of {len(files)} files" if open_to_others else "only this account"
    return Check("modes", not open_to_others, detail)


def _keyring(practice: OpenPractice | None) -> Check:
    """Not having one is no fault: passwords then do without. Using one that does not answer is."""
    import keyring

    store, found = device_store(), keyring.get_keyring()
    kind = f"{type(found).__module__}.{type(found).__name__}"
    has = f"{store.name} keeps secrets" if store.answers() else f"no keyring that keeps secrets ({kind})"
    if practice is None:
        return Check("keyring", True, f"{has}; whether passwords need it: sign in with --user")
    marks = {mark for mark in keys.device_marks(practice.database.path, practice.database.key).values() if mark}
    if not marks:
        return Check("keyring", True, f"{has}; no password needs it")
    try:
        for mark in marks:
            store.secret(practice.database.database_id, mark)
    except DatabaseProblem as problem:
        return Check("keyring", False, f"passwords need it, but: {problem.code}; the recovery code opens the records")
    return Check("keyring", True, f"{has}; passwords need its part, never the whole key")


def _packages() -> Check:
    there = [name for name in FORBIDDEN if _installed(name)]
    return Check("packages", not there, "remove " + ", ".join(there) if there else "nothing forbidden is installed")


def _clock() -> Check:
    """A clock that nothing sets may be right all the same, where there is no network."""
    if clock.synchronised():
        return Check("clock", True, "set by the network")
    return Check("clock", None, "NOT CHECKED: nothing is known to set this clock; compare it with another one")


def _installed(name: str) -> bool:
    try:
        importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(maxsplit=1)[0].split(".") if part.isdigit())
