"""Steps of pathways are work on Today: for the right role, with why; done, put off, taken back; as on the chart."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import select

from db.models.clinical import Condition, Observation
from db.models.patient import Patient
from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.contracts.pathways import AdoptPathway, EnrolPatient
from icm_desktop.contracts.worklist import FinishWork, HoldWork, LogContact, WorkFilter
from icm_desktop.domain.pathways.due import DUE, OVERDUE
from icm_desktop.errors import Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Role
from icm_desktop.words import say
from icm_desktop.words.pathways import why, why_of
from tests.support import make_practice
from tests.ui.clock import make_still_practice

TODAY = dt.date(2026, 11, 20)
PATHWAYS = ("type-2-diabetes", "heart-failure", "chronic-kidney-disease", "hypertension", "depression", "anxiety")


@pytest.fixture(scope="module")
def golden(tmp_path_factory, golden_dir):
    """The golden patient in six pathways since a month ago."""
    made = make_practice(tmp_path_factory.mktemp("golden"), today=TODAY)
    admin = made.open("administrator")
    admin.run("services.exchange.import_files", ImportRequest((str(golden_dir / "a.json"),)))
    rows = {one.id: one for one in admin.run("queries.pathways.shipped")}
    for pathway in (*PATHWAYS, "preventive-basics", "post-discharge"):
        admin.run("services.pathways.adopt", AdoptPathway(pathway, rows[pathway].digest, "Dr. Ana Ruiz"))
    for pathway in (*PATHWAYS, "post-discharge"):
        admin.run("services.pathways.enrol", EnrolPatient(1, pathway, entered_on=dt.date(2026, 10, 20)))
    admin.run("services.pathway_work.reckon")
    yield made
    made.database.close()


def today(practice, role="coordinator", **asked):
    rows = (
        practice.open(role).run("queries.today.worklist", WorkFilter(**{"everyone": True, "limit": 500} | asked)).rows
    )
    return [row for row in rows if row.key.startswith("pathway:")]


def test_today_has_what_the_chart_calls_due_and_nothing_else(golden):
    charted = golden.open().run("queries.pathways.of_patient", 1).due
    wanted = {(one.activity, one.state, one.due) for one in charted if one.due and one.state in (DUE, OVERDUE)}
    elsewhere = {"contact-after-discharge", "second-attempt", "visit-after-discharge"}
    states = {"overdue": OVERDUE, "due_today": DUE}
    found = {(row.key.split(":")[2], states[row.section], row.due) for row in today(golden)}
    assert found <= wanted
    left = {one[0] for one in wanted - found} - elsewhere
    asked = {one.activity: (one.pathway, *one.also_in) for one in charted}
    assert all(set(asked[activity]) == {"preventive-basics"} for activity in left)


def test_the_golden_rows_are_in_their_sections_and_say_why(golden):
    rows = {row.key.split(":")[2]: row for row in today(golden)}
    sections = {name: rows[name].section for name in ("uacr", "foot-exam", "diabetes-education", "blood-pressure")}
    assert sections == {
        "uacr": "overdue", "foot-exam": "overdue", "diabetes-education": "overdue", "blood-pressure": "due_today",
    }  # fmt: skip
    charted = {one.activity: one for one in golden.open().run("queries.pathways.of_patient", 1).due}
    for activity, row in rows.items():
        said = why_of(dict(row.why_params), say, dt.date.isoformat)
        assert said == why(charted[activity], say, dt.date.isoformat)
        assert row.days_late == charted[activity].days_past
    assert say(rows["uacr"].title, **dict(rows["uacr"].title_params)) == "Order: Urine albumin/creatinine"


def test_each_role_has_its_own_and_the_front_desk_reads_nothing_clinical(golden):
    mine = {role: {row.key.split(":")[2] for row in today(golden, role, everyone=False)}
            for role in ("coordinator", "clinician", "administrator")}  # fmt: skip
    assert "foot-exam" in mine["coordinator"] - mine["clinician"]
    assert "lipids" in mine["clinician"] - mine["coordinator"]
    assert mine["administrator"] >= mine["coordinator"] | mine["clinician"]
    for row in today(golden, "front_desk"):
        assert (row.kind, row.title, row.title_params, row.why, row.can_finish) == (
            "task", "today.neutral_item", (), "", False,
        )  # fmt: skip
    with pytest.raises(NotAllowed):
        golden.open("front_desk").run("services.follow_up.finish", FinishWork("pathway:1:foot-exam", 0))


def test_one_result_closes_the_step_in_every_pathway(golden):
    """Urine albumin is asked by diabetes, kidney disease and hypertension."""
    admin = golden.open("administrator")
    asked = next(one for one in admin.run("queries.pathways.of_patient", 1).due if one.activity == "uacr")
    assert {asked.pathway, *asked.also_in} == {"type-2-diabetes", "chronic-kidney-disease", "hypertension"}
    with admin.write("test") as uow:
        coded = {"code_system": "http://loinc.org", "code": "9318-7", "status": "final", "value_unit": "mg/g"}
        row = Observation(patient_id=1, effective_when="2026-11-20", value_number=150, **coded)
        uow.session.add(row)
    assert "uacr" not in {row.key.split(":")[2] for row in today(golden)}
    now = [one for one in admin.run("queries.pathways.of_patient", 1).due if one.activity == "uacr"]
    assert [one.last for one in now] == [TODAY] and now[0].state == "not_due"
    with admin.write("test") as uow:
        uow.session.get_one(Observation, row.id).removed_at = uow.now
    assert "uacr" in {row.key.split(":")[2] for row in today(golden)}


def test_a_row_is_done_put_off_and_taken_back(golden):
    desk, key = golden.open(), "pathway:1:foot-exam"
    done = desk.run("services.follow_up.finish", FinishWork(key, 0))
    assert {row.section for row in today(golden) if row.key == key} == {"done_today"}
    desk.run("services.history.undo", done.changes.action_id)
    with pytest.raises(Invalid, match=r"pathways\.reason_missing"):
        desk.run("services.follow_up.hold", HoldWork(key, dt.date(2026, 12, 4)))
    held = desk.run("services.follow_up.hold", HoldWork(key, dt.date(2026, 12, 4), "comes on the 4th"))
    row = next(row for row in today(golden) if row.key == key)
    assert (row.section, row.held_until) == ("waiting", dt.date(2026, 12, 4))
    assert why_of(dict(row.why_params), say, dt.date.isoformat) == "put off to 2026-12-04: comes on the 4th"
    desk.run("services.history.undo", held.changes.action_id)
    called = LogContact(1, "phone", "no_answer", key=key, next_try_on=dt.date(2026, 11, 24))
    tried = desk.run("services.follow_up.log_contact", called)
    assert next(row for row in today(golden) if row.key == key).section == "waiting"
    desk.run("services.history.undo", tried.changes.action_id)
    assert next(row for row in today(golden) if row.key == key).section == "overdue"
    for wrong in ("pathway:1:juggling", "pathway:99:foot-exam", "pathway:1"):
        with pytest.raises(NotFound):
            desk.run("services.follow_up.finish", FinishWork(wrong, 0))


@pytest.fixture
def many(tmp_path):
    """A practice with thirty patients in two pathways, some with a coordinator."""
    made = make_still_practice(tmp_path)
    with made.open().write("test") as uow:
        for number in range(1, 31):
            person = Patient(record_number=f"{number:06d}", family="Lopez", birth_date="1961-03-01",
                             coordinator_id=made.users[Role.COORDINATOR] if number % 3 == 0 else None)  # fmt: skip
            uow.session.add(person)
            uow.session.flush()
            coded = {"patient_id": number, "status": "active", "code_system": "http://hl7.org/fhir/sid/icd-10-cm"}
            uow.session.add(Condition(code="E11.9", onset_when="2019", **coded))
    admin = made.open("administrator")
    rows = {one.id: one for one in admin.run("queries.pathways.shipped")}
    for pathway in ("type-2-diabetes", "hypertension"):
        admin.run("services.pathways.adopt", AdoptPathway(pathway, rows[pathway].digest, "Dr. Ana Ruiz"))
    admin.run("services.pathway_work.reckon")
    for number in range(1, 31):
        day = TODAY - dt.timedelta(days=number * 3)
        admin.run("services.pathways.enrol", EnrolPatient(number, "type-2-diabetes", entered_on=day))
    yield made
    made.database.close()


def test_pages_follow_each_other_and_a_name_finds_the_same_rows(many):
    for role in ("coordinator", "clinician"):
        for everyone in (True, False):
            desk = many.open(role)
            asked = WorkFilter(everyone=everyone, kinds=("pathway",), limit=1000)
            whole = desk.run("queries.today.worklist", asked)
            by_name = desk.run("queries.today.worklist", replace(asked, search="lopez"))
            assert whole.rows == by_name.rows and whole.counts == by_name.counts
            assert whole.total == len(whole.rows) > 40
            pages = [desk.run("queries.today.worklist", replace(asked, limit=37, offset=at)).rows
                     for at in range(0, whole.total, 37)]  # fmt: skip
            assert [row for page in pages for row in page] == list(whole.rows)
    replayed = many.on(TODAY + dt.timedelta(days=5)).open()
    found = replayed.run("queries.today.worklist", WorkFilter(everyone=True, kinds=("pathway",), limit=1000, on=TODAY))
    assert found.rows and all(row.due <= TODAY for row in found.rows)


def test_work_whose_facts_changed_is_right_before_anybody_reckoned_it_again(many):
    """After a night the rows of a few are reckoned on the spot."""
    tomorrow = many.on(TODAY + dt.timedelta(days=1))
    with tomorrow.open().read() as uow:
        ids = list(uow.session.scalars(select(Patient.id)))
        uow.session.connection().exec_driver_sql("SELECT 1")
    before = {(row.key, row.due) for row in today(tomorrow)}
    tomorrow.open().run("services.pathway_work.reckon")
    assert {(row.key, row.due) for row in today(tomorrow)} == before and ids
