"""The table of answers says what the forms say, whatever is written into them."""

from __future__ import annotations

import datetime as dt

import pytest

from db.answers import answers_fit
from db.engine import driver_connection
from db.models.clinical import QuestionnaireResponse
from db.models.patient import Patient
from tests.support import make_practice

FORMS = {
    "plain": [{"link_id": "44260-8", "text": None, "code": "LA6569-3", "value": "Several days"}],
    "a path and a number": [{"link_id": "/44250-9/44260-8", "code": None, "value": 2}],
    "a number that is a link": [{"link_id": 7, "code": "x", "value": 1.5}],
    "twice": [{"link_id": "1", "code": "a", "value": None}, {"link_id": "1", "code": "b", "value": True}],
    "nothing in it": [],
    "nothing to read": [{"link_id": None, "code": "a"}, {"code": "a"}, {"link_id": "2", "value": "words"}, "words", 3],
    "never filled in": None,
}
READ = {
    "plain": [("44260-8", "LA6569-3", None)],
    "a path and a number": [("44260-8", None, 2.0)],
    "a number that is a link": [("7", "x", 1.5)],
    "twice": [("1", "a", None), ("1", "b", None)],
}


@pytest.fixture
def practice(tmp_path):
    practice = make_practice(tmp_path, today=dt.date(2026, 11, 20))
    with practice.open().write("test") as uow:
        uow.session.add(Patient(record_number="000001", family="Lopez", given="Maria"))
        uow.session.flush()
        uow.session.add_all(QuestionnaireResponse(patient_id=1, text=name, items=form) for name, form in FORMS.items())
    yield practice
    practice.database.close()


def _kept(uow):
    raw = driver_connection(uow.session.connection())
    query = (
        "SELECT q.text, a.item, a.code, a.number FROM questionnaire_answer AS a "
        "JOIN questionnaire_response AS q ON q.id = a.response_id ORDER BY a.response_id, a.position"
    )
    found: dict[str, list[tuple[object, ...]]] = {}
    for name, *answer in raw.execute(query):
        found.setdefault(name, []).append(tuple(answer))
    return found, answers_fit(raw)


def test_every_answer_with_a_code_or_a_number_is_kept_under_its_item(practice):
    with practice.open().read() as uow:
        assert _kept(uow) == (READ, True)


def test_another_answer_takes_the_place_of_the_first(practice):
    with practice.open().write("test") as uow:
        row = uow.session.get_one(QuestionnaireResponse, 1)
        row.items = [{"link_id": "44260-8", "code": "LA6568-5", "value": "Not at all"}]
    with practice.open().read() as uow:
        assert _kept(uow) == (READ | {"plain": [("44260-8", "LA6568-5", None)]}, True)


def test_an_answer_that_was_changed_in_the_table_alone_is_found(practice):
    with practice.open().write("test") as uow:
        driver_connection(uow.session.connection()).execute("UPDATE questionnaire_answer SET code = 'LA6568-5'")
    with practice.open().read() as uow:
        assert not answers_fit(driver_connection(uow.session.connection()))


def test_a_form_that_is_deleted_takes_its_answers_along(practice):
    with practice.open().write("test") as uow:
        driver_connection(uow.session.connection()).execute("DELETE FROM questionnaire_response WHERE text = 'twice'")
    with practice.open().read() as uow:
        assert _kept(uow) == ({name: rows for name, rows in READ.items() if name != "twice"}, True)
