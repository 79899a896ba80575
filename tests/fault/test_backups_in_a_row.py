"""Backup after backup while another process writes: each is one moment, none is missing an act from before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.backup import backup, check_backup
from db.database import OpenDatabase
from tests.fault.writer import NAMES, RESULTS, Place, processes, write_until_stopped

pytestmark = pytest.mark.fault


def test_each_backup_of_a_row_is_one_moment(opened: OpenDatabase, tmp_path: Path, full: bool) -> None:
    receive, send = processes().Pipe(duplex=False)
    child = processes().Process(target=write_until_stopped, args=(Place.of(opened), send))  # type: ignore[attr-defined]
    child.start()
    send.close()
    acknowledged, seen = 0, []
    try:
        for number in range(50 if full else 5):
            acknowledged = receive.recv()
            while receive.poll(0):
                acknowledged = receive.recv()
            out = tmp_path / f"b{number}.icm"
            backup(opened, out)
            counts = check_backup(out, opened.key).counts
            assert counts["patient"] >= acknowledged
            assert counts["patient_name"] == NAMES * counts["patient"]
            assert counts["observation"] == RESULTS * counts["patient"]
            assert {path.stat().st_mode & 0o077 for path in tmp_path.glob("b*")} == {0}
            seen.append(counts["patient"])
            out.unlink()
    finally:
        child.kill()
        child.join()
        receive.close()
    assert seen == sorted(seen)
    assert seen[-1] > seen[0]  # it really wrote meanwhile
