"""Use cases run at the same moment, each in an operating-system process of its own over one file."""

from __future__ import annotations

import datetime as dt
import pickle
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

from icm_desktop.practice import OpenPractice

PROGRAM = """
import pickle, sys
from pathlib import Path
from db import database, unit_of_work
from db.errors import DatabaseProblem
from db.key import Key
from icm_desktop.catalogue import use_case
from icm_desktop.errors import UserError
from icm_desktop.services.matching.scoring import score_again

path, state, key, database_id, name, rest = sys.argv[1:]
opened = database.open_existing(Path(path), Key(bytes.fromhex(key), database_id), Path(state))
actor, zone, now, request = pickle.loads(bytes.fromhex(rest))
print("ready", flush=True)
sys.stdin.readline()
try:
    with unit_of_work.write(opened, actor, name, now=now, zone=zone) as uow:
        use_case(name)(uow, request)
        score_again(uow)
    print("done")
except (UserError, DatabaseProblem) as error:
    print(error.code)
opened.close()
"""
Call = tuple[OpenPractice, str, Any]  # as whom, the use case, its request


def at_once(state: Path, *calls: Call, now: dt.datetime | None = None) -> list[str]:
    """What each of these says: "done", or the code of what it was refused for.

    Args:
        state: The folder with the state of the database.
        calls: Started together, once every process has opened the file.
        now: The moment they act at.
    """
    running = [_start(state, call, now) for call in calls]
    assert [_pipe(one.stdout).readline() for one in running] == ["ready\n"] * len(running)
    for one in running:
        _pipe(one.stdin).write("go\n")
        _pipe(one.stdin).flush()
    said = [one.communicate(timeout=60) for one in running]
    assert [one.returncode for one in running] == [0] * len(running), said
    return [out.strip() for out, _ in said]


def _start(state: Path, call: Call, now: dt.datetime | None) -> subprocess.Popen[str]:
    practice, name, request = call
    opened = practice.database
    rest = pickle.dumps((practice.actor, practice.zone, now, request)).hex()
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(opened.path), str(state), opened.key.hex, opened.database_id, name, rest],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[1],
    )


def _pipe(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream
