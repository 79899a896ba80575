"""The record leaves by keyboard: for whom, what for, what is held back, and what was exported before."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.models.clinical import Condition, MedicationEntry
from db.models.coverage import Consent
from db.models.patient import PatientContact
from icm_desktop.permissions import Role
from tests.ui.audit import audit, settle
from tests.ui.desk import Desk, sit_down
from ui.dialogs.export_practice import ExportPracticeDialog
from ui.dialogs.export_record import ExportRecordDialog
from ui.pages.admin import AdminPage
from ui.pages.chart import ChartPage


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = sit_down(tmp_path, (ChartPage, AdminPage), Role.ADMINISTRATOR)
    qtbot.addWidget(made.window)
    made.window.resize(1280, 800)
    made.ana = made.register("Lopez", "Maria", "1958-03-04")
    with made.practice.open().write("test") as uow:
        uow.session.add_all([
            PatientContact(patient_id=made.ana, name="Ana Lopez", relationship_code="DAUC", may=["visits", "diagnoses"],
                           may_not=["medicines"]),
            Condition(patient_id=made.ana, status="active", text="Diabetes"),
            Condition(patient_id=made.ana, status="active", text="Major depression"),
            MedicationEntry(patient_id=made.ana, kind="entry", status="active", text="Metformin 500 mg"),
            Consent(patient_id=made.ana, status="active", decision="permit", scope="patient-privacy",
                    given_on="2026-01-02", recipients=["Ana Lopez"],
                    covers=[{"code": "diagnoses", "text": "Diagnoses", "decision": "permit"}]),
        ])  # fmt: skip
    yield made
    assert made.crashes == []


def dialog_of(desk: Desk) -> ExportRecordDialog:
    desk.context.navigation.open_chart(desk.ana)
    settle()
    desk.context.actions.trigger("chart.export")
    settle()
    found = desk.dialog()
    assert isinstance(found, ExportRecordDialog)
    return found


def choose(dialog: ExportRecordDialog, words: str) -> None:
    at = next(place for place in range(dialog.who.count()) if words in dialog.who.itemText(place))
    dialog.who.setCurrentIndex(at)
    settle()


def counted(dialog: ExportRecordDialog) -> dict[str, tuple[int, int]]:
    return {row.kind: (row.told, row.held) for row in dialog.table.rows()}


def test_what_leaves_is_counted_for_each_reader_and_says_what_is_held_back(desk):
    dialog = dialog_of(desk)
    assert counted(dialog)["Condition"] == (2, 0)
    choose(dialog, "Ana Lopez")
    assert counted(dialog)["Condition"] == (1, 1)
    assert counted(dialog)["MedicationStatement"] == (0, 1)
    assert any("Not this person" in row[-1] for row in dialog.table.as_texts(dialog.table.rows())[1])


def test_somebody_unknown_gets_it_only_with_a_reason(desk, tmp_path):
    dialog = dialog_of(desk)
    choose(dialog, "Somebody else")
    dialog.name.setFocus()
    desk.type(dialog.name, "Pat Stranger")
    dialog.ask()
    settle()
    dialog.purpose.setCurrentIndex(dialog.purpose.findData("treatment"))
    dialog.ask_file = lambda: tmp_path / "out.json"
    dialog.submit()
    assert not (tmp_path / "out.json").exists()
    assert dialog.fields["reason"].isVisible()
    desk.type(dialog.reason, "emergency department asked by phone")
    dialog.submit()
    settle()
    assert json.loads((tmp_path / "out.json").read_bytes())["resourceType"] == "Bundle"


def test_it_is_written_with_a_trace_and_listed_the_next_time(desk, tmp_path):
    dialog = dialog_of(desk)
    choose(dialog, "The patient")
    assert dialog.purpose.currentData() == "patient_request"
    assert dialog.table.go_to("MedicationStatement")
    dialog.table.setFocus()
    desk.press("Return")
    settle()
    assert counted(dialog)["MedicationStatement"] == (0, 1)
    dialog.ask_file = lambda: tmp_path / "record.json"
    desk.press("Ctrl+Return")
    settle()
    kinds = [one["resource"]["resourceType"] for one in json.loads((tmp_path / "record.json").read_bytes())["entry"]]
    assert "MedicationStatement" not in kinds and "Condition" in kinds
    assert (tmp_path / "record.json").stat().st_mode & 0o077 == 0
    again = dialog_of(desk)
    (fact,) = again.earlier.facts()
    assert "1 held back" in fact.detail[0]


def test_the_whole_practice_is_written_into_a_new_folder(desk, tmp_path):
    desk.context.navigation.open("admin", state={"section": "backups"})
    settle()
    dialog = ExportPracticeDialog(desk.context, desk.window)
    dialog.show()
    dialog.ask_folder = lambda: tmp_path / "leaving"
    dialog.start()
    settle()
    assert "1 patient" in dialog.message.text
    assert json.loads((tmp_path / "leaving" / "manifest.json").read_bytes())["patients"] == 1
    dialog.start()
    settle()
    assert "holds something already" in dialog.message.text


def test_both_dialogs_can_be_read_and_worked_by_everybody(desk):
    for dialog in (dialog_of(desk), ExportPracticeDialog(desk.context, desk.window)):
        dialog.show()
        settle()
        assert audit(dialog) == []
    assert QApplication.focusWidget() is not None
    assert desk.context.formatting.today() == dt.date(2026, 11, 20)
