"""Reconciling lists: matched by ingredient, decided one by one, signed at once, asked ones stay open until settled."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.models.clinical import AllergyIntolerance, Encounter, MedicationEntry
from db.models.patient import Patient
from icm_desktop.contracts.conflicts import KEEP_OPEN, ConflictAnswer, ProposedChange, ProposedMedicine
from icm_desktop.contracts.questions import AnswerQuestion
from icm_desktop.contracts.reconciliation import (
    CompareLists,
    Decided,
    PrepareReconciliation,
    SettleMedicine,
    SignReconciliation,
    TypedList,
)
from icm_desktop.contracts.worklist import FinishWork, WorkFilter
from icm_desktop.domain import reconciliation as rules
from icm_desktop.domain.conflicts.identity import subject_of
from icm_desktop.domain.reconciliation import Listed, MedicineList, acts, matched
from icm_desktop.errors import Conflict, Invalid, NotAllowed
from tests.conftest import GOLDEN_DAY as TODAY
from tests.support import make_practice

DISCHARGE = """- Furosemide 40 mg tablet, take 2 tablets every morning
Lisinopril 20 mg once a day
Warfarin 5 mg at bedtime

Té de la abuela
"""
OFFERED, COMPARED = "queries.reconciling.offered", "queries.reconciling.compared"
SIGN, SIGNED = "services.reconciliation.sign", "queries.reconciliations.signed"
SOON = TODAY + dt.timedelta(days=2)


@pytest.fixture
def practice(tmp_path):
    return make_practice(tmp_path, today=TODAY)


@pytest.fixture
def maria(store):
    patient = store(Patient(record_number="000001", family="Lopez", given="Maria"))[0]
    whose = {"patient_id": patient, "kind": "request", "status": "active", "recorded_when": "2026-10-01"}
    daily = {"dose_value": 1.0, "dose_unit": "tablet", "times_per_day": 1.0}
    store(
        MedicationEntry(**whose, **daily, text="furosemide 40 mg tablet", author="Dr. Adeyemi"),
        MedicationEntry(**whose, **daily, text="lisinopril 20 mg tablet", author="Dr. Adeyemi"),
        MedicationEntry(**whose, text="Aleve", patient_reported=True, author="Ana"),
        MedicationEntry(**whose, **daily, text="lisinopril 20 mg tablet", author="Dr. Petrov", organization="Heart"),
    )
    store(Encounter(patient_id=patient, class_code="IMP", status="finished", starts_when="2026-11-14",
                    ends_when="2026-11-18", discharge="Home", organization="Lakeside"))  # fmt: skip
    return patient


def asked(patient, *keys):
    return CompareLists(patient, keys or ("here", "place:heart", "patient"), (
        TypedList("discharge", "Lakeside", "2026-11-18", DISCHARGE),
    ))  # fmt: skip


def compare(practice, patient):
    return practice.open().run(COMPARED, asked(patient))


def decide(found, **decided):
    return tuple(
        replace(decided.get(one.ingredients[0] if one.checked else "unknown", Decided("", "keep")), key=one.key)
        for one in found.medicines
    )


def current(practice, patient):
    return [
        (one.name, one.dosage)
        for one in practice.open().run("queries.medicines.of_patient", patient).entries
        if one.state == "taken"
    ]


def test_the_same_medicine_stands_on_one_line_and_what_nobody_knows_is_not_checked(practice, maria):
    offered = practice.open().run(OFFERED, maria)
    assert [(one.key, one.kind, len(one.lines)) for one in offered.lists] == [
        ("here", "ours", 2), ("place:heart", "records", 1), ("patient", "patient", 1),
    ]  # fmt: skip
    assert [one.name for one in offered.prescribers] == ["Dr. Adeyemi", "Dr. Petrov"] and not offered.may_sign
    assert offered.discharged_on == dt.date(2026, 11, 18)
    found = compare(practice, maria)
    assert [(one.name, one.difference, one.checked) for one in found.medicines] == [
        ("furosemide 40 mg tablet", "differs", True),
        ("naproxen (ALEVE)", "only_theirs", True),
        ("Té de la abuela", "only_theirs", False),
        ("warfarin 5 mg", "only_theirs", True),
        ("lisinopril 20 mg tablet", "same", True),
    ]
    assert [line.mg_per_day for line in found.medicines[0].lines] == [40.0, 80.0]


def test_signing_does_what_was_decided_at_once_and_is_taken_back_as_one(practice, maria):
    found, run = compare(practice, maria), practice.open("clinician").run
    ask = Decided(
        "", "ask", ask_name="Dr. Petrov", ask_question="Still needed?", ask_due=SOON, ask_reason="Prescribes it"
    )
    decided = decide(
        found,
        furosemide=Decided("", "change", "Swelling", "furosemide 40 mg tablet", "2 tablets every morning"),
        naproxen=Decided("", "stop", "Kidneys"),
        warfarin=ask,
    )  # fmt: skip
    request = SignReconciliation(asked(maria), found.seen, decided)
    with pytest.raises(NotAllowed):
        practice.open("coordinator").run(SIGN, request)
    with pytest.raises(Invalid, match="undecided") as refused:
        run(SIGN, replace(request, decided=decided[1:]))
    assert refused.value.params["count"] == 1
    before = current(practice, maria)
    done = run(SIGN, request)
    assert current(practice, maria)[0] == ("furosemide 40 mg tablet", "2 tablets every morning")
    assert len(current(practice, maria)) == 3  # what was asked about is not added, what stood twice stands once
    (signed,) = run(SIGNED, maria)
    assert (signed.number, signed.signed_by, signed.signed_on, signed.after_stay) == (1, "Kim Lee", TODAY, True)
    assert [(one.medicine, one.asked) for one in signed.rows if one.open] == [("warfarin 5 mg", "Dr. Petrov")]
    (clock,) = (one for row in run("queries.transitions.of_patient", maria) for one in row.clocks
                if one.what == "medication_reconciliation")  # fmt: skip
    assert (clock.done_on, clock.by) == (TODAY, "Kim Lee")
    with pytest.raises(Conflict, match="changed_meanwhile"):
        run(SIGN, request)
    run("services.history.undo", done.changes.action_id)
    assert current(practice, maria) == before and run(SIGNED, maria) == ()


def test_a_list_that_brings_a_danger_is_not_signed_before_somebody_answers(practice, maria, store):
    store(AllergyIntolerance(patient_id=maria, text="Penicillin", reaction="Hives", severity="severe"))
    run = practice.open("clinician").run
    lists = CompareLists(maria, ("here",), (TypedList("discharge", "Lakeside", "2026-11-18", "Amoxicillin 500 mg"),))
    found = run(COMPARED, lists)
    request = SignReconciliation(lists, found.seen, decide(found))
    with pytest.raises(Conflict) as unanswered:
        run(SIGN, request)
    assert unanswered.value.code == "conflicts.must_be_answered" and run(SIGNED, maria) == ()
    change = ProposedChange(maria, (ProposedMedicine("Amoxicillin 500 mg"),))
    (danger,) = run("queries.conflict_interrupt.check_before_save", change).findings
    answers = (ConflictAnswer(danger.told.id, subject_of(danger), KEEP_OPEN, None),)
    assert run(SIGN, replace(request, answers=answers)).number == 1


def test_what_is_asked_is_work_until_it_is_answered_and_settled(practice, maria):
    run, found = practice.open("clinician").run, compare(practice, maria)
    ask = Decided(
        "", "ask", ask_name="Dr. Petrov", ask_question="Still needed?", ask_due=SOON, ask_reason="Prescribes it"
    )
    run(SIGN, SignReconciliation(asked(maria), found.seen, decide(found, warfarin=ask)))
    standing = run("queries.medicines.of_patient", maria)
    assert (standing.unresolved, standing.last_reconciled, standing.last_reconciled_by) == (1, TODAY, "Kim Lee")
    later = practice.on(SOON).open("clinician").run
    assert [one.kind for one in later("queries.today.worklist", WorkFilter()).rows if one.kind == "question"]
    (question,) = run("queries.questions.questions", maria)
    run(
        "services.questions.answer",
        AnswerQuestion(question.id, question.version, "phone", "Yes, INR 2.5", "Dr. Petrov"),
    )
    (row,) = (one for one in run(SIGNED, maria)[0].rows if one.open)
    assert row.answer == "Yes, INR 2.5"
    with pytest.raises(Invalid, match="reason_missing"):
        run("services.reconciliation.settle", SettleMedicine(row.id, row.version, "keep", " "))
    run("services.reconciliation.settle", SettleMedicine(row.id, row.version, "keep", "Dr. Petrov says yes"))
    assert run("queries.medicines.of_patient", maria).unresolved == 0
    assert ("warfarin 5 mg", "at bedtime") in current(practice, maria)
    with pytest.raises(Conflict):
        run("services.reconciliation.settle", SettleMedicine(row.id, row.version, "stop", "again"))


def test_what_a_coordinator_prepares_waits_for_a_clinician_and_the_chart_must_be_as_it_was(practice, maria):
    prepared = practice.open().run("services.reconciliation.prepare", PrepareReconciliation(maria, "{}"))
    run = practice.open("clinician").run
    found, waits = compare(practice, maria), run(OFFERED, maria).prepared
    assert (waits.state, waits.prepared_by) == ("{}", "Rosa Diaz")
    request = SignReconciliation(asked(maria), found.seen, decide(found), prepared=prepared.id)
    clinician = practice.open("clinician").run
    (work,) = [one for one in clinician("queries.today.worklist", WorkFilter()).rows if one.kind == "reconciliation"]
    assert dict(work.title_params) == {"who": "Rosa Diaz"} and work.head.id == maria
    with pytest.raises(Invalid, match="reconciliation_is_signed"):
        clinician("services.follow_up.finish", FinishWork(work.key, work.version))
    assert "reconciliation" not in {
        one.kind for one in practice.open().run("queries.today.worklist", WorkFilter()).rows
    }
    entry = run("queries.medicines.of_patient", maria).entries[0]
    from icm_desktop.contracts.medicines import SetMedicineStatus

    act = run("services.medicines.set_status", SetMedicineStatus(entry.id, entry.version, "on-hold", "x"))
    with pytest.raises(Conflict, match="changed_meanwhile"):
        run(SIGN, request)
    run("services.history.undo", act.changes.action_id)
    run(SIGN, request)
    assert run(OFFERED, maria).prepared is None
    assert "reconciliation" not in {one.kind for one in clinician("queries.today.worklist", WorkFilter()).rows}


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("kind", TypedList("ours", "x", "", "a")),
        ("title", TypedList("discharge", " ", "", "a")),
        ("text", TypedList("discharge", "x", "", "\n \n")),
        ("text", TypedList("discharge", "x", "", "x" * 1_000_000)),
        ("text", TypedList("discharge", "x", "", "a\n" * 1000)),
    ],
)
def test_a_list_that_cannot_be_read_is_refused_at_its_field(practice, maria, field, typed):
    with pytest.raises(Invalid) as refused:
        practice.open().run(COMPARED, CompareLists(maria, ("here",), (typed,)))
    assert refused.value.field == field


def test_one_list_alone_is_no_comparison(practice, maria):
    with pytest.raises(Invalid, match="one_list"):
        practice.open().run(COMPARED, CompareLists(maria, ("here",)))


_LISTED = st.builds(
    Listed, st.sampled_from(["a", "b", "a/b", "? c"]), st.just("x"), st.just("x"), st.sampled_from([("a",), ()]),
    mg_per_day=st.sampled_from([None, 1.0, 2.0]), entry=st.none() | st.integers(1, 9),
)  # fmt: skip
_LISTS = st.lists(
    st.builds(MedicineList, st.text(max_size=3), st.just("ours"), st.just(""), st.just(""),
              st.lists(_LISTED, max_size=5).map(tuple)), min_size=2, max_size=4)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(_LISTS, st.sampled_from(rules.DECISIONS))
def test_every_line_of_every_list_stands_on_exactly_one_medicine_and_no_entry_is_touched_twice(lists, decision):
    found = matched(lists)
    assert sorted(line.key for one in found for line in one.lines) == sorted(
        line.key for listed in lists for line in listed.lines
    )
    assert len({one.key for one in found}) == len(found)
    for one in found:
        done = acts(one, decision, "y")
        chart = [line.entry for line in one.lines if line.entry is not None]
        assert sorted(act.entry for act in done if act.entry is not None) == (
            [] if decision == "ask" else sorted(chart)
        )
        assert sum(act.what == rules.ADDED for act in done) <= 1
        if decision == "keep" and chart:
            assert any(act.what == rules.STAYS for act in done)
