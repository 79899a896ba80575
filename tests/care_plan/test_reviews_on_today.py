"""A review that is due, and an answer that is missing, are work on Today."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.contracts.plan_sheet import SetReview
from icm_desktop.contracts.plan_versions import AnswerVersion, FreezePlan
from icm_desktop.contracts.worklist import FinishWork, HoldWork, WorkFilter
from icm_desktop.errors import Invalid
from tests.care_plan.conftest import TODAY

REVIEW_DUE = dt.date(2026, 12, 1)


def _rows(opened, kind, **more):
    rows = opened.run("queries.today.worklist", WorkFilter(everyone=True, **more)).rows
    return [row for row in rows if row.kind == kind]


@pytest.fixture
def reviewed(rosa, patient):
    rosa.run("services.plan_parts.set_review", SetReview(patient, None, "high", REVIEW_DUE))
    return patient


def test_a_review_comes_on_its_day_and_is_late_after_it(practice, reviewed):
    for day, section, late in (
        (REVIEW_DUE - dt.timedelta(days=1), None, 0),
        (REVIEW_DUE, "due_today", 0),
        (REVIEW_DUE + dt.timedelta(days=3), "overdue", 3),
    ):
        found = _rows(practice.on(day).open("coordinator"), "plan_review")
        assert [(row.section, row.days_late) for row in found] == ([(section, late)] if section else [])


def test_a_review_is_found_by_the_patients_name_and_is_neutral_for_the_front_desk(practice, reviewed):
    later = practice.on(REVIEW_DUE)
    assert _rows(later.open("coordinator"), "plan_review", search="lopez")
    assert not _rows(later.open("coordinator"), "plan_review", search="cole")
    rows = later.open("front_desk").run("queries.today.worklist", WorkFilter(everyone=True)).rows
    mine = [row for row in rows if row.key.startswith("plan_review")]
    assert [(row.kind, row.title, row.why) for row in mine] == [("task", "today.neutral_item", "")]


def test_a_review_is_done_in_the_plan_and_can_be_put_off(practice, reviewed):
    rosa = practice.on(REVIEW_DUE).open("coordinator")
    row = _rows(rosa, "plan_review")[0]
    with pytest.raises(Invalid):
        rosa.run("services.follow_up.finish", FinishWork(row.key, row.version))
    rosa.run("services.follow_up.hold", HoldWork(row.key, REVIEW_DUE + dt.timedelta(days=2)))
    held = rosa.run("queries.today.worklist", WorkFilter(everyone=True))
    assert dict(held.counts)["waiting"] == 1
    assert [each.section for each in held.rows if each.kind == "plan_review"] == ["waiting"]
    later = practice.on(REVIEW_DUE + dt.timedelta(days=2)).open("coordinator")
    assert [each.section for each in _rows(later, "plan_review")] == ["overdue"]
    later.run("services.plan_parts.set_review", SetReview(reviewed, row.version, "high", reviewed=True))
    assert _rows(later, "plan_review") == []


def test_answers_that_are_missing_after_a_week_are_work_of_who_owes_or_gets_them(rosa, practice, patient):
    signers = rosa.run("queries.plan_versions.versions", patient).signers
    asked = tuple(one for one in signers if one.who.name in ("Kim Lee", "Dr. Asha Patel"))
    rosa.run("services.plan_versions.freeze", FreezePlan(patient, None, asked, "low"))
    assert _rows(rosa, "plan_answer") == []
    later = practice.on(TODAY + dt.timedelta(days=7))
    found = _rows(later.open("coordinator"), "plan_answer")
    assert sorted((row.title, row.owner.name if row.owner else "") for row in found) == [
        ("today.plan_answer", "Kim Lee"),
        ("today.plan_answer_of", ""),
        ("today.plan_answer_of", ""),
    ]
    kim = later.open("clinician")
    mine = kim.run("queries.today.worklist", WorkFilter()).rows
    assert "today.plan_answer" in {row.title for row in mine}
    row = next(one for one in kim.run("queries.plan_versions.versions", patient).versions[0].sign_offs if one.mine)
    kim.run("services.plan_versions.answer", AnswerVersion(row.id, row.version, "accepted"))
    assert len(_rows(kim, "plan_answer")) == 2
