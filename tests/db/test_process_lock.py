"""A lock between programs that a killed one does not keep."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from db.process_lock import ProcessLock

_CHILD = """
import sys, pathlib
from db.process_lock import ProcessLock
lock = ProcessLock(pathlib.Path(sys.argv[1]))
assert lock.take()
print("taken", flush=True)
sys.stdin.read()
"""


def test_only_one_program_holds_it_and_a_killed_one_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "state" / "import.lock"
    mine, other = ProcessLock(path), ProcessLock(tmp_path / "other.lock")
    with subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None and child.stdout.readline() == "taken\n"
        assert not mine.take()
        assert other.take()
        other.release()
        child.kill()
        child.wait()
    assert mine.take()
    mine.release()


def test_a_released_lock_can_be_taken_again(tmp_path: Path) -> None:
    first, second = ProcessLock(tmp_path / "a.lock"), ProcessLock(tmp_path / "a.lock")
    assert first.take() and not second.take()
    first.release()
    assert second.take()
    second.release()
