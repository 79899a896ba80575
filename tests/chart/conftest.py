"""A practice of one day with a patient whose chart has every kind of trap."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.clinical import AllergyIntolerance, Condition, MedicationEntry, Observation, ObservationComponent
from db.models.patient import Patient, PatientIdentifier
from db.models.plan import CareTeam, CareTeamMember, Goal, PlanAction
from db.models.practice import Organization
from db.models.scheduling import Appointment, ServiceRequest
from tests.support import make_practice

TODAY = dt.date(2026, 11, 20)
SNOMED = "http://snomed.info/sct"
ICD10 = "http://hl7.org/fhir/sid/icd-10-cm"


@pytest.fixture
def practice(tmp_path):
    return make_practice(tmp_path, today=TODAY)


@pytest.fixture
def patient(store):
    return store(Patient(record_number="000001", family="Lopez", given="Maria", best_time="after 3 PM"))[0]


@pytest.fixture
def chart(practice):
    """The chart of a patient as a role sees it."""

    def see(patient_id, role="coordinator"):
        return practice.open(role).run("services.charts.open_chart", patient_id)

    return see


def conditions(patient_id):
    """Ten conditions of which three are problems, one twice, and three are none."""

    def one(text, code, system=ICD10, status="active", verification="confirmed", **more):
        return Condition(
            patient_id=patient_id, text=text, code=code, code_system=system, status=status,
            verification=verification, **more,
        )  # fmt: skip

    return [
        one("Type 2 diabetes", "E11.22", onset_when="2015"),
        one("Heart failure", "I50.22", onset_when="2020-05"),
        one("Heart failure", "I50.22", onset_when="2021-05"),
        one("Anxiety", "F41.1", status="recurrence"),
        one("Food insecurity", "Z59.41"),
        one("Part-time employment", "160904001", SNOMED),
        one("Medication review due", "314529007", SNOMED),
        one("Acute bronchitis", "J20.9", status="resolved"),
        one("Bipolar disorder", "F31.9", status=None, verification="entered-in-error"),
        one("COPD", "J44.9", verification="refuted"),
        one("Fracture", "S42", status=None, abated_when="2011"),
    ]


def pressures(patient_id, store, count=14):
    """Blood pressures on `count` days as panels, the newest 142/88."""
    for day in range(count):
        when = (dt.datetime(2026, 11, 18, 2, tzinfo=dt.UTC) - dt.timedelta(days=day)).strftime("%Y-%m-%dT%H:%M:%SZ")
        panel = Observation(patient_id=patient_id, code="85354-9", status="final", effective_when=when)
        panel_id = store(panel)[0]
        for code, value in (("8480-6", 142 + day), ("8462-4", 88 + day)):
            part = ObservationComponent(
                observation_id=panel_id, patient_id=patient_id, code=code, value_number=value, value_unit="mm[Hg]"
            )
            store(part)


__all__ = [
    "ICD10",
    "SNOMED",
    "TODAY",
    "AllergyIntolerance",
    "Appointment",
    "CareTeam",
    "CareTeamMember",
    "Condition",
    "Goal",
    "MedicationEntry",
    "Observation",
    "ObservationComponent",
    "Organization",
    "Patient",
    "PatientIdentifier",
    "PlanAction",
    "ServiceRequest",
    "conditions",
    "pressures",
]
