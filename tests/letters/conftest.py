"""A practice that writes letters: patients with and without address, a missed visit, a referral."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from sqlalchemy import select

from db import unit_of_work
from db.models.patient import Patient, PatientAddress
from db.models.practice import Practice, Practitioner
from db.models.scheduling import Appointment, ServiceRequest
from icm_desktop.permissions import Role
from tests.support import NEW_YORK, PracticeForTests, make_practice

TODAY = dt.date(2026, 11, 20)


@dataclass
class Office:
    """Runs use cases as a role; `ids` of the patients by family name."""

    practice: PracticeForTests
    ids: dict[str, int] = field(default_factory=dict)
    visit: int = 0
    referral: int = 0

    def run(self, name, *args, role=Role.FRONT_DESK, progress=None):
        opened = self.practice.open(role)
        return opened.run(name, *args, progress=progress) if progress else opened.run(name, *args)

    def write(self):
        actor = self.practice.open(Role.ADMINISTRATOR).actor
        return unit_of_work.write(self.practice.database, actor, "test.add", zone=NEW_YORK, today=TODAY)

    def add(self, family, given="Maria", *, street="120 Oak Street", city="Springfield", **more):
        with self.write() as uow:
            row = Patient(record_number=f"9{len(self.ids):05d}", family=family, given=given, **more)
            uow.session.add(row)
            uow.session.flush()
            if street:
                address = {"line": street, "city": city, "state": "IL", "postal_code": "62701"}
                uow.session.add(PatientAddress(patient_id=row.id, use="home", **address))
            self.ids[family] = row.id
            return row.id

    def many(self, count):
        """So many more patients with an address; their ids."""
        with self.write() as uow:
            rows = [
                Patient(record_number=f"8{number:05d}", family=f"Many{number}", given="Ann") for number in range(count)
            ]
            uow.session.add_all(rows)
            uow.session.flush()
            address = {"use": "home", "line": "1 Elm", "city": "Springfield", "state": "IL", "postal_code": "62701"}
            uow.session.add_all(PatientAddress(patient_id=row.id, **address) for row in rows)
            return [row.id for row in rows]


@pytest.fixture(scope="package")
def office(tmp_path_factory) -> Iterator[Office]:
    """One practice for all tests of letters; a test that changes the set-up puts it back."""
    made = Office(make_practice(tmp_path_factory.mktemp("letters"), today=TODAY, name="Riverbend Family Practice"))
    with made.write() as uow:
        practice = uow.session.scalars(select(Practice)).one()
        practice.address, practice.hours_text = "8 River Road, Springfield, IL 62701", "Monday to Friday, 8 AM to 5 PM"
    lopez = made.add("Lopez", language="es")
    made.add("Smith", "Joel", large_print=True, language="en")
    made.add("Haddad", "Layla", language="ar")
    made.add("Gone", "Peter", deceased=True)
    made.add("Nowhere", "Ann", street=None)
    made.add("Quiet", "Rose", no_letters=True)
    with made.write() as uow:
        kim = Practitioner(family="Kim", given="Grace", prefix="Dr.", inside=True)
        heart = Practitioner(family="Patel", given="Anil", prefix="Dr.", specialty="Cardiology", phone="555-010-0142")
        uow.session.add_all((kim, heart))
        uow.session.flush()
        starts = dt.datetime(2026, 11, 10, 15, 30, tzinfo=dt.UTC)
        missed = Appointment(patient_id=lopez, starts_at=starts, minutes=30, status="noshow", practitioner_id=kim.id)
        sent = ServiceRequest(
            patient_id=lopez, is_referral=True, status="active", text="Cardiology", to_practitioner_id=heart.id
        )
        uow.session.add_all((missed, sent))
        uow.session.flush()
        made.visit, made.referral = missed.id, sent.id
    yield made
    made.practice.database.close()
