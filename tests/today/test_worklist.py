"""Today: what is on the list, in which order, and what one does with a row."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.clinical import Encounter, Observation, QuestionnaireResponse
from db.models.patient import Patient
from db.models.plan import PlanAction, Task
from db.models.scheduling import Appointment, ReferralEvent, ServiceRequest
from icm_desktop.contracts.demographics_requests import RecordDeath
from icm_desktop.contracts.scheduling import BookAppointment
from icm_desktop.contracts.screening import AssessSafety
from icm_desktop.contracts.worklist import FinishWork, HoldWork, LogContact, WorkFilter
from icm_desktop.errors import Invalid, NotAllowed, NotFound, UserError
from icm_desktop.words import say
from tests.scheduling.conftest import local
from tests.today.conftest import TODAY

ALL = WorkFilter(everyone=True)


def day(offset: int) -> dt.date:
    return TODAY + dt.timedelta(days=offset)


def action(desk, due, **more):
    return PlanAction(
        **{"patient_id": desk.ana, "text": "Call about salt", "status": "not-started", "due_on": due} | more
    )


def work(desk, role="coordinator", asked=ALL):
    return desk.run("queries.today.worklist", asked, role=role)


def keys(desk, **more):
    return [row.key for row in work(desk, **more).rows]


def item9(desk, code="LA6569-3", when="2026-11-19T01:30:00Z"):
    item = {"link_id": "44260-8", "text": "Item 9", "code": code, "value": "Several days"}
    return QuestionnaireResponse(patient_id=desk.ana, status="completed", authored_when=when, items=[item])


def potassium(desk, value=5.6, when="2026-11-18T13:30:00Z", unit="mmol/L"):
    return Observation(
        patient_id=desk.ana, status="final", code="2823-3", effective_when=when, value_number=value, value_unit=unit
    )


def stay(desk, ends="2026-11-15T19:20:00Z", discharge="Discharged home"):
    return Encounter(patient_id=desk.ana, status="finished", class_code="IMP", ends_when=ends, discharge=discharge)


def missed(desk, start="2026-11-16T09:00", clinician=None):
    at = local(start)
    return Appointment(
        patient_id=desk.ana, practitioner_id=clinician or desk.kim, starts_at=at, minutes=30, status="noshow"
    )


def referral(desk, **more):
    return ServiceRequest(
        **{
            "patient_id": desk.ana,
            "is_referral": True,
            "status": "active",
            "text": "Nephrology",
            "to_text": "Northgate",
        }
        | {"urgency": "routine", "ordered_on": dt.date(2026, 10, 29)}
        | more
    )


def test_the_list_ranks_safety_transition_urgent_late_and_due(desk):
    (sent,) = desk.add(referral(desk))
    desk.add(
        action(desk, day(0), text="due today"),
        action(desk, day(-3), text="three late"),
        action(desk, day(-1), text="urgent", urgent=True),
        action(desk, day(1), text="tomorrow"),
        stay(desk),
        item9(desk),
        ReferralEvent(service_request_id=sent, patient_id=desk.ana, state="accepted", happened_on=dt.date(2026, 11, 3)),
    )
    found = work(desk)
    assert [(row.section, row.title_text or row.title) for row in found.rows] == [
        ("critical", "today.item9"),
        ("overdue", "today.discharge_contact"),
        ("overdue", "urgent"),
        ("overdue", "today.referral_schedule"),
        ("overdue", "three late"),
        ("due_today", "today.discharge_visit"),
        ("due_today", "due today"),
    ]
    assert dict(found.counts) == {"critical": 1, "overdue": 4, "due_today": 2}
    assert found.total == 7
    assert [row.days_late for row in found.rows] == [2, 3, 1, 7, 3, 0, 0]
    assert dict(found.rows[3].title_params) == {"to": "Northgate", "service": "Nephrology"}
    assert all(say(row.title, **dict(row.title_params)) for row in found.rows)
    assert all(say(row.why, **dict(row.why_params)) for row in found.rows)


def test_paging_gives_every_row_once_in_order(desk):
    desk.add(*(action(desk, day(-n), text=str(n)) for n in range(12)))
    everything = keys(desk)
    pages = [keys(desk, asked=WorkFilter(everyone=True, limit=5, offset=offset)) for offset in (0, 5, 10)]
    assert [key for page in pages for key in page] == everything
    assert work(desk, asked=WorkFilter(everyone=True, limit=5)).total == 12


def test_mine_means_mine_and_what_nobody_has(desk):
    rosa = desk.practice.users["coordinator"]
    kim = desk.practice.users["clinician"]
    desk.add(
        action(desk, day(0), text="rosa's", owner_kind="user", owner_name="Rosa Diaz", owner_user_id=rosa),
        action(desk, day(0), text="kim's", owner_kind="user", owner_name="Kim Lee", owner_user_id=kim),
        action(desk, day(0), text="patient's", owner_kind="patient", owner_name="Ana"),
        action(desk, day(0), text="nobody's"),
    )
    texts = {row.title_text for row in work(desk, asked=WorkFilter()).rows}
    assert texts == {"rosa's", "nobody's"}
    assert work(desk).total == 4


def test_front_desk_reads_no_clinical_word(desk):
    desk.add(action(desk, day(-1)), item9(desk), potassium(desk), stay(desk), missed(desk))
    found = work(desk, role="front_desk")
    assert {row.title for row in found.rows if row.section == "critical"} == {"today.neutral_critical"}
    shown = repr([(row.title, row.title_text, row.title_params, row.why, row.why_params) for row in found.rows])
    for word in ("salt", "item9", "potassium", "discharge", "5.6", "hospital"):
        assert word not in shown
    assert "today.missed_call_again" in shown
    assert {row.kind for row in found.rows} == {"task", "plan_action", "appointment"}
    kinds = WorkFilter(everyone=True, kinds=("screening", "result", "transition"))
    assert desk.run("queries.today.worklist", kinds, role="front_desk").rows == ()


def test_done_moves_a_row_to_done_today_and_undo_brings_it_back(desk):
    (plan,) = desk.add(action(desk, day(-1)))
    (row,) = work(desk).rows
    done = desk.run("services.follow_up.finish", FinishWork(row.key, row.version), role="coordinator")
    assert done.changes.kinds == {"worklist", "plan_action"}
    assert [(each.key, each.section) for each in work(desk).rows] == [(f"plan_action:{plan}", "done_today")]
    desk.run("services.history.undo", done.changes.action_id, role="coordinator")
    assert [(each.key, each.section) for each in work(desk).rows] == [(f"plan_action:{plan}", "overdue")]


def test_a_held_row_waits_and_comes_back_on_its_day(desk):
    plan, task = desk.add(
        action(desk, day(-1)), Task(patient_id=desk.ana, status="requested", text="Fax labs", due_on=day(-2))
    )
    desk.add(missed(desk))
    for row in work(desk).rows:
        desk.run("services.follow_up.hold", HoldWork(row.key, day(3), "waits for a ride"), role="coordinator")
    waiting = work(desk)
    assert dict(waiting.counts) == {"waiting": 3}
    assert {row.held_until for row in waiting.rows} == {day(3)}
    later = work(desk, asked=WorkFilter(everyone=True, on=day(3)))
    assert {f"plan_action:{plan}", f"task:{task}"} <= {row.key for row in later.rows if row.section == "overdue"}


@pytest.mark.parametrize(
    ("until", "code"), [(day(0), "today.hold_past"), (day(-1), "today.hold_past"), (day(400), "today.hold_too_far")]
)
def test_a_hold_needs_a_day_ahead(desk, until, code):
    (plan,) = desk.add(action(desk, day(0)))
    with pytest.raises(Invalid) as caught:
        desk.run("services.follow_up.hold", HoldWork(f"plan_action:{plan}", until), role="coordinator")
    assert (caught.value.code, caught.value.field) == (code, "until")


def test_item_nine_stays_until_a_clinician_assessed_it(desk):
    (answer,) = desk.add(item9(desk))
    (row,) = work(desk).rows
    assert (row.key, row.due, row.can_finish) == (f"screening:{answer}", dt.date(2026, 11, 18), False)
    with pytest.raises(NotAllowed):
        desk.run("services.follow_up.finish", FinishWork(row.key, row.version), role="coordinator")
    (row,) = work(desk, role="clinician").rows
    with pytest.raises(Invalid) as refused:
        desk.run("services.follow_up.finish", FinishWork(row.key, row.version), role="clinician")
    assert refused.value.code == "today.assess_first"
    found = AssessSafety(row.key, row.version, "low", (), "Passive thoughts, no plan.")
    desk.run("services.screening.assess_safety", found, role="clinician")
    assert [(each.section, each.title) for each in work(desk).rows] == [("done_today", "today.done_screening")]
    assert keys(desk, asked=WorkFilter(everyone=True, on=day(1))) == []


@pytest.mark.parametrize("when", [None, "2026-11"])
def test_item_nine_without_a_day_counts_from_when_it_came_in(desk, when):
    form, single = desk.add(
        item9(desk, when=when),
        Observation(patient_id=desk.ana, status="final", code="44260-8", effective_when=when, value_number=2),
    )
    rows = work(desk).rows
    assert {(row.key, row.section) for row in rows} == {
        (f"screening:{form}", "critical"),
        (f"result:{single}", "critical"),
    }
    assert {row.due for row in rows} == {day(0)}


def test_item_nine_answered_not_at_all_is_no_alert(desk):
    desk.add(item9(desk, code="LA6568-5"))
    assert keys(desk) == []


def test_item_nine_as_an_observation_counts_too(desk):
    (found,) = desk.add(
        Observation(patient_id=desk.ana, status="final", code="44260-8", effective_when="2026-11-18", value_number=2)
    )
    assert keys(desk) == [f"result:{found}"]


def test_high_potassium_shows_as_unconfirmed_until_a_later_value(desk):
    desk.add(potassium(desk), potassium(desk, 5.4, "2026-11-17"), potassium(desk, 9.9, "2026-11-17", "mg/dL"))
    (row,) = work(desk).rows
    assert (row.title, dict(row.title_params)["value"]) == ("today.potassium", "5.6 mmol/L")
    assert row.why == "today.why_critical_unconfirmed"
    desk.add(potassium(desk, 4.9, "2026-11-20"))
    assert keys(desk) == []


def test_a_missed_visit_is_called_until_a_new_date_with_the_same_person(desk):
    (visit,) = desk.add(missed(desk))
    (row,) = work(desk).rows
    assert (row.title, row.due, row.days_late) == ("today.missed_call_again", dt.date(2026, 11, 18), 2)
    desk.run("services.scheduling.book", BookAppointment(desk.ana, desk.cole, local("2026-11-24T10:00"), 30))
    assert keys(desk) == [f"appointment:{visit}:missed"]
    desk.run("services.scheduling.book", BookAppointment(desk.ana, desk.kim, local("2026-11-24T11:00"), 30))
    assert keys(desk) == []


def test_two_tries_make_the_letter_due(desk):
    (visit,) = desk.add(missed(desk, "2026-11-20T09:00"))
    key = f"appointment:{visit}:missed"
    (row,) = work(desk).rows
    assert (row.title, row.section) == ("today.missed_call", "due_today")
    request = LogContact(desk.ana, "phone", "no_answer", key=key)
    desk.run("services.follow_up.log_contact", request)
    assert keys(desk) == []
    (row,) = work(desk, asked=WorkFilter(everyone=True, on=day(4))).rows
    assert (row.title, row.due, row.tries, row.last_outcome) == (
        "today.missed_call_again",
        dt.date(2026, 11, 24),
        1,
        "no_answer",
    )
    desk.run("services.follow_up.log_contact", request)
    (row,) = work(desk, asked=WorkFilter(everyone=True, on=day(7))).rows
    assert row.title == "today.missed_letter"


def test_reaching_the_patient_finishes_the_call_after_a_stay(desk):
    (encounter,) = desk.add(stay(desk))
    first, second = work(desk).rows
    assert (first.key, first.due) == (f"encounter:{encounter}:contact", dt.date(2026, 11, 17))
    assert (second.key, second.due, second.section) == (f"encounter:{encounter}:visit", day(2), "due_today")
    request = LogContact(desk.ana, "phone", "reached", "doing well", key=first.key)
    done = desk.run("services.follow_up.log_contact", request, role="coordinator")
    assert "contact" in done.changes.kinds
    assert [(row.key, row.section) for row in work(desk).rows] == [
        (second.key, "due_today"),
        (first.key, "done_today"),
    ]
    desk.run("services.scheduling.book", BookAppointment(desk.ana, desk.kim, local("2026-11-20T11:00"), 30))
    assert second.key not in keys(desk)


def test_a_stay_that_goes_on_elsewhere_asks_for_no_call(desk):
    desk.add(stay(desk, discharge="Skilled nursing facility"))
    assert keys(desk) == []


def test_a_referral_row_is_moved_on_not_ticked_off(desk):
    (sent,) = desk.add(referral(desk))
    (row,) = work(desk).rows
    assert not row.can_finish
    with pytest.raises(Invalid) as caught:
        desk.run("services.follow_up.finish", FinishWork(row.key, row.version), role="coordinator")
    assert caught.value.code == "today.referral_moves_on"
    desk.run("services.follow_up.hold", HoldWork(row.key, day(2)), role="front_desk")
    assert [each.section for each in work(desk).rows] == ["waiting"]
    assert row.key.startswith(f"referral:{sent}:")


def test_who_died_is_on_no_list(desk):
    (gone,) = desk.add(Patient(record_number="000009", family="Gone", deceased=True))
    desk.add(action(desk, day(-1), patient_id=gone), referral(desk, patient_id=gone))
    assert keys(desk) == []


def test_kinds_search_and_language_narrow_the_list(desk):
    desk.add(action(desk, day(-1)), action(desk, day(-1), patient_id=desk.ben, text="Ben's"), missed(desk))
    assert len(keys(desk, asked=WorkFilter(everyone=True, kinds=("appointment",)))) == 1
    found = work(desk, asked=WorkFilter(everyone=True, search="rui b"))
    assert [row.title_text for row in found.rows] == ["Ben's"]
    assert (found.total, dict(found.counts)) == (1, {"overdue": 1})
    assert keys(desk, asked=WorkFilter(everyone=True, language="es")) == []


def test_an_empty_list_names_the_next_item(desk):
    desk.add(action(desk, day(5), text="later"), action(desk, day(3), text="next"))
    found = work(desk)
    assert (found.rows, found.total) == ((), 0)
    assert found.next_row is not None
    assert (found.next_row.title_text, found.next_row.due) == ("next", day(3))


def test_a_past_day_shows_what_was_open_at_its_end(desk):
    desk.now = dt.datetime(2026, 11, 9, 15, 0, tzinfo=dt.UTC)
    finished, sent = desk.add(
        action(desk, day(-9), status="completed", done_on=day(-2)),
        referral(desk, status="completed", closed_on=day(-1)),
    )
    for state, on in (("sent", dt.date(2026, 10, 30)), ("closed", day(-1))):
        desk.add(ReferralEvent(service_request_id=sent, patient_id=desk.ana, state=state, happened_on=on))
    desk.now = dt.datetime(2026, 11, 20, 15, 0, tzinfo=dt.UTC)
    (typed,) = desk.add(action(desk, day(-9), text="typed today"))
    replayed = keys(desk, asked=WorkFilter(everyone=True, on=day(-3)))
    assert replayed == [f"referral:{sent}:acknowledge", f"plan_action:{finished}"]
    assert keys(desk) == [f"plan_action:{typed}"]


def test_the_detail_says_how_to_reach_the_patient(desk):
    request = LogContact(desk.ana, "phone", "left_message", "name and number only", next_try_on=day(2))
    desk.run("services.follow_up.log_contact", request)
    visit = BookAppointment(desk.ana, desk.kim, local("2026-11-24T11:00"), 30)
    desk.run("services.scheduling.book", visit)
    detail = desk.run("queries.today.work_detail", desk.ana)
    assert [(row.by, row.outcome, row.note) for row in detail.contacts] == [
        ("Fred Desk", "left_message", "name and number only")
    ]
    assert (detail.next_visit, detail.next_visit_with) == (local("2026-11-24T11:00"), "Dr Kim")
    seen = desk.run("queries.today.work_detail", desk.ana, role="coordinator").contacts
    assert seen[0].note == "name and number only"
    with pytest.raises(NotFound):
        desk.run("queries.today.work_detail", 999)


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (LogContact(999, "phone", "reached"), "patients.unknown"),
        (LogContact(1, "pigeon", "reached"), "today.bad_channel"),
        (LogContact(1, "phone", "perhaps"), "today.bad_outcome"),
        (LogContact(1, "phone", "reached", "x" * 4001), "registration.too_long"),
        (LogContact(1, "phone", "reached", key="plan_action:999"), "today.unknown_item"),
        (LogContact(1, "phone", "reached", key="nonsense"), "today.unknown_item"),
        (LogContact(1, "phone", "no_answer", next_try_on=day(0)), "today.hold_past"),
    ],
)
def test_a_bad_contact_is_refused_and_not_logged(desk, request_, code):
    with pytest.raises(UserError) as caught:
        desk.run("services.follow_up.log_contact", request_)
    assert caught.value.code == code
    assert desk.run("queries.today.work_detail", desk.ana).contacts == ()


@pytest.mark.parametrize("role", ["front_desk", "coordinator"])
def test_logging_a_try_does_not_put_off_what_the_role_may_not_put_off(desk, role):
    desk.add(potassium(desk))
    (row,) = work(desk).rows
    with pytest.raises(NotAllowed):
        desk.run("services.follow_up.hold", HoldWork(row.key, day(300)), role=role)
    tried = LogContact(desk.ana, "phone", "no_answer", key=row.key, next_try_on=day(300))
    desk.run("services.follow_up.log_contact", tried, role=role)
    assert [(each.section, each.tries) for each in work(desk).rows] == [("critical", 1)]


@pytest.mark.parametrize("days", [364, 366, 800])
def test_item_nine_never_grows_too_old_for_today(desk, days):
    form, single = desk.add(
        item9(desk),
        Observation(patient_id=desk.ana, status="final", code="44260-8", effective_when="2026-11-18", value_number=2),
    )
    desk.now += dt.timedelta(days=days)
    assert {row.key for row in work(desk).rows if row.section == "critical"} == {
        f"screening:{form}",
        f"result:{single}",
    }


def test_an_answer_that_was_history_when_it_came_in_is_no_call_for_today(desk):
    old = "2025-09-30"
    desk.add(
        item9(desk, when=old),
        Observation(patient_id=desk.ana, status="final", code="44260-8", effective_when=old, value_number=2),
    )
    assert keys(desk) == []


def test_item_nine_of_a_patient_who_died_is_closed_by_a_clinician(desk):
    (form,) = desk.add(item9(desk))
    desk.run("services.deaths.record", RecordDeath(desk.ana, 1, "2026-11-19", None, ()), role="coordinator")
    (row,) = work(desk, role="clinician").rows
    assert (row.key, row.section, row.why) == (f"screening:{form}", "critical", "today.why_critical_died")
    found = AssessSafety(row.key, row.version, "not_possible", (), "Died at home; the family was called.")
    desk.run("services.screening.assess_safety", found, role="clinician")
    assert [each.section for each in work(desk).rows] == ["done_today"]


def test_one_assessment_ends_the_earlier_answers_of_the_patient_too(desk):
    earlier, newest, later = desk.add(
        item9(desk, when="2026-10-01"), item9(desk, when="2026-11-10"), item9(desk, when="2026-11-15")
    )
    rows = {row.key: row for row in work(desk, role="clinician").rows}
    found = AssessSafety(f"screening:{newest}", 1, "low", (), "Passive thoughts, no plan.")
    assert rows.keys() == {f"screening:{each}" for each in (earlier, newest, later)}
    desk.run("services.screening.assess_safety", found, role="clinician")
    assert [row.key for row in work(desk).rows if row.section == "critical"] == [f"screening:{later}"]
