"""Two processes book one slot at the same moment: exactly one wins."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path
from typing import IO

from tests.scheduling.conftest import local

PROGRAM = """
import sys, datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo
from db import database, unit_of_work
from db.key import Key
from db.unit_of_work import Actor
from icm_desktop.contracts.scheduling import BookAppointment
from icm_desktop.errors import UserError
from icm_desktop.services.scheduling import book

path, state, key, database_id, patient, clinician, starts_at, now = sys.argv[1:]
opened = database.open_existing(Path(path), Key(bytes.fromhex(key), database_id), Path(state))
print("ready", flush=True)
sys.stdin.readline()
actor = Actor(None, "clerk", "front_desk")
request = BookAppointment(int(patient), int(clinician), dt.datetime.fromisoformat(starts_at), 30)
try:
    moment = dt.datetime.fromisoformat(now)
    zone = ZoneInfo("America/New_York")
    with unit_of_work.write(opened, actor, "services.scheduling.book", now=moment, zone=zone) as uow:
        book(uow, request)
    print("booked")
except UserError as error:
    print(error.code)
opened.close()
"""


def test_of_two_processes_that_book_one_slot_exactly_one_wins(desk, tmp_path):
    opened = desk.practice.database
    both = (desk.ana, desk.ben)
    for day in (3, 4):
        starts_at = local(f"2026-11-{day:02}T09:00")
        common = [str(opened.path), str(tmp_path / "state"), opened.key.hex, opened.database_id]
        clerks = [_clerk(*common, str(who), str(desk.kim), starts_at.isoformat(), desk.now.isoformat()) for who in both]
        assert [_pipe(clerk.stdout).readline() for clerk in clerks] == ["ready\n", "ready\n"]
        for clerk in clerks:
            _pipe(clerk.stdin).write("go\n")
            _pipe(clerk.stdin).flush()
        said = [clerk.communicate(timeout=60) for clerk in clerks]
        assert sorted(out.strip() for out, _ in said) == ["booked", "scheduling.slot_taken"], said
        assert len(desk.run("queries.calendar.day_view", dt.date(2026, 11, day)).appointments) == 1


def _clerk(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )


def _pipe(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream
