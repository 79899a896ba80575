"""The case review: who is on the list and why, recommendations until they are answered, relapse-prevention plans."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from db.models.clinical import Observation
from db.models.patient import Patient
from db.models.programs import ProgramEnrolment
from icm_desktop.contracts.case_review import (
    AnswerRecommendation,
    CaseReviewFilter,
    PrintPlan,
    Recommend,
    SaveRelapsePlan,
)
from icm_desktop.contracts.notes import SetGrants
from icm_desktop.contracts.records import HistoryFilter
from icm_desktop.contracts.worklist import FinishWork, WorkFilter
from icm_desktop.errors import Conflict, Invalid, NotAllowed
from icm_desktop.permissions import Role
from icm_desktop.words import say
from icm_desktop.words.case_review import sum_of, sum_params
from tests.handouts.reading import letter_sizes, text
from tests.support import make_practice

TODAY = dt.date(2026, 11, 20)
REVIEW, LIST = "services.case_review", "queries.case_review.case_review"
SECRET = "Raise sertraline to 100 mg"
WORDS = {"warning_signs": "I stop sleeping", "what_helps": "Walks", "who_to_call": "Rosa, 555-010-0100"}


def ago(days):
    return TODAY - dt.timedelta(days=days)


class Clinic:
    """Maria in collaborative care for 60 days with PHQ-9 18, then 16; Lee in remission; Ray in no treatment."""

    def __init__(self, tmp_path):
        self.practice = make_practice(tmp_path, today=TODAY)
        coordinator = self.practice.users[Role.COORDINATOR]
        given = SetGrants(coordinator, ("behavioral_health",), "BHCM")
        self.run("services.notes.set_grants", given, role="administrator")
        with self.practice.open().write("test") as uow:
            people = [Patient(record_number=f"00000{n}", family=name) for n, name in enumerate(("Lopez", "Lee", "Ray"))]
            uow.session.add_all(people)
            uow.session.flush()
            self.maria, self.lee, ray = (one.id for one in people)
            scores = ((self.maria, 60, 18), (self.maria, 3, 16), (self.lee, 80, 15), (self.lee, 4, 3), (ray, 70, 20))
            for patient_id, days, value in scores:
                uow.session.add(Observation(patient_id=patient_id, status="final", code="44261-6", value_number=value,
                                            effective_when=ago(days).isoformat()))  # fmt: skip
            for patient_id, days in ((self.maria, 60), (self.lee, 80)):
                uow.session.add(ProgramEnrolment(patient_id=patient_id, program="cocm", status="active",
                                                 enrolled_on=ago(days)))  # fmt: skip

    def run(self, name, *args, role="coordinator"):
        return self.practice.open(Role(role)).run(name, *args)


@pytest.fixture
def clinic(tmp_path):
    made = Clinic(tmp_path)
    yield made
    made.practice.database.close()


def review(clinic, role="coordinator"):
    return {row.head.family: row for row in clinic.run(LIST, CaseReviewFilter(), role=role).rows}


def work(clinic, role, *, everyone=False, on=None):
    rows = clinic.run("queries.today.worklist", WorkFilter(everyone=everyone, on=on), role=role).rows
    return {row.kind: row for row in rows if row.kind in ("recommendation", "relapse", "relapse_plan")}


def recommend(clinic, **more):
    asked: dict[str, Any] = {
        "kind": "medicine",
        "text": SECRET,
        "to_role": "PCP",
        "given_by": "Dr. Noor",
        "given_on": TODAY,
    } | more
    return clinic.run(f"{REVIEW}.recommend", Recommend(clinic.maria, **asked))


def test_who_does_not_improve_is_on_the_list_with_the_sum_behind_it(clinic):
    rows = review(clinic)
    assert [*rows] == ["Lopez", "Lee"]
    maria = rows["Lopez"]
    assert sum_of(sum_params(maria.standing("phq9")), say, dt.date.isoformat) == (
        f"PHQ-9 18 on {ago(60)} → 16 on {ago(3)}, 8.6 weeks in treatment: no response"
    )
    assert (maria.review.state, maria.review.due_on) == ("due", ago(60) + dt.timedelta(weeks=12))
    assert (rows["Lee"].review.state, rows["Lee"].plan_wanted) == ("not_due", True)
    for name in (LIST, f"{REVIEW}.read", f"{REVIEW}.choices"):
        with pytest.raises(NotAllowed):
            clinic.run(name, CaseReviewFilter() if name == LIST else clinic.maria, role="front_desk")


def test_a_recommendation_is_work_of_its_role_until_it_is_answered(clinic):
    saved = recommend(clinic)
    assert review(clinic)["Lopez"].review.state == "not_due"
    assert work(clinic, "coordinator").keys() == {"relapse"}
    assert work(clinic, "clinician")["recommendation"].title == "today.recommendation_closed"
    (open_one,) = review(clinic)["Lopez"].open
    assert clinic.run(f"{REVIEW}.read", clinic.maria).texts == {saved.id: SECRET}
    with pytest.raises(Invalid):
        clinic.run(f"{REVIEW}.answer", AnswerRecommendation(saved.id, 1, "not-done", " "))
    done = clinic.run(f"{REVIEW}.answer", AnswerRecommendation(saved.id, 1, "not-done", "She declined."))
    assert (review(clinic)["Lopez"].open, work(clinic, "clinician")) == ((), {})
    (told,) = clinic.run("queries.case_review.of_patient", clinic.maria).recommendations
    assert (told.status, told.outcome_reason, told.outcome_on) == ("not-done", "She declined.", TODAY)
    assert open_one.id == told.id and told.outcome_by and told.basis
    with pytest.raises(Conflict):
        clinic.run(f"{REVIEW}.answer", AnswerRecommendation(saved.id, told.version, "done"))
    clinic.run("services.history.undo", done.changes.action_id)
    assert len(review(clinic)["Lopez"].open) == 1
    newer = recommend(clinic, text="Add therapy", kind="talking_therapy", supersedes=(saved.id,), to_role="BHCM")
    assert [one.id for one in review(clinic)["Lopez"].open] == [newer.id]
    assert work(clinic, "coordinator")["recommendation"].title == "today.recommendation"
    recommend(clinic, kind="continue", text="", to_role="")
    assert [one.id for one in review(clinic)["Lopez"].open] == [newer.id]


def test_its_words_are_only_for_who_may_read_behavioral_health_notes(clinic):
    saved = recommend(clinic)
    for name, request in (
        ("read", clinic.maria), ("choices", clinic.maria), ("read_plan", clinic.maria),
        ("answer", AnswerRecommendation(saved.id, 1, "done")),
    ):  # fmt: skip
        with pytest.raises(NotAllowed):
            clinic.run(f"{REVIEW}.{name}", request, role="clinician")
    seen = [
        clinic.run("queries.case_review.of_patient", clinic.maria, role="clinician"),
        clinic.run("queries.record_history.of_patient", HistoryFilter(clinic.maria), role="clinician"),
        review(clinic, "clinician"), work(clinic, "clinician", everyone=True), work(clinic, "front_desk"),
    ]  # fmt: skip
    assert SECRET not in repr(seen) and "case_recommendation" not in repr(seen[1])
    assert work(clinic, "front_desk", everyone=True) == {}
    told = clinic.run("queries.record_history.of_patient", HistoryFilter(clinic.maria))
    assert "case_recommendation" in repr(told)


def test_a_plan_is_wanted_at_remission_signed_in_versions_and_asked_about(clinic):
    row = work(clinic, "coordinator")["relapse"]
    assert (row.head.family, row.why, row.can_finish) == ("Lee", "today.why_relapse", False)
    plan = SaveRelapsePlan(clinic.lee, "es", WORDS, TODAY + dt.timedelta(days=90), "Lee", "in_person")
    for wrong in ({"words": WORDS | {"what_helps": " "}}, {"language": "fr"}, {"agreed_by": ""}, {"check_on": TODAY}):
        with pytest.raises(Invalid):
            clinic.run(f"{REVIEW}.save_plan", SaveRelapsePlan(**{**_fields(plan), **wrong}))
    clinic.run(f"{REVIEW}.save_plan", plan)
    assert "relapse" not in work(clinic, "coordinator") and not review(clinic)["Lee"].plan_wanted
    with pytest.raises(Conflict):
        clinic.run(f"{REVIEW}.save_plan", plan)
    second = SaveRelapsePlan(**{**_fields(plan), "check_on": TODAY + dt.timedelta(days=1), "expected_number": 1})
    clinic.run(f"{REVIEW}.save_plan", second)
    versions = clinic.run("queries.case_review.of_patient", clinic.lee).plans
    for language, title in (("en", "My plan to stay well"), ("es", "Mi plan para seguir bien")):
        for large, size in ((False, 12), (True, 18)):
            page = clinic.run(f"{REVIEW}_papers.plan_page", PrintPlan(versions[0].id, language, "letter", large)).pdf
            told = text(page)
            assert title in told and "988" in told and "I stop sleeping" in told and size in letter_sizes(page)
    assert [one.number for one in versions] == [2, 1]
    assert "relapse_plan" not in work(clinic, "coordinator")
    check = work(clinic, "coordinator", on=TODAY + dt.timedelta(days=1))["relapse_plan"]
    clinic.run("services.follow_up.finish", FinishWork(check.key, check.version))
    assert work(clinic, "coordinator")["relapse_plan"].section == "done_today"


def _fields(plan):
    return {name: getattr(plan, name) for name in plan.__dataclass_fields__}
