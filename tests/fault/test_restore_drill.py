"""The computer is gone: with a backup and the printed recovery code everything comes back, row by row."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from db import database, keys
from db.audit import RowDigest, audited_tables, digest_sum
from db.backup import backup, check_backup
from db.database import OpenDatabase
from db.unit_of_work import read
from db.verify import verify
from tests.db.sample import ADA, PASSWORD, add_observations, add_patient

pytestmark = pytest.mark.fault


def _record(opened: OpenDatabase) -> dict[str, int]:
    with read(opened, ADA) as uow:
        connection = uow.session.connection()
        digests = [RowDigest(opened.audit_key, table) for table in audited_tables()]
        return {each.table.name: digest_sum(map(each.of, each.every(connection))) for each in digests}


def test_everything_comes_back_with_a_backup_and_the_recovery_code(tmp_path: Path) -> None:
    old, usb, new = tmp_path / "old", tmp_path / "usb", tmp_path / "new"
    for folder in (old, usb, new):
        folder.mkdir()
    key = keys.new_key()
    code = keys.create_slots(old / "p.icm", key, 1, "Ada", PASSWORD, kdf=keys.FAST_TEST_KDF)
    opened = database.create(old / "p.icm", key, old / "state")
    for number in range(1, 4):
        add_observations(opened, add_patient(opened, number), 50)
    before = _record(opened)
    backup(opened, usb / "p.icm")
    opened.close()
    shutil.rmtree(old)

    unlocked = keys.unlock_with_recovery(usb / "p.icm", code)
    check_backup(usb / "p.icm", unlocked)
    for suffix in ("", ".keys.json"):
        shutil.copy(usb / f"p.icm{suffix}", new / f"p.icm{suffix}")
    restored = database.open_existing(new / "p.icm", unlocked, new / "state")
    assert _record(restored) == before
    assert sum(before.values()) > 0
    assert add_patient(restored, 9) == 4
    keys.replace_password(new / "p.icm", unlocked, 1, "a quite new password", kdf=keys.FAST_TEST_KDF)
    assert {check.name for check in verify(restored).checks if check.ok is not True} == set()
    restored.close()
