"""Another implementation of SQLite's encryption reads a backup with the key that the recovery code gives.

Were this program gone, a backup, its key file and the printed code would be enough. Ours is SQLCipher; the other one is
SQLite3 Multiple Ciphers (utelle.github.io/SQLite3MultipleCiphers), which wrote the same format anew. Source of its
settings: its documentation, "SQLCipher: AES 256 Bit", version 4.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import apsw
import pytest

from db import keys
from db.engine import keyed_connection
from db.key import Key
from tests.keeping.conftest import home, original, stick  # noqa: F401  fixtures

pytestmark = pytest.mark.fault
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"


def _elsewhere(file: Path, key: str) -> apsw.Connection:
    """The file, opened for reading by the other implementation."""
    connection = apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READONLY)
    for setting in ("cipher = 'sqlcipher'", "legacy = 4", f"key = \"x'{key}'\""):
        connection.execute(f"PRAGMA {setting}").fetchall()
    return connection


def _content(connection: Any) -> dict[str, list[Any]]:
    tables = [row[0] for row in connection.execute(_TABLES)]
    return {name: sorted(map(repr, connection.execute(f'SELECT * FROM "{name}"'))) for name in tables}  # noqa: S608


def test_every_table_of_a_backup_is_read_without_our_engine(original, stick: Path) -> None:  # noqa: F811
    key = keys.unlock_with_recovery(stick, original.code)
    elsewhere = _elsewhere(stick, key.hex)
    ours = keyed_connection(stick, key)
    found, expected = _content(elsewhere), _content(ours)
    assert elsewhere.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    elsewhere.close()
    ours.close()
    assert found == expected
    assert len(found) > 100
    assert sum(map(len, found.values())) > 20
    assert any("Lopez" in row for row in found["patient"])


def test_with_another_key_the_other_engine_reads_nothing(stick: Path) -> None:  # noqa: F811
    with pytest.raises(apsw.NotADBError):
        _content(_elsewhere(stick, Key(bytes(32), "0" * 32).hex))
