"""The front desk meets no clinical word: not on a screen, in a search, a notice, an export, nor on a page it may print.

A practice of invented patients gets a mark into every clinical text. Every question that a screen or a command asks
and the front desk may ask is put as the front desk; the mark must not be in any answer. The same questions as a
clinician show that it would have been found.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable

import pytest
from sqlalchemy import String

from db.engine import driver_connection
from db.models.base import Base
from icm_desktop.catalogue import use_case
from icm_desktop.contracts.calendar_files import ExportCalendar
from icm_desktop.contracts.exports import SaveTable
from icm_desktop.contracts.worklist import LogContact, WorkFilter
from icm_desktop.domain.records import KINDS
from icm_desktop.errors import NotAllowed, UserError
from icm_desktop.permissions import Role, allows, required_privilege
from tests.handouts.reading import text
from tests.support import make_practice
from tests.test_query_plans import QUESTIONS, TODAY

MARK = "Zqxclinical"
# Columns of clinical tables that people write or that say what a fact is; codes and states stay as they are.
WRITTEN = frozenset({
    "text", "note", "words", "description", "reaction", "dosage", "message", "question", "answer", "conclusion",
    "help_text", "decision_text", "value_text", "outcome_text", "statement", "rebuttal", "reason_text", "medicine",
    "plain_text", "next_step", "patient_words", "told",
})  # fmt: skip
BESIDES = (
    "observation_component", "document_content", "team_message", "case_recommendation", "relapse_plan", "near_miss",
    "conference_case", "social_need", "safety_assessment", "screening_follow_up", "step_decision",
)  # fmt: skip
# Of a referral the front desk knows to whom and for which service it is, never why.
LOGISTICS = {"service_request": {"reason", "question", "note"}, "disclosure": {"description"}}
CLINICAL = sorted({kind.table for kind in KINDS.values() if kind.clinical} | {*BESIDES})
# What reaches the front desk on purpose, and why.
ON_PURPOSE = {
    "reports.handouts.html": "the page of the current plan that the front desk hands to the patient",
    "reports.handouts.render": "the same page as a PDF",
}
BY_FRONT_DESK = sorted(
    name
    for name in QUESTIONS
    if (privilege := required_privilege(use_case(name))) is not None and allows(Role.FRONT_DESK, privilege)
)


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    made = make_practice(tmp_path_factory.mktemp("marked"), today=TODAY)
    made.open(Role.ADMINISTRATOR).run("services.demo.fill", 12, 1)
    marked = 0
    with made.open(Role.ADMINISTRATOR).write("test") as uow:
        raw = driver_connection(uow.session.connection())
        for table in CLINICAL:
            for column in Base.metadata.tables[table].c:
                if column.name in LOGISTICS.get(table, WRITTEN) and isinstance(column.type, String):
                    change = f"UPDATE {table} SET {column.name} = '{MARK} ' || {column.name} WHERE {column.name} <> ''"  # noqa: S608
                    marked += raw.execute(change).rowcount
    assert marked > 1000
    yield made
    made.database.close()


def ask(practice, name, role) -> list[object]:
    """Every answer of a question; a refusal is an answer too."""
    found = []
    for question in QUESTIONS[name]:
        try:
            found.append(practice.open(role).run(name, *(question if isinstance(question, tuple) else (question,))))
        except UserError as error:
            found.append(error.params)
    return found


def words_of(answer: object) -> Iterable[str]:
    """Every text in an answer, those of PDFs as a person reads them."""
    if isinstance(answer, str):
        yield answer
    elif isinstance(answer, bytes):
        yield text(answer) if answer.startswith(b"%PDF-") else answer.decode("utf-8", "replace")
    elif dataclasses.is_dataclass(answer) and not isinstance(answer, type):
        for one in dataclasses.fields(answer):
            yield from words_of(getattr(answer, one.name))
    elif isinstance(answer, dict):
        yield from words_of([*answer, *answer.values()])
    elif isinstance(answer, (list, tuple, set, frozenset)):
        for one in answer:
            yield from words_of(one)


def told(answers: object) -> bool:
    return any(MARK.casefold() in words.casefold() for words in words_of(answers))


@pytest.mark.parametrize("name", BY_FRONT_DESK)
def test_no_answer_to_the_front_desk_holds_a_clinical_word(practice, name):
    found = [words for words in words_of(ask(practice, name, Role.FRONT_DESK)) if MARK.casefold() in words.casefold()]
    if name not in ON_PURPOSE:
        assert found == []


def test_the_same_questions_tell_a_clinician_clinical_words(practice):
    """The mark would be found: else this whole file proves nothing."""
    telling = [name for name in BY_FRONT_DESK if told(ask(practice, name, Role.CLINICIAN))]
    assert len(telling) >= 5, telling


def test_lists_calendar_files_and_notices_of_the_front_desk_hold_none(practice, tmp_path):
    desk = practice.open(Role.FRONT_DESK)
    work = desk.run("queries.today.worklist", WorkFilter(everyone=True, limit=500))
    assert not told(work)
    assert work.rows
    made = desk.run("services.calendar_files.export", ExportCalendar(TODAY, TODAY + dt.timedelta(60)))
    assert made.visits
    assert not told(made)
    done = desk.run("services.follow_up.log_contact", LogContact(work.rows[0].head.id, "phone", "no_answer"))
    assert not told(done)
    table = SaveTable(str(tmp_path / "x.csv"), "patients", ("a",), (("b",),))
    with pytest.raises(NotAllowed):
        desk.run("services.exports.save_table", table)


def test_a_search_of_the_front_desk_finds_nobody_by_a_clinical_word(practice):
    desk = practice.open(Role.FRONT_DESK)
    assert not desk.run("queries.patients.find", MARK)
    assert desk.run("queries.today.worklist", WorkFilter(everyone=True, search=MARK)).rows == ()
