"""A plan with something in every part, and people around the patient who may hear different things."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.models.clinical import AllergyIntolerance, MedicationEntry, Observation
from db.models.patient import Patient, PatientContact
from db.models.practice import Organization, Practitioner
from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.contracts.concerns import AddBarrier, AddConcern, BarrierDraft, ConcernDraft
from icm_desktop.contracts.plan_sheet import PartText, SaveParts
from icm_desktop.contracts.plans import ActionDraft, AddAction, AddGoal, GoalDraft
from icm_desktop.contracts.team import CONTACT, PRACTITIONER, SaveMember
from icm_desktop.permissions import Role
from tests.support import PracticeForTests

_A1C = (("2026-03-02", 9.4), ("2026-06-03", 8.7), ("2026-09-04", 8.1))
_MEDICINES = (
    ("Metformin 1000 MG Oral Tablet", "1 tablet twice a day", "diabetes"),
    ("Sertraline 50 MG Oral Tablet", "1 tablet every morning", "depression"),
    ("Buprenorphine 8 MG / naloxone 2 MG", "1 film a day", None),
)


@dataclass(frozen=True)
class WholePlan:
    """Ids of what was made."""

    patient: int
    daughter: int
    doctor: int


def make_whole_plan(practice: PracticeForTests) -> WholePlan:
    """Maria with four concerns, goals with targets and values, actions, a barrier, written parts and a team."""
    made = _people(practice)
    rosa = practice.open()
    doctor = Owner(OwnerKind.PRACTITIONER, "Dr. Ivan Petrov", made.doctor, "Lakeshore Heart Center")
    me = Owner(OwnerKind.USER, "Rosa Diaz", practice.users[Role.COORDINATOR])
    concerns = {
        text: rosa.run("services.concerns.add_concern", AddConcern(made.patient, draft)).id
        for text, draft in (
            ("sugar", ConcernDraft("problem", "Mi azúcar me da miedo", "Type 2 diabetes", "es",
                                   priority="high-priority", note="Her brother lost a foot to it.", owner=me)),
            ("mood", ConcernDraft("problem", None, "Depression, since her husband died", sensitive=True)),
            ("pills", ConcernDraft("risk", None, "Opioid use, in recovery program", sensitive=True)),
            ("ride", ConcernDraft("social", "I cannot get to the heart doctor", None)),
        )
    }  # fmt: skip
    sugar = _goal(rosa, made, GoalDraft(
        "Caminar a la iglesia sin cansarme", "A1c below 7.5 %", words_language="es", measure_code="4548-4",
        target_comparator="<", target_value=7.5, target_unit="%", due_on=dt.date(2027, 3, 1), owner=me,
        concern_id=concerns["sugar"], priority="high-priority", baseline_value=9.4, baseline_on=dt.date(2026, 3, 2),
        confidence=7,
    ))  # fmt: skip
    mood = _goal(rosa, made, GoalDraft("Dormir toda la noche", None, words_language="es", concern_id=concerns["mood"]))
    _goal(rosa, made, GoalDraft("Not miss the heart doctor again", None, owner=doctor, concern_id=concerns["ride"]))
    for goal, draft in (
        (sugar, ActionDraft("Weigh every morning and write it down", Owner(OwnerKind.PATIENT, "Maria Lopez"))),
        (sugar, ActionDraft("Send the eye doctor's report to Dr. Petrov", me, dt.date(2026, 12, 4))),
        (mood, ActionDraft("Call about sleep", me, dt.date(2026, 11, 27))),
        (None, ActionDraft("Bring all pill bottles to the next visit", None, status="in-progress")),
    ):
        rosa.run("services.care_plans.add_action", AddAction(made.patient, goal, draft))
    barrier = BarrierDraft("transport", "No car, and the bus stops at six", "A ride voucher",
                           concern_id=concerns["ride"])  # fmt: skip
    rosa.run("services.concerns.add_barrier", AddBarrier(made.patient, barrier))
    parts = (
        ("strengths", "Her daughter Ana lives next door.\nShe reads every label."),
        ("preferences", "Ask her first, then Ana."),
        ("function", "Walks with a cane; bathes alone (Katz 6 of 6, 2026-10-02)."),
        ("emergency_do", "Sugar under 70: juice, wait 15 minutes, measure again."),
        ("emergency_call", "Ana 555-010-0150, then the practice. Chest pain: 911."),
    )
    rosa.run("services.plan_parts.save_parts",
             SaveParts(made.patient, tuple(PartText(part, None, text) for part, text in parts)))  # fmt: skip
    for kind, ref, role in ((PRACTITIONER, made.doctor, "cardiologist"), (CONTACT, made.daughter, "caregiver")):
        rosa.run("services.team.save", SaveMember(made.patient, kind, ref, None, role))
    return made


def _people(practice: PracticeForTests) -> WholePlan:
    with practice.open().write("test") as uow:
        maria = Patient(
            record_number="000123", family="Lopez", given="Maria", birth_date="1958-03-04", language="es",
            phone="555-010-0142", coordinator_id=practice.users[Role.COORDINATOR],
        )  # fmt: skip
        place = Organization(name="Lakeshore Heart Center", phone="555-010-0300")
        uow.session.add_all([maria, place])
        uow.session.flush()
        doctor = Practitioner(family="Petrov", given="Ivan", prefix="Dr.", organization_id=place.id)
        daughter = PatientContact(
            patient_id=maria.id, name="Ana Lopez", relationship_code="DAUC", phone="555-010-0150", may=["visits"],
            may_not=["mental_health"],
        )  # fmt: skip
        uow.session.add_all([doctor, daughter])
        uow.session.flush()
        for day, value in _A1C:
            uow.session.add(Observation(
                patient_id=maria.id, code="4548-4", code_system="http://loinc.org", text="Hemoglobin A1c",
                value_number=value, value_unit="%", effective_when=day, status="final", category="laboratory",
            ))  # fmt: skip
        for text, dosage, reason in _MEDICINES:
            uow.session.add(
                MedicationEntry(
                    kind="request", patient_id=maria.id, text=text, dosage=dosage, reason=reason, status="active"
                )
            )
        uow.session.add(AllergyIntolerance(patient_id=maria.id, text="Penicillin", reaction="rash", status="active"))
        return WholePlan(maria.id, daughter.id, doctor.id)


def _goal(rosa, made, draft):
    return rosa.run("services.care_plans.add_goal", AddGoal(made.patient, draft)).id
