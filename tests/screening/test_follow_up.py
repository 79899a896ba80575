"""A positive screen is work until something followed it; a questionnaire is asked again when its content says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from db.models.clinical import Observation, QuestionnaireResponse
from db.models.patient import Patient
from icm_desktop.content.instruments import instruments
from icm_desktop.content.pathways import pathways
from icm_desktop.contracts.referrals import NewReferral
from icm_desktop.contracts.screening import AssessSafety, RecordFollowUp, RecordScreening
from icm_desktop.contracts.worklist import FinishWork, HoldWork, WorkFilter, WorkRow
from icm_desktop.errors import Conflict, Invalid, NotAllowed
from icm_desktop.permissions import Role
from icm_desktop.queries.pathway_facts import patient_facts
from tests.support import PracticeForTests, make_practice

ASKED = dt.date(2026, 5, 3)
ELEVEN = {"1": 2, "2": 2, "3": 2, "4": 1, "5": 1, "6": 1, "7": 1, "8": 1, "9": 0}


class Clinic:
    """A practice on the day of a screen, or on a later one; each test has a patient of its own."""

    def __init__(self, practice: PracticeForTests) -> None:
        self.practice, self.patients = practice, 0

    def on(self, day: dt.date, role: Role = Role.COORDINATOR) -> Any:
        return self.practice.on(day).open(role).run

    def patient(self, sex: str = "female") -> int:
        self.patients += 1
        with self.practice.open().write("test") as uow:
            row = Patient(record_number=f"{self.patients:06}", family=f"P{self.patients}", sex=sex)
            uow.session.add(row)
            uow.session.flush()
            return row.id

    def asked(self, whose: int, instrument: str, answers: dict[str, Any], day: dt.date = ASKED) -> None:
        one = instruments()[instrument]
        self.on(day)("services.screening.record", RecordScreening(
            whose, instrument, one.digest, answers, "interview", "en", day))  # fmt: skip

    def work(self, whose: int, day: dt.date, role: Role = Role.CLINICIAN) -> list[WorkRow]:
        found = self.on(day, role)("queries.today.worklist", WorkFilter(everyone=True, limit=500))
        return [row for row in found.rows if row.head.id == whose and row.section != "done_today"]


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clinic]:
    made = make_practice(tmp_path_factory.mktemp("screens"), today=ASKED)
    yield Clinic(made)
    made.database.close()


def later(days: int) -> dt.date:
    return ASKED + dt.timedelta(days=days)


def test_a_positive_screen_waits_for_its_follow_up_and_says_until_when(clinic: Clinic) -> None:
    whose = clinic.patient()
    clinic.asked(whose, "phq-9", ELEVEN)
    (row,) = clinic.work(whose, ASKED)
    told = dict(row.title_params)
    assert (row.kind, row.section, row.due) == ("follow_up", "due_today", later(2))
    assert (told["form"], told["value"], told["asked_on"], told["due_on"]) == (
        "PHQ-9", "11", "2026-05-03", "2026-05-05"
    )  # fmt: skip
    assert "CMS2v15" in dict(row.why_params)["source"]
    assert [one.days_late for one in clinic.work(whose, later(5))] == [3]
    (neutral,) = clinic.work(whose, ASKED, Role.FRONT_DESK)
    assert (neutral.kind, neutral.title, neutral.title_params) == ("task", "today.neutral_item", ())


def test_what_followed_ends_it_and_stands_in_the_chart(clinic: Clinic) -> None:
    whose = clinic.patient()
    clinic.asked(whose, "phq-9", ELEVEN)
    (row,) = clinic.work(whose, ASKED)
    run = clinic.on(later(2))
    with pytest.raises(Invalid, match="say_what_followed"):
        run("services.follow_up.finish", FinishWork(row.key, row.version))
    for wrong, code in (
        ({"act": ""}, "act_missing"), ({"done_on": later(3)}, "bad_day"), ({"done_on": later(-1)}, "before_screen"),
        ({"act": "declined"}, "why_missing"),
    ):  # fmt: skip
        with pytest.raises(Invalid, match=code):
            run("services.screening.record_follow_up", _act(row, **wrong))
    with pytest.raises(Conflict):
        run("services.screening.record_follow_up", _act(row, expected_version=row.version + 1))
    with pytest.raises(NotAllowed):
        clinic.on(later(2), Role.FRONT_DESK)("services.screening.record_follow_up", _act(row))
    saved = run("services.screening.record_follow_up", _act(row, note="pill begun"))
    assert clinic.work(whose, later(2)) == []
    (line,) = run("queries.screening.of_patient", whose).rows
    assert line.follow_up is not None and line.follow_up.due == later(2) and not line.follow_up.open
    (act,) = line.follow_up.acts
    assert (act.day, act.act["en"], act.by, act.note) == (
        later(1), "Medicine begun or changed", "Rosa Diaz", "pill begun"
    )  # fmt: skip
    run("services.history.undo", saved.changes.action_id)
    assert [one.kind for one in clinic.work(whose, later(2))] == ["follow_up"]


def _act(row: WorkRow, **more: Any) -> RecordFollowUp:
    known: dict[str, Any] = {"key": row.key, "expected_version": row.version, "act": "medicine", "done_on": later(1)}
    return RecordFollowUp(**(known | more))


def test_a_referral_the_next_questionnaire_and_a_newer_result_end_it_by_themselves(clinic: Clinic) -> None:
    referred, asked, better = clinic.patient(), clinic.patient(), clinic.patient()
    for whose in (referred, better):
        clinic.asked(whose, "phq-9", ELEVEN)
    clinic.asked(asked, "phq-2", {"1": 3, "2": 3})
    assert [[one.kind for one in clinic.work(whose, ASKED)] for whose in (referred, asked, better)] == [
        ["follow_up"], ["follow_up"], ["follow_up"]
    ]  # fmt: skip
    clinic.on(ASKED)("services.referrals.create", NewReferral(referred, "Psychotherapy", ordered_on=ASKED))
    clinic.asked(asked, "phq-9", dict.fromkeys(ELEVEN, 0))
    clinic.asked(better, "phq-9", dict.fromkeys(ELEVEN, 0), later(1))
    kinds = [{one.kind for one in clinic.work(whose, later(1))} for whose in (referred, asked, better)]
    assert all("follow_up" not in each for each in kinds)
    (line,) = clinic.on(later(1))("queries.screening.of_patient", referred).rows
    assert line.follow_up is not None and line.follow_up.by_itself == "referral"


def test_a_positive_one_is_asked_again_on_its_day_and_ends_with_the_new_one(clinic: Clinic) -> None:
    whose = clinic.patient()
    clinic.asked(whose, "audit-c", {"1": 2, "2": 1, "3": 1})
    assert clinic.work(whose, later(11)) == []  # two days before the last day it comes
    (row,) = clinic.work(whose, later(12))
    clinic.on(later(12))("services.screening.record_follow_up", _act(row, act="counseled", done_on=ASKED))
    assert clinic.work(whose, later(55)) == []
    (again,) = clinic.work(whose, later(56))
    assert (again.kind, again.due, dict(again.title_params)["form"]) == ("rescreen", later(56), "AUDIT-C")
    (line,) = clinic.on(later(56))("queries.screening.of_patient", whose).rows
    assert line.again_on == later(56) and "SBIRT" in (line.again_source or "")
    with pytest.raises(Invalid, match="ask_it_again"):
        clinic.on(later(56))("services.follow_up.finish", FinishWork(again.key, again.version))
    clinic.on(later(56))("services.follow_up.hold", HoldWork(again.key, later(60), "on holiday"))
    assert [one.section for one in clinic.work(whose, later(57))] == ["waiting"]
    clinic.asked(whose, "audit-c", {"1": 1, "2": 0, "3": 0}, later(57))
    assert clinic.work(whose, later(61)) == []


def test_an_old_or_unclear_result_is_no_work(clinic: Clinic) -> None:
    old, unclear = clinic.patient(), clinic.patient(sex="unknown")
    clinic.asked(old, "phq-9", ELEVEN)
    clinic.asked(unclear, "audit-c", {"1": 1, "2": 1, "3": 1})
    assert clinic.work(old, later(200)) == [] and clinic.work(unclear, ASKED) == []


def test_a_result_from_elsewhere_counts_like_ours(clinic: Clinic) -> None:
    whose = clinic.patient()
    with clinic.practice.open().write("test") as uow:
        uow.session.add(Observation(
            patient_id=whose, status="final", code_system="http://loinc.org", code="102017-1", text="PC-PTSD-5",
            effective_when=ASKED.isoformat(), value_number=4.0, value_unit="{score}",
        ))  # fmt: skip
    (row,) = clinic.work(whose, later(13))
    assert dict(row.title_params)["form"] == "PC-PTSD-5" and row.due == later(14)


def test_an_answer_about_safety_is_the_work_of_its_day_and_its_assessment_the_follow_up(clinic: Clinic) -> None:
    whose = clinic.patient()
    clinic.asked(whose, "phq-9", ELEVEN | {"9": 1})
    (row,) = clinic.work(whose, ASKED)
    assert (row.kind, row.section) == ("screening", "critical")
    clinic.on(ASKED, Role.CLINICIAN)("services.screening.assess_safety", AssessSafety(
        row.key, row.version, "low", (), "no plan, no intent, sister stays tonight"))  # fmt: skip
    assert clinic.work(whose, later(1)) == []


def test_a_form_from_elsewhere_without_a_panel_code_is_known_by_its_questions(clinic: Clinic) -> None:
    whose, codes = clinic.patient(), [one.loinc for one in instruments()["pc-ptsd-5"].items]
    items = [{"link_id": f"/{code}", "code": "LA33-6"} for code in codes[:5]]
    items.append({"link_id": f"/{codes[5]}", "code": "LA32-8"})
    with clinic.practice.open().write("test") as uow:
        uow.session.add(QuestionnaireResponse(
            patient_id=whose, status="completed", questionnaire="Questionnaire/8831", authored_when=ASKED.isoformat(),
            items=items,
        ))  # fmt: skip
    run = clinic.on(ASKED)
    (row,) = run("queries.screening.of_patient", whose).rows
    assert (row.instrument, row.scores[0].value, row.scores[0].positive) == ("pc-ptsd-5", 4, True)
    with clinic.practice.on(ASKED).open().read() as uow:
        facts = patient_facts(uow, whose, ASKED)
    steps = [one.activity for pathway in pathways() for one in pathway.steps if one.activity.title == "PC-PTSD-5"]
    assert steps and all(one.done_by.events(facts) for one in steps)
