"""The queues of the front desk: who stands in which one, and what moves them on."""

from __future__ import annotations

import datetime as dt

import pytest

from db import unit_of_work
from db.models.patient import Patient
from db.models.plan import ContactLog, PlanAction
from db.models.scheduling import Appointment
from icm_desktop.contracts.scheduling import SetAppointmentStatus
from icm_desktop.contracts.worklist import LogContact, WorkFilter
from icm_desktop.errors import Invalid
from tests.scheduling.conftest import local
from tests.support import NEW_YORK
from tests.today.conftest import TODAY

MONDAY = dt.date(2026, 11, 23)


def queue(desk, name, **more):
    return desk.run("queries.today.worklist", WorkFilter(everyone=True, queue=name, **more))


def rows(desk, name, **more):
    return [(row.head.family, row.section) for row in queue(desk, name, **more).rows]


def visit(desk, start, status="booked", patient=None, **more):
    at = local(start)
    made = {"patient_id": patient or desk.ana, "practitioner_id": desk.kim, "starts_at": at, "minutes": 30}
    return desk.add(Appointment(**made | {"ends_at": at + dt.timedelta(minutes=30), "status": status} | more))[0]


def log(desk, outcome, key, patient=None, now=None, **more):
    contact = LogContact(patient or desk.ana, "phone", outcome, None, key, **more)
    return desk.run("services.follow_up.log_contact", contact, now=now)


def since(desk, moment, *patient_ids):
    """Make these patients known to the practice since then."""
    actor = desk.open("administrator").actor
    with unit_of_work.write(desk.practice.database, actor, "test.since", now=desk.now, zone=NEW_YORK) as uow:
        for patient_id in patient_ids:
            uow.session.get_one(Patient, patient_id).created_at = moment


def counted(desk):
    return dict(desk.run("queries.queues.counts", WorkFilter(everyone=True)).counts)


def test_arrivals_show_who_is_here_since_when_who_is_late_and_who_is_to_come(desk):
    here = visit(desk, "2026-11-20T09:30")
    visit(desk, "2026-11-20T09:45", patient=desk.ben)
    visit(desk, "2026-11-20T15:00", patient=desk.add_patient())
    visit(desk, "2026-11-20T08:00", "fulfilled")
    visit(desk, "2026-11-20T08:00", outside=True)
    arrived = SetAppointmentStatus(here, 1, "arrived")
    desk.run("services.scheduling.set_status", arrived, now=local("2026-11-20T09:38"))
    assert rows(desk, "arrivals") == [("O'Brien", "here"), ("Ruiz", "overdue"), ("Third", "expected")]
    first = queue(desk, "arrivals").rows[0]
    assert (first.why, dict(first.why_params)) == ("today.why_arrived", {"arrived_at": "09:38"})
    assert dict(first.title_params)["minutes"] == "22"
    assert counted(desk)["arrivals"] == 2


def test_tomorrow_is_the_next_working_day_and_a_confirmed_visit_stays_in_sight(desk):
    first = visit(desk, "2026-11-23T09:00")
    visit(desk, "2026-11-23T10:00", patient=desk.ben)
    visit(desk, "2026-11-24T10:00", patient=desk.ben)
    assert rows(desk, "tomorrow") == [("O'Brien", "due_today"), ("Ruiz", "due_today")]
    log(desk, "reached", f"appointment:{first}:confirm")
    assert rows(desk, "tomorrow") == [("Ruiz", "due_today"), ("O'Brien", "done_today")]
    assert counted(desk)["tomorrow"] == 1


def test_a_recall_rests_after_a_try_comes_back_by_itself_and_goes_to_the_coordinator_after_the_third(desk):
    now, desk.now = desk.now, local("2026-11-02T09:00")
    (action,) = desk.add(
        PlanAction(
            patient_id=desk.ana, text="Blood pressure", status="not-started", due_on=dt.date(2026, 11, 2),
            appointment_type_id=desk.visit,
        )
    )  # fmt: skip
    key, desk.now = f"plan_action:{action}", now
    assert rows(desk, "follow_up") == [("O'Brien", "overdue")]
    for day, next_day in (("2026-11-10", "2026-11-13"), ("2026-11-13", "2026-11-17")):
        log(desk, "no_answer", key, now=local(f"{day}T10:00"))
        resting = queue(desk, "follow_up", on=dt.date.fromisoformat(day)).rows[0]
        assert (resting.section, resting.held_until) == ("waiting", dt.date.fromisoformat(next_day))
    assert rows(desk, "follow_up") == [("O'Brien", "overdue")]
    log(desk, "left_message", key)
    assert rows(desk, "follow_up") == [("O'Brien", "handed_on")]
    visit(desk, "2026-12-01T09:00", plan_action_id=action)
    assert rows(desk, "follow_up") == []


def test_cancelled_and_missed_visits_stay_unscheduled_until_there_is_a_new_date(desk):
    visit(desk, "2026-11-16T09:00", "noshow")
    visit(desk, "2026-11-18T09:00", "cancelled", patient=desk.ben, cancel_reason="Snow")
    assert rows(desk, "unscheduled") == [("O'Brien", "overdue"), ("Ruiz", "overdue")]
    assert dict(queue(desk, "unscheduled").rows[1].why_params)["reason"] == "Snow"
    visit(desk, "2026-12-01T09:00")
    assert rows(desk, "unscheduled") == [("Ruiz", "overdue")]
    visit(desk, "2026-12-01T10:00", patient=desk.ben)
    assert rows(desk, "unscheduled") == []


def test_gone_quiet_are_those_in_care_neither_reached_nor_seen_nor_booked(desk):
    cared_for = desk.practice.users["coordinator"]
    long_ago = local("2026-09-01T09:00")
    names = ("Quiet", "Called", "Booked", "New")
    quiet, called, booked, new = desk.add(
        *(Patient(record_number=f"8{name}", family=name, coordinator_id=cared_for) for name in names)
    )
    since(desk, local("2026-08-01T12:00"), quiet, called, booked)
    by = {"by_user_id": cared_for, "channel": "phone", "outcome": "reached"}
    desk.add(
        ContactLog(patient_id=called, at=local("2026-11-10T09:00"), **by),
        ContactLog(patient_id=quiet, at=long_ago, **by),
    )
    visit(desk, "2026-12-10T09:00", patient=booked)
    assert rows(desk, "quiet") == [("Quiet", "overdue")]
    (row,) = queue(desk, "quiet").rows
    assert dict(row.why_params) == {"heard_on": "2026-09-01"}
    assert (row.due, row.days_late) == (dt.date(2026, 9, 29), 52)
    log(desk, "reached", row.key, patient=quiet)
    assert rows(desk, "quiet") == []
    assert new


def test_a_queue_can_be_searched_and_an_unknown_one_is_refused(desk):
    visit(desk, "2026-11-23T09:00")
    visit(desk, "2026-11-23T10:00", patient=desk.ben)
    assert rows(desk, "tomorrow", search="rui") == [("Ruiz", "due_today")]
    assert rows(desk, "tomorrow", on=TODAY - dt.timedelta(days=1)) == []
    with pytest.raises(Invalid) as caught:
        queue(desk, "yesterday")
    assert caught.value.code == "today.unknown_queue"
