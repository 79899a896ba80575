"""A program that is killed at any moment loses nothing it acknowledged, and leaves nothing readable."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from db.database import OpenDatabase
from tests.db import sample
from tests.fault.writer import MARKER, Place, broken_promises, processes, write_until_stopped

pytestmark = pytest.mark.fault
_PER_DATABASE = 20


def _kill_once(place: Place, chance: random.Random) -> int:
    """Start a writer, kill it a moment after its first commit, and return the last act it acknowledged."""
    receive, send = processes().Pipe(duplex=False)
    child = processes().Process(target=write_until_stopped, args=(place, send))  # type: ignore[attr-defined]
    child.start()
    send.close()
    last = 0
    try:
        assert receive.poll(120)
        last = receive.recv()
        end = time.monotonic() + chance.uniform(0.0, 0.3)
        while (left := end - time.monotonic()) > 0 and receive.poll(left):
            last = receive.recv()
    finally:
        child.kill()
        child.join()
    try:
        while receive.poll(0):
            last = receive.recv()
    except (EOFError, OSError):
        pass  # an act whose acknowledgement was cut off was not acknowledged
    receive.close()
    return last


def test_no_acknowledged_act_is_lost_or_torn_by_a_kill(tmp_path: Path, full: bool) -> None:
    chance = random.Random(20260714)  # noqa: S311  when to kill, not a secret
    kills, acts, faults = 200 if full else 20, 0, []
    for number in range(kills):
        folder = tmp_path / str(number // _PER_DATABASE)
        if number % _PER_DATABASE == 0:
            folder.mkdir()
            database = sample.make(folder)
            place = Place.of(database)
            database.close()
        acknowledged = _kill_once(place, chance)
        acts += acknowledged
        faults += [f"kill {number}: {fault}" for fault in broken_promises(place, acknowledged)]
    assert faults == []
    assert acts >= kills


def test_nothing_readable_is_left_after_a_kill(opened: OpenDatabase, tmp_path: Path) -> None:
    place = Place.of(opened)
    opened.close()
    _kill_once(place, random.Random(1))  # noqa: S311  as above
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert "test.icm-wal" in {path.name for path in files}
    assert [path.name for path in files if MARKER.encode() in path.read_bytes()] == []
    assert {path.stat().st_mode & 0o077 for path in files} == {0}


def test_two_programs_that_write_at_once_lose_nothing(opened: OpenDatabase) -> None:
    place = Place.of(opened)
    opened.close()
    pipes = [processes().Pipe(duplex=False) for _ in range(2)]
    children = [
        processes().Process(target=write_until_stopped, args=(place, send, prefix, 25))  # type: ignore[attr-defined]
        for (_, send), prefix in zip(pipes, "ab", strict=True)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join(300)
    assert [child.exitcode for child in children] == [0, 0]
    assert broken_promises(place, 50) == []
