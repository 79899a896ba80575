"""A practice with two clinicians, two patients and kinds of visit; Monday 2 November 2026, 08:00 in New York."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest

from db import unit_of_work
from db.models.patient import Patient
from db.models.practice import AppointmentType, Practitioner, WorkingHours
from icm_desktop.catalogue import use_case, writes
from icm_desktop.permissions import Role
from icm_desktop.practice import OpenPractice
from tests.support import NEW_YORK, PracticeForTests, make_practice

NOW = dt.datetime(2026, 11, 2, 13, 0, tzinfo=dt.UTC)


def local(text: str) -> dt.datetime:
    """Wall time in New York as aware UTC."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=NEW_YORK).astimezone(dt.UTC)


@dataclass
class Desk:
    """Runs use cases at a fixed moment."""

    practice: PracticeForTests
    now: dt.datetime = NOW
    kim: int = 0
    cole: int = 0
    nobody: int = 0
    ana: int = 0
    ben: int = 0
    visit: int = 0

    def open(self, role: str = "front_desk") -> OpenPractice:
        return self.practice.open(role)

    def run(self, name: str, *args: Any, role: str = "front_desk", now: dt.datetime | None = None) -> Any:
        practice = self.open(role)
        function, moment = use_case(name), now or self.now
        if writes(name):
            with unit_of_work.write(
                practice.database, practice.actor, name, now=moment, zone=practice.zone, today=practice.today
            ) as uow:
                return function(uow, *args)
        with unit_of_work.read(
            practice.database, practice.actor, now=moment, zone=practice.zone, today=practice.today
        ) as uow:
            return function(uow, *args)

    def add(self, *rows: Any) -> list[int]:
        with unit_of_work.write(
            self.practice.database, self.open(Role.ADMINISTRATOR).actor, "test.add", now=self.now, zone=NEW_YORK
        ) as uow:
            uow.session.add_all(rows)
            uow.session.flush()
            return [row.id for row in rows]

    def add_patient(self, family: str = "Third") -> int:
        return self.add(Patient(record_number=f"9{family}", family=family))[0]


@pytest.fixture
def desk(tmp_path):
    desk = Desk(make_practice(tmp_path))
    desk.kim, desk.cole, desk.nobody = desk.add(
        Practitioner(family="Kim", prefix="Dr", inside=True),
        Practitioner(family="Cole", given="J.", suffix="LCSW", inside=True),
        Practitioner(family="Away", prefix="Dr", inside=True),
    )
    for day in range(5):
        desk.add(
            WorkingHours(practitioner_id=desk.kim, weekday=day, starts="09:00", ends="12:00"),
            WorkingHours(practitioner_id=desk.kim, weekday=day, starts="13:00", ends="16:00"),
            WorkingHours(practitioner_id=desk.cole, weekday=day, starts="10:00", ends="14:00"),
        )
    desk.ana, desk.ben = desk.add(
        Patient(record_number="000001", family="O'Brien", given="Ana"),
        Patient(record_number="000002", family="Ruiz", given="Ben"),
    )
    (desk.visit,) = desk.add(AppointmentType(name="Follow-up", minutes=30))
    yield desk
    desk.practice.database.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--booking-full`: the long form of the test with two processes."""
    parser.addoption("--booking-full", action="store_true", help="1,000 attempts by each of two processes, not 40")
