"""Answers are kept with everything about how they were asked; a safety alert ends only with an assessment."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import select

from db.models.clinical import Observation, QuestionnaireResponse
from db.models.patient import Patient
from icm_desktop.content import instruments as content
from icm_desktop.content.instruments import instruments
from icm_desktop.contracts.records import FactRef, MarkMistaken, UnmarkMistaken
from icm_desktop.contracts.screening import AssessSafety, RecordScreening, UseInstrument
from icm_desktop.contracts.worklist import FinishWork, HoldWork, LogContact, WorkFilter
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Role
from tests.support import make_practice

TODAY = dt.date(2026, 11, 20)
PHQ9 = instruments()["phq-9"]
ELEVEN = {"1": 2, "2": 2, "3": 2, "4": 1, "5": 1, "6": 1, "7": 1, "8": 1, "9": 0}


class Clinic:
    """Runs use cases in a role on a practice with one patient."""

    def __init__(self, tmp_path):
        self.practice = make_practice(tmp_path, today=TODAY)
        with self.practice.open().write("test") as uow:
            person = Patient(record_number="000001", family="Lopez", given="Ana", birth_date="1961-03-01", sex="female")
            uow.session.add(person)
            uow.session.flush()
            self.ana = person.id

    def run(self, name, *args, role=Role.COORDINATOR):
        return self.practice.open(role).run(name, *args)

    def asked(self, instrument="phq-9", answers=ELEVEN, **more):
        one = instruments()[instrument]
        known: dict[str, Any] = {"digest": one.digest, "mode": "interview", "language": "en", "asked_on": TODAY} | more
        return self.run("services.screening.record", RecordScreening(self.ana, instrument, answers=answers, **known))

    def rows(self):
        return self.run("queries.screening.of_patient", self.ana).rows

    def work(self, role=Role.CLINICIAN):
        found = self.run("queries.today.worklist", WorkFilter(everyone=True), role=role)
        return [row for row in found.rows if row.kind in ("screening", "result")]

    def stored(self, model):
        with self.practice.open().read() as uow:
            return list(uow.session.scalars(select(model).where(model.removed_at.is_(None))))


@pytest.fixture
def clinic(tmp_path):
    made = Clinic(tmp_path)
    yield made
    made.practice.database.close()


def test_answers_are_kept_with_who_asked_how_and_in_which_version(clinic):
    saved = clinic.asked(mode="phone", language="es", note="tired today")
    (row,) = clinic.stored(QuestionnaireResponse)
    assert (row.id, row.status, row.mode, row.language, row.note) == (
        saved.response_id, "completed", "phone", "es", "tired today",
    )  # fmt: skip
    assert (row.instrument, row.instrument_version, row.instrument_digest) == ("phq-9", PHQ9.version, PHQ9.digest)
    assert row.author and row.questionnaire == "http://loinc.org/q/44249-1"
    assert row.items[0] == {
        "link_id": "44250-9", "item": "1", "text": PHQ9.items[0].words["es"], "answer": "Más de la mitad de los días",
        "value": 2, "code": "LA6570-1",
    }  # fmt: skip
    (total,) = clinic.stored(Observation)
    assert (total.code, total.value_number, total.response_id) == ("44261-6", 11, row.id)


def test_the_list_says_the_score_in_words_with_its_cut_off_and_the_change(clinic):
    clinic.asked(answers=ELEVEN | {"1": 3, "2": 3, "3": 3, "4": 3, "5": 2}, asked_on=dt.date(2026, 8, 1))
    clinic.asked(answers=dict.fromkeys(ELEVEN, 0) | {"1": 3, "2": 1})
    newest, first = clinic.rows()
    (score,), (before,) = newest.scores, first.scores
    assert (before.value, before.band["en"], before.positive, before.change_percent) == (
        17,
        "moderately severe",
        True,
        None,
    )
    assert (score.value, score.first, score.change_percent) == (4, 17, -76.47)
    assert (score.response, score.remission, score.earlier) == (True, True, (17,))
    assert "10 or more" in (score.cut_off or "") and newest.source and newest.mark == "V"


def test_an_incomplete_form_has_no_score_and_says_what_is_missing(clinic):
    clinic.asked(answers={"1": 3, "2": 3})
    (row,) = clinic.rows()
    assert (row.scores[0].value, row.scores[0].band) == (None, None)
    assert row.missing == ("3", "4", "5", "6", "7", "8", "9")
    assert clinic.stored(Observation) == []
    assert clinic.stored(QuestionnaireResponse)[0].status == "in-progress"


def test_item_nine_is_on_today_at_once_even_when_the_form_is_incomplete(clinic):
    saved = clinic.asked(answers={"9": 1})
    (row,) = clinic.work()
    assert saved.alert == row.key and row.section == "critical"


def test_only_a_recorded_assessment_of_a_clinician_ends_it(clinic):
    key = clinic.asked(answers={"9": 2}).alert
    (row,) = clinic.work()
    for role in (Role.COORDINATOR, Role.CLINICIAN, Role.ADMINISTRATOR):
        for name, request in (
            ("services.follow_up.finish", FinishWork(key, row.version)),
            ("services.follow_up.hold", HoldWork(key, dt.date(2026, 11, 25), "later")),
        ):
            with pytest.raises((Invalid, NotAllowed)):
                clinic.run(name, request, role=role)
        for outcome in ("reached", "no_answer", "declined"):
            call = LogContact(clinic.ana, "phone", outcome, None, key, next_try_on=dt.date(2026, 11, 25))
            clinic.run("services.follow_up.log_contact", call, role=role)
        assert [(each.key, each.section) for each in clinic.work()] == [(key, "critical")]
    found = AssessSafety(key, row.version, "low", ("safety_plan", "crisis_line"), "Passive thoughts, no plan.")
    with pytest.raises(NotAllowed):
        clinic.run("services.screening.assess_safety", found)
    for wrong in (("", "A real note of what was found."), ("low", "ok"), ("low", " ")):
        with pytest.raises(Invalid):
            asked = AssessSafety(key, row.version, wrong[0], (), wrong[1])
            clinic.run("services.screening.assess_safety", asked, role=Role.CLINICIAN)
    assert [each.key for each in clinic.work()] == [key]
    done = clinic.run("services.screening.assess_safety", found, role=Role.CLINICIAN)
    assert [each.section for each in clinic.work()] == ["done_today"]
    (told,) = clinic.run("queries.screening.of_patient", clinic.ana).assessments
    assert told.risk["en"].startswith("Low") and len(told.steps) == 2 and told.by
    clinic.run("services.history.undo", done.changes.action_id, role=Role.CLINICIAN)
    assert [each.key for each in clinic.work()] == [key]


def test_a_form_entered_in_error_takes_its_score_along_and_back(clinic):
    saved = clinic.asked(answers=ELEVEN | {"9": 1})
    ref = FactRef("questionnaire_response", saved.response_id)
    clinic.run("services.mistakes.mark", MarkMistaken(ref, 1, "wrong patient"), role=Role.CLINICIAN)
    assert [one.status for one in clinic.stored(Observation)] == ["entered-in-error"]
    assert clinic.rows()[0].mistaken and clinic.work() == []
    clinic.run("services.mistakes.unmark", UnmarkMistaken(ref, 2))
    assert [one.status for one in clinic.stored(Observation)] == ["final"] and len(clinic.work()) == 1


def test_an_answer_about_safety_leaves_today_by_an_error_or_undo_only_through_a_clinician(clinic):
    saved = clinic.asked(answers=ELEVEN | {"9": 1})
    mark = MarkMistaken(FactRef("questionnaire_response", saved.response_id), 1, "wrong patient")
    for name, request in (("services.mistakes.mark", mark), ("services.history.undo", saved.changes.action_id)):
        with pytest.raises(NotAllowed) as refused:
            clinic.run(name, request)
        assert refused.value.code == "today.clinician_decides"
        assert [(row.key, row.section) for row in clinic.work()] == [(saved.alert, "critical")]
    (row,) = clinic.work()
    found = AssessSafety(row.key, row.version, "low", (), "Typed for the wrong patient; she was not asked.")
    clinic.run("services.screening.assess_safety", found, role=Role.CLINICIAN)
    assert clinic.run("services.mistakes.mark", mark).title


def test_undo_takes_the_form_and_its_score(clinic):
    saved = clinic.asked()
    clinic.run("services.history.undo", saved.changes.action_id)
    assert clinic.rows() == () and clinic.stored(Observation) == []


@pytest.mark.parametrize(
    ("more", "error", "code"),
    [
        ({"digest": "0"}, Conflict, "screening.another_version"),
        ({"instrument": "juggling"}, KeyError, ""),
        ({"mode": "telepathy"}, Invalid, "screening.bad_mode"),
        ({"language": "vi"}, Invalid, "screening.bad_language"),
        ({"instrument": "ahc-hrsn", "answers": {"1": 0}, "language": "es"}, Invalid, "screening.bad_language"),
        ({"asked_on": dt.date(2026, 11, 21)}, Invalid, "screening.bad_day"),
        ({"answers": {}}, Invalid, "screening.nothing"),
        ({"answers": {"1": 7}}, Invalid, "screening.not_an_option"),
        ({"note": "x" * 5000}, Invalid, "registration.too_long"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_leaves_nothing(clinic, more, error, code):
    with pytest.raises(error) as refused:
        clinic.asked(**more)
    assert code in ("", getattr(refused.value, "code", ""))
    assert clinic.stored(QuestionnaireResponse) == []


def test_a_questionnaire_that_is_off_is_not_asked(clinic):
    clinic.run("services.screening.use", UseInstrument("phq-9", in_use=False), role=Role.ADMINISTRATOR)
    with pytest.raises(Invalid) as refused:
        clinic.asked()
    assert refused.value.code == "screening.off"
    assert "phq-9" not in {one.instrument.id for one in clinic.run("queries.screening.forms", clinic.ana).rows}


@pytest.fixture
def licensed(tmp_path, monkeypatch):
    """Content with one questionnaire, which needs a licence of the practice's own."""
    text = (content.FOLDER / "phq-9.toml").read_text("utf-8")
    folder = tmp_path / "instruments"
    folder.mkdir()
    (folder / "phq-9.toml").write_text(text.replace('use = "free"', 'use = "declare"'), "utf-8")
    monkeypatch.setattr(content, "FOLDER", folder)
    instruments.cache_clear()
    yield
    monkeypatch.undo()
    instruments.cache_clear()


@pytest.mark.usefixtures("licensed")
def test_one_that_needs_a_licence_is_not_switched_on_without_the_practices_own(clinic):
    with pytest.raises(Invalid) as refused:
        clinic.run("services.screening.use", UseInstrument("phq-9", in_use=True), role=Role.ADMINISTRATOR)
    assert refused.value.code == "screening.licence_missing"
    assert not clinic.run("queries.screening.shipped")[0].in_use
    declared = UseInstrument("phq-9", in_use=True, licence="Contract 12 of 2026")
    clinic.run("services.screening.use", declared, role=Role.ADMINISTRATOR)
    assert clinic.run("queries.screening.shipped")[0].in_use


def test_a_chosen_cut_off_holds_for_what_is_asked_from_then_on(clinic):
    stress = {"gate": 1, "1": 1, "2": 1, "3": 1, "4": 0, "5": 0}
    clinic.asked("pc-ptsd-5", stress)
    clinic.run("services.screening.use", UseInstrument("pc-ptsd-5", True, None, ("women-3",)), role=Role.ADMINISTRATOR)
    clinic.asked("pc-ptsd-5", stress)
    assert [row.scores[0].positive for row in clinic.rows()] == [True, False]


def test_a_form_from_elsewhere_is_scored_or_says_why_not(clinic):
    answers = [{"link_id": item.loinc, "code": "LA6569-3", "value": None} for item in PHQ9.items[:9]]
    with clinic.practice.open().write("test") as uow:
        for url, items in (
            ("http://loinc.org/q/44249-1", answers),
            ("http://loinc.org/q/44249-1", [{"link_id": "44250-9", "code": "LA999-9", "value": None}]),
            ("http://loinc.org/q/93025-5", [{"link_id": "1", "text": "Homeless?", "value": "no"}]),
        ):
            made = {"patient_id": clinic.ana, "status": "completed", "authored_when": "2026-11-01"}
            uow.session.add(QuestionnaireResponse(questionnaire=url, items=items, **made))
    other, version, ours = clinic.rows()
    assert (ours.scores[0].value, ours.not_scored, ours.outside) == (9, None, True)
    assert (version.scores, version.not_scored) == ((), "not_an_option")
    assert (other.title["en"], other.not_scored, other.answers[0].words) == ("PRAPARE", "unknown", {"en": "no"})


def test_the_front_desk_sees_no_answers(clinic):
    clinic.asked()
    for name in ("queries.screening.of_patient", "queries.screening.forms"):
        with pytest.raises(NotAllowed):
            clinic.run(name, clinic.ana, role=Role.FRONT_DESK)


def test_an_unknown_row_cannot_be_assessed(clinic):
    for key in ("screening:99", "task:1", "result:x", ""):
        with pytest.raises(NotFound):
            asked = AssessSafety(key, 1, "low", (), "A real note of what was found.")
            clinic.run("services.screening.assess_safety", asked, role=Role.CLINICIAN)
