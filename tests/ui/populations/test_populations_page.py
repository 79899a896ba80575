"""The Populations page driven by keyboard: people with the facts behind them, a rule, and each act with its Undo."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from db.models.clinical import Condition
from icm_desktop.contracts.populations import EXCLUDED, JOINED, MEMBERS, AskMembers
from icm_desktop.permissions import Role
from tests.ui.audit import audit, settle
from tests.ui.conftest import register_two
from ui.dialogs.population_rule import PopulationRuleDialog
from ui.pages.chart import ChartPage
from ui.pages.populations import PopulationsPage
from ui.theme import USUAL_POINTS, Theme, ThemeName
from ui.widgets.labels import Text

SEVERAL = "multiple-conditions"


def keep_two_conditions(desk) -> None:
    with desk.practice.open().write("test") as uow:
        for code in ("E11.9", "I10"):
            uow.session.add(
                Condition(patient_id=desk.ana, code_system="http://hl7.org/fhir/sid/icd-10-cm", code=code,
                          text={"E11.9": "Type 2 diabetes", "I10": "Hypertension"}[code], status="active",
                          onset_when="2019-05-01")
            )  # fmt: skip


@pytest.fixture
def desk(sit_at):
    made = register_two(sit_at((PopulationsPage, ChartPage)))
    keep_two_conditions(made)
    return made


def words_of(empty):
    return " ".join(label.text() for label in empty.findChildren(Text))


def opened(desk):
    desk.press("Ctrl+6")
    page = desk.window.pages["populations"]
    page.reckon()
    page.stand_on(SEVERAL)
    return page


def on(desk, shown=MEMBERS):
    return [row.head.id for row in desk.run("queries.populations.lists.members", AskMembers(SEVERAL, shown)).rows]


def test_the_page_names_each_person_with_dated_facts_and_opens_the_chart(desk):
    page = opened(desk)
    assert [row.head.id for row in page.table.rows()] == [desk.ana]
    assert "two" in page.rule.text().lower() or "2" in page.rule.text()
    assert "diabetes since 01-May-2019" in page.facts.text()
    assert page.status().startswith("1 of 1")
    page.list.setFocus()
    desk.press("Return", "Return")
    assert desk.window.pages["chart"].isVisible()


def test_who_is_left_out_stands_there_with_the_reason_until_taken_back(desk):
    page = opened(desk)
    page.table.setFocus()
    desk.press("Ctrl+H", "Ctrl+Return")
    assert desk.dialog().fields["reason"]._message.text
    desk.press("'Moved to Ohio'", "Ctrl+Return")
    assert on(desk) == [] and on(desk, EXCLUDED) == [desk.ana]
    assert "leave out" in desk.context.undo.undo_name()
    desk.press("Ctrl+Z")
    assert on(desk) == [desk.ana]
    desk.press("Ctrl+Y")
    page.view.set_on([EXCLUDED])
    page.refresh()
    assert "Moved to Ohio" in page.facts.text()
    page.table.setFocus()
    desk.press("Ctrl+D")
    assert on(desk) == [desk.ana]


def test_a_coordinator_is_assigned_and_a_pathway_says_when_none_is_in_use(desk):
    page = opened(desk)
    page.table.setFocus()
    desk.press("Ctrl+J", "Ctrl+Return")
    row = desk.run("queries.populations.lists.members", AskMembers(SEVERAL)).rows[0]
    assert row.coordinator
    desk.press("Ctrl+Z")
    assert desk.run("queries.populations.lists.members", AskMembers(SEVERAL)).rows[0].coordinator is None
    desk.context.actions.trigger("populations.enrol")
    assert on(desk) == [desk.ana]


def test_a_rule_is_put_together_tried_saved_changed_and_taken_away(desk):
    page = opened(desk)
    desk.press("Ctrl+Shift+R")
    form = desk.dialog()
    assert isinstance(form, PopulationRuleDialog)
    desk.press("'Sugar'")
    form.lines[0].choose()
    desk.press("'diab'", "Down")
    chooser = desk.dialog()
    (diabetes,) = chooser.list.findItems("diabetes", Qt.MatchFlag.MatchExactly)
    diabetes.setCheckState(Qt.CheckState.Checked)
    chooser._keep()
    assert "diabetes" in form.told.text()
    form.ask()
    assert "1" in form.tried.text() and "LOPEZ" in form.tried.text()
    desk.press("Ctrl+Return")
    assert page.population().population.own_id is not None
    page.reckon()
    assert [row.head.id for row in page.table.rows()] == [desk.ana]
    desk.press("F2")
    desk.dialog().title_edit.setText("Sweet")
    desk.press("Ctrl+Return")
    assert page.words.title(page.population()) == "Sweet"
    desk.context.actions.trigger("populations.remove_rule")
    assert all(row.population.own_id is None for row in page.list.rows())
    desk.press("Ctrl+Z")
    assert any(row.population.own_id is not None for row in page.list.rows())


def test_a_rule_without_a_name_or_a_question_is_refused_at_its_field(desk):
    opened(desk)
    desk.press("Ctrl+Shift+R", "Ctrl+Return")
    form = desk.dialog()
    assert form.fields["title"]._message.text
    assert form.isVisible()


def test_words_filter_and_an_empty_part_says_why(desk):
    page = opened(desk)
    page.search.setText("nobody of that name")
    assert page.stack.currentWidget() is page.empty and "filter" in words_of(page.empty)
    page.search.setText("lop")
    assert [row.head.id for row in page.table.rows()] == [desk.ana]
    page.search.clear()
    page.view.set_on([JOINED])
    page.refresh()
    assert "no earlier list" in words_of(page.empty)
    kept = page.state()
    page.view.set_on([MEMBERS])
    page.restore(kept)
    assert page.shown() == JOINED


def test_records_that_change_are_reckoned_again_by_themselves(desk):
    page = opened(desk)
    with desk.practice.open().write("test") as uow:
        for code in ("J45.909", "I10"):
            uow.session.add(Condition(patient_id=desk.ben, code_system="http://hl7.org/fhir/sid/icd-10-cm", code=code,
                                      text=code, status="active"))  # fmt: skip
    desk.press("F5")
    assert {row.head.id for row in page.table.rows()} == {desk.ana, desk.ben}


def test_the_front_desk_has_no_populations(sit_at):
    from ui.pages.today import TodayPage

    desk = sit_at((TodayPage, PopulationsPage), Role.FRONT_DESK)
    assert "populations" not in desk.window.pages and "populations.exclude" not in desk.context.actions


@pytest.mark.parametrize("points", [USUAL_POINTS, 2 * USUAL_POINTS], ids=["usual text", "200 % text"])
def test_page_and_forms_can_be_read_reached_and_hit_by_everybody(desk, points):
    Theme.current().apply(ThemeName.LIGHT, points)
    try:
        page = opened(desk)
        settle()
        found = {"page": audit(page)}
        page.table.setFocus()
        for command in ("populations.exclude", "populations.assign", "populations.new_rule"):
            desk.context.actions.trigger(command)
            settle()
            found[command] = audit(desk.dialog())
            desk.dialog().reject()
        assert {name: told for name, told in found.items() if told} == {}
    finally:
        Theme.current().apply(ThemeName.LIGHT, USUAL_POINTS)


def test_the_day_of_the_list_is_that_of_the_practice(desk):
    page = opened(desk)
    assert page.population().on == dt.date(2026, 11, 20) and not page.population().stale
