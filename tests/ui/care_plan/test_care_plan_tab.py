"""The care plan driven by keyboard over the real encrypted database."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.contracts.common import OwnerKind
from icm_desktop.contracts.conflicts import KEEP_OPEN
from icm_desktop.contracts.medicines import SaveMedicine
from icm_desktop.contracts.plans import ActionDraft, AddAction, AddGoal, CarePlanView, ChangeAction, GoalDraft
from tests.ui.desk import Desk
from ui.dialogs.action import ActionDialog
from ui.dialogs.conflict_interrupt import ConflictInterruptDialog
from ui.dialogs.goal import GoalDialog
from ui.dialogs.record_history import RecordHistoryDialog
from ui.pages.care_plan import CarePlanTab
from ui.pages.chart import ChartPage


@pytest.fixture
def patient_id(desk: Desk) -> int:
    made = desk.register("Lopez", "Maria", "1958-03-04", language="es")
    desk.run("services.care_plans.add_goal", AddGoal(made, GoalDraft("Caminar a la iglesia", None)))
    return made


def plan(desk: Desk, patient_id: int) -> CarePlanView:
    found = desk.run("queries.care_plan.care_plan", patient_id)
    assert isinstance(found, CarePlanView)
    return found


def add_actions(desk: Desk, patient_id: int, *texts: str) -> None:
    goal_id = plan(desk, patient_id).goals[0].id
    for text in texts:
        desk.run("services.care_plans.add_action", AddAction(patient_id, goal_id, ActionDraft(text)))


def test_an_action_with_owner_and_day_takes_three_keys_and_a_line(
    desk: Desk, tab: CarePlanTab, patient_id: int
) -> None:
    desk.press("Ctrl+N", "T", "'call pharmacy re metformin @rosa fri'", "Ctrl+Return")
    action = plan(desk, patient_id).goals[0].actions[0]
    assert action.draft.text == "call pharmacy re metformin"
    assert action.draft.owner is not None
    assert (action.draft.owner.kind, action.draft.owner.name) == (OwnerKind.USER, "Rosa Diaz")
    assert action.draft.due_on == dt.date(2026, 11, 27)
    assert tab.table.current_row().id == action.id


def test_a_goal_that_is_a_danger_is_asked_about_before_it_is_saved(
    desk: Desk, tab: CarePlanTab, patient_id: int
) -> None:
    desk.run("services.medicines.save", SaveMedicine(patient_id, "empagliflozin 10 mg tablet"))
    desk.press("Ctrl+N", "G")
    form = desk.dialog()
    assert isinstance(form, GoalDialog)
    desk.type(form.text, "Ketogenic, low carb diet")
    form.submit()
    asked = desk.dialog()
    assert isinstance(asked, ConflictInterruptDialog)
    assert len(plan(desk, patient_id).goals) == 1
    asked.choice.setCurrentIndex(asked.choice.findData(KEEP_OPEN))
    asked.submit()
    assert len(plan(desk, patient_id).goals) == 2 and not form.isVisible()


def test_an_unknown_owner_keeps_the_form_open_and_says_so(desk: Desk, tab: CarePlanTab, patient_id: int) -> None:
    desk.press("Ctrl+N", "T", "'call @nobodyhere'", "Ctrl+Return")
    dialog = desk.dialog()
    assert isinstance(dialog, ActionDialog)
    assert "Nobody" in dialog.echo.text
    assert plan(desk, patient_id).goals[0].actions == ()


def test_a_goal_with_a_measured_target_is_added_by_keyboard(desk: Desk, tab: CarePlanTab, patient_id: int) -> None:
    desk.press("Ctrl+N", "G")
    dialog = desk.dialog()
    assert isinstance(dialog, GoalDialog)
    desk.press("'Menos azúcar'", "Tab", "Tab", "'A1c'", "Tab", "'< 8 %'", "Ctrl+Return")
    goal = plan(desk, patient_id).goals[1]
    assert (goal.draft.words, goal.draft.words_language) == ("Menos azúcar", "es")
    assert (goal.draft.target_comparator, goal.draft.target_value, goal.draft.target_unit) == ("<", 8.0, "%")
    assert goal.target == "A1c < 8 %"


def test_done_is_one_key_and_undo_takes_it_back(desk: Desk, tab: CarePlanTab, patient_id: int) -> None:
    add_actions(desk, patient_id, "Weigh every morning")
    desk.press("F5", "Down", "Ctrl+D")
    assert plan(desk, patient_id).goals[0].actions[0].status == "completed"
    desk.press("Ctrl+Z")
    assert plan(desk, patient_id).goals[0].actions[0].status == "not-started"


def test_space_puts_a_line_on_the_patients_page_or_takes_it_off(desk: Desk, tab: CarePlanTab, patient_id: int) -> None:
    add_actions(desk, patient_id, "Weigh every morning")
    desk.press("F5", "Down", "Space")
    assert plan(desk, patient_id).goals[0].actions[0].draft.on_handout is False
    desk.press("Space")
    assert plan(desk, patient_id).goals[0].actions[0].draft.on_handout is True


def test_alt_up_moves_an_action_and_the_keyboard_stays_on_it(desk: Desk, tab: CarePlanTab, patient_id: int) -> None:
    add_actions(desk, patient_id, "First", "Second", "Third")
    desk.press("F5", "Down", "Down", "Down", "Alt+Up")
    texts = [action.draft.text for action in plan(desk, patient_id).goals[0].actions]
    assert texts == ["First", "Third", "Second"]
    assert tab.table.current_row().draft.text == "Third"


def test_f2_changes_an_action_without_losing_what_the_form_does_not_show(
    desk: Desk, tab: CarePlanTab, patient_id: int
) -> None:
    goal_id = plan(desk, patient_id).goals[0].id
    draft = ActionDraft("Weigh", patient_words=(("es", "Pésese"), ("fr", "Pesez-vous")), phrase="weigh_daily")
    desk.run("services.care_plans.add_action", AddAction(patient_id, goal_id, draft))
    desk.press("F5", "Down", "F2", "Ctrl+A", "'Weigh every day'", "Ctrl+Return")
    changed = plan(desk, patient_id).goals[0].actions[0].draft
    assert changed.text == "Weigh every day"
    assert (changed.patient_words, changed.phrase) == (draft.patient_words, draft.phrase)


def test_removing_is_undone_by_control_z(desk: Desk, tab: CarePlanTab, patient_id: int) -> None:
    desk.press("Ctrl+Backspace")
    assert plan(desk, patient_id).goals == ()
    desk.press("Ctrl+Z")
    assert len(plan(desk, patient_id).goals) == 1


def test_somebody_elses_change_is_told_and_shown_instead_of_overwritten(
    desk: Desk, tab: CarePlanTab, patient_id: int
) -> None:
    add_actions(desk, patient_id, "Weigh")
    desk.press("F5", "Down")
    before = plan(desk, patient_id).goals[0].actions[0]
    desk.run("services.care_plans.change_action", ChangeAction(before.id, before.version, ActionDraft("Weigh daily")))
    desk.press("Space")
    assert desk.window.messages.text
    assert tab.table.current_row().draft.text == "Weigh daily"


def test_an_empty_plan_offers_its_first_step(desk: Desk) -> None:
    desk.context.navigation.open_chart(desk.register("Chen", "Wei", "1950-01-01"), tab="care_plan")
    page = desk.page("chart")
    assert isinstance(page, ChartPage)
    assert page.tab_of(CarePlanTab).empty.isVisible()
    assert not page.tab_of(CarePlanTab).table.isVisible()


def test_filters_show_only_what_fits_and_the_status_bar_names_them(
    desk: Desk, tab: CarePlanTab, patient_id: int
) -> None:
    goal_id = plan(desk, patient_id).goals[0].id
    late = ActionDraft("Late one", due_on=dt.date(2026, 11, 1))
    for draft in (late, ActionDraft("Later one", due_on=dt.date(2026, 12, 1))):
        desk.run("services.care_plans.add_action", AddAction(patient_id, goal_id, draft))
    tab.refresh()
    tab.filters.set_on(["open", "overdue"])
    tab.filters.changed.emit(tab.filters.on())
    shown = [tab.table.tree_model.node(index) for index in tab.table.tree_model.indexes()]
    assert [node.row.draft.text for node in shown if node and str(node.key).startswith("plan_action")] == ["Late one"]
    assert "Overdue" in tab.status()


@pytest.mark.parametrize(("item", "kind"), [("goal", "Goal"), ("plan_action", "Plan action")])
def test_goals_and_actions_have_their_history_and_are_taken_back_as_errors(
    desk: Desk, tab: CarePlanTab, patient_id: int, item: str, kind: str
) -> None:
    add_actions(desk, patient_id, "Call the pharmacy")
    tab.refresh()
    goal = plan(desk, patient_id).goals[0]
    tab.stand_on(f"goal:{goal.id}" if item == "goal" else f"plan_action:{goal.actions[0].id}")
    desk.press("Ctrl+Shift+H")
    dialog = desk.dialog()
    assert isinstance(dialog, RecordHistoryDialog)
    assert dialog.list.facts()[-1].text.startswith(f"Added: {kind}: ")
    desk.press("Esc")
    desk.context.actions.trigger("care_plan.mistaken")
    desk.press("'other patient'", "Return")
    left = plan(desk, patient_id)
    assert [one.id for one in left.goals if item == "goal"] == []
    assert all(not one.actions for one in left.goals)
    desk.press("Ctrl+Z")
    assert len(plan(desk, patient_id).goals[0].actions) == 1
