"""One window per database."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from db.errors import DatabaseProblem
from db.holder import Holder, WindowLock

_CHILD = """
import sys, pathlib
from db.holder import WindowLock
lock = WindowLock(pathlib.Path(sys.argv[1]), "db")
lock.take("Ana")
print("taken", flush=True)
sys.stdin.read()
"""


def test_a_second_window_is_told_who_holds_it_until_that_one_ends(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _CHILD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None and child.stdout.readline() == "taken\n"
        second = WindowLock(tmp_path, "db")
        with pytest.raises(DatabaseProblem) as refused:
            second.take()
        assert refused.value.code == "db.held"
        assert (refused.value.params["user"], refused.value.params["pid"]) == ("Ana", child.pid)
        another = WindowLock(tmp_path, "another")
        another.take()
        another.release()
        child.kill()
        child.wait()
    second.take("Bob")  # a window that was killed holds nothing
    assert second.holder().user == "Bob"
    second.release()
    assert second.holder() == Holder("?", "?", 0)


def test_a_released_lock_can_be_taken_again(tmp_path: Path) -> None:
    lock = WindowLock(tmp_path, "db")
    for _ in range(2):
        lock.take()
        assert lock.holder().pid > 0
        lock.release()
