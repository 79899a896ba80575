"""A practice of one day with one patient and their outside plan."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.exchange import ImportBatch, SourceResource
from db.models.patient import Patient
from db.models.plan import CarePlan, CareTeam, CareTeamMember, Goal, PlanAction
from db.models.practice import Practitioner
from tests.support import make_practice

TODAY = dt.date(2026, 11, 20)
RECEIVED = dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def practice(tmp_path):
    return make_practice(tmp_path, today=TODAY)


@pytest.fixture
def rosa(practice):
    return practice.open("coordinator")


@pytest.fixture
def patient(practice):
    """Maria's id, with one imported goal, one imported plan with an activity, and a care team of one."""
    with practice.open().write("test") as uow:
        batch = ImportBatch(state="complete", started_at=uow.now)
        maria = Patient(record_number="000001", family="Lopez", given="Maria", language="es")
        doctor = Practitioner(family="Patel", given="Asha", prefix="Dr.")
        uow.session.add_all([batch, maria, doctor])
        uow.session.flush()
        plan_source, goal_source = (_source(batch.id, maria.id, kind) for kind in ("CarePlan", "Goal"))
        uow.session.add_all([plan_source, goal_source])
        uow.session.flush()
        plan = CarePlan(
            patient_id=maria.id, source_id=plan_source.id, import_id=batch.id, title="Heart plan", status="active",
            starts_when="2026-10-20", author="Dr. Patel",
        )  # fmt: skip
        goal = Goal(
            patient_id=maria.id, source_id=goal_source.id, import_id=batch.id, text="A1c below 8 %", status="active",
            measure_code="4548-4", measure_text="Hemoglobin A1c", target_comparator="<", target_value=8.0,
            target_unit="%", author="Dr. Raghunathan", recorded_when="2026-03-02",
        )  # fmt: skip
        team = CareTeam(patient_id=maria.id, status="active", name="Team")
        uow.session.add_all([plan, goal, team])
        uow.session.flush()
        uow.session.add(PlanAction(patient_id=maria.id, care_plan_id=plan.id, text="Low salt", status="in-progress"))
        member = CareTeamMember(
            patient_id=maria.id, care_team_id=team.id, member_key="p1", name="Dr. Asha Patel", practitioner_id=doctor.id
        )
        uow.session.add(member)
        return maria.id


def _source(import_id, patient_id, kind):
    return SourceResource(
        import_id=import_id, source="https://hospital.example", resource_type=kind, resource_id=kind, subject="p",
        patient_id=patient_id, content_hash=b"x" * 32, received_at=RECEIVED,
    )  # fmt: skip
