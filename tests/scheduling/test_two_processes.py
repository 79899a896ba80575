"""Two processes book the same slots at the same time: exactly one wins each, and both always get an answer."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select

from db.models.patient import Patient
from db.models.practice import Practitioner, WorkingHours
from db.models.scheduling import Appointment
from db.models.set_up import Room
from tests.scheduling.conftest import local

PROGRAM = """
import sys, json, datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo
from db import database, unit_of_work
from db.key import Key
from db.unit_of_work import Actor
from icm_desktop.contracts.scheduling import BookAppointment
from icm_desktop.errors import UserError
from icm_desktop.services.scheduling import book

path, state, key, database_id, now = sys.argv[1:]
opened = database.open_existing(Path(path), Key(bytes.fromhex(key), database_id), Path(state))
actor, zone, moment = Actor(None, "clerk", "front_desk"), ZoneInfo("America/New_York"), dt.datetime.fromisoformat(now)
print("ready", flush=True)
answers = []
for patient, clinician, starts_at in json.loads(sys.stdin.readline()):
    request = BookAppointment(patient, clinician, dt.datetime.fromisoformat(starts_at), 30)
    try:
        with unit_of_work.write(opened, actor, "services.scheduling.book", now=moment, zone=zone) as uow:
            book(uow, request)
        answers.append("booked")
    except UserError as error:
        answers.append(error.code)
print(json.dumps(answers), flush=True)
opened.close()
"""
REFUSED = {"scheduling.slot_taken", "scheduling.room_taken", "scheduling.patient_busy"}


@pytest.fixture
def clerks(desk, tmp_path):
    """Gives each of two processes its attempts and returns their answers."""
    started = []

    def run(*work: list[tuple[int, int, str]]) -> list[list[str]]:
        opened = desk.practice.database
        common = [str(opened.path), str(tmp_path / "state"), opened.key.hex, opened.database_id, desk.now.isoformat()]
        mine = [_clerk(common) for _ in work]
        started.extend(mine)
        assert [clerk.stdout.readline() for clerk in mine if clerk.stdout] == ["ready\n"] * len(mine)
        for clerk, attempts in zip(mine, work, strict=True):
            assert clerk.stdin is not None
            clerk.stdin.write(json.dumps(attempts) + "\n")
            clerk.stdin.flush()
        said = [clerk.communicate(timeout=1200) for clerk in mine]
        assert [clerk.returncode for clerk in mine] == [0] * len(mine), "\n".join(err for _, err in said)
        return [json.loads(out) for out, _ in said]

    yield run
    for clerk in started:
        if clerk.poll() is None:
            clerk.kill()


def _clerk(arguments: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )


def test_thousands_of_attempts_at_the_same_slots_never_double_book(desk, clerks, pytestconfig):
    many = 1000 if pytestconfig.getoption("--booking-full", default=False) else 40
    (room,) = desk.add(Room(name="Room 1"))
    lee, may = desk.add(Practitioner(family="Lee", inside=True), Practitioner(family="May", inside=True))
    for who in (lee, may):
        desk.add(*(WorkingHours(practitioner_id=who, weekday=day, starts="09:00", ends="17:00", room_id=room)
                   for day in range(5)))  # fmt: skip
    patients = desk.add(*(Patient(record_number=f"S{n}", family="Test") for n in range(8)))
    quarters = itertools.cycle(_quarters(many))
    slots = [next(quarters) for _ in range(many)]
    # The same clinician, two who share a room, and the same patient, in turn.
    first = [(patients[n % 4], lee, at) for n, at in enumerate(slots)]
    second = [(patients[4 + n % 4] if n % 3 else patients[n % 4], (lee, may)[n % 2], at) for n, at in enumerate(slots)]
    answers = clerks(first, second)
    assert [len(each) for each in answers] == [many, many]
    counts = Counter(answer for each in answers for answer in each)
    assert set(counts) <= REFUSED | {"booked"}, counts
    with desk.open().read() as uow:
        rows = uow.session.scalars(select(Appointment).order_by(Appointment.starts_at)).all()
        assert len(rows) == counts["booked"] > 0
        for column in ("practitioner_id", "room_id", "patient_id"):
            last: dict[int, dt.datetime] = {}
            for row in rows:
                key = getattr(row, column)
                assert last.get(key, row.starts_at) <= row.starts_at, (column, key)
                last[key] = row.ends_at


def _quarters(many: int) -> list[str]:
    """Starts every quarter of an hour on working days, so that neighbours overlap."""
    days = (dt.date(2026, 11, 3) + dt.timedelta(days=n) for n in range(60))
    found = [
        local(f"{day}T{hour:02}:{minute:02}").isoformat()
        for day in days
        if day.weekday() < 5 and day not in (dt.date(2026, 11, 11), dt.date(2026, 11, 26), dt.date(2026, 12, 25))
        for hour in range(9, 16)
        for minute in (0, 15, 30, 45)
    ]
    return found[: max(many // 2, 1)]
