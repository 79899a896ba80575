"""Use cases run at the same moment, in operating-system processes of their own over one file."""

from __future__ import annotations

import datetime as dt
import json
import pickle
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

from icm_desktop.practice import OpenPractice

PROGRAM = """
import json, pickle, sys
from pathlib import Path
from db import database, unit_of_work
from db.errors import DatabaseProblem
from db.key import Key
from icm_desktop.catalogue import use_case
from icm_desktop.errors import UserError
from icm_desktop.services.matching.scoring import score_again

path, state, key, database_id = sys.argv[1:]
opened = database.open_existing(Path(path), Key(bytes.fromhex(key), database_id), Path(state))
print("ready", flush=True)
answers = []
for actor, zone, now, name, request in pickle.loads(bytes.fromhex(sys.stdin.readline().strip())):
    try:
        with unit_of_work.write(opened, actor, name, now=now, zone=zone) as uow:
            use_case(name)(uow, request)
            score_again(uow)
        answers.append("done")
    except (UserError, DatabaseProblem) as error:
        answers.append(error.code)
print(json.dumps(answers), flush=True)
opened.close()
"""
DONE = "done"
_LONGEST_SECONDS = 1200
Call = tuple[OpenPractice, str, Any]  # as whom, the use case, its request


def at_once(state: Path, *work: Sequence[Call], now: dt.datetime | None = None) -> list[list[str]]:
    """What each process was answered, call by call: "done", or the code of what it was refused for.

    Args:
        state: The folder with the state of the database.
        work: The calls of each process; all begin once every process has opened the file.
        now: The moment they act at.
    """
    running = [_start(state, calls[0][0]) for calls in work]
    try:
        assert [_pipe(one.stdout).readline() for one in running] == ["ready\n"] * len(running)
        for one, calls in zip(running, work, strict=True):
            asked = [(practice.actor, practice.zone, now, name, request) for practice, name, request in calls]
            _pipe(one.stdin).write(pickle.dumps(asked).hex() + "\n")
            _pipe(one.stdin).flush()
        said = [one.communicate(timeout=_LONGEST_SECONDS) for one in running]
    finally:
        for one in running:
            if one.poll() is None:
                one.kill()
    assert [one.returncode for one in running] == [0] * len(running), "\n".join(error for _, error in said)
    return [json.loads(out) for out, _ in said]


def _start(state: Path, practice: OpenPractice) -> subprocess.Popen[str]:
    opened = practice.database
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(opened.path), str(state), opened.key.hex, opened.database_id],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[1],
    )


def _pipe(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream
