"""Enrolment with consent, minutes captured and typed, and what the end of a month says."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.collaborative import CaseRecommendation
from db.models.patient import Patient
from db.models.plan import Goal
from icm_desktop.contracts.conferences import Attendee, SaveCase, SaveConference
from icm_desktop.contracts.programs import (
    AddTime,
    AskMonth,
    CaptureTime,
    ChangeEnrolment,
    ChangeTime,
    EnrolInProgram,
)
from icm_desktop.errors import Conflict, Invalid, NotAllowed
from icm_desktop.permissions import Role
from tests.ui.clock import Clock, make_still_practice
from tests.ui.clock import local as at

TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def practice(tmp_path):
    made = make_still_practice(tmp_path, Clock(at("2026-11-20 20:00")))
    yield made
    made.database.close()


@pytest.fixture
def rosa(practice):
    """Runs use cases as a coordinator."""
    return lambda name, *args: practice.open(Role.COORDINATOR).run(name, *args)


@pytest.fixture
def ana(store):
    return store(Patient(record_number="000001", family="Lopez", given="Ana"))[0]


@pytest.fixture
def ben(store):
    return store(Patient(record_number="000002", family="Ruiz", given="Ben"))[0]


def enrol(rosa, who, program="ccm", **more):
    consent = {"consent_by": "Patient", "consent_how": "verbal"}
    return rosa("services.programs.enrol", EnrolInProgram(who, program, **(consent | more)))


def minutes(rosa, who, program="ccm"):
    found = rosa("queries.programs.of_patient", who)
    return next(one.month.minutes for one in found.programs if one.program.id == program)


def row_of(rosa, who, program="ccm"):
    return next(one for one in rosa("queries.programs.of_patient", who).programs if one.program.id == program)


def test_a_patient_is_enrolled_once_with_who_consented_how_and_who_asked(rosa, ana):
    saved = enrol(rosa, ana)
    row = row_of(rosa, ana)
    assert (row.status, row.consent_by, row.consent_how, row.consent_taken_by, row.consent_on) == (
        "active", "Patient", "verbal", "Rosa Diaz", TODAY,
    )  # fmt: skip
    with pytest.raises(Invalid) as refused:
        enrol(rosa, ana)
    assert refused.value.code == "programs.already_in"
    rosa("services.history.undo", saved.changes.action_id)
    assert row_of(rosa, ana).enrolment_id is None


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"program": "magic"}, "program"),
        ({"consent_how": "telepathic"}, "consent_how"),
        ({"consent_how": ""}, "consent_how"),
        ({"consent_by": ""}, "consent_by"),
        ({"consent_on": dt.date(2026, 11, 21)}, "consent_on"),
        ({"enrolled_on": dt.date(2026, 11, 21)}, "enrolled_on"),
        ({"enrolled_on": dt.date.min}, "enrolled_on"),
        ({"declined": True}, "reason"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(rosa, ana, wrong, field):
    with pytest.raises(Invalid) as refused:
        enrol(rosa, ana, **wrong)
    assert refused.value.field == field


def test_a_status_has_its_reason_and_a_declined_patient_may_come_later(rosa, ana):
    enrol(rosa, ana, declined=True, reason="Wants no extra cost", consent_by="", consent_how="")
    row = row_of(rosa, ana)
    assert (row.status, row.month) == ("declined", None)
    enrol(rosa, ana)
    row = row_of(rosa, ana)
    with pytest.raises(Invalid):
        rosa("services.programs.change", ChangeEnrolment(row.enrolment_id, row.version, "ended"))
    rosa("services.programs.change", ChangeEnrolment(row.enrolment_id, row.version, "ended", "Moved away"))
    assert (row_of(rosa, ana).status, row_of(rosa, ana).ended_on) == ("ended", TODAY)
    with pytest.raises(Conflict):
        rosa("services.programs.change", ChangeEnrolment(row.enrolment_id, row.version, "active"))


def test_time_is_kept_only_for_patients_in_a_program_and_never_twice(rosa, ana, ben):
    chart = CaptureTime(ana, at("2026-11-20 09:00"), at("2026-11-20 09:12"))
    assert rosa("services.time_log.capture", chart).entries == 0
    enrol(rosa, ana)
    enrol(rosa, ben)
    rosa("services.time_log.capture", chart)
    call = CaptureTime(ben, at("2026-11-20 09:05"), at("2026-11-20 09:20"), "call")
    rosa("services.time_log.capture", call)
    assert (minutes(rosa, ana), minutes(rosa, ben)) == (12, 8)
    assert rosa("services.time_log.capture", call).entries == 0
    short = CaptureTime(ana, at("2026-11-20 10:00"), at("2026-11-20 10:00") + dt.timedelta(seconds=15))
    assert rosa("services.time_log.capture", short).entries == 0


def test_time_past_midnight_is_two_entries_in_two_months(rosa, ana):
    enrol(rosa, ana, enrolled_on=dt.date(2026, 10, 1))
    rosa("services.time_log.capture", CaptureTime(ana, at("2026-10-31 23:50"), at("2026-11-01 00:15")))
    assert minutes(rosa, ana) == 15
    (october,) = rosa("queries.programs.month_end", AskMonth(2026, 10))
    assert october.standing.minutes == 10


def test_typed_time_needs_a_reason_and_may_not_overlap(rosa, ana):
    enrol(rosa, ana)
    rosa("services.time_log.add", AddTime(ana, at("2026-11-19 10:00"), 15, "call", "From my own telephone"))
    for wrong, code in (
        (AddTime(ana, at("2026-11-19 10:05"), 5, "call", "again"), "time.overlaps"),
        (AddTime(ana, at("2026-11-19 12:00"), 5, "call", ""), "time.reason_missing"),
        (AddTime(ana, at("2026-11-19 12:00"), 0, "call", "x"), "time.bad_minutes"),
        (AddTime(ana, at("2026-11-19 12:00"), 900, "call", "x"), "time.too_long"),
        (AddTime(ana, at("2026-11-20 20:10"), 5, "call", "x"), "time.future"),
        (AddTime(ana, dt.datetime.max.replace(tzinfo=dt.UTC), 5, "call", "x"), "time.future"),
        (AddTime(ana, dt.datetime.min.replace(tzinfo=dt.UTC), 5, "call", "x"), "time.bad_stretch"),
        (AddTime(ana, at("2026-11-19 12:00"), 5, "dance", "x"), "time.bad_activity"),
        (AddTime(ana, at("2026-11-19 12:00"), 5, "call", "x", "cocm"), "time.other_program"),
    ):
        with pytest.raises(Invalid) as refused:
            rosa("services.time_log.add", wrong)
        assert refused.value.code == code
    assert minutes(rosa, ana) == 15


def test_an_entry_is_corrected_by_its_person_with_a_reason_and_undone(practice, rosa, ana):
    enrol(rosa, ana)
    rosa("services.time_log.add", AddTime(ana, at("2026-11-19 10:00"), 15, "call", "Own telephone"))
    (entry,) = rosa("queries.programs.of_patient", ana).time
    fix = ChangeTime(entry.id, entry.version, entry.starts_at, 20, "call", "It took longer")
    with pytest.raises(NotAllowed):
        practice.open(Role.CLINICIAN).run("services.time_log.change", fix)
    saved = rosa("services.time_log.change", fix)
    assert minutes(rosa, ana) == 20
    rosa("services.history.undo", saved.changes.action_id)
    (entry,) = rosa("queries.programs.of_patient", ana).time
    assert minutes(rosa, ana) == 15
    gone = ChangeTime(entry.id, entry.version, entry.starts_at, 0, "call", "Another patient's call")
    rosa("services.time_log.change", gone)
    assert minutes(rosa, ana) == 0


def test_the_time_of_front_desk_and_administrators_does_not_count(practice, rosa, ana):
    enrol(rosa, ana)
    ada = practice.open(Role.ADMINISTRATOR)
    ada.run("services.time_log.add", AddTime(ana, at("2026-11-19 10:00"), 30, "task", "Filing"))
    assert minutes(rosa, ana) == 0
    kim = practice.open(Role.CLINICIAN)
    kim.run("services.time_log.add", AddTime(ana, at("2026-11-19 10:00"), 9, "task", "Plan"))
    assert minutes(rosa, ana) == 9


def test_the_end_of_the_month_says_who_meets_what_and_what_is_missing(rosa, ana, ben, store):
    saved = enrol(rosa, ana)
    enrol(rosa, ben, "apcm")
    rosa("services.time_log.add", AddTime(ana, at("2026-11-19 10:00"), 41, "task", "Plan"))
    rows = {(row.head.id, row.standing.program.id): row.standing for row in month_end(rosa)}
    ccm = rows[ana, "ccm"]
    assert (ccm.state, ccm.codes, ccm.to_next) == ("incomplete", ("99490", "99439"), 19)
    assert [gate.id for gate in ccm.missing] == ["two_conditions", "care_plan", "plan_copy"]
    store(Goal(patient_id=ana, status="active", text="Walk"))
    rosa("services.programs.change", ChangeEnrolment(saved.id, 1, "active", said=("two_conditions",)))
    (ccm,) = [row.standing for row in month_end(rosa) if row.head.id == ana]
    assert [gate.id for gate in ccm.missing] == ["plan_copy"]
    rosa("services.programs.enrol", EnrolInProgram(ana, "apcm"))
    (ccm,) = [row.standing for row in month_end(rosa, "ccm")]
    assert [rule.other("ccm") for rule in ccm.clashes] == ["apcm"]
    assert {row.head.id for row in month_end(rosa, "apcm")} == {ana, ben}


def test_the_weekly_review_of_cases_is_counted_from_case_reviews_and_meetings(rosa, ana, ben, store):
    enrol(rosa, ana, "cocm", enrolled_on=dt.date(2026, 11, 1))
    enrol(rosa, ben, "cocm")  # three weeks of the month are left

    def lacking(who):
        (found,) = [row.standing for row in month_end(rosa, "cocm") if row.head.id == who]
        return "weekly_review" in {gate.id for gate in found.missing}

    def reviewed(*days):
        store(*(CaseRecommendation(
            patient_id=ana, kind="medicine", text="Sertraline", to_role="clinician", given_by="Dr. Vega", status="open",
            given_on=dt.date(2026, 11, day)) for day in days))  # fmt: skip

    reviewed(1, 3, 4, 10)
    assert lacking(ana)  # three weeks
    meeting = SaveConference("Cases", dt.date(2026, 11, 18), None, "phone", None, None, (Attendee("Dr. Vega"),))
    number = rosa("services.conferences.save", meeting).conference_id
    assert lacking(ana)  # which spoke about nobody
    rosa("services.conferences.save_case", SaveCase(number, ben, "PHQ-9 of 14", None, None))
    assert not lacking(ana) and lacking(ben)
    reviewed(20, 24, 30)
    assert not lacking(ben)


def test_minutes_of_a_patient_in_two_programs_wait_until_somebody_gives_them_to_one(rosa, ana):
    enrol(rosa, ana)
    enrol(rosa, ana, "bhi")
    rosa("services.time_log.capture", CaptureTime(ana, at("2026-11-20 09:00"), at("2026-11-20 09:25")))
    found = rosa("queries.programs.of_patient", ana)
    assert (found.unassigned, minutes(rosa, ana)) == (25, 0)
    (entry,) = found.time
    rosa(
        "services.time_log.change",
        ChangeTime(entry.id, entry.version, entry.starts_at, 25, "chart", "Blood pressure", "ccm"),
    )
    found = rosa("queries.programs.of_patient", ana)
    assert (found.unassigned, minutes(rosa, ana), minutes(rosa, ana, "bhi")) == (0, 25, 0)


def month_end(rosa, program=""):
    return rosa("queries.programs.month_end", AskMonth(2026, 11, program))
