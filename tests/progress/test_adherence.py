"""What a patient says about each medicine, kept with its history; the last refill from every source."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.clinical import MedicationDispense, MedicationEntry
from icm_desktop.contracts.adherence import RecordAdherence
from icm_desktop.errors import Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Role
from tests.progress.conftest import TODAY


@pytest.fixture
def metformin(store, patient):
    return store(
        MedicationEntry(patient_id=patient, kind="entry", text="Metformin 500 mg", status="active", code="860975")
    )[0]


def say(practice, medicine, taking, on=TODAY, role=Role.COORDINATOR, **more):
    return practice.open(role).run("services.adherence.record", RecordAdherence(medicine, taking, on, **more))


def told(practice, patient):
    return practice.open().run("queries.adherence.adherence", patient)


def test_not_asked_is_not_the_same_as_not_known(practice, patient, metformin):
    (row,) = told(practice, patient).medicines
    assert (row.answers, row.refill) == ((), None)
    say(practice, metformin, "unknown")
    assert told(practice, patient).medicines[0].answers[0].taking == "unknown"


def test_the_newest_answer_comes_first_and_each_is_kept_and_undoable(practice, patient, metformin):
    say(practice, metformin, "as_directed", dt.date(2026, 9, 1))
    last = say(
        practice, metformin, "some_missed", missed_doses=4, missed_days=14, reason="cost", reason_text="Copay doubled"
    )
    (row,) = told(practice, patient).medicines
    assert [(one.taking, one.asked_by) for one in row.answers] == [
        ("some_missed", "Rosa Diaz"),
        ("as_directed", "Rosa Diaz"),
    ]
    newest = row.answers[0]
    assert (newest.missed_doses, newest.missed_days, newest.reason, newest.reason_text) == (
        4,
        14,
        "cost",
        "Copay doubled",
    )
    practice.open().run("services.history.undo", last.changes.action_id)
    assert [one.taking for one in told(practice, patient).medicines[0].answers] == ["as_directed"]


def test_answers_of_an_entry_of_the_same_name_that_ended_count_too(practice, store, patient, metformin):
    (old,) = store(MedicationEntry(patient_id=patient, kind="entry", text="METFORMIN 500 mg", status="stopped"))
    say(practice, old, "as_directed", dt.date(2026, 1, 1))
    (row,) = told(practice, patient).medicines
    assert row.medication_entry_id == metformin and len(row.answers) == 1


def test_the_last_refill_is_the_latest_of_pharmacy_and_patient(practice, store, patient, metformin):
    say(practice, metformin, "as_directed", last_refill_on=dt.date(2026, 9, 1))
    assert told(practice, patient).medicines[0].refill.dispensed is False

    def handed(when, status="completed", **more):
        return MedicationDispense(patient_id=patient, handed_over_when=when, status=status, **more)

    store(
        handed("2026-10-05", text="metformin 500 MG", days_supply=90.0),
        handed("2026-11-01", status="cancelled", text="Metformin 500 mg"),
        handed("2026-11-02", text="Lisinopril"),
        handed("2026-10-01T12:00:00Z", code="860975"),
        handed("2026", text="Metformin 500 mg"),
    )
    refill = told(practice, patient).medicines[0].refill
    assert (refill.on, refill.dispensed, refill.days_supply) == (dt.date(2026, 10, 5), True, 90.0)


@pytest.mark.parametrize(
    ("taking", "more", "code", "field"),
    [
        ("sometimes", {}, "adherence.bad_answer", "taking"),
        ("stopped", {"reason": "weather"}, "adherence.bad_reason", "reason"),
        ("stopped", {"reason_text": "x" * 501}, "adherence.too_long", "reason_text"),
        ("as_directed", {"last_refill_on": dt.date(2026, 12, 1)}, "adherence.later", "last_refill_on"),
        ("as_directed", {"on": dt.date(2026, 12, 1)}, "adherence.later", "asked_on"),
        ("some_missed", {"missed_doses": 0, "missed_days": 7}, "adherence.bad_doses", "missed_doses"),
        ("some_missed", {"missed_doses": 2, "missed_days": 99}, "adherence.bad_days", "missed_days"),
        ("some_missed", {"missed_doses": 2}, "adherence.days_missing", "missed_days"),
    ],
)
def test_a_wrong_answer_is_named(practice, metformin, taking, more, code, field):
    with pytest.raises(Invalid) as refused:
        say(practice, metformin, taking, **more)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_what_does_not_belong_to_the_answer_is_not_kept(practice, patient, metformin):
    say(practice, metformin, "as_directed", missed_doses=3, missed_days=7, reason="cost", reason_text="no")
    answer = told(practice, patient).medicines[0].answers[0]
    assert (answer.missed_doses, answer.missed_days, answer.reason, answer.reason_text) == (None, None, None, None)


def test_an_unknown_medicine_and_the_front_desk_are_turned_away(practice, patient, metformin):
    with pytest.raises(NotFound):
        say(practice, 999, "as_directed")
    with pytest.raises(NotAllowed):
        say(practice, metformin, "as_directed", role=Role.FRONT_DESK)
    with pytest.raises(NotAllowed):
        practice.open(Role.FRONT_DESK).run("queries.adherence.adherence", patient)


def test_in_short_what_nobody_recorded_is_never_taken_for_taken(practice, store, patient, metformin):
    def short():
        return practice.open().run("queries.adherence.overview", patient)

    empty = short()
    assert (empty.medicines, empty.known, empty.not_as_told, empty.supply_known) == (1, 0, (), 0)
    assert empty.visits.share is None
    say(practice, metformin, "unknown")
    assert short().known == 0  # asked, not known
    say(practice, metformin, "some_missed", missed_doses=4, missed_days=14, reason="cost")
    (other, needed) = store(
        MedicationEntry(patient_id=patient, kind="entry", text="Lisinopril", status="active"),
        MedicationEntry(patient_id=patient, kind="entry", text="Salbutamol", status="active", as_needed=True),
    )
    store(
        *(
            MedicationDispense(patient_id=patient, text=text, status="completed", handed_over_when=day, days_supply=30)
            for text, day in (
                ("Metformin 500 mg", "2026-10-20"),  # to 19 November, yesterday
                ("Lisinopril", "2026-10-21"),  # to today
                ("Salbutamol", "2026-01-01"),
            )
        )
    )
    found = short()
    assert (found.medicines, found.known) == (3, 1)
    assert [row.medication_entry_id for row in found.not_as_told] == [metformin]
    assert [row.medication_entry_id for row in found.late] == [metformin]
    assert found.supply_known == 2
    assert {other, needed}.isdisjoint(row.medication_entry_id for row in found.late)
    with pytest.raises(NotAllowed):
        practice.open(Role.FRONT_DESK).run("queries.adherence.overview", patient)
