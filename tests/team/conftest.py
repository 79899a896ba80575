"""A practice of one day with Maria, her daughter, an outside heart doctor and an imported team of one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest

from db.models.patient import Patient, PatientContact
from db.models.plan import CareTeam, CareTeamMember
from db.models.practice import Organization, Practitioner
from icm_desktop.permissions import Role
from tests.support import PracticeForTests, make_practice

TODAY = dt.date(2026, 11, 20)


@dataclass(frozen=True)
class Around:
    """Ids of everybody around Maria, and who may act."""

    practice: PracticeForTests
    maria: int
    daughter: int
    doctor: int
    place: int
    imported: int
    other: int

    def run(self, name, *args, role="coordinator"):
        return self.practice.open(role).run(name, *args)

    def user(self, role):
        return self.practice.users[Role(role)]


@pytest.fixture
def around(tmp_path):
    practice = make_practice(tmp_path, today=TODAY)
    with practice.open().write("test") as uow:
        maria = Patient(record_number="000001", family="Lopez", given="Maria", language="es")
        place = Organization(name="Lakeshore Heart", phone="555-010-0300", fax="555-010-0301")
        uow.session.add_all([maria, place])
        uow.session.flush()
        doctor = Practitioner(family="Petrov", given="Ivan", prefix="Dr.", organization_id=place.id)
        daughter = PatientContact(
            patient_id=maria.id, name="Ana Lopez", relationship_code="DAUC", phone="555-010-0150",
            may=["visits", "medicines"], may_not=["mental_health"],
        )  # fmt: skip
        team = CareTeam(patient_id=maria.id, status="active", name="Team")
        uow.session.add_all([doctor, daughter, team])
        uow.session.flush()
        member = CareTeamMember(
            patient_id=maria.id, care_team_id=team.id, member_key="p1", name="Dr. Ivan Petrov", role="Cardiologist",
            practitioner_id=doctor.id,
        )  # fmt: skip
        uow.session.add(member)
        uow.session.flush()
        other = Patient(record_number="000002", family="Lopes", given="Maria", language="es")
        uow.session.add(other)
        uow.session.flush()
        ids = (maria.id, daughter.id, doctor.id, place.id, member.id, other.id)
    return Around(practice, *ids)


@pytest.fixture
def store_rows(around):
    """Adds rows in one act."""

    def add(*rows):
        with around.practice.open().write("test") as uow:
            uow.session.add_all(rows)

    return add
