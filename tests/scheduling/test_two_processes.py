"""Two processes book the same slots at the same time: exactly one wins each, and both always get an answer."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter

from sqlalchemy import select

from db.models.patient import Patient
from db.models.practice import Practitioner, WorkingHours
from db.models.scheduling import Appointment
from db.models.set_up import Room
from icm_desktop.contracts.scheduling import BookAppointment
from tests.scheduling.conftest import local
from tests.two_processes import DONE, at_once

BOOK = "services.scheduling.book"
REFUSED = {"scheduling.slot_taken", "scheduling.room_taken", "scheduling.patient_busy"}


def test_thousands_of_attempts_at_the_same_slots_never_double_book(desk, tmp_path, pytestconfig):
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
    clerk = desk.open()
    work = [
        [(clerk, BOOK, BookAppointment(who, whom, dt.datetime.fromisoformat(at), 30)) for who, whom, at in attempts]
        for attempts in (first, second)
    ]
    answers = at_once(tmp_path / "state", *work, now=desk.now)
    assert [len(each) for each in answers] == [many, many]
    counts = Counter(answer for each in answers for answer in each)
    assert set(counts) <= REFUSED | {DONE}, counts
    with desk.open().read() as uow:
        rows = uow.session.scalars(select(Appointment).order_by(Appointment.starts_at)).all()
        assert len(rows) == counts[DONE] > 0
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
