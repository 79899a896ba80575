"""The list of imports and taking one back, over the real encrypted database."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtWidgets import QApplication

from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.contracts.patients import PatientFilter
from tests.ui.import_files.conftest import MARIA
from ui.dialogs.imports import ImportsDialog


def _import(desk, tmp_path, name="a.json", **more: Any) -> None:
    (tmp_path / name).write_text(json.dumps(MARIA | more))
    desk.run("services.exchange.import_files", ImportRequest((str(tmp_path / name),)))


def _opened(desk) -> ImportsDialog:
    desk.context.actions.trigger("file.imports")
    QApplication.processEvents()
    found = desk.window.findChild(ImportsDialog)
    assert isinstance(found, ImportsDialog)
    return found


def _patients(desk) -> int:
    return desk.run("queries.patients.patients", PatientFilter(limit=50)).total


def test_without_imports_the_list_says_so(desk):
    dialog = _opened(desk)
    assert dialog.stack.currentWidget() is dialog.empty
    assert not dialog.undo_button.isEnabled()


def test_an_import_is_taken_back_with_its_reason(desk, tmp_path):
    _import(desk, tmp_path)
    dialog = _opened(desk)
    assert "1 patient" in dialog.verdict.text
    dialog.reason.setText("Wrong file")
    dialog.undo_button.click()
    QApplication.processEvents()
    assert _patients(desk) == 0
    assert "Wrong file" in dialog.whole.text()
    assert not dialog.undo_button.isEnabled()
    assert not dialog.reason_field.isVisible()


def test_what_stands_in_the_way_is_said_before_anything_is_tried(desk, tmp_path):
    _import(desk, tmp_path)
    _import(desk, tmp_path, "b.json", gender="female")
    dialog = _opened(desk)
    assert dialog.undo_button.isEnabled()
    dialog.table.go_to(1)
    assert not dialog.undo_button.isEnabled()
    assert "from a later import" in dialog.verdict.text
    assert "000001" in dialog.verdict.text
    dialog.table.go_to(2)
    dialog.undo_button.click()
    dialog.table.go_to(1)
    assert dialog.undo_button.isEnabled()
