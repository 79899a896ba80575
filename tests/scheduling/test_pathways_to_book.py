"""Steps of pathways that take a visit need booking until one is to come, and again when that is cancelled."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.clinical import Condition
from icm_desktop.contracts.pathways import AdoptPathway, EnrolPatient
from icm_desktop.contracts.scheduling import BookAppointment, SaveAppointmentType, SetAppointmentStatus
from icm_desktop.contracts.worklist import CallFor, HoldWork
from tests.scheduling.conftest import local


@pytest.fixture
def enrolled(desk):
    """Ana has had diabetes for years and is in its pathway since the spring."""
    desk.add(Condition(patient_id=desk.ana, status="active", code="E11.9", onset_when="2019",
                       code_system="http://hl7.org/fhir/sid/icd-10-cm"))  # fmt: skip
    (shipped,) = (
        one for one in desk.run("queries.pathways.shipped", role="administrator") if one.id == "type-2-diabetes"
    )
    adopted = AdoptPathway("type-2-diabetes", shipped.digest, "Dr. Ana Ruiz")
    desk.run("services.pathways.adopt", adopted, role="administrator")
    enrol = EnrolPatient(desk.ana, "type-2-diabetes", entered_on=dt.date(2026, 4, 1))
    desk.run("services.pathways.enrol", enrol, role="administrator")
    desk.practice.on(dt.date(2026, 11, 2)).open("administrator").run("services.pathway_work.reckon")
    return desk


def due(desk, role="coordinator"):
    return [row for row in desk.run("queries.needs_booking.needs_booking", role=role).rows if row.kind == "pathway"]


def test_one_row_says_for_which_steps_and_which_pathway_asks(enrolled):
    (row,) = due(enrolled)
    assert (row.head.id, row.pathway, row.pathway_es) == (enrolled.ana, "Type 2 diabetes", "Diabetes tipo 2")
    assert "Foot examination" in row.what and "Examen de los pies" in row.what_es
    assert (row.type_id, row.type_name, row.minutes) == (None, None, None)  # no kind of visit has these words yet
    assert row.days_late > 0 and not row.elsewhere
    (told,) = due(enrolled, "front_desk")
    assert (told.what, told.what_es, told.pathway, told.pathway_es) == ("", "", "", "")


def test_it_carries_the_kind_of_visit_it_needs_for_the_front_desk_too(enrolled):
    kind = SaveAppointmentType(None, "Diabetes visit", 40, phrase="visit.follow_up")
    made = enrolled.run("services.clinic_setup.save_appointment_type", kind, role="administrator")
    for role in ("coordinator", "front_desk"):
        (row,) = due(enrolled, role)
        assert (row.type_id, row.type_name, row.minutes) == (made.id, "Diabetes visit", 40)


def test_a_call_names_the_steps_that_are_due_to_who_may_read_them(enrolled):
    card = enrolled.run("queries.calling.call_card", CallFor(enrolled.ana, None), role="coordinator")
    assert ("Foot examination", "Examen de los pies") in card.steps
    assert enrolled.run("queries.calling.call_card", CallFor(enrolled.ana, None), role="front_desk").steps == ()


def test_it_waits_until_a_visit_is_booked_and_comes_back_when_that_is_cancelled(enrolled):
    request = BookAppointment(enrolled.ana, enrolled.kim, local("2026-11-05T09:00"), 30, enrolled.visit)
    visit = enrolled.run("services.scheduling.book", request).appointment
    assert due(enrolled) == []
    cancel = SetAppointmentStatus(visit.id, visit.version, "cancelled", "Ill")
    enrolled.run("services.scheduling.set_status", cancel)
    assert len(due(enrolled)) == 1


def test_a_step_that_is_put_off_leaves_the_others(enrolled):
    (before,) = due(enrolled)
    enrolled.run("services.follow_up.hold", HoldWork(before.key, dt.date(2026, 12, 1), "Away"), role="clinician")
    enrolled.practice.on(dt.date(2026, 11, 2)).open("administrator").run("services.pathway_work.reckon")
    assert before.key not in [row.key for row in due(enrolled)]
