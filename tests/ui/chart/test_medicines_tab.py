"""The chart's Medicines tab by keyboard: one list, a form that says what is known, stop with a reason, undo."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from db.models.clinical import AllergyIntolerance, MedicationEntry
from icm_desktop.contracts.conflicts import KEEP_OPEN, ConflictFilter
from tests.ui.audit import settle
from tests.ui.chart.conftest import chart_of
from tests.ui.desk import Desk
from ui.dialogs.allergy import AllergyDialog
from ui.dialogs.conflict_interrupt import ConflictInterruptDialog
from ui.dialogs.medicine import MedicineDialog
from ui.dialogs.medicine_status import MedicineStatusDialog
from ui.pages.chart_tabs.medicines import MedicinesTab


def open_tab(desk: Desk) -> MedicinesTab:
    patient_id = desk.register("Lopez", "Maria", "1961-03-04")
    with desk.practice.open().write("test") as uow:
        whose = {"patient_id": patient_id, "kind": "request"}
        uow.session.add_all(
            [
                MedicationEntry(**whose, status="active", text="Lipitor 40 mg tablet", author="Dr. Adeyemi"),
                MedicationEntry(**whose, status="on-hold", text="lisinopril 20 mg tablet", status_reason="Low"),
                MedicationEntry(**whose, status="active", text="Turmeric", patient_reported=True),
                MedicationEntry(**whose, status="stopped", text="ibuprofen 400 mg", status_reason="Kidneys"),
                AllergyIntolerance(patient_id=patient_id, text="Penicillin", reaction="Hives", severity="severe"),
            ]
        )
    desk.context.navigation.open_chart(patient_id, tab="medicines")
    settle()
    return chart_of(desk).tab_of(MedicinesTab)


def shown(tab: MedicinesTab) -> list[tuple[str, str]]:
    return [(tab.words.chip(row).word, tab.words.name(row)) for row in tab.table.rows()]


def test_one_list_with_generic_names_first_held_past_and_allergies_apart(desk: Desk) -> None:
    tab = open_tab(desk)
    assert shown(tab) == [
        ("Active", "atorvastatin 40 mg tablet (LIPITOR)"),
        ("NOT CHECKED", "Turmeric"),
        ("On hold", "lisinopril 20 mg tablet"),
    ]
    assert "1 of 2 active" in tab.checked.text and "Never reconciled" in tab.checked.text
    for kind, expected in (
        ("held", [("On hold", "lisinopril 20 mg tablet")]),
        ("past", [("Stopped", "ibuprofen 400 mg")]),
        ("allergies", [("Allergy", "Penicillin")]),
    ):
        tab.kinds.set_on([kind])
        tab.show_lines()
        assert shown(tab) == expected
    assert tab.table.rows_model.columns[1].title == "Allergy to"
    assert "Hives · Severe" in tab.row_sentence(tab.table.rows()[0])
    assert tab.edit() and isinstance(desk.dialog(), AllergyDialog)


def test_a_danger_interrupts_the_save_once_and_is_answered(desk: Desk) -> None:
    tab = open_tab(desk)
    tab.focus_first()
    desk.press("Ctrl+Shift+A")
    form = desk.dialog()
    assert isinstance(form, MedicineDialog)
    desk.type(form.medicine, "amoxicillin 500 mg capsule")
    desk.press("Ctrl+Return")
    settle()
    asked = desk.dialog()
    assert isinstance(asked, ConflictInterruptDialog)
    asked.reject()
    settle()
    assert form.isVisible() and not any("amoxicillin" in name for _, name in shown(tab))
    form.submit()
    settle()
    asked = desk.dialog()
    assert isinstance(asked, ConflictInterruptDialog)
    asked.choice.setCurrentIndex(asked.choice.findData(KEEP_OPEN))
    asked.submit()
    settle()
    assert ("Active", "amoxicillin 500 mg capsule") in shown(tab)
    board = desk.run("queries.conflict_board.board", ConflictFilter())
    assert any(row.severity == "stop" for row in board.rows)


def test_a_medicine_is_added_stopped_and_brought_back_by_keys(desk: Desk) -> None:
    tab = open_tab(desk)
    tab.focus_first()
    desk.press("Ctrl+Shift+A")
    form = desk.dialog()
    assert isinstance(form, MedicineDialog)
    desk.type(form.medicine, "Advil 200 mg tablet")
    assert "ibuprofen" in form.known.text
    desk.type(form.fields["dose"].edit, "two")
    desk.press("Ctrl+Return")
    assert "digits" in form.fields["dose"].problem()
    dose = form.fields["dose"].edit
    assert isinstance(dose, QLineEdit)
    dose.clear()
    desk.press("Ctrl+Return")
    settle()
    assert ("Active", "ibuprofen 200 mg tablet (ADVIL)") in shown(tab)
    desk.press("Ctrl+Shift+X")
    form = desk.dialog()
    assert isinstance(form, MedicineStatusDialog)
    desk.press("Return")
    assert form.isVisible()  # a reason is asked for
    desk.type(form.reason, "Muscle aches")
    desk.press("Return")
    settle()
    assert len(shown(tab)) == 3
    desk.context.undo.undo()
    settle()
    assert len(shown(tab)) == 4
