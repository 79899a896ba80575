"""A practice in which several people did and looked at things, on days that are known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from db import audit, unit_of_work
from db.audit import Entry
from db.unit_of_work import Actor
from icm_desktop.contracts.patients import PatientDetails, RegisterPatient
from icm_desktop.permissions import Role
from tests.support import NEW_YORK, PracticeForTests, make_practice

TODAY = dt.date(2026, 11, 20)


@dataclass
class Office:
    """The practice, and acts at any instant by anybody."""

    practice: PracticeForTests
    patients: list[int]

    def run(self, name: str, *args: Any, role: Role = Role.ADMINISTRATOR) -> Any:
        """A use case as the user of this role."""
        return self.practice.open(role).run(name, *args)

    def note(self, at: dt.datetime, *entries: Entry, role: Role | None = Role.CLINICIAN) -> None:
        """Events of this instant, by the user of this role or by the program."""
        user_id = None if role is None else self.practice.users[role]
        actor = Actor(user_id, "", (role or Role.ADMINISTRATOR).value)
        with unit_of_work.write(self.practice.database, actor, "tests.note", now=at, zone=NEW_YORK) as uow:
            for entry in entries:
                uow.add_entry(entry)

    def head(self) -> audit.Head:
        """The end of the chain."""
        database = self.practice.database
        with database.engine.connect() as connection:
            return audit.head(connection, database.audit_key, database.database_id)


def register(practice: PracticeForTests, family: str) -> int:
    details = PatientDetails(family=family, given="Maria", birth_date="1958-04-02", phone="5550100142")
    opened = practice.open(Role.FRONT_DESK)
    return int(opened.run("services.registration.register", RegisterPatient(details, True)).head.id)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    practice = make_practice(tmp_path, today=TODAY)
    yield Office(practice, [register(practice, family) for family in ("Lopez", "Baker")])
    practice.database.close()
