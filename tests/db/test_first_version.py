"""A file of the first version comes up whole: every row, every digest, the chain, the search, and undo of old acts."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import database, keys, migrate
from db.audit import RowDigest, audited_tables
from db.engine import SCHEMA_VERSION, check_file, keyed_connection
from db.errors import DatabaseProblem
from db.key import Key
from db.models.patient import Patient
from db.undo import undo
from db.unit_of_work import read, write
from db.verify import verify
from tests.db import schema_one
from tests.db.sample import ADA, PASSWORD, fingerprints, value


@pytest.fixture
def key() -> Key:
    return keys.new_key()


@pytest.fixture
def counts(tmp_path: Path, key: Key) -> dict[str, int]:
    """The file is written; how many rows of each kind it has."""
    counts = schema_one.make(tmp_path / "p.icm", key)
    keys.create_slots(tmp_path / "p.icm", key, 1, "ada", PASSWORD, kdf=keys.FAST_TEST_KDF)
    return counts


def test_the_file_is_one_the_first_version_wrote(tmp_path: Path, key: Key, counts: dict[str, int]) -> None:
    assert check_file(tmp_path / "p.icm", key, any_version=True) == 1
    kinds = {name for name in counts if counts[name]}
    raw = keyed_connection(tmp_path / "p.icm", key)
    assert "document" not in {row[0] for row in raw.execute("SELECT name FROM sqlite_master")}
    raw.close()
    assert kinds >= {"patient", "observation", "service_request", "plan_action", "appointment", "audit_event", "action"}
    assert len(kinds) == len(counts) - 1  # of every kind but drafts


def test_every_row_comes_up_and_every_check_is_right(tmp_path: Path, key: Key, counts: dict[str, int]) -> None:
    before = (tmp_path / "p.icm").read_bytes()
    kept = migrate.migrate(tmp_path / "p.icm", key)
    assert kept is not None and kept.read_bytes() == before
    opened = database.open_existing(tmp_path / "p.icm", key, tmp_path / "state")
    assert {check.name: check.ok for check in verify(opened).checks if check.ok is not True} == {"audit_anchor": None}
    with read(opened, ADA) as uow:
        connection = uow.session.connection()
        now = {name: value(uow, f'SELECT count(*) FROM "{name}"') for name in counts}  # noqa: S608
        told = value(uow, "SELECT count(*) FROM audit_event WHERE digest_after IS NOT NULL")
        everything = {table.name: list(RowDigest(key.data, table).every(connection)) for table in audited_tables()}
        found = value(uow, "SELECT count(*) FROM patient_search WHERE patient_search MATCH 'pena'")
    opened.close()
    assert now == counts
    assert told > 30
    assert sum(map(len, everything.values())) == sum(
        count for name, count in counts.items() if name not in {"database_info", "action", "audit_event", "draft"}
    )
    assert found == 1


@pytest.mark.usefixtures("counts")
def test_an_act_of_the_first_version_can_be_undone(tmp_path: Path, key: Key) -> None:
    migrate.migrate(tmp_path / "p.icm", key)
    opened = database.open_existing(tmp_path / "p.icm", key, tmp_path / "state")
    with write(opened, ADA, "services.history.undo") as uow:
        assert uow.session.get_one(Patient, 1).phone == schema_one.NEW_PHONE
        assert undo(uow, schema_one.PHONE_ACT) == {"patient"}
    with read(opened, ADA) as uow:
        assert uow.session.get_one(Patient, 1).phone == schema_one.OLD_PHONE
    assert verify(opened).ok is not False
    opened.close()


@pytest.mark.usefixtures("counts")
def test_a_row_changed_outside_the_program_stops_the_step(tmp_path: Path, key: Key) -> None:
    raw = keyed_connection(tmp_path / "p.icm", key)
    raw.execute("UPDATE observation SET value_number = 9 WHERE id = 7")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    raw.close()
    before = fingerprints(tmp_path)
    with pytest.raises(DatabaseProblem) as refused:
        migrate.migrate(tmp_path / "p.icm", key)
    assert refused.value.code == "db.migration_failed"
    assert fingerprints(tmp_path) == before


@pytest.mark.usefixtures("counts")
def test_a_file_of_a_later_version_is_left_alone(tmp_path: Path, key: Key) -> None:
    raw = keyed_connection(tmp_path / "p.icm", key)
    raw.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    raw.close()
    before = fingerprints(tmp_path)
    for opens in (lambda: migrate.migrate(tmp_path / "p.icm", key), lambda: check_file(tmp_path / "p.icm", key)):
        with pytest.raises(DatabaseProblem) as refused:
            opens()
        assert refused.value.code == "db.newer_schema"
    assert fingerprints(tmp_path) == before


@pytest.mark.usefixtures("counts")
def test_a_step_stopped_between_its_stages_leaves_the_file(tmp_path: Path, key: Key) -> None:
    before = fingerprints(tmp_path)

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt(done, total)

    with pytest.raises(KeyboardInterrupt):
        migrate.migrate(tmp_path / "p.icm", key, progress=stop)
    left = fingerprints(tmp_path)
    assert {name: left[name] for name in before} == before
    assert migrate.migrate(tmp_path / "p.icm", key) is not None  # what the stopped one left is no obstacle
