"""Ctrl+Shift+E on a list: told once, every row that matches is written, roles are kept."""

from __future__ import annotations

import csv

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from icm_desktop.permissions import Role
from tests.ui.desk import sit_down
from ui.pages.patients import PatientsPage
from ui.tables.export import ExportWarning


@pytest.fixture
def chosen(tmp_path, monkeypatch):
    """The file the person chooses in the computer's own dialog, which tests cannot drive."""
    path = tmp_path / "list.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


def _rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_every_row_is_written_after_being_told_once(qtbot, tmp_path, chosen):
    desk = sit_down(tmp_path, (PatientsPage,))
    for number in range(103):
        desk.register(f"Lopez{number:03d}", "=Maria", "1958-03-04")
    page = desk.page("patients")
    assert isinstance(page, PatientsPage)
    page.view.set_on(["all"])
    page.refresh()
    assert page.table.counts() == (100, 103)
    said = []
    desk.context.feedback.said.connect(lambda level, words: said.append(words))
    desk.press("Ctrl+Shift+E")
    warning = desk.dialog()
    assert isinstance(warning, ExportWarning)
    QApplication.processEvents()
    warning.go_on.click()
    header, *rows = _rows(chosen)
    assert len(rows) == 103
    assert "LOPEZ000, =Maria" in rows[0][0]
    assert any("1958-03-04" in cell for cell in rows[0])
    assert "103 rows written" in said[-1]
    assert len(header) == len(rows[0])
    chosen.unlink()
    page.search.setText("lopez002")
    desk.press("Ctrl+Shift+E")
    assert len(_rows(chosen)) == 2
    assert desk.crashes == []


def test_front_desk_may_not_export_patients(qtbot, tmp_path, chosen):
    desk = sit_down(tmp_path, (PatientsPage,), Role.FRONT_DESK)
    desk.register("Lopez", "Maria")
    page = desk.page("patients")
    assert isinstance(page, PatientsPage)
    page.view.set_on(["all"])
    page.refresh()
    said = []
    desk.context.feedback.said.connect(lambda level, words: said.append(words))
    desk.press("Ctrl+Shift+E")
    assert said == ["Your role may not export this list."]
    assert not chosen.exists()
