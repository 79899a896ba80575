"""The doorway: what opens, with which settings, and what is refused without being touched."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import exc, text

from db import database, engine, keys
from db.database import OpenDatabase
from db.engine import OLDEST_SQLCIPHER, OLDEST_SQLITE, current_settings, engine_versions, open_database
from db.errors import DatabaseProblem
from db.unit_of_work import read
from tests.db.sample import ADA, add_patient, fingerprints, reopen


def test_settings_that_safety_depends_on_are_in_force(opened: OpenDatabase) -> None:
    with opened.engine.connect() as connection:
        found = current_settings(connection)
    assert found == {
        "synchronous": "2",
        "foreign_keys": "1",
        "recursive_triggers": "1",
        "trusted_schema": "0",
        "cell_size_check": "1",
        "temp_store": "2",
        "cache_size": "-64000",
        "busy_timeout": "5000",
        "secure_delete": "1",
        "journal_mode": "wal",
        "cipher_status": "1",
        "application_id": str(engine.APPLICATION_ID),
    }


def test_engine_is_new_enough_to_be_safe() -> None:
    versions = engine_versions()
    assert tuple(map(int, versions["sqlite"].split("."))) >= OLDEST_SQLITE
    assert tuple(map(int, versions["sqlcipher"].split(" ")[0].split(".")))[:2] >= OLDEST_SQLCIPHER


def test_an_older_engine_is_refused(opened: OpenDatabase, monkeypatch: pytest.MonkeyPatch) -> None:
    opened.close()
    monkeypatch.setattr(driver, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(DatabaseProblem) as refused:
        reopen(opened)
    assert refused.value.code == "db.unsafe_engine"


def test_files_are_encrypted_and_private(opened: OpenDatabase) -> None:
    add_patient(opened)
    files = [path for path in opened.path.parent.rglob("*") if path.is_file()]
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert not any(path.read_bytes().startswith(engine.PLAIN_HEADER) for path in files)


def test_the_log_is_written_back_on_close(opened: OpenDatabase) -> None:
    add_patient(opened)
    opened.close()
    assert sorted(path.name for path in opened.path.parent.iterdir()) == [
        "state",
        "test.icm",
        "test.icm.keys.json",
        "test.icm.keys.json.bak",
    ]


@pytest.mark.parametrize("short", ["", "ab", "g" * 64, "A" * 64])
def test_a_key_that_would_silently_be_a_passphrase_is_refused(tmp_path: Path, short: str) -> None:
    class OddKey(keys.Key):
        @property
        def hex(self) -> str:
            return short

    with pytest.raises(ValueError, match="64"):
        engine.create_database(tmp_path / "a.icm", OddKey(b"", "x"))
    assert list(tmp_path.iterdir()) == []


def test_creating_over_an_existing_file_is_refused(opened: OpenDatabase) -> None:
    opened.close()
    before = fingerprints(opened.path.parent)
    with pytest.raises(DatabaseProblem) as refused:
        database.create(opened.path, keys.new_key(), opened.anchor.path.parent)
    assert (refused.value.code, fingerprints(opened.path.parent)) == ("db.exists", before)


def _refusal(opened: OpenDatabase, key: keys.Key | None = None) -> str:
    """The code of the refusal; asserts that nothing in the folder was touched."""
    before = fingerprints(opened.path.parent)
    with pytest.raises(DatabaseProblem) as refused:
        open_database(opened.path, key or opened.key)
    assert fingerprints(opened.path.parent) == before
    return refused.value.code


def test_a_missing_file_is_refused(opened: OpenDatabase) -> None:
    opened.close()
    opened.path.unlink()
    assert _refusal(opened) == "db.missing"


def test_a_wrong_key_is_refused(opened: OpenDatabase) -> None:
    opened.close()
    assert _refusal(opened, keys.new_key()) == "db.wrong_key"


def test_a_plaintext_file_is_refused(opened: OpenDatabase) -> None:
    opened.close()
    opened.path.unlink()
    plain = sqlite3.connect(opened.path)
    plain.execute("CREATE TABLE patient (id)")
    plain.close()
    assert _refusal(opened) == "db.plaintext"


def test_an_empty_file_is_refused(opened: OpenDatabase) -> None:
    opened.close()
    opened.path.write_bytes(b"")
    assert _refusal(opened) == "db.damaged"


def _set_version(opened: OpenDatabase, number: int) -> None:
    with opened.engine.connect() as connection:
        raw = engine.driver_connection(connection)
        raw.execute(f"PRAGMA user_version = {number}")
    opened.close()


def test_a_newer_schema_is_refused(opened: OpenDatabase) -> None:
    _set_version(opened, engine.SCHEMA_VERSION + 1)
    assert _refusal(opened) == "db.newer_schema"


def test_an_older_schema_asks_for_migration(opened: OpenDatabase) -> None:
    _set_version(opened, engine.SCHEMA_VERSION - 1)
    assert _refusal(opened) == "db.older_schema"


def test_a_newer_schema_left_by_a_crash_is_refused_with_its_log_kept(opened: OpenDatabase, tmp_path: Path) -> None:
    with opened.engine.connect() as connection:
        raw = engine.driver_connection(connection)
        raw.execute(f"PRAGMA user_version = {engine.SCHEMA_VERSION + 1}")
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for suffix in ("", "-wal"):
        shutil.copy(f"{opened.path}{suffix}", crashed / f"test.icm{suffix}")
    before = fingerprints(crashed)
    with pytest.raises(DatabaseProblem) as refused:
        open_database(crashed / "test.icm", opened.key)
    after = fingerprints(crashed)
    after.pop("test.icm-shm", None)  # the index of the log, made by looking into it
    assert (refused.value.code, after) == ("db.newer_schema", before)


def test_a_database_of_another_practice_is_refused(opened: OpenDatabase) -> None:
    opened.close()
    with pytest.raises(DatabaseProblem) as refused:
        reopen(replace(opened, key=replace(opened.key, database_id="0" * 32)))
    assert refused.value.code == "db.wrong_key"


@pytest.mark.parametrize("statement", ["ATTACH 'other.db' AS other KEY ''", "VACUUM INTO 'copy.db'"])
def test_other_files_cannot_be_attached(opened: OpenDatabase, statement: str) -> None:
    with opened.engine.connect() as connection, pytest.raises(driver.DatabaseError, match="authoriz"):
        engine.driver_connection(connection).execute(statement)


def test_errors_never_show_values(opened: OpenDatabase) -> None:
    with read(opened, ADA) as uow, pytest.raises(exc.OperationalError) as failed:
        uow.session.execute(text("SELECT :name FROM nowhere"), {"name": "Maria Lopez"})
    assert "Maria" not in str(failed.value)


def test_foreign_keys_are_enforced(opened: OpenDatabase) -> None:
    with opened.writer.begin() as connection, pytest.raises(exc.IntegrityError):
        connection.execute(
            text(
                "INSERT INTO working_hours (practitioner_id, weekday, starts, ends, version) "
                "VALUES (99, 0, '08:00', '12:00', 1)"
            )
        )
