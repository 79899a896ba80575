"""Backups: consistent while others write, encrypted, complete in themselves, and never over something else."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from db import database, keys
from db.backup import backup, check_backup, manifest_path, read_manifest
from db.database import OpenDatabase
from db.engine import keyed_connection
from db.errors import DatabaseProblem
from db.slots import slot_path
from db.unit_of_work import read
from db.verify import verify
from tests.db.sample import ADA, NOON, PASSWORD, add_observations, add_patient, fingerprints, value


@pytest.fixture
def made(opened: OpenDatabase, tmp_path: Path) -> Path:
    add_observations(opened, add_patient(opened), 200)
    out = tmp_path / "backup" / "practice.icm"
    out.parent.mkdir()
    manifest = backup(opened, out, now=NOON)
    assert (manifest.counts["observation"], manifest.counts["patient"], manifest.head.seq) == (200, 1, 2)
    return out


def test_a_backup_opens_with_the_password_on_a_clean_computer(made: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(made.parent, elsewhere)
    key = keys.unlock_with_password(elsewhere / made.name, "ada", PASSWORD, kdf=keys.FAST_TEST_KDF)
    assert check_backup(elsewhere / made.name, key).made_at == NOON
    restored = database.open_existing(elsewhere / made.name, key, elsewhere / "state")
    with read(restored, ADA) as uow:
        assert value(uow, "SELECT count(*) FROM observation") == 200
    assert {check.name: check.ok for check in verify(restored).checks if check.ok is not True} == {"audit_anchor": None}
    restored.close()


def test_a_backup_is_one_private_encrypted_file_with_its_keys_and_manifest(made: Path) -> None:
    files = sorted(path.name for path in made.parent.iterdir())
    assert files == ["practice.icm", "practice.icm.keys.json", "practice.icm.manifest.json"]
    assert {path.stat().st_mode & 0o777 for path in made.parent.iterdir()} == {0o600}
    content = b"".join(path.read_bytes() for path in made.parent.iterdir())
    assert b"Lopez" not in content and b"SQLite format" not in content


def test_a_backup_can_be_read_from_a_read_only_place(made: Path, opened: OpenDatabase) -> None:
    connection = keyed_connection(made, opened.key)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()


def test_nothing_is_overwritten(made: Path, opened: OpenDatabase) -> None:
    before = fingerprints(made.parent)
    with pytest.raises(DatabaseProblem) as refused:
        backup(opened, made)
    assert (refused.value.code, fingerprints(made.parent)) == ("db.exists", before)


@pytest.mark.parametrize("target", ["pages", "manifest", "counts", "cut"])
def test_a_changed_backup_is_refused(made: Path, opened: OpenDatabase, target: str) -> None:
    if target == "manifest":
        path = manifest_path(made)
        path.write_text(path.read_text().replace('"observation": 200', '"observation": 199'))
    elif target == "counts":
        connection = keyed_connection(made, opened.key)
        connection.execute("DELETE FROM observation WHERE id = 7")
        connection.close()
    else:
        content = bytearray(made.read_bytes())
        content[9 * 4096 + 100] ^= 1
        made.write_bytes(content if target == "pages" else content[: -3 * 4096])
    with pytest.raises(DatabaseProblem) as refused:
        check_backup(made, opened.key)
    assert refused.value.code in {"db.backup_bad", "db.damaged", "db.wrong_key"}


def test_the_backup_of_another_practice_is_refused(made: Path) -> None:
    with pytest.raises(DatabaseProblem) as refused:
        read_manifest(made, keys.new_key())
    assert refused.value.code == "db.backup_bad"


def test_a_cancelled_backup_leaves_nothing(opened: OpenDatabase, tmp_path: Path) -> None:
    add_observations(opened, add_patient(opened), 200)
    (tmp_path / "b").mkdir()

    def cancel(done: int, total: int) -> None:
        raise InterruptedError(done, total)

    with pytest.raises((InterruptedError, DatabaseProblem)):
        backup(opened, tmp_path / "b" / "x.icm", progress=cancel)
    assert list((tmp_path / "b").iterdir()) == []
    assert add_patient(opened, 2) == 2


def test_a_backup_without_keys_is_not_made(opened: OpenDatabase, tmp_path: Path) -> None:
    slot_path(opened.path).unlink()
    with pytest.raises(DatabaseProblem) as refused:
        backup(opened, tmp_path / "x.icm")
    assert refused.value.code == "db.missing_slots"
    assert not (tmp_path / "x.icm").exists()


def test_a_backup_made_while_another_writes_is_one_moment(opened: OpenDatabase, tmp_path: Path) -> None:
    patient_id = add_patient(opened)
    add_observations(opened, patient_id, 2000)
    stop, failed = threading.Event(), []

    def keep_writing() -> None:
        other = database.open_existing(opened.path, opened.key, tmp_path / "other")
        try:
            while not stop.is_set():
                add_observations(other, patient_id, 10)
        except DatabaseProblem as problem:
            failed.append(problem.code)
        finally:
            other.close()

    writer = threading.Thread(target=keep_writing)
    writer.start()
    try:
        manifests = [backup(opened, tmp_path / f"{number}.icm") for number in range(5)]
    finally:
        stop.set()
        writer.join(60)
    assert failed == []
    for number, manifest in enumerate(manifests):
        checked = check_backup(tmp_path / f"{number}.icm", opened.key)
        # Each event after the first two stands for ten rows: a snapshot between them has both or neither.
        assert checked.counts["observation"] == 2000 + 10 * (manifest.head.seq - 2)
