"""Concerns, barriers, what becomes of open work, sign-off and versions: all of it by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from icm_desktop.contracts.concerns import AddBarrier, AddConcern, BarrierDraft, ConcernDraft
from icm_desktop.contracts.plan_sheet import AskSheet
from icm_desktop.contracts.plan_versions import FreezePlan
from icm_desktop.contracts.plans import ActionDraft, AddAction, AddGoal, CarePlanView, GoalDraft, SetActionStatus
from tests.ui.desk import Desk
from ui.dialogs.plan_answer import AnswerDialog
from ui.dialogs.plan_copy import CopyDialog
from ui.dialogs.plan_freeze import FreezeDialog
from ui.dialogs.plan_leftovers import LeftoversDialog
from ui.dialogs.plan_missing import PlanMissingDialog
from ui.dialogs.plan_paper import PlanPaperDialog
from ui.dialogs.plan_parts import PlanPartsDialog
from ui.dialogs.plan_starts import PlanStartsDialog
from ui.dialogs.plan_versions import PlanVersionsDialog
from ui.pages.care_plan import CarePlanTab
from ui.pages.care_plan_rows import of_concern


@pytest.fixture
def patient_id(desk: Desk) -> int:
    """Maria with a concern, a goal under it with two actions, and a barrier of the goal."""
    made = desk.register("Lopez", "Maria", "1958-03-04", language="es")
    concern = desk.run("services.concerns.add_concern", AddConcern(made, ConcernDraft("problem", None, "Breath"))).id
    goal = desk.run("services.care_plans.add_goal", AddGoal(made, GoalDraft("Walk", None, concern_id=concern))).id
    for text in ("Weigh", "Call"):
        desk.run("services.care_plans.add_action", AddAction(made, goal, ActionDraft(text)))
    desk.run("services.concerns.add_barrier", AddBarrier(made, BarrierDraft("cost", "Co-pay", goal_id=goal)))
    return made


def command(desk: Desk, action_id: str) -> None:
    """A command of the menus, until what it opens has the keyboard."""
    desk.context.actions.trigger(action_id)
    QApplication.processEvents()


def plan(desk: Desk, patient_id: int) -> CarePlanView:
    found = desk.run("queries.care_plan.care_plan", patient_id)
    assert isinstance(found, CarePlanView)
    return found


def test_the_arrow_keys_walk_the_tree_and_ins_adds_what_belongs_under_a_line(
    desk: Desk, tab: CarePlanTab, patient_id: int
) -> None:
    desk.press("F5")
    walked = [type(tab.table.current_row()).__name__]
    for _ in range(4):
        desk.press("Down")
        walked.append(type(tab.table.current_row()).__name__)
    assert walked == ["PlanConcernRow", "PlanGoalRow", "PlanBarrierRow", "PlanActionRow", "PlanActionRow"]
    desk.press("Home", "Ins", "'Sleep flat'", "Ctrl+Return")
    goal = next(one for one in plan(desk, patient_id).goals if one.draft.words == "Sleep flat")
    assert goal.draft.concern_id == plan(desk, patient_id).concerns[0].id
    assert tab.table.current_row().id == goal.id
    desk.press("Ins", "'No naps'", "Ctrl+Return")
    assert [one.draft.text for one in plan(desk, patient_id).goals[1].actions] == ["No naps"]


def test_a_concern_and_a_barrier_are_added_from_the_menu_of_new_things(
    desk: Desk, tab: CarePlanTab, patient_id: int
) -> None:
    desk.press("F5", "Down")
    command(desk, "plan.new_barrier")
    desk.press("'No car'", "Ctrl+Return")
    barrier = plan(desk, patient_id).barriers[-1]
    assert (barrier.draft.text, barrier.draft.goal_id) == ("No car", plan(desk, patient_id).goals[0].id)
    command(desk, "plan.new_concern")
    desk.press("'Me caigo'", "Ctrl+Return")
    concern = plan(desk, patient_id).concerns[-1]
    assert (concern.number, concern.draft.words, concern.draft.words_language) == ("B", "Me caigo", "es")


def test_removing_a_goal_asks_about_its_work_and_one_undo_brings_all_back(
    desk: Desk, tab: CarePlanTab, patient_id: int
) -> None:
    before = plan(desk, patient_id)
    desk.press("F5", "Down", "Ctrl+Backspace")
    dialog = desk.dialog()
    assert isinstance(dialog, LeftoversDialog)
    dialog.choices[0].way.setCurrentIndex(dialog.choices[0].way.findData("replace"))
    desk.press("Ctrl+Return")
    assert "what takes its place" in dialog.choices[0].wrong.text()
    dialog.choices[0].text.setText("Weigh on Mondays")
    desk.press("Ctrl+Return")
    assert dialog.fields["reason"].edit.hasFocus()
    desk.press("'Too much'", "Ctrl+Return")
    after = plan(desk, patient_id)
    assert after.goals == ()
    assert [one.draft.text for one in after.actions] == ["Call", "Weigh on Mondays"]
    desk.press("Ctrl+Z")
    again = plan(desk, patient_id)
    assert [one.draft for one in again.goals] == [one.draft for one in before.goals]
    assert again.actions == ()


def test_another_target_asks_about_the_work_but_other_words_do_not(
    desk: Desk, tab: CarePlanTab, patient_id: int
) -> None:
    desk.press("F5", "Down", "F2", "Ctrl+A", "'Walk far'", "Ctrl+Return")
    assert plan(desk, patient_id).goals[0].draft.words == "Walk far"
    desk.press("F2")
    form = desk.dialog()
    form.target.setText("walk 10 minutes")  # type: ignore[attr-defined]
    desk.press("Ctrl+Return")
    assert isinstance(desk.dialog(), LeftoversDialog)
    desk.press("Ctrl+Return")
    assert plan(desk, patient_id).goals[0].draft.target_text == "walk 10 minutes"
    assert len(plan(desk, patient_id).goals[0].actions) == 2


def test_sign_off_answer_copy_and_difference(desk: Desk, tab: CarePlanTab, patient_id: int) -> None:
    command(desk, "plan.versions")
    dialog = desk.dialog()
    assert isinstance(dialog, PlanVersionsDialog)
    dialog.sign()
    form = desk.dialog()
    assert isinstance(form, FreezeDialog)
    for box in form.fields["asked"].edit.boxes.values():  # type: ignore[attr-defined]
        box.setChecked("Rosa" in box.text())
    form.submit()
    version = dialog.chosen()
    assert version is not None
    assert (version.number, version.state, version.waiting) == (1, "in_sign_off", 2)
    asked = []
    for _ in range(2):  # the answer the keyboard is on, then the next: also from within the list
        dialog.answers.setFocus()
        dialog.answer()
        answer = desk.dialog()
        assert isinstance(answer, AnswerDialog)
        asked.append(answer.asked.party)
        answer.submit()
    assert sorted(asked) == ["member", "patient"]
    assert desk.run("queries.plan_versions.versions", patient_id).versions[0].state == "agreed"
    dialog.copy()
    form = desk.dialog()
    assert isinstance(form, CopyDialog)
    form.submit()
    assert [one.to_name for one in dialog.view.versions[0].copies] == ["LOPEZ, Maria"]
    dialog.reject()
    desk.press("F5", "End", "Ctrl+D")
    command(desk, "plan.versions")
    again = desk.dialog()
    assert isinstance(again, PlanVersionsDialog)
    told = [again.differences.model().index(row, 0).data() for row in range(again.differences.model().rowCount())]
    assert told == ["Action: Call"]


def test_what_is_missing_leads_to_where_it_is_written(desk: Desk, tab: CarePlanTab, patient_id: int) -> None:
    command(desk, "plan.missing")
    missing = desk.dialog()
    assert isinstance(missing, PlanMissingDialog)
    desk.press("Return")
    parts = desk.dialog()
    assert isinstance(parts, PlanPartsDialog)
    desk.press("'Weeks, not days'", "Ctrl+Return")
    sheet = desk.run("queries.plan_sheet.sheet", AskSheet(patient_id))
    assert "prognosis" not in {one.id for one in sheet.missing}
    assert {one.part: one.text for one in sheet.parts}["prognosis"] == "Weeks, not days"


def test_the_plan_is_printed_for_somebody_and_the_pages_are_seen_again(
    desk: Desk, tab: CarePlanTab, patient_id: int, tmp_path: Path
) -> None:
    command(desk, "plan.print")
    dialog = desk.dialog()
    assert isinstance(dialog, PlanPaperDialog) and dialog.pages() == 2
    dialog.options.who.setCurrentIndex(dialog.options.who.count() - 1)
    assert dialog.pages() == 0 and dialog.view.pages == 0  # nobody is named yet
    desk.press("'Dr. Petrov'")
    dialog.options.changed.emit()  # what follows a pause in typing
    assert dialog.pages() == 0 and not dialog.options.warning.isHidden()
    dialog.options.treats.click()
    path = tmp_path / "plan.pdf"
    dialog.save_to = lambda: dialog.save_pages(str(path))
    dialog.options.how.setCurrentIndex(dialog.options.how.findData("fax"))
    desk.press("Ctrl+S")
    (kept,) = desk.run("queries.plan_document.papers", patient_id)
    assert (kept.to, kept.how, kept.number) == ("Dr. Petrov", "fax", None)
    assert path.read_bytes() == desk.run("queries.plan_document.kept_paper", kept.handout_id)
    command(desk, "plan.print")
    again = desk.dialog()
    assert isinstance(again, PlanPaperDialog)
    (fact,) = again.earlier.facts()
    assert "Dr. Petrov" in fact.text and "not signed" in fact.detail[0]
    desk.press("Escape", "Ctrl+Z")
    assert desk.run("queries.plan_document.papers", patient_id) == ()


def test_lines_are_ticked_and_carried_forward_and_the_plan_is_narrowed_to_one_concern(
    desk: Desk, tab: CarePlanTab, patient_id: int
) -> None:
    desk.run("services.concerns.add_concern", AddConcern(patient_id, ConcernDraft("risk", None, "Falls")))
    view = desk.run("queries.plan_versions.versions", patient_id)
    desk.run("services.plan_versions.freeze", FreezePlan(patient_id, None, view.signers[:1], "high"))
    call = next(one for one in plan(desk, patient_id).goals[0].actions if one.draft.text == "Call")
    desk.run("services.care_plans.set_action_status", SetActionStatus(call.id, call.version, "completed"))
    desk.press("F5")
    command(desk, "plan.from_last")
    dialog = desk.dialog()
    assert isinstance(dialog, PlanStartsDialog) and not dialog.save_button.isEnabled()
    desk.press("Space", "Ctrl+Return")
    again = [one for one in plan(desk, patient_id).goals[0].actions if one.draft.text == "Call"]
    assert sorted(one.status for one in again) == ["completed", "not-started"]
    tab.about.setCurrentIndex(tab.about.count() - 1)
    tab.about.activated.emit(tab.about.count() - 1)
    assert tab.about.currentText().endswith("Falls") and "Falls" in tab.status()
    narrowed = of_concern(plan(desk, patient_id), tab.about.currentData())
    assert [row.draft.text for row in narrowed.concerns] == ["Falls"] and narrowed.goals == ()
    desk.press("Ctrl+Z")
    assert len(plan(desk, patient_id).goals[0].actions) == 2
