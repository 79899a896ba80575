"""Booking against one durable commit, and a verified backup against a copy of the file that is checked."""

from __future__ import annotations

import datetime as dt
import itertools
import shutil

from sqlalchemy import func, select

from db import keys
from db.backup import backup
from db.engine import keyed_connection
from db.models.patient import Patient
from db.models.scheduling import Appointment
from icm_desktop.contracts.scheduling import BookAppointment
from tests.benchmarks.conftest import TODAY
from tests.benchmarks.measure import cpu_ms, wall_ms
from tests.support import make_practice


def _starts(setup, zone):
    """(clinician, start) at the beginning of working hours in spring, when the sample practice has no visits yet."""
    for week, person in itertools.product(range(12), setup.clinicians):
        for weekday, first, _ in person.hours:
            day = dt.date(2027, 3, 1) + dt.timedelta(days=7 * week + weekday)
            yield person.id, dt.datetime.combine(day, dt.time.fromisoformat(first), zone).astimezone(dt.UTC)


def test_book_one_appointment(filled, figures, tmp_path):
    fred = filled.open("front_desk")
    setup = fred.run("queries.calendar.setup")
    with fred.read() as uow:  # a practice that is kept has the visits of earlier runs
        booked = select(func.count()).where(Appointment.starts_at >= dt.datetime(2027, 3, 1, tzinfo=dt.UTC))
        alive = select(Patient.id).where(Patient.deceased.is_(False)).order_by(Patient.id)
        patients = iter(uow.session.scalars(alive.offset(uow.session.scalar(booked)).limit(200)).all())
    starts, numbers, made = _starts(setup, filled.zone), itertools.count(1), set()

    def book():
        clinician, starts_at = next(starts)
        wanted = BookAppointment(next(patients), clinician, starts_at, 20, overbook_reason="a repeated benchmark")
        made.add(fred.run("services.scheduling.book", wanted).appointment.id)

    other = make_practice(tmp_path, today=TODAY)
    connection = keyed_connection(other.database.path, other.database.key)
    connection.execute("PRAGMA synchronous = FULL").fetchall()

    def commit():
        connection.execute("BEGIN IMMEDIATE").fetchall()
        row = (f"form {next(numbers)}",)
        connection.execute("INSERT INTO draft (user_id, form, fields, saved_at) VALUES (1, ?, '{}', '')", row)
        connection.execute("COMMIT").fetchall()

    floor = wall_ms(commit, 20)
    figures("book one appointment (wall)", wall_ms(book, 20), floor, "floor: one commit, synchronous=FULL")
    figures("book one appointment (processor)", cpu_ms(book, 10))
    connection.close()
    other.database.close()
    assert len(made) >= 20  # each is a visit of its own, none was refused


def test_a_verified_backup(filled, figures, tmp_path):
    small = make_practice(tmp_path / "small", today=TODAY)
    small.open("administrator").run("services.demo.fill", 1000, 7)
    keys.create_slots(small.database.path, small.database.key, 1, "ada", "x" * 20, kdf=keys.FAST_TEST_KDF)
    mb = small.database.path.stat().st_size / 1e6
    numbers = itertools.count()

    def floor():
        copy = tmp_path / f"copy{next(numbers)}"
        shutil.copy(small.database.path, copy)
        connection = keyed_connection(copy, small.database.key)
        assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
        connection.close()

    per_100 = 100 / mb
    took = cpu_ms(lambda: backup(small.database, tmp_path / f"b{next(numbers)}.icm"), 3)
    figures("verified backup of 100 MB", took * per_100, cpu_ms(floor, 3) * per_100, "floor: copy and page check")
    small.database.close()
