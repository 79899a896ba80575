"""The plan as a whole: what is missing is named with where to fill it in; its review comes by risk."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from importlib.resources import files

import jsonschema
import pytest

from icm_desktop.content import care_plan as content
from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.contracts.concerns import AddConcern, ConcernDraft
from icm_desktop.contracts.plan_sheet import AskSheet, PartText, SaveParts, SetReview
from icm_desktop.contracts.plan_versions import AnswerVersion, FreezePlan, GiveCopy
from icm_desktop.contracts.plans import ActionDraft, AddAction, AddGoal, ChangeGoal, GoalDraft
from icm_desktop.errors import Conflict, Invalid
from icm_desktop.queries.plan_sheet import CHECKS
from tests.care_plan.conftest import TODAY

CONTENT = files("resources").joinpath("content")


def _sheet(opened, patient, language="en"):
    return opened.run("queries.plan_sheet.sheet", AskSheet(patient, language))


def _missing(opened, patient):
    return {one.id: one for one in _sheet(opened, patient).missing}


@pytest.mark.parametrize("name", ["elements", "review"])
def test_the_content_has_the_form_of_its_schema(name):
    schema = json.loads(CONTENT.joinpath("schemas", f"care_plan_{name}.schema.json").read_text("utf-8"))
    value = tomllib.loads(CONTENT.joinpath("care_plan", f"{name}.toml").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(value)) == []


def test_every_element_of_the_rules_is_looked_for_and_every_part_it_names_exists():
    elements = content.elements()
    assert {each.check for each in elements} <= CHECKS
    assert {part for each in elements for part in each.parts} <= content.parts().keys()
    cms = {each.id for each in elements if "CMS" in each.standards}
    assert cms == {
        "problem_list", "prognosis", "goals", "function", "symptoms", "interventions", "medicines", "home",
        "caregiver", "coordination", "team", "responsible", "review", "copy",
    }  # fmt: skip
    onc = [each.source for each in elements if "ONC" in each.standards]
    assert all(code in " ".join(onc) for code in ("61146-7", "75310-3", "11383-7", "62387-6"))


def test_a_whole_plan_lacks_nothing(rosa, practice, patient):
    parts = tuple(PartText(part, None, "Written") for part in content.parts())
    rosa.run("services.plan_parts.save_parts", SaveParts(patient, parts))
    concern = rosa.run("services.concerns.add_concern", AddConcern(patient, ConcernDraft("problem", "Aire", None))).id
    owner = Owner(OwnerKind.PATIENT, "")
    for goal in rosa.run("queries.care_plan.care_plan", patient).goals:  # the imported one
        draft = GoalDraft("Azúcar", "A1c", target_text="A1c < 8 %", owner=owner, concern_id=concern)
        rosa.run("services.care_plans.change_goal", ChangeGoal(goal.id, goal.version, draft, "active", "improving"))
        rosa.run("services.care_plans.add_action", AddAction(patient, goal.id, ActionDraft("Walk")))
    signer = next(
        one for one in rosa.run("queries.plan_versions.versions", patient).signers if one.who.name == "Rosa Diaz"
    )
    version = rosa.run("services.plan_versions.freeze", FreezePlan(patient, None, (signer,), "high")).id
    assert _missing(rosa, patient).keys() == {"agreed", "copy"}
    for one in rosa.run("queries.plan_versions.versions", patient).versions[0].sign_offs:
        answer = AnswerVersion(one.id, one.version, "accepted", how="in_person")
        rosa.run("services.plan_versions.answer", answer)
    assert _missing(rosa, patient).keys() == {"copy"}
    rosa.run("services.plan_versions.give_copy", GiveCopy(version, "patient", "Maria Lopez", "paper"))
    assert _sheet(rosa, patient).missing == ()


def test_what_is_missing_says_where_it_is_filled_in_and_for_which_goals(rosa, patient):
    rosa.run("services.care_plans.add_goal", AddGoal(patient, GoalDraft("Walk", None)))
    missing = _missing(rosa, patient)
    assert (missing["directive"].fill, missing["directive"].part) == ("part", "directive")
    assert missing["responsible"].goals == ("1", "2")
    assert (missing["emergency"].part, missing["emergency"].confirmed) == ("emergency_do", False)
    rosa.run("services.plan_parts.save_parts", SaveParts(patient, (PartText("emergency_do", None, "Call"),)))
    assert _missing(rosa, patient)["emergency"].part == "emergency_call"
    assert {one.id: one.title for one in _sheet(rosa, patient, "es").missing}["home"] == "Hogar y entorno"


def test_a_part_is_written_changed_emptied_and_undone(rosa, patient):
    first = rosa.run("services.plan_parts.save_parts", SaveParts(patient, (PartText("strengths", None, "Faith"),)))
    part = _sheet(rosa, patient).parts[0]
    assert (part.text, part.version, part.written_on, part.written_by) == ("Faith", 1, TODAY, "Rosa Diaz")
    with pytest.raises(Conflict):
        rosa.run("services.plan_parts.save_parts", SaveParts(patient, (PartText("strengths", None, "Other"),)))
    for wrong in (PartText("mood", None, "x"), PartText("home", None, "x" * 1001)):
        with pytest.raises(Invalid):
            rosa.run("services.plan_parts.save_parts", SaveParts(patient, (wrong,)))
    emptied = rosa.run("services.plan_parts.save_parts", SaveParts(patient, (PartText("strengths", 1, " "),)))
    assert _sheet(rosa, patient).parts[0].text is None
    rosa.run("services.history.undo", emptied.changes.action_id)
    assert _sheet(rosa, patient).parts[0].text == "Faith"
    rosa.run("services.history.undo", first.changes.action_id)
    assert _sheet(rosa, patient).parts[0].version is None


@pytest.mark.parametrize(
    ("risk", "due"),
    [("high", dt.date(2027, 2, 20)), ("medium", dt.date(2027, 5, 20)), ("low", dt.date(2027, 11, 20))],
)
def test_the_next_review_comes_by_risk(rosa, patient, risk, due):
    rosa.run("services.plan_parts.set_review", SetReview(patient, None, risk, reviewed=True))
    review = _sheet(rosa, patient).review
    assert (review.risk, review.reviewed_on, review.review_due, review.days_late) == (risk, TODAY, due, 0)


def test_a_review_can_be_sooner_but_never_past_or_too_late(rosa, patient):
    with pytest.raises(Invalid):
        rosa.run("services.plan_parts.set_review", SetReview(patient, None, "high", TODAY))
    with pytest.raises(Invalid):
        rosa.run("services.plan_parts.set_review", SetReview(patient, None, "low", dt.date(2028, 1, 1)))
    sooner = dt.date(2026, 12, 1)
    rosa.run("services.plan_parts.set_review", SetReview(patient, None, "high", sooner))
    review = _sheet(rosa, patient).review
    assert (review.review_due, review.reviewed_on) == (sooner, None)
    with pytest.raises(Conflict):
        rosa.run("services.plan_parts.set_review", SetReview(patient, None, "low"))
