"""The chart's Pathways tab by keyboard: suggestions with evidence, steps that say why, decisions, past days."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from db.models.clinical import Condition, Observation
from icm_desktop.contracts.pathways import AdoptPathway
from icm_desktop.permissions import Role
from tests.ui.audit import settle
from tests.ui.chart.conftest import chart_of
from tests.ui.conftest import Sit
from tests.ui.desk import Desk
from ui.dialogs.pathways import DecideStepDialog, PathwayReasonDialog
from ui.pages.chart import ChartPage
from ui.pages.chart_tabs.pathways import PathwaysTab
from ui.pages.patients import PatientsPage
from ui.tables.export import TOLD

DIABETES = "type-2-diabetes"


def adopt(desk: Desk) -> None:
    """A clinician stands for the diabetes pathway."""
    admin = desk.practice.open(Role.ADMINISTRATOR)
    row = next(one for one in admin.run("queries.pathways.shipped") if one.id == DIABETES)
    admin.run("services.pathways.adopt", AdoptPathway(DIABETES, row.digest, "Dr. Ana Ruiz"))


def open_tab(desk: Desk) -> PathwaysTab:
    """The tab of a patient with diabetes whose A1c is too high."""
    patient_id = desk.register("Lopez", "Maria", "1961-03-04")
    with desk.practice.open().write("test") as uow:
        coded = {"patient_id": patient_id, "status": "active", "onset_when": "2019-03-01"}
        uow.session.add(Condition(code_system="http://hl7.org/fhir/sid/icd-10-cm", code="E11.9", **coded))
        result = {"patient_id": patient_id, "status": "final", "value_unit": "%", "code_system": "http://loinc.org"}
        uow.session.add(Observation(code="4548-4", effective_when="2026-08-12", value_number=8.1, **result))
    desk.context.navigation.open_chart(patient_id, tab="pathways")
    settle()
    return chart_of(desk).tab_of(PathwaysTab)


def stand_on(tab: PathwaysTab, start: str) -> None:
    """Put the keyboard on the line whose key begins so."""
    key = next(row.key for row in tab.table.rows() if row.key.startswith(start))
    assert tab.table.go_to(key)
    tab.table.setFocus()


def said(tab: PathwaysTab, start: str) -> str:
    """The line whose key begins so, as a screen reader says it; empty when there is none."""
    return next((tab.row_sentence(row) for row in tab.table.rows() if row.key.startswith(start)), "")


def pane_words(tab: PathwaysTab) -> str:
    """What stands beside the list."""
    line = tab.table.current_row()
    assert line is not None and tab.found is not None
    return "\n".join(fact.spoken for fact in tab._words.facts(line, tab.found))


def test_a_draft_is_shown_but_cannot_be_confirmed(desk: Desk) -> None:
    tab = open_tab(desk)
    stand_on(tab, f"suggested:{DIABETES}")
    assert "E11.9 since" in said(tab, "suggested") and "Draft" in said(tab, "suggested")
    assert "Admin, Pathways" in tab.note_above.text
    assert not desk.context.actions.qaction("pathways.confirm").isEnabled()
    assert desk.context.actions.qaction("pathways.dismiss").isEnabled()
    assert "no clinician of the practice has adopted it" in pane_words(tab)


def test_nothing_adopted_and_nothing_fitting_says_where_to_begin(desk: Desk) -> None:
    patient_id = desk.register("Young", "Ann", "2015-03-04")
    desk.context.navigation.open_chart(patient_id, tab="pathways")
    tab = chart_of(desk).tab_of(PathwaysTab)
    tab.kinds.set_on(["pathways"])
    tab.show_lines()
    assert tab.stack.currentIndex() == 1
    assert tab.nothing()[0] == "No pathway is adopted yet." and "Admin, Pathways" in tab.nothing()[1]


def test_confirmed_by_keyboard_every_step_says_why_and_undo_takes_it_back(desk: Desk) -> None:
    adopt(desk)
    tab = open_tab(desk)
    stand_on(tab, "suggested")
    desk.press("Ctrl+Return")
    assert said(tab, f"suggested:{DIABETES}") == ""
    a1c = said(tab, f"step:{DIABETES}:a1c")
    assert "Due" in a1c and "3 months because" in a1c and "8 days late" in a1c
    stand_on(tab, f"step:{DIABETES}:a1c")
    assert "Source" in pane_words(tab) and "Dr. Ana Ruiz" in pane_words(tab)
    desk.press("Ctrl+Z")
    assert said(tab, f"suggested:{DIABETES}") != "" and said(tab, "step") == ""


def test_turned_down_with_a_reason_and_suggested_again(desk: Desk) -> None:
    adopt(desk)
    tab = open_tab(desk)
    stand_on(tab, "suggested")
    desk.press("Ctrl+Shift+X", "Return")
    form = desk.dialog()
    assert isinstance(form, PathwayReasonDialog) and form.fields["reason"].problem()
    desk.press("'gestational, over'", "Return")
    assert "Turned down" in said(tab, "in:") and "gestational, over" in said(tab, "in:")
    stand_on(tab, "in:")
    desk.context.actions.qaction("pathways.again").trigger()
    desk.press("'diagnosed anew'", "Return")
    assert said(tab, f"suggested:{DIABETES}") != ""


def test_a_step_is_declined_or_put_off_and_a_target_is_their_own(desk: Desk) -> None:
    adopt(desk)
    tab = open_tab(desk)
    stand_on(tab, "suggested")
    desk.press("Ctrl+Return")
    stand_on(tab, f"step:{DIABETES}:eye-exam")
    desk.press("Ctrl+Shift+S", "Tab", "'afraid of the drops'", "Ctrl+Return")
    assert "Declined" in said(tab, f"step:{DIABETES}:eye-exam")
    assert "afraid of the drops" in said(tab, f"step:{DIABETES}:eye-exam")
    stand_on(tab, f"step:{DIABETES}:a1c")
    desk.press("F2")
    form = desk.dialog()
    assert isinstance(form, DecideStepDialog)
    form.kind.setCurrentIndex(form.kind.findData("deferred"))
    desk.press("Tab", "'travels'", "Ctrl+Return")
    assert form.isVisible() and form.fields["until_on"].problem()
    desk.press("'+2w'", "Ctrl+Return")
    assert "put off to" in said(tab, f"step:{DIABETES}:a1c")
    stand_on(tab, "target:a1c")
    desk.press("Ctrl+Shift+T", "'8.5'", "Tab", "'frail'", "Return")
    assert "8.5 (frail)" in said(tab, "target:a1c")


def test_a_past_day_is_shown_as_it_was_and_changes_nothing(desk: Desk) -> None:
    adopt(desk)
    tab = open_tab(desk)
    stand_on(tab, "suggested")
    tab.as_of.edit.setText("2026-05-01")
    assert "8.1" not in said(tab, "suggested") and "E11.9 since" in said(tab, "suggested")
    assert "As it was on" in tab.note_above.text
    assert not desk.context.actions.qaction("pathways.confirm").isEnabled()
    tab.as_of.edit.setText("")
    assert desk.context.actions.qaction("pathways.confirm").isEnabled()


def test_the_list_is_written_as_csv(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "pathways.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    desk.context.preferences.keep(TOLD, True)
    adopt(desk)
    tab = open_tab(desk)
    stand_on(tab, "suggested")
    desk.press("Ctrl+Return")
    desk.press("Ctrl+Shift+E")
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    titles = next(row for row in rows if "State" in row)
    assert "2026-11-12" in {row[titles.index("Due")] for row in rows if len(row) == len(titles)}


def test_the_front_desk_sees_none_of_it(sit_at: Sit) -> None:
    desk = sit_at((PatientsPage, ChartPage), Role.FRONT_DESK)
    assert chart_of(desk).tab_named("pathways") is None
