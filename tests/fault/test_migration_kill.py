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

from db import keys, migrate
from db.database import OpenDatabase
from db.engine import SCHEMA_VERSION, check_file
from db.errors import DatabaseProblem
from db.migrate import Steps
from db.verify import verify_file
from tests.db import schema_one
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


def _killed_at(place: Place, at: int) -> bool:
    """Bring the file up in a process that is killed before its statement number `at`; whether there was such a one."""
    receive, send = processes().Pipe(duplex=False)
    child = processes().Process(target=_migrate_and_die, args=(place, Steps(), at, send))  # type: ignore[attr-defined]
    child.start()
    child.join(120)
    send.close()
    receive.close()
    return bool(child.exitcode == -signal.SIGKILL)


def _migrate_watched(place: Place, answer: Connection) -> None:
    """Bring the file up, and look at it before every statement: a kill there would leave what is read."""
    good, changed, count = place.path.read_bytes(), [], 0

    @event.listens_for(Engine, "before_cursor_execute")
    def look(*_: object) -> None:
        nonlocal count
        count += 1
        if place.path.read_bytes() != good:
            changed.append(count)

    migrate.migrate(place.path, place.key)
    answer.send((count, changed))


def test_before_every_statement_of_the_real_steps_the_file_is_the_old_one(tmp_path: Path) -> None:
    place = Place(tmp_path / "p.icm", keys.new_key(), tmp_path / "state")
    schema_one.make(place.path, place.key, bulk=20)
    receive, send = processes().Pipe(duplex=False)
    child = processes().Process(target=_migrate_watched, args=(place, send))  # type: ignore[attr-defined]
    child.start()
    send.close()
    count, changed = receive.recv()
    child.join(120)
    receive.close()
    assert changed == []
    assert count > 300
    assert check_file(place.path, place.key) == SCHEMA_VERSION


def test_the_real_step_killed_before_any_statement_leaves_the_file_of_the_first_version(
    tmp_path: Path, full: bool
) -> None:
    place = Place(tmp_path / "p.icm", keys.new_key(), tmp_path / "state")
    schema_one.make(place.path, place.key, bulk=20)
    keys.create_slots(place.path, place.key, 1, "ada", "x" * 20, kdf=keys.FAST_TEST_KDF)
    good = place.path.read_bytes()
    at, kills = 1, 0
    while _killed_at(place, at):
        assert place.path.read_bytes() == good
        assert check_file(place.path, place.key, any_version=True) == 1
        at, kills = at + (20 if full else 60), kills + 1  # the test above looks at every one of them
    assert check_file(place.path, place.key) == SCHEMA_VERSION
    assert verify_file(place.path, place.key, place.state).ok is not False
    assert kills > (15 if full else 3)


def _migrate_with_little_room(place: Place, spare: int, answer: Connection) -> None:
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    size = place.path.stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + spare, resource.RLIM_INFINITY))
    try:
        migrate.migrate(place.path, place.key)
        answer.send("done")
    except DatabaseProblem as problem:
        answer.send(problem.code)


@pytest.mark.parametrize("spare", [-200_000, 0, 60_000])
def test_a_full_disk_on_the_way_leaves_the_file_and_says_so(tmp_path: Path, spare: int) -> None:
    place = Place(tmp_path / "p.icm", keys.new_key(), tmp_path / "state")
    schema_one.make(place.path, place.key)
    good = place.path.read_bytes()
    receive, send = processes().Pipe(duplex=False)
    child = processes().Process(  # type: ignore[attr-defined]
        target=_migrate_with_little_room, args=(place, spare, send)
    )
    child.start()
    send.close()
    assert receive.recv() == "db.disk_full"
    child.join(60)
    receive.close()
    assert place.path.read_bytes() == good
    assert [path.name for path in tmp_path.iterdir() if path.name != "state"] == ["p.icm"]
    assert migrate.migrate(place.path, place.key) is not None  # with room again
