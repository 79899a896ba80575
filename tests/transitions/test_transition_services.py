"""Discharges typed by hand, their steps and outcomes: checked at the field, undoable, and what Today makes of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from db.models.clinical import Encounter
from db.models.patient import Patient
from db.models.reconciliation import MedicationReconciliation
from icm_desktop.contracts.records import FactRef, HistoryFilter, MarkMistaken
from icm_desktop.contracts.transitions import (
    CLOSED,
    CloseTransition,
    DescribeTransition,
    RecordDischarge,
    SignStep,
    TransitionFilter,
)
from icm_desktop.contracts.worklist import LogContact, WorkFilter
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Role
from tests.ui.clock import make_still_practice

TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def practice(tmp_path):
    made = make_still_practice(tmp_path)
    yield made
    made.database.close()


@pytest.fixture
def rosa(practice):
    """Runs use cases as a coordinator."""
    return lambda name, *args: practice.open(Role.COORDINATOR).run(name, *args)


@pytest.fixture
def ana(store):
    return store(Patient(record_number="000001", family="Lopez", given="Ana"))[0]


def discharge(rosa, ana, **more):
    request: dict[str, Any] = {
        "discharged_on": dt.date(2026, 11, 18),
        "destination": "home",
        "facility": "Lakeside",
    } | more
    return rosa("services.transitions.record_discharge", RecordDischarge(ana, **request))


def board(rosa, **more):
    return rosa("queries.transitions.board", TransitionFilter(**more))


def today_keys(rosa):
    rows = rosa("queries.today.worklist", WorkFilter(everyone=True)).rows
    return {row.key.rpartition(":")[2] for row in rows if row.kind == "transition" and row.section != "done_today"}


def test_a_typed_discharge_starts_the_clocks_on_the_board_and_on_today(rosa, ana):
    saved = discharge(rosa, ana, admitted_on=dt.date(2026, 11, 13), complexity="high", acute=True)
    (row,) = board(rosa)
    assert row == saved.row and (row.facility, row.imported, row.day) == ("Lakeside", False, 2)
    assert (row.clock("contact").due, row.clock("visit").due) == (TODAY, dt.date(2026, 11, 25))
    assert (row.lace.length, row.lace.acute, row.lace.total, row.lace.band) == (4, 3, 7, "moderate")
    assert today_keys(rosa) == {"contact", "visit"}
    rosa("services.history.undo", saved.changes.action_id)
    assert board(rosa) == () and today_keys(rosa) == set()


def test_what_is_not_told_is_said_to_be_missing(rosa, ana):
    score = discharge(rosa, ana).row.lace
    assert (score.missing, score.total, score.band) == (("length", "acute"), 0, "")


@pytest.mark.parametrize(
    ("wrong", "field", "code"),
    [
        ({"discharged_on": dt.date(2026, 11, 21)}, "discharged_on", "transitions.future"),
        ({"discharged_on": dt.date(2026, 9, 1)}, "discharged_on", "transitions.long_ago"),
        ({"admitted_on": dt.date(2026, 11, 19)}, "admitted_on", "transitions.admitted_after"),
        ({"admitted_on": dt.date(2024, 11, 1)}, "admitted_on", "transitions.long_stay"),
        ({"destination": "mars"}, "destination", "transitions.unknown_place"),
        ({"complexity": "enormous"}, "complexity", "transitions.unknown_complexity"),
        ({"facility": "x" * 300}, "facility", "registration.too_long"),
    ],
)
def test_a_wrong_value_is_told_at_its_field(rosa, ana, wrong, field, code):
    with pytest.raises(Invalid) as refused:
        discharge(rosa, ana, **wrong)
    assert (refused.value.field, refused.value.code) == (field, code)
    assert board(rosa) == ()


def test_one_discharge_is_typed_once_and_an_import_of_it_makes_no_second_row(rosa, ana, store):
    discharge(rosa, ana, complexity="moderate")
    with pytest.raises(Conflict):
        discharge(rosa, ana, discharged_on=dt.date(2026, 11, 19))
    store(
        Encounter(
            patient_id=ana,
            status="finished",
            class_code="IMP",
            starts_when="2026-11-13",
            ends_when="2026-11-18T20:00:00Z",
            discharge="Home",
        )
    )
    (row,) = board(rosa)
    assert row.complexity == "moderate"


def test_who_goes_to_a_facility_starts_no_transition(rosa, ana):
    assert discharge(rosa, ana, destination="skilled").row is None
    assert board(rosa) == () and today_keys(rosa) == set()


def test_reaching_the_patient_ends_the_contact_clock_and_a_letter_is_no_contact(rosa, ana):
    stay = discharge(rosa, ana).encounter_id
    rosa("services.follow_up.log_contact", LogContact(ana, "letter", "reached", key=None))
    assert board(rosa)[0].clock("contact").state != "done"
    rosa("services.follow_up.log_contact", LogContact(ana, "phone", "reached", key=f"encounter:{stay}:contact"))
    clock = board(rosa)[0].clock("contact")
    assert (clock.state, clock.done_on, clock.by, clock.attempts) == ("done", TODAY, "Rosa Diaz", 1)


def test_a_step_is_signed_with_who_and_when_and_taken_back(rosa, ana):
    stay = discharge(rosa, ana).encounter_id
    request = SignStep(stay, "medication_reconciliation", dt.date(2026, 11, 19), "Dr. Kim Lee")
    saved = rosa("services.transitions.sign_step", request)
    clock = saved.row.clock("medication_reconciliation")
    assert (clock.state, clock.done_on, clock.by) == ("done", dt.date(2026, 11, 19), "Dr. Kim Lee")
    for wrong, code in (
        (SignStep(stay, "red_flags", dt.date(2026, 11, 21)), "transitions.future"),
        (SignStep(stay, "red_flags", dt.date(2026, 11, 17)), "transitions.before_discharge"),
        (SignStep(stay, "dancing"), "transitions.unknown_step"),
    ):
        with pytest.raises(Invalid) as refused:
            rosa("services.transitions.sign_step", wrong)
        assert refused.value.code == code
    rosa("services.history.undo", saved.changes.action_id)
    assert board(rosa)[0].clock("medication_reconciliation").state == "due"


def test_closing_takes_the_rows_of_today_away_and_undo_brings_them_back(rosa, ana):
    stay = discharge(rosa, ana).encounter_id
    with pytest.raises(Invalid) as refused:
        rosa("services.transitions.close", CloseTransition(stay, 0, "declined"))
    assert refused.value.field == "reason"
    saved = rosa("services.transitions.close", CloseTransition(stay, 0, "died"))
    assert board(rosa) == () and today_keys(rosa) == set()
    (row,) = board(rosa, show=CLOSED)
    assert (row.outcome, row.closed_on, row.next) == ("died", TODAY, None)
    rosa("services.history.undo", saved.changes.action_id)
    assert len(board(rosa)) == 1 and today_keys(rosa) == {"contact", "visit"}


def test_a_closed_one_can_be_opened_again_and_a_stale_form_is_refused(rosa, ana):
    stay = discharge(rosa, ana, complexity="high").encounter_id
    (row,) = board(rosa)
    closed = rosa("services.transitions.close", CloseTransition(stay, row.version, "moved", "to her son's town")).row
    with pytest.raises(Conflict):
        rosa("services.transitions.describe", DescribeTransition(stay, row.version, "moderate"))
    opened = rosa("services.transitions.close", CloseTransition(stay, closed.version, "")).row
    assert (opened.outcome, opened.complexity) == (None, "high") and today_keys(rosa) == {"contact", "visit"}


def test_front_desk_neither_reads_nor_writes_transitions(practice, rosa, ana):
    discharge(rosa, ana)
    fred = practice.open(Role.FRONT_DESK)
    with pytest.raises(NotAllowed):
        fred.run("queries.transitions.board", TransitionFilter())
    with pytest.raises(NotAllowed):
        fred.run("services.transitions.record_discharge", RecordDischarge(ana, TODAY, "home"))
    with pytest.raises(NotFound):
        rosa("services.transitions.sign_step", SignStep(999, "summary"))


def test_a_step_signed_by_mistake_is_marked_with_its_reason_and_the_clock_runs_again(rosa, ana):
    stay = discharge(rosa, ana).encounter_id
    rosa("services.transitions.sign_step", SignStep(stay, "medication_reconciliation"))
    history = rosa("queries.record_history.of_patient", HistoryFilter(ana))
    told = next(row for row in history.rows if row.kind == "transition_step")
    detail = rosa("queries.records.fact", FactRef(told.kind, told.id))
    rosa("services.mistakes.mark", MarkMistaken(detail.ref, detail.version, "Another patient's list"))
    assert board(rosa)[0].clock("medication_reconciliation").state == "due"


def visit_on_today(rosa, stay):
    rows = rosa("queries.today.worklist", WorkFilter(everyone=True)).rows
    return next((row.due for row in rows if row.key == f"encounter:{stay}:visit" and row.section != "done_today"), None)


def test_today_keeps_the_limit_of_the_complexity_or_the_one_that_was_set_for_this_discharge(rosa, ana):
    stay = discharge(rosa, ana, discharged_on=dt.date(2026, 11, 6)).encounter_id
    assert visit_on_today(rosa, stay) == dt.date(2026, 11, 13)  # until somebody says how complex
    saved = rosa("services.transitions.describe", DescribeTransition(stay, 0, "moderate"))
    assert visit_on_today(rosa, stay) == TODAY == saved.row.clock("visit").due
    own = DescribeTransition(stay, saved.row.version, "moderate", None, 10, "Wound check asked for by the surgeon")
    row = rosa("services.transitions.describe", own).row
    assert row.clock("visit").due == visit_on_today(rosa, stay) == dt.date(2026, 11, 16)
    assert ("reason", "Wound check asked for by the surgeon") in row.clock("visit").why_params
    for days, reason, code in ((0, "x", "bad_limit"), (31, "x", "bad_limit"), (9, " ", "reason_missing")):
        with pytest.raises(Invalid, match=code):
            wrong = DescribeTransition(stay, row.version, visit_days=days, visit_reason=reason)
            rosa("services.transitions.describe", wrong)


def test_a_visit_elsewhere_counts_once_a_person_says_so(rosa, ana, store):
    stay = discharge(rosa, ana, discharged_on=dt.date(2026, 11, 6), complexity="high").encounter_id
    store(
        Encounter(patient_id=ana, status="finished", class_code="AMB", text="Office visit", organization="City Clinic",
                  starts_when="2026-11-12T15:00:00Z"),
        Encounter(patient_id=ana, status="cancelled", class_code="AMB", starts_when="2026-11-10T15:00:00Z"),
    )  # fmt: skip
    (row,) = board(rosa)
    assert row.clock("visit").state == "overdue" and visit_on_today(rosa, stay) == dt.date(2026, 11, 13)
    (offered,) = row.elsewhere
    assert (offered.day, offered.text) == (dt.date(2026, 11, 12), "Office visit · City Clinic")
    said = DescribeTransition(stay, row.version, "high", seen_elsewhere=offered.key)
    saved = rosa("services.transitions.describe", said)
    clock = saved.row.clock("visit")
    assert (clock.state, clock.done_on, clock.by) == ("done", dt.date(2026, 11, 12), "Office visit · City Clinic")
    assert visit_on_today(rosa, stay) is None
    rosa("services.history.undo", saved.changes.action_id)
    assert visit_on_today(rosa, stay) == dt.date(2026, 11, 13)
    with pytest.raises(Invalid, match="no_such_visit"):
        now = replace(said, expected_version=board(rosa)[0].version, seen_elsewhere="encounter:999")
        rosa("services.transitions.describe", now)


def test_a_signed_reconciliation_closes_the_clock_of_the_medicines(rosa, ana, store):
    discharge(rosa, ana, discharged_on=dt.date(2026, 11, 12), complexity="high")
    prepared = {"patient_id": ana, "lists": [], "content": [], "prepared_by": "Rosa Diaz", "prepared_on": TODAY}
    store(
        MedicationReconciliation(number=0, status="prepared", **prepared),
        MedicationReconciliation(number=1, status="signed", signed_by="Kim Lee", signed_on=dt.date(2026, 11, 1),
                                 **prepared),
    )  # fmt: skip
    assert board(rosa)[0].clock("medication_reconciliation").state == "overdue"
    store(MedicationReconciliation(number=2, status="signed", signed_by="Kim Lee", signed_on=TODAY, **prepared))
    clock = board(rosa)[0].clock("medication_reconciliation")
    assert (clock.state, clock.done_on, clock.by) == ("done_late", TODAY, "Kim Lee")
