"""The second process that reckons: it holds the key, so it ends with the first; the work goes on when it is gone."""

from __future__ import annotations

import multiprocessing
import signal
import subprocess
import sys
from os import environ
from pathlib import Path

import pytest

from db.models.patient import Patient
from icm_desktop.queries.pathway_work import outdated
from tests.support import make_practice

PEOPLE = 6
PROGRAM = """
import sys
from pathlib import Path
from pathlib import Path
from zoneinfo import ZoneInfo

if __name__ == "__main__":
    from db import database
    from db.key import Key
    from db.unit_of_work import Actor
    from icm_desktop.beside import OtherProcess
    from icm_desktop.practice import OpenPractice
    from icm_desktop.queries.due_work import reckoned

    path, state, key, database_id, user = sys.argv[1:]
    opened = database.open_existing(Path(path), Key(bytes.fromhex(key), database_id), Path(state))
    practice = OpenPractice(opened, Actor(int(user), "Ada", "administrator"), ZoneInfo("America/New_York"))
    other = OtherProcess(practice, reckoned)
    other.ask([1])
    print("reckoned", other.answer()[1] is not None, flush=True)
    sys.stdin.readline()
"""


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    made = make_practice(tmp_path_factory.mktemp("beside"))
    with made.open().write("test") as uow:
        uow.session.add_all(Patient(record_number=f"{n:06d}", family="Lopez") for n in range(1, PEOPLE + 1))
    with made.open().write("test") as uow:
        uow.session.connection().exec_driver_sql("UPDATE pathway_checked SET content = '', theirs = ''")
    yield made
    made.database.close()


def test_everybody_is_reckoned_though_the_second_process_was_killed(practice, monkeypatch):
    monkeypatch.setattr("icm_desktop.beside.LEAST", 1)
    monkeypatch.setattr("icm_desktop.beside.SLICE", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    killed = []

    class Kills:
        def step(self, done, total):
            for process in multiprocessing.active_children():
                if process.name == "reckoning" and done:
                    process.kill()
                    process.join()
                    killed.append(done)

    assert practice.open("administrator").run("services.pathway_work.reckon", progress=Kills()).patients == PEOPLE
    assert killed
    with practice.open().read() as uow:
        assert outdated(uow) == ()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal")
def test_it_ends_when_the_one_that_started_it_is_killed(practice, tmp_path):
    """Whoever still runs holds the end of the pipe on which all that is printed arrives."""
    program = tmp_path / "starter.py"
    program.write_text(PROGRAM, encoding="utf-8")
    of, user = practice.database, practice.open("administrator").actor.user_id
    arguments = (of.path, of.anchor.path.parent, of.key.hex, of.key.database_id, user)
    starter = subprocess.Popen(
        [sys.executable, str(program), *map(str, arguments)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**environ, "PYTHONPATH": str(Path.cwd())},
    )  # fmt: skip
    assert starter.stdout is not None
    assert starter.stdout.readline() == "reckoned True\n"
    starter.kill()
    rest, _ = starter.communicate(timeout=60)
    assert rest == ""
