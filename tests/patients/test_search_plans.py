"""No question a screen asks reads a large table from end to end."""

from __future__ import annotations

import re
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from db.engine import driver_connection
from icm_desktop.contracts.patients import PatientDetails, PatientFilter
from tests.patients.conftest import TODAY, registering
from tests.support import make_practice

LARGE = (
    "patient|patient_name|patient_telecom|patient_identifier|patient_address|patient_contact|appointment|condition|"
    "observation|observation_component|encounter|procedure|immunization|medication_entry|allergy_intolerance|goal|"
    "plan_action|care_plan|care_team|care_team_member|service_request|referral_event|task|contact_log|source_resource|"
    "audit_event|questionnaire_response"
)
FULL_SCAN = re.compile(rf"\bSCAN ({LARGE})(?! USING)\b(?! USING)")


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    practice = make_practice(tmp_path_factory.mktemp("plans"), today=TODAY)
    add = registering(practice.open("front_desk"))
    add("Lopez", "Maria", birth_date="1958-03-04", phone="555-010-0142")
    add("Lopes", "Mario", birth_date="1958-04-03", phone="555-010-0143")
    return practice


@contextmanager
def asked(practice):
    """Every statement run inside, with its values."""
    seen = []

    def note(_connection, _cursor, statement, parameters, _context, _many):
        seen.append((statement, parameters))

    event.listen(practice.database.engine, "before_cursor_execute", note)
    event.listen(practice.database.writer, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(practice.database.engine, "before_cursor_execute", note)
        event.remove(practice.database.writer, "before_cursor_execute", note)


def plans(practice, seen):
    """The steps of each statement's plan."""
    with practice.open().read() as uow:
        raw = driver_connection(uow.session.connection())
        for statement, parameters in seen:
            if statement.lstrip().upper().startswith("SELECT"):
                steps = raw.execute(f"EXPLAIN QUERY PLAN {statement}", parameters).fetchall()
                yield statement, [step[3] for step in steps]


QUESTIONS = [
    ("queries.patients.find", "lopez"),
    ("queries.patients.find", "mar lop"),
    ("queries.patients.find", "ope"),
    ("queries.patients.find", "3/4/58"),
    ("queries.patients.find", "maria 1958"),
    ("queries.patients.find", "0142"),
    ("queries.patients.find", "a|b"),
    ("queries.patients.find", "000001"),
    ("queries.patients.likenesses", PatientDetails(family="Lopez", given="M", birth_date="1958", phone="5550100142")),
    ("queries.patients.editable", 1),
    ("queries.chart.chart", 1),
    ("queries.care_plan.care_plan", 1),
    ("queries.people.owners", 1),
]


@pytest.mark.parametrize(("name", "question"), QUESTIONS)
def test_questions_about_one_or_few_patients_scan_nothing(practice, name, question):
    with asked(practice) as seen:
        practice.open().run(name, question)
    found = [
        (statement, step) for statement, steps in plans(practice, seen) for step in steps if FULL_SCAN.search(step)
    ]
    assert seen
    assert found == []


@pytest.mark.parametrize("sort", ["name", "birth_date", "record_number"])
def test_the_list_walks_an_index_in_order_and_sorts_nothing(practice, sort):
    with asked(practice) as seen:
        practice.open().run("queries.patients.patients", PatientFilter(sort=sort))
    steps = [step for statement, plan in plans(practice, seen) if " LIMIT " in statement for step in plan]
    assert any("USING" in step and "INDEX" in step for step in steps)
    assert not any(step == "USE TEMP B-TREE FOR ORDER BY" for step in steps)


def test_the_number_of_questions_does_not_grow_with_the_rows(practice):
    with asked(practice) as few:
        practice.open().run("queries.patients.patients", PatientFilter(limit=1))
    with asked(practice) as more:
        practice.open().run("queries.patients.patients", PatientFilter(limit=100))
    assert len(few) == len(more)
