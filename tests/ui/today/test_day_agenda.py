"""All of one day by keyboard: turned, filtered, printed, opened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from icm_desktop.contracts.scheduling import SaveClinician
from icm_desktop.permissions import Role
from tests.ui.clock import local, make_still_practice
from tests.ui.desk import Desk, sit_down
from tests.ui.today.test_queues import add, visit
from ui.dialogs.day_agenda import DayAgendaDialog
from ui.dialogs.sheet_preview import SheetPreview
from ui.pages.chart import ChartPage
from ui.pages.patients import PatientsPage
from ui.pages.today import TodayPage
from ui.widgets.labels import Text


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    still = make_still_practice(tmp_path)
    still.clock.now = local("2026-11-20 09:05")
    made = sit_down(tmp_path, (TodayPage, PatientsPage, ChartPage), Role.FRONT_DESK, practice=still)
    qtbot.addWidget(made.window)
    clinician = SaveClinician(None, "Patel", "Anil", "Dr.", None, None, ())
    made.practice.open(Role.ADMINISTRATOR).run("services.clinic_setup.save_clinician", clinician)
    ids = [made.register(name, "Maria", "1950-03-04") for name in ("Lopez", "Ng")]
    add(made, visit(ids[0], local("2026-11-20 10:00")), visit(ids[1], local("2026-11-23 09:00")))
    yield made
    assert made.crashes == []


def said(dialog: DayAgendaDialog) -> str:
    return " ".join(label.text() for label in dialog.empty.findChildren(Text))


def test_a_day_is_turned_filtered_printed_and_a_row_opened(desk: Desk) -> None:
    desk.press("Ctrl+1", "Ctrl+Shift+G")
    dialog = desk.dialog()
    assert isinstance(dialog, DayAgendaDialog)
    (row,) = dialog.table.rows()
    assert (row.head.family, dialog.heading.text()) == ("Lopez", "Fri 20-Nov-2026")
    desk.press("Ctrl+Right")
    assert dialog.table.rows() == () and "Nothing is on this day" in said(dialog)
    desk.press("Ctrl+Right", "Ctrl+Right")
    assert [row.head.family for row in dialog.table.rows()] == ["Ng"]
    dialog.search.setText("lopez")
    assert dialog.table.rows() == () and "filter" in said(dialog)
    dialog.search.clear()
    desk.press("Ctrl+P")
    preview = desk.dialog()
    assert isinstance(preview, SheetPreview) and preview.pdf.startswith(b"%PDF-")
    preview.reject()
    desk.press("Ctrl+T")
    assert dialog.day == dt.date(2026, 11, 20)
    dialog.table.setFocus()
    desk.press("Return")
    assert desk.window.stack.currentWidget().name == "chart"
