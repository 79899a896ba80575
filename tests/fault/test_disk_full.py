"""A full disk: a plain answer, nothing half written, and work goes on when there is room again."""

from __future__ import annotations

import sys

import pytest

from db.database import OpenDatabase
from tests.fault.writer import Place, broken_promises, processes, write_until_full

pytestmark = [
    pytest.mark.fault,
    pytest.mark.skipif(sys.platform == "win32", reason="the limit on file size is of Unix"),
]


@pytest.mark.parametrize("spare_bytes", [0, 40_000, 300_000])
def test_a_full_disk_is_said_and_nothing_is_lost(opened: OpenDatabase, spare_bytes: int) -> None:
    place = Place.of(opened)
    opened.close()
    receive, send = processes().Pipe(duplex=False)
    child = processes().Process(target=write_until_full, args=(place, send, spare_bytes))  # type: ignore[attr-defined]
    child.start()
    send.close()
    done, code = receive.recv()
    again = receive.recv()
    child.join(120)
    assert (code, again, child.exitcode) == ("db.disk_full", (done + 1, "db.ok"), 0)
    assert broken_promises(place, done + 1) == []
