"""A program killed while it brings a database to a new schema leaves the old file or the new one, never one between."""

from __future__ import annotations

import os
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from db import migrate
from db.database import OpenDatabase
from db.migrate import Steps
from tests.db.sample import add_observations, add_patient
from tests.db.steps import NEW, OLD, state_of, steps_in
from tests.fault.writer import Place, processes

pytestmark = [pytest.mark.fault, pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of Unix")]


def _migrate_and_die(place: Place, steps: Steps, at: int, answer: Connection) -> None:
    count = 0

    @event.listens_for(Engine, "before_cursor_execute")
    def die(*_: object) -> None:
        nonlocal count
        count += 1
        if count == at:
            os.kill(os.getpid(), signal.SIGKILL)

    migrate.migrate(place.path, place.key, steps=steps)
    answer.send(count)


def test_a_kill_before_any_statement_leaves_the_old_file(opened: OpenDatabase, tmp_path: Path, full: bool) -> None:
    add_observations(opened, add_patient(opened), 20)
    opened.close()
    place, steps = Place.of(opened), steps_in(tmp_path / "steps")
    good = place.path.read_bytes()
    at, kills, killed = 1, 0, True
    while killed:
        receive, send = processes().Pipe(duplex=False)
        child = processes().Process(target=_migrate_and_die, args=(place, steps, at, send))  # type: ignore[attr-defined]
        child.start()
        child.join(120)
        send.close()
        killed = child.exitcode == -signal.SIGKILL
        assert killed or 0 < receive.recv() < at
        assert state_of(place) == (OLD if killed else NEW)
        assert not killed or place.path.read_bytes() == good
        receive.close()
        at, kills = at + (1 if full else 7), kills + killed
    assert kills > 3
