"""A reconciliation by keyboard: a pasted list, one key for each medicine, a question, signed; or gone on with later."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QDialog

from db.models.clinical import MedicationEntry
from tests.ui.audit import settle
from tests.ui.chart.conftest import chart_of
from tests.ui.desk import Desk
from ui.dialogs.reconcile import ReconcileDialog
from ui.dialogs.reconcile_prompts import AskPrompt, ChangePrompt, SettlePrompt, StopPrompt
from ui.dialogs.reconciliations import ReconciliationsDialog
from ui.pages.chart_tabs.medicines import MedicinesTab

T = TypeVar("T", bound=QDialog)
LIST = "Furosemide 40 mg tablet, take 2 tablets every morning\nlisinopril 20 mg once a day\nWarfarin 5 mg daily\nTé\n"


def open_tab(desk: Desk) -> MedicinesTab:
    patient_id = desk.register("Lopez", "Maria", "1961-03-04")
    with desk.practice.open().write("test") as uow:
        whose = {"patient_id": patient_id, "kind": "entry", "status": "active", "author": "Dr. Adeyemi"}
        for name in ("furosemide 40 mg tablet", "lisinopril 20 mg tablet"):
            uow.session.add(MedicationEntry(**whose, text=name, dosage="once a day"))
    desk.context.navigation.open_chart(patient_id, tab="medicines")
    settle()
    tab = chart_of(desk).tab_of(MedicinesTab)
    tab.focus_first()
    return tab


def begin(desk: Desk) -> ReconcileDialog:
    desk.press("Ctrl+Return")
    settle()
    form = desk.dialog()
    assert isinstance(form, ReconcileDialog)
    return form


def prompt(desk: Desk, kind: type[T]) -> T:
    found = desk.dialog()
    assert isinstance(found, kind)
    return found


def decisions(form: ReconcileDialog) -> dict[str, str]:
    return {row.name: form._decided_word(row) for row in form.table.rows()}


def test_lists_are_reconciled_by_keys_and_what_was_asked_is_settled(clinician: Desk) -> None:
    desk, tab = clinician, open_tab(clinician)
    form = begin(desk)
    form.lists.text.insertPlainText(LIST)  # pasted
    desk.press("Ctrl+Return")
    settle()
    assert [form.words.difference(row.difference).word for row in form.table.rows()] == [
        "Dose differs", "Not on ours", "Not on ours", "The same",
    ]  # fmt: skip
    desk.press("=", "C")
    change = prompt(desk, ChangePrompt)
    assert change.dosage.text() == "take 2 tablets every morning"
    desk.press("Return")
    desk.press("A")
    ask = prompt(desk, AskPrompt)
    assert "Té" in ask.question.toPlainText() and ask.who.currentText() == "Dr. Adeyemi"
    desk.press("Ctrl+Return")
    desk.press("Ctrl+Return")  # not signed while something is undecided
    assert form.isVisible() and "still to decide" in form.summary.text
    desk.press("S")
    stop = prompt(desk, StopPrompt)
    desk.type(stop.reason, "Bleeding")
    desk.press("Return")
    assert decisions(form) == {
        "furosemide 40 mg tablet": "Change", "Té": "Ask", "warfarin 5 mg": "Stop", "lisinopril 20 mg tablet": "Keep",
    }  # fmt: skip
    desk.press("Ctrl+Return")
    settle()
    assert [tab.words.how(row) for row in tab.table.rows()] == ["take 2 tablets every morning", "once a day"]
    assert " wait" in tab.checked.text
    tab.acting.reconciliations()
    settle()
    signed = prompt(desk, ReconciliationsDialog)
    signed.settle()
    settled = prompt(desk, SettlePrompt)
    desk.type(settled.reason, "Only tea")
    settled.submit()
    settle()
    assert "All resolved" in signed.status.text and "wait" not in tab.checked.text


def test_what_was_interrupted_is_gone_on_with_by_one_key(clinician: Desk) -> None:
    desk, tab = clinician, open_tab(clinician)
    form = begin(desk)
    form.lists.text.insertPlainText(LIST)  # pasted
    desk.press("Ctrl+Return")
    settle()
    desk.press("K")
    form.reject()
    settle()
    desk.context.navigation.open("patients")
    settle()
    desk.press("Ctrl+Shift+D")
    settle()
    again = desk.dialog()
    assert isinstance(again, ReconcileDialog) and again is not form
    assert decisions(again)["furosemide 40 mg tablet"] == "Keep" and tab.patient_id is not None


def test_a_coordinator_leaves_it_for_a_clinician(desk: Desk) -> None:
    tab = open_tab(desk)
    form = begin(desk)
    form.lists.text.insertPlainText(LIST)  # pasted
    desk.press("Ctrl+Return")
    settle()
    assert form.save_button.text() == "&Leave for a clinician"
    desk.press("K", "Ctrl+Return")
    settle()
    assert "prepared reconciliation waits" in tab.checked.text
    assert len(tab.table.rows()) == 2  # nothing of the chart has changed
    again = begin(desk)
    assert decisions(again)["furosemide 40 mg tablet"] == "Keep" and "Rosa Diaz" in again.summary.text
