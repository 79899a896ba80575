"""Nothing a practice writes can be read in any file the program makes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import Boolean, Float, Integer, Table

from db import database, keys
from db.backup import backup
from db.database import OpenDatabase
from db.engine import driver_connection
from db.models.base import Base
from db.unit_of_work import write
from tests.db import sample
from tests.db.sample import ADA

MARKER = "Qwzx-Secret-Marker"


def _fill(raw: object, table: Table) -> None:
    values: list[object] = []
    for column in table.columns:
        if isinstance(column.type, (Integer, Boolean, Float)):
            values.append(1)
        else:
            values.append(MARKER.encode() if "BLOB" in str(column.type) else f'"{MARKER}"')
    marks = ", ".join("?" * len(values))
    raw.execute(f"INSERT INTO {table.name} VALUES ({marks})", values)  # type: ignore[attr-defined]  # noqa: S608


def _readable(*folders: Path) -> list[str]:
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert files
    wanted = [MARKER.encode(), MARKER.encode("utf-16-le"), MARKER.lower().encode(), b"SQLite format 3"]
    return [path.name for path in files if any(words in path.read_bytes() for words in wanted)]


def _fill_everything(opened: OpenDatabase) -> int:
    with opened.writer.connect() as connection:
        raw = driver_connection(connection)
        raw.execute("PRAGMA foreign_keys = OFF")
        tables = [table for table in Base.metadata.sorted_tables if table.name != "database_info"]
        for table in tables:
            _fill(raw, table)
    return len(tables)


def test_every_column_of_every_table_is_unreadable_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("temporary", "practice", "backups"):
        (tmp_path / name).mkdir()
    for variable in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(variable, str(tmp_path / "temporary"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    opened = sample.make(tmp_path / "practice")
    assert _fill_everything(opened) > 25
    with write(opened, ADA, "tests.more") as uow:
        uow.session.add_all([sample.patient(number, MARKER) for number in range(2, 300)])
        uow.record("search", detail={"text": MARKER})
    assert (tmp_path / "practice" / "test.icm-wal").stat().st_size > 0
    assert _readable(tmp_path) == []
    backup(opened, tmp_path / "backups" / "b.icm")
    opened.close()
    assert _readable(tmp_path) == []
    assert list((tmp_path / "temporary").iterdir()) == []


def test_the_scan_finds_what_is_readable(tmp_path: Path) -> None:
    (tmp_path / "a").write_text(f"x {MARKER} y")
    (tmp_path / "b").write_bytes(b"SQLite format 3\x00")
    assert sorted(_readable(tmp_path)) == ["a", "b"]


def test_neither_key_nor_password_lies_in_any_file(tmp_path: Path) -> None:
    opened = sample.make(tmp_path)
    sample.add_patient(opened)
    backup(opened, tmp_path / "b.icm")
    secrets = [opened.key.data, opened.key.hex.encode(), sample.PASSWORD.encode(), opened.audit_key]
    content = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    opened.close()
    assert not any(secret in content for secret in secrets)
    assert opened.key.hex not in repr(opened) and repr(opened.key.data) not in repr(opened)


_CHILD = """
import sys, pathlib
from db import database, keys
key = keys.Key(bytes.fromhex(sys.stdin.read()), "0" * 32)
try:
    database.open_existing(pathlib.Path(sys.argv[1]), key, pathlib.Path(sys.argv[2]))
except Exception as error:
    print(type(error).__name__, getattr(error, "code", ""))
"""


def test_the_cipher_says_nothing_on_the_screen(tmp_path: Path) -> None:
    opened = database.create(tmp_path / "p.icm", keys.new_key(), tmp_path / "state")
    opened.close()
    content = bytearray((tmp_path / "p.icm").read_bytes())
    content[4096 + 50] ^= 1
    (tmp_path / "p.icm").write_bytes(content)
    for data in (keys.new_key().hex, opened.key.hex):
        ended = subprocess.run(
            [sys.executable, "-c", _CHILD, str(tmp_path / "p.icm"), str(tmp_path / "state")],
            input=data,
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ},
        )
        assert (ended.stderr, ended.stdout.split(" ")[0]) == ("", "DatabaseProblem")
