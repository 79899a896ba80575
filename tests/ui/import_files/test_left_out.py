"""What an import left out is a table in its report and in the list of imports, to sort and to export."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from ui.dialogs.import_files import ImportDialog
from ui.dialogs.imports import ImportsDialog
from ui.dialogs.left_out import LeftOutDialog
from ui.tables.export import TOLD

PATIENT = {"resourceType": "Patient", "id": "m", "name": [{"family": "Lopez"}], "multipleBirthBoolean": True}
MEAL = {"resourceType": "NutritionOrder", "id": "n", "patient": {"reference": "Patient/m"}}
PLACE = {"resourceType": "Location", "id": "l", "name": "Clinic", "position": {"longitude": 1, "latitude": 2}}


@pytest.fixture
def report(desk, tmp_path):
    entries = [{"resource": each} for each in (PATIENT, MEAL, PLACE)]
    (tmp_path / "a.json").write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}))
    desk.context.actions.trigger("file.import")
    QApplication.processEvents()
    dialog = desk.window.findChild(ImportDialog)
    dialog.add([str(tmp_path / "a.json")])
    desk.press("Ctrl+Return")
    return dialog.report


def shown(table):
    return [(row.kind, row.elements, row.why) for row in table.rows()]


LEFT = [
    ("Patient", "multipleBirthBoolean", "not_shown"),
    ("NutritionOrder", "", "type_not_read"),
    ("Location", "position", "directory"),
]


def tab(report):
    titles = [report.tabs.tabText(at).replace("&", "") for at in range(report.tabs.count())]
    report.tabs.setCurrentIndex(titles.index("Not shown (3)"))
    return report.tabs.currentWidget()


def test_the_report_names_by_type_what_no_screen_shows_and_why(desk, report):
    table = tab(report)
    assert shown(table) == LEFT
    table.setFocus()
    table.go_to(("NutritionOrder", "", "type_not_read"))
    assert (
        report.whole.text() == "NutritionOrder (all of it): 1. Entries of this kind are not read yet. Kept as it came."
    )
    table.sort_by("kind")
    assert [kind for kind, _, _ in shown(table)] == ["Location", "NutritionOrder", "Patient"]


def test_the_table_is_exported_as_csv_from_the_report(desk, report, tmp_path, monkeypatch):
    desk.context.preferences.keep(TOLD, True)
    chosen = tmp_path / "left.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(chosen), "CSV (*.csv)"))
    tab(report).setFocus()
    desk.press("Ctrl+Shift+E")
    header, *rows = list(csv.reader(Path(chosen).read_text("utf-8-sig").splitlines()))
    assert header == ["Kind", "Element", "Times", "Why it is left out", "What became of it"]
    assert rows[0] == ["Patient", "multipleBirthBoolean", "1", "No screen shows it yet", "Kept as it came"]
    assert len(rows) == 3


def test_a_past_import_still_tells_what_it_left_out(desk, report):
    report.reject()
    desk.context.actions.trigger("file.imports")
    QApplication.processEvents()
    imports = desk.window.findChild(ImportsDialog)
    imports.left_button.click()
    dialog = imports.findChild(LeftOutDialog)
    assert shown(dialog.table) == LEFT and dialog.stack.currentWidget() is dialog.table
    dialog.reject()
