"""Adoption, enrolment, decisions and targets: named, with reasons, undoable, and what they change in what is due."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.clinical import Condition, Observation
from db.models.patient import Patient
from icm_desktop.contracts.pathways import (
    AdoptPathway,
    DecideStep,
    DismissSuggestion,
    EnrolPatient,
    LeavePathway,
    SetTarget,
)
from icm_desktop.errors import Conflict, Invalid, NotAllowed
from icm_desktop.permissions import Role
from tests.support import make_practice

TODAY = dt.date(2026, 11, 22)
DIABETES = "type-2-diabetes"


@pytest.fixture
def practice(tmp_path):
    made = make_practice(tmp_path, today=TODAY)
    yield made
    made.database.close()


@pytest.fixture
def rosa(practice):
    """Runs use cases as a coordinator."""
    return lambda name, *args: practice.open(Role.COORDINATOR).run(name, *args)


@pytest.fixture
def patient(practice):
    with practice.open().write("test") as uow:
        person = Patient(record_number="000001", family="Lopez", birth_date="1961-03-01", sex="female")
        uow.session.add(person)
        uow.session.flush()
        coded = {"patient_id": person.id, "status": "active", "onset_when": "2019-03-01"}
        uow.session.add(Condition(code_system="http://hl7.org/fhir/sid/icd-10-cm", code="E11.9", **coded))
        result = {"patient_id": person.id, "status": "final", "value_unit": "%", "code_system": "http://loinc.org"}
        uow.session.add(Observation(code="4548-4", effective_when="2026-08-12", value_number=8.1, **result))
        uow.session.flush()
        return person.id


def adopt(practice, pathway=DIABETES, **more):
    admin = practice.open(Role.ADMINISTRATOR)
    row = next(one for one in admin.run("queries.pathways.shipped") if one.id == pathway)
    request = AdoptPathway(pathway, **({"digest": row.digest, "adopted_by": "Dr. Ana Ruiz"} | more))
    return admin.run("services.pathways.adopt", request)


def due(rosa, patient, activity="a1c", on=None):
    found = rosa("queries.pathways.of_patient", patient, on)
    return next((one for one in found.due if one.activity == activity), None)


def test_nobody_is_put_into_a_pathway_that_no_clinician_stands_for(practice, rosa, patient):
    with pytest.raises(Invalid, match=r"pathways\.not_adopted"):
        rosa("services.pathways.enrol", EnrolPatient(patient, DIABETES))
    with pytest.raises(NotAllowed):
        rosa("services.pathways.adopt", AdoptPathway(DIABETES, "x", "Rosa"))
    with pytest.raises(Conflict, match=r"pathways\.content_changed"):
        adopt(practice, digest="something else")
    with pytest.raises(Invalid, match=r"pathways\.adopter_missing"):
        adopt(practice, adopted_by=" ")


def test_a_suggestion_becomes_work_only_when_a_person_confirms_it(practice, rosa, patient):
    adopt(practice)
    found = rosa("queries.pathways.of_patient", patient)
    assert (found.due, [one.pathway.id for one in found.suggested]) == ((), [DIABETES])
    assert found.suggested[0].pathway.adopted_by == "Dr. Ana Ruiz"
    saved = rosa("services.pathways.enrol", EnrolPatient(patient, DIABETES, "E11.9 since 2019"))
    found = rosa("queries.pathways.of_patient", patient)
    assert found.suggested == () and found.enrolments[0].evidence == "E11.9 since 2019"
    assert (due(rosa, patient).due, due(rosa, patient).days_past) == (dt.date(2026, 11, 12), 10)
    with pytest.raises(Invalid, match=r"pathways\.already_in"):
        rosa("services.pathways.enrol", EnrolPatient(patient, DIABETES))
    rosa("services.history.undo", saved.changes.action_id)
    assert due(rosa, patient) is None


def test_a_problem_coded_in_snomed_is_recognised_and_told_by_its_name(practice, rosa, patient):
    coded = {"patient_id": patient, "status": "active", "code_system": "http://snomed.info/sct"}
    kidney = Condition(code="127013003", text="Disorder of kidney due to diabetes mellitus", **coded)
    with practice.open().write("test") as uow:
        uow.session.add_all([kidney, Condition(code="38341003", text="Hypertension", **coded)])
    found = {one.pathway.id: one.evidence[0] for one in rosa("queries.pathways.of_patient", patient).suggested}
    assert found["chronic-kidney-disease"].names == ("Disorder of kidney due to diabetes mellitus",)
    assert found["hypertension"].names == ("Hypertension",)
    assert found[DIABETES].codes == ("icd10:E119",)


def test_a_withdrawn_pathway_makes_no_work_and_undo_brings_it_back(practice, rosa, patient):
    adopt(practice)
    rosa("services.pathways.enrol", EnrolPatient(patient, DIABETES))
    admin = practice.open(Role.ADMINISTRATOR)
    saved = admin.run("services.pathways.withdraw", DIABETES)
    assert due(rosa, patient) is None
    admin.run("services.history.undo", saved.changes.action_id)
    assert due(rosa, patient) is not None


def test_a_new_result_closes_the_step_by_itself(practice, rosa, patient):
    adopt(practice)
    rosa("services.pathways.enrol", EnrolPatient(patient, DIABETES))
    assert due(rosa, patient).state == "due"
    with practice.open().write("test") as uow:
        uow.session.add(
            Observation(
                patient_id=patient, status="final", code="4548-4", code_system="http://loinc.org",
                effective_when="2026-11-20", value_number=6.9, value_unit="%",
            )
        )  # fmt: skip
    assert (due(rosa, patient).due, due(rosa, patient).state) == (dt.date(2027, 5, 20), "not_due")


def test_a_suggestion_turned_down_stays_away_until_it_is_opened_again(rosa, patient):
    with pytest.raises(Invalid, match=r"pathways\.reason_missing"):
        rosa("services.pathways.dismiss", DismissSuggestion(patient, DIABETES, ""))
    rosa("services.pathways.dismiss", DismissSuggestion(patient, DIABETES, "gestational, over"))
    found = rosa("queries.pathways.of_patient", patient)
    assert found.suggested == () and found.enrolments[0].reason == "gestational, over"
    row = found.enrolments[0]
    with pytest.raises(Conflict):
        rosa("services.pathways.leave", LeavePathway(row.id, row.version + 1, "again"))
    rosa("services.pathways.leave", LeavePathway(row.id, row.version, "diagnosed anew"))
    assert [one.pathway.id for one in rosa("queries.pathways.of_patient", patient).suggested] == [DIABETES]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"kind": "maybe"}, "bad_decision"),
        ({"kind": "declined"}, "reason_missing"),
        ({"kind": "deferred", "reason": "away"}, "until_missing"),
        ({"kind": "done", "made_on": dt.date(2026, 12, 1)}, "bad_day"),
        ({"kind": "declined", "reason": "no", "until_on": TODAY}, "bad_day"),
        ({"kind": "done", "activity": "juggling"}, "unknown_step"),
    ],
)
def test_a_decision_that_says_too_little_is_refused(rosa, patient, more, code):
    with pytest.raises(Invalid, match=rf"pathways\.{code}"):
        rosa("services.pathways.decide", DecideStep(patient, **({"activity": "eye-exam"} | more)))


def test_decisions_and_targets_change_what_is_due_with_their_reason(practice, rosa, patient):
    adopt(practice)
    rosa("services.pathways.enrol", EnrolPatient(patient, DIABETES))
    rosa("services.pathways.decide", DecideStep(patient, "eye-exam", "declined", "afraid of the drops"))
    assert due(rosa, patient, "eye-exam").decision.reason == "afraid of the drops"
    rosa("services.pathways.decide", DecideStep(patient, "foot-exam", "done", made_on=dt.date(2026, 11, 20)))
    assert due(rosa, patient, "foot-exam").due == dt.date(2027, 11, 20)
    with pytest.raises(Invalid, match=r"pathways\.unknown_target"):
        rosa("services.pathways.set_target", SetTarget(patient, "height", 8.5, "frail"))
    rosa("services.pathways.set_target", SetTarget(patient, "a1c", 8.5, "frail"))
    assert due(rosa, patient).due == dt.date(2027, 2, 12)
    assert rosa("queries.pathways.of_patient", patient, dt.date(2026, 11, 21)).due == ()  # entered a day later


def test_what_is_for_everyone_needs_only_the_adoption(practice, rosa, patient):
    assert due(rosa, patient, "tobacco") is None
    adopt(practice, "preventive-basics")
    assert due(rosa, patient, "tobacco").state == "due"
    with pytest.raises(Invalid, match=r"pathways\.for_everyone"):
        rosa("services.pathways.enrol", EnrolPatient(patient, "preventive-basics"))


def test_a_past_day_still_shows_the_pathway_a_patient_left_since(practice, rosa, patient):
    adopt(practice)
    saved = rosa("services.pathways.enrol", EnrolPatient(patient, DIABETES, entered_on=dt.date(2026, 10, 1)))
    before = due(rosa, patient, on=dt.date(2026, 11, 1))
    rosa("services.pathways.leave", LeavePathway(saved.id, 1, "moved away"))
    assert due(rosa, patient) is None
    assert due(rosa, patient, on=dt.date(2026, 11, 1)) == before and before is not None


def test_of_somebody_who_died_nothing_is_due_from_that_day_on(practice, rosa, patient):
    adopt(practice)
    rosa("services.pathways.enrol", EnrolPatient(patient, DIABETES, entered_on=dt.date(2026, 10, 1)))
    with practice.open().write("test") as uow:
        person = uow.session.get(Patient, patient)
        person.deceased, person.deceased_on = True, "2026-11-10"
    assert rosa("queries.pathways.of_patient", patient).preview == ()
    assert due(rosa, patient) is None
    assert due(rosa, patient, on=dt.date(2026, 11, 9)) is not None
