"""The table of due work says what a fresh reckoning says, whatever happens to the facts, and on every later day."""

from __future__ import annotations

import datetime as dt
import json
import random
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import select

from db import pathway_work
from db.engine import driver_connection
from db.errors import DatabaseProblem
from db.models.access import UserAccount
from db.models.clinical import Condition, Encounter, MedicationEntry, Observation, Procedure, QuestionnaireResponse
from db.models.pathways import PathwayEnrolment, PathwayTarget, StepDecision
from db.models.patient import Patient
from db.models.plan import ContactLog
from db.models.scheduling import ServiceRequest
from db.pathway_tally import tally_fits
from db.repositories.pathway_facts import TABLES
from db.undo import undo
from icm_desktop.beside import OtherProcess
from icm_desktop.contracts.duplicates import MergePatients
from icm_desktop.contracts.exchange import ImportRequest, UndoImport
from icm_desktop.contracts.pathways import AdoptPathway, DecideStep, EnrolPatient, LeavePathway, SetTarget
from icm_desktop.contracts.records import FactRef, MarkMistaken
from icm_desktop.domain.pathways.due import OPEN
from icm_desktop.errors import JobCancelled
from icm_desktop.queries.due_work import reckoned
from icm_desktop.queries.pathway_work import Reckoner, outdated
from tests.exchange.conftest import condition, patient
from tests.support import make_practice

TODAY = dt.date(2026, 11, 22)
ICD10, LOINC = "http://hl7.org/fhir/sid/icd-10-cm", "http://loinc.org"
ADOPTED = ("type-2-diabetes", "hypertension", "depression", "post-discharge", "heart-failure", "preventive-basics")
PEOPLE = 3
NOBODY: Any = 5  # no list of patients
KINDS = (
    "value", "value", "pressure", "score", "medicine", "stay", "visit", "call", "entry", "decision", "target",
    "referral", "problem",
)  # fmt: skip


@pytest.fixture
def practice(tmp_path):
    made = make_practice(tmp_path, today=TODAY)
    with made.open().write("test") as uow:
        for number in range(1, PEOPLE + 1):
            born = ("1961-03-01", "1986-12-05", "1980-02-29")[number - 1]
            person = Patient(record_number=f"{number:06d}", family="Lopez", birth_date=born, sex="female")
            uow.session.add(person)
            uow.session.flush()
            problem = {"patient_id": number, "status": "active", "onset_when": "2019-03-01", "code_system": ICD10}
            uow.session.add_all([Condition(code=code, **problem) for code in ("E11.9", "I10", "F33.1", "I50.2")])
        uow.session.flush()
        uow.session.connection().exec_driver_sql("UPDATE patient SET created_at = '2026-10-01T12:00:00Z'")
    for pathway in ADOPTED:
        adopt(made, pathway)
    yield made
    made.database.close()


@pytest.fixture
def rosa(practice):
    """Runs use cases as a coordinator."""
    return lambda name, *args: practice.open().run(name, *args)


def adopt(practice, pathway):
    admin = practice.open("administrator")
    row = next(one for one in admin.run("queries.pathways.shipped") if one.id == pathway)
    saved = admin.run("services.pathways.adopt", AdoptPathway(pathway, row.digest, "Dr. Ana Ruiz"))
    admin.run("services.pathway_work.reckon")
    return saved


def kept(practice, ids=None):
    """What the table has, as a set of rows."""
    with practice.open().read() as uow:
        ids = ids or list(uow.session.scalars(select(Patient.id)))
        return set(pathway_work.of_patients(uow.session.connection(), ids))


def is_right(practice, by_chart=True):
    """The table is what is reckoned anew, of everybody, and says what the chart says."""
    with practice.open().read() as uow:
        assert outdated(uow) == ()
        ids = list(uow.session.scalars(select(Patient.id)))
        there = list(uow.session.scalars(select(Patient.id).where(Patient.removed_at.is_(None))))
        fresh = set(Reckoner(uow, uow.today).reckon(ids)[0])
        assert tally_fits(driver_connection(uow.session.connection()))
    found = kept(practice, ids)
    assert found == fresh
    for patient_id in there if by_chart else ():
        charted = practice.open().run("queries.pathways.of_patient", patient_id).due
        wanted = {(one.activity, str(one.due)) for one in charted if one.state in OPEN}
        mine = [one for one in found if one.patient_id == patient_id and one.state == "open"]
        assert {(one.activity, str(one.due_on)) for one in mine} == wanted
    return found


def of(found, patient_id, activity):
    """One row."""
    return next((one for one in found if (one.patient_id, one.activity) == (patient_id, activity)), None)


def a1c(when, value=8.1, **more):
    coded = {"status": "final", "value_unit": "%", "code_system": LOINC, "code": "4548-4"}
    return Observation(**({"patient_id": 1, "effective_when": when, "value_number": value} | coded | more))


def test_every_act_on_a_patient_is_followed_in_its_own_transaction(practice, rosa):
    saved = rosa("services.pathways.enrol", EnrolPatient(1, "type-2-diabetes", entered_on=dt.date(2026, 10, 1)))
    assert of(is_right(practice), 1, "a1c").due_on == "2026-10-01"
    with practice.open().write("test") as uow:
        uow.session.add(a1c("2026-08-12"))
    assert of(is_right(practice), 1, "a1c").due_on == "2026-11-12"
    rosa("services.pathways.decide", DecideStep(1, "eye-exam", "declined", "afraid of the drops"))
    assert of(is_right(practice), 1, "eye-exam").state == "declined"
    decided = rosa("services.pathways.decide", DecideStep(1, "a1c", "deferred", "away", until_on=dt.date(2026, 12, 20)))
    assert of(is_right(practice), 1, "a1c").due_on == "2026-12-20"
    rosa("services.history.undo", decided.changes.action_id)
    rosa("services.pathways.set_target", SetTarget(1, "a1c", 8.5, "frail"))
    assert of(is_right(practice), 1, "a1c").due_on == "2027-02-12"
    wrong = rosa("services.mistakes.mark", MarkMistaken(FactRef("observation", 1), 1, "of somebody else"))
    assert of(is_right(practice), 1, "a1c").due_on == "2026-10-01"
    rosa("services.history.undo", wrong.changes.action_id)
    assert of(is_right(practice), 1, "a1c").due_on == "2027-02-12"
    rosa("services.pathways.leave", LeavePathway(saved.id, 1, "moved away"))
    assert of(is_right(practice), 1, "a1c") is None


def test_a_step_of_which_only_the_words_differ_is_changed_in_place(practice, rosa):
    rosa("services.pathways.enrol", EnrolPatient(1, "type-2-diabetes", entered_on=dt.date(2026, 10, 1)))
    right = is_right(practice)
    with practice.open().write("test") as uow:
        raw = driver_connection(uow.session.connection())
        raw.execute("UPDATE pathway_due SET sum = '', step = '' WHERE patient_id = 1 AND activity = 'a1c'")
        raw.execute("UPDATE pathway_due SET due_on = '2026-10-09' WHERE patient_id = 1 AND activity = 'eye-exam'")
        raw.execute("UPDATE pathway_checked SET content = '', theirs = ''")
    with practice.open().read() as uow:
        steps = reckoned(uow, [1]).steps
    assert [row[-2:] for row in steps.reworded] == [(1, "a1c")]
    assert steps.gone == [row[:2] for row in steps.new] == [(1, "eye-exam")]
    rosa("services.pathway_work.reckon")
    assert is_right(practice) == right


def test_an_import_and_its_undoing_are_followed(practice, rosa, tmp_path):
    def result(subject, day):
        code = {"coding": [{"system": LOINC, "code": "4548-4"}]}
        return {"resourceType": "Observation", "id": f"a1c{day}", "status": "final", "code": code, "subject": subject,
                "effectiveDateTime": day, "valueQuantity": {"value": 6.1, "unit": "%"}}  # fmt: skip

    file = tmp_path / "bundle.json"
    newest = [patient("p9", "Quinn"), condition("c9", "Patient/p9"), result({"reference": "Patient/p9"}, "2026-11-01")]
    file.write_text(
        json.dumps({"resourceType": "Bundle", "type": "collection", "entry": [{"resource": r} for r in newest]})
    )
    report = rosa("services.exchange.import_files", ImportRequest((str(file),)))
    with practice.open().read() as uow:
        number = uow.session.scalar(select(Patient.id).where(Patient.family == "Quinn"))
    assert of(is_right(practice), number, "tobacco") is not None
    rosa("services.pathways.enrol", EnrolPatient(number, "type-2-diabetes"))
    assert of(is_right(practice), number, "a1c").due_on == "2027-05-01"
    newest[2] = result({"reference": "Patient/p9"}, "2026-11-15")
    file.write_text(
        json.dumps({"resourceType": "Bundle", "type": "collection", "entry": [{"resource": r} for r in newest]})
    )
    second = rosa("services.exchange.import_files", ImportRequest((str(file),)))
    assert of(is_right(practice), number, "a1c").due_on == "2027-05-15"
    rosa("services.exchange.undo_import", UndoImport(second.id, "wrong file"))
    assert of(is_right(practice), number, "a1c").due_on == "2027-05-01"
    with practice.open().write("test") as uow:
        uow.session.scalars(select(PathwayEnrolment)).one().removed_at = uow.now
    rosa("services.exchange.undo_import", UndoImport(report.id, "wrong file"))
    assert not [one for one in is_right(practice) if one.patient_id == number]


def test_a_merge_and_its_undoing_are_followed(practice, rosa):
    rosa("services.pathways.enrol", EnrolPatient(1, "type-2-diabetes"))
    with practice.open().write("test") as uow:
        uow.session.add(a1c("2026-11-12", patient_id=2))
    before = is_right(practice)
    with practice.open().read() as uow:
        versions = [uow.session.get_one(Patient, number).version for number in (2, 1)]
    done = rosa("services.merging.merge", MergePatients(2, 1, versions[0], versions[1]))
    found = is_right(practice)
    assert of(found, 1, "a1c").last_on == "2026-11-12" and not [one for one in found if one.patient_id == 2]
    rosa("services.merging.undo_merge", done.merge_id)
    assert is_right(practice) == before


def test_what_the_practice_works_by_is_followed(practice, rosa, monkeypatch):
    admin = practice.open("administrator")
    rosa("services.pathways.enrol", EnrolPatient(1, "type-2-diabetes"))
    before = is_right(practice)
    saved = admin.run("services.pathways.withdraw", "type-2-diabetes")
    with admin.read() as uow:
        assert set(outdated(uow)) == {1, 2, 3}
    admin.run("services.pathway_work.reckon")
    assert of(is_right(practice), 1, "a1c") is None
    admin.run("services.history.undo", saved.changes.action_id)
    admin.run("services.pathway_work.reckon")
    assert is_right(practice) == before
    monkeypatch.setattr("icm_desktop.queries.pathways_in_use._RECKONED_BY", "of a later release")
    with admin.read() as uow:
        assert set(outdated(uow)) == {1, 2, 3}


def test_a_job_that_is_cancelled_is_finished_by_the_next(practice, rosa, monkeypatch):
    monkeypatch.setattr("icm_desktop.beside.SLICE", 1)
    rosa("services.pathways.enrol", EnrolPatient(3, "type-2-diabetes"))
    admin = practice.open("administrator")
    admin.run("services.pathways.withdraw", "type-2-diabetes")
    seen = []

    class Cancels:
        def step(self, done, total):
            seen.append((done, total))
            if done == 2:
                raise JobCancelled("test")

    with pytest.raises(JobCancelled):
        admin.run("services.pathway_work.reckon", progress=Cancels())
    assert seen == [(0, 3), (1, 3), (2, 3)]
    with admin.read() as uow:
        assert outdated(uow) == (3,)
    assert admin.run("services.pathway_work.reckon").patients == 1
    is_right(practice)


def _new(chance, number):  # noqa: PLR0911  one of many kinds of fact
    day = TODAY + dt.timedelta(days=chance.randint(-500, 60))
    coded = {"patient_id": number, "code_system": LOINC, "status": "final"}
    match chance.choice(KINDS):
        case "value":
            code, low, high, unit = chance.choice(
                (("4548-4", 5, 12, "%"), ("2823-3", 3, 6, "mmol/L"), ("9318-7", 5, 400, "mg/g"))
            )
            return a1c(
                day.isoformat(), round(chance.uniform(low, high), 1), code=code, value_unit=unit, patient_id=number
            )
        case "pressure":
            return Observation(code="8480-6", value_number=chance.randint(100, 190), value_unit="mm[Hg]",
                               effective_when=f"{day.isoformat()}T15:00:00Z", **coded)  # fmt: skip
        case "score":
            address = "http://loinc.org/q/44249-1"
            items = [{"link_id": "/44261-6", "value": chance.randint(0, 27)}]
            return QuestionnaireResponse(
                patient_id=number, status="completed", questionnaire=address, authored_when=day.isoformat(), items=items
            )
        case "medicine":
            name = chance.choice(("Lisinopril 10 mg", "Sertraline 50 mg", "Insulin glargine"))
            ends = (
                {"ends_when": (day + dt.timedelta(days=chance.randint(1, 200))).isoformat()}
                if chance.random() < 0.3
                else {}
            )
            return MedicationEntry(
                patient_id=number, kind="entry", status="active", text=name, starts_when=day.isoformat(), **ends
            )
        case "stay":
            ended = (day + dt.timedelta(days=2)).isoformat()
            return Encounter(
                patient_id=number, status="finished", class_code="IMP", starts_when=day.isoformat(), ends_when=ended
            )
        case "visit":
            return Encounter(patient_id=number, status="finished", class_code="AMB", starts_when=day.isoformat())
        case "call":
            at = dt.datetime.combine(min(day, TODAY), dt.time(15), dt.UTC)
            return ContactLog(
                patient_id=number, by_user_id=2, at=at, channel="phone", outcome=chance.choice(("reached", "no_answer"))
            )
        case "entry":
            left = {"left_on": TODAY} if chance.random() < 0.2 else {}
            return PathwayEnrolment(patient_id=number, pathway=chance.choice(ADOPTED[:-1]), entered_on=min(day, TODAY),
                                    status="left" if left else "enrolled", **left)  # fmt: skip
        case "decision":
            kind = chance.choice(("done", "declined", "not_applicable", "deferred"))
            until = (
                TODAY + dt.timedelta(days=chance.randint(1, 90))
                if kind == "deferred" or chance.random() < 0.5
                else None
            )
            activity = chance.choice(("a1c", "foot-exam", "depression-score", "lipids", "tobacco"))
            return StepDecision(
                patient_id=number, activity=activity, kind=kind, made_on=min(day, TODAY), until_on=until, reason="r"
            )
        case "target":
            return PathwayTarget(patient_id=number, target="a1c", value=8.5, set_on=min(day, TODAY), reason="frail")
        case "referral":
            return ServiceRequest(patient_id=number, is_referral=True, status="active", ordered_on=min(day, TODAY),
                                  code_system="http://www.ama-assn.org/go/cpt", code="G0108")  # fmt: skip
        case _:
            code = chance.choice(("Z90.13", "F17.210", "N18.32", "E11.319"))
            return Condition(
                patient_id=number, status="active", code=code, code_system=ICD10, onset_when=day.isoformat()
            )


def _change(chance, session, now):
    model = chance.choice(
        (Observation, Condition, MedicationEntry, Encounter, StepDecision, PathwayEnrolment, Procedure, Patient)
    )
    rows = list(session.scalars(select(model)))
    if not rows:
        return
    row = chance.choice(rows)
    if isinstance(row, Patient):
        row.birth_date = chance.choice(("1961-03-01", "1986-12-05", "1976-11-30", "1980-02-29"))
        row.deceased, row.coordinator_id = chance.random() < 0.15, chance.choice((None, 2))
        row.deceased_on = chance.choice((None, "2026-12-15")) if row.deceased else None
    elif chance.random() < 0.4:
        row.removed_at = None if row.removed_at else now
    elif isinstance(row, Observation):
        row.value_number, row.patient_id = (row.value_number or 0) + 1, chance.randint(1, PEOPLE)
    elif isinstance(row, Condition):
        row.abated_when = (TODAY + dt.timedelta(days=chance.randint(-50, 50))).isoformat()
    elif isinstance(row, MedicationEntry):
        row.status = chance.choice(("active", "stopped"))


@pytest.mark.parametrize("seed", range(4))
def test_it_is_right_after_anything_that_happens_and_on_every_later_day(practice, seed):
    chance, desk, acts = random.Random(seed), practice.open(), []  # noqa: S311  repeatable, not secret
    for number in range(1, PEOPLE + 1):
        for pathway in ADOPTED[:-1]:
            if chance.random() < 0.6:
                desk.run(
                    "services.pathways.enrol", EnrolPatient(number, pathway, entered_on=TODAY - dt.timedelta(days=90))
                )
    for _ in range(10):
        with desk.write("test.step") as uow:
            for _ in range(chance.randint(1, 4)):
                if chance.random() < 0.7:
                    uow.session.add(_new(chance, chance.randint(1, PEOPLE)))
                else:
                    _change(chance, uow.session, uow.now)
                uow.session.flush()
            acts.append(uow.action_id)
        if chance.random() < 0.2:
            with suppress(DatabaseProblem), desk.write("services.history.undo") as uow:
                undo(uow, acts.pop())
        is_right(practice, by_chart=chance.random() < 0.3)
    ids = list(range(1, PEOPLE + 1))
    for ahead in [*range(1, 45), *sorted(chance.sample(range(45, 800), 25))]:
        later = practice.on(TODAY + dt.timedelta(days=ahead))
        with later.open().read() as uow:
            changed = set(outdated(uow))
            fresh = set(Reckoner(uow, uow.today).reckon(ids)[0])
        still = [one for one in ids if one not in changed]
        assert {one for one in fresh if one.patient_id in still} == (kept(practice, still) if still else set()), ahead


def test_an_unfinished_import_changes_nothing_and_users_see_only_their_own(practice, rosa):
    rosa("services.pathways.enrol", EnrolPatient(1, "type-2-diabetes"))
    with practice.open().write("test") as uow:
        uow.session.get_one(Patient, 1).coordinator_id = uow.session.scalars(
            select(UserAccount.id).where(UserAccount.role == "coordinator")
        ).one()
    found = is_right(practice)
    assert of(found, 1, "foot-exam").whose and of(found, 1, "foot-exam").role == "coordinator"
    assert (of(found, 1, "lipids").whose, of(found, 1, "lipids").role) == (0, "clinician")


@pytest.mark.parametrize("name", sorted({*TABLES, "observation_component", "patient"}))
def test_every_table_that_is_read_marks_its_patient(practice, name):
    """A table read for pathways without a trigger would be forgotten; so would one whose rows move to somebody else."""
    with practice.open().read() as uow:
        triggers = uow.session.connection().exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'pathway_stale_%' AND tbl_name = ?",
            (name,),
        )
        said = [sql for (sql,) in triggers]
    assert {" ".join(sql.split()[3:5]) for sql in said} == {"AFTER INSERT", "AFTER UPDATE", "AFTER DELETE"}
    changed = next(sql for sql in said if "AFTER UPDATE" in sql)
    if name != "patient":
        assert "OLD.patient_id" in changed and "NEW.patient_id" in changed and " OF " not in changed.split(" ON ")[0]


def test_a_second_process_reckons_the_same_and_says_when_somebody_changed_a_record_since(practice, rosa):
    rosa("services.pathways.enrol", EnrolPatient(1, "type-2-diabetes"))
    other = OtherProcess(practice.open(), reckoned)
    try:
        other.ask([1, 2])
        ids, found = other.answer()
        assert found is not None
        with practice.open().read() as uow:
            assert (ids, found.what) == ([1, 2], reckoned(uow, [1, 2]))
            assert found.still_holds(uow)
        rosa("services.pathways.set_target", SetTarget(1, "a1c", 8.5, "frail"))
        with practice.open().read() as uow:
            assert not found.still_holds(uow)
        other.ask(NOBODY)  # it cannot, and the first process is to see why
        assert other.answer() == (NOBODY, None)
    finally:
        other.end()
    other.ask([3])
    assert other.lost
    assert other.answer() == ([3], None)


def test_a_whole_practice_is_right_after_two_processes_reckoned_it(practice, rosa, monkeypatch):
    monkeypatch.setattr("icm_desktop.beside.LEAST", 1)
    monkeypatch.setattr("icm_desktop.beside.SLICE", 1)
    rosa("services.pathways.enrol", EnrolPatient(3, "type-2-diabetes"))
    admin = practice.open("administrator")
    admin.run("services.pathways.withdraw", "type-2-diabetes")
    assert admin.run("services.pathway_work.reckon").patients == PEOPLE
    assert of(is_right(practice), 3, "a1c") is None
