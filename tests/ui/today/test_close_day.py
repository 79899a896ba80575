"""Close the day by keyboard: one letter for each visit, undone by Ctrl+Z, and the two prints."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from icm_desktop.contracts.scheduling import SaveClinician, SetAppointmentStatus
from icm_desktop.permissions import Role
from tests.ui.clock import local, make_still_practice
from tests.ui.desk import Desk, sit_down
from tests.ui.today.test_queues import PAGES, add, visit
from ui.dialogs.close_day import CloseDayDialog
from ui.dialogs.sheet_preview import SheetPreview

DAY = dt.date(2026, 11, 20)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """Evening: three visits of the day have no end, one is booked for Monday."""
    still = make_still_practice(tmp_path)
    still.clock.now = local("2026-11-20 17:05")
    made = sit_down(tmp_path, PAGES, Role.FRONT_DESK, practice=still)
    qtbot.addWidget(made.window)
    clinician = SaveClinician(None, "Patel", "Anil", "Dr.", None, None, ())
    made.practice.open(Role.ADMINISTRATOR).run("services.clinic_setup.save_clinician", clinician)
    ids = [made.register(name, "Maria", f"195{at}-03-04") for at, name in enumerate(("Lopez", "Ng", "Ruiz"))]
    add(made, *(visit(patient, local(f"2026-11-20 {9 + at:02d}:00")) for at, patient in enumerate(ids)))
    add(made, visit(ids[0], local("2026-11-23 09:00")))
    yield made
    assert made.crashes == []


def closing(desk: Desk) -> CloseDayDialog:
    desk.context.actions.trigger("today.close_day")
    QApplication.processEvents()
    dialog = desk.dialog()
    assert isinstance(dialog, CloseDayDialog)
    return dialog


def families(dialog: CloseDayDialog) -> list[str]:
    return [row.head.family for row in dialog.table.rows()]


def test_one_letter_for_each_visit_and_ctrl_z_takes_it_back(desk: Desk) -> None:
    dialog = closing(desk)
    assert families(dialog) == ["Lopez", "Ng", "Ruiz"]
    desk.press("D", "N", "C", "1")
    assert families(dialog) == []
    assert dialog.settled.text == "Every visit of today has its end."
    assert dialog.missed.text() == "1 today; 1 without a new date stand in Unscheduled."
    assert "marked done: 1 · no-shows: 1 · visits cancelled: 1" in dialog.did.text()
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert families(dialog) == ["Ng", "Ruiz"]
    assert dialog.missed.text() == "Nobody missed a visit today."
    assert "no-shows" not in dialog.did.text()


def test_arrived_stays_until_it_is_done_and_its_letter_does_nothing_more(desk: Desk) -> None:
    dialog = closing(desk)
    desk.press("A")
    assert families(dialog) == ["Lopez", "Ng", "Ruiz"]
    assert [button.isEnabled() for button in dialog.ends] == [False, True, False, True]
    desk.press("N")
    assert [row.status for row in dialog.table.rows()] == ["arrived", "booked", "booked"]
    desk.press("D")
    assert families(dialog) == ["Ng", "Ruiz"]


def test_a_reason_typed_in_own_words_marks_nothing_on_the_way(desk: Desk) -> None:
    dialog = closing(desk)
    desk.press("C")
    dialog.reason.other.setFocus()
    desk.press("'and'", "Return")
    assert families(dialog) == ["Ng", "Ruiz"]
    (cancelled,) = [row for row in desk.run("queries.appointments.between", DAY, DAY) if row.status == "cancelled"]
    assert cancelled.cancel_reason == "and"


def test_esc_leaves_the_reason_first_and_then_the_form(desk: Desk) -> None:
    dialog = closing(desk)
    desk.press("C", "Esc")
    assert dialog.isVisible() and not dialog.reason.isVisible()
    desk.press("Esc")
    assert families_of_today(desk) == ["Lopez", "Ng", "Ruiz"]


def families_of_today(desk: Desk) -> list[str]:
    return [row.head.family for row in desk.run("queries.appointments.between", DAY, DAY) if row.status == "booked"]


def test_what_was_settled_elsewhere_meanwhile_is_told_and_nothing_is_overwritten(desk: Desk) -> None:
    dialog = closing(desk)
    row = dialog.table.rows()[0]
    desk.run("services.scheduling.set_status", SetAppointmentStatus(row.id, row.version, "fulfilled"))
    desk.press("N")
    assert dialog.problem.isVisible()
    assert desk.run("queries.appointments.appointment", row.id).status == "fulfilled"


def test_next_days_sheets_and_the_handoff_open_before_they_are_printed(desk: Desk) -> None:
    dialog = closing(desk)
    assert dialog.next_day.text() == "Mon 23-Nov-2026 · visits: 1, still to confirm: 1"
    for letter, name in (("S", "Day sheet"), ("H", "Shift handoff")):
        desk.press(letter)
        preview = QApplication.activeModalWidget()
        assert isinstance(preview, SheetPreview)
        assert preview.windowTitle() == name and preview.pdf.startswith(b"%PDF")
        preview.reject()
        dialog.activateWindow()


def test_the_button_on_today_opens_it(desk: Desk) -> None:
    (button,) = [each for each in desk.page("today").findChildren(QPushButton) if each.text() == "Close the day…"]
    button.click()
    assert isinstance(desk.dialog(), CloseDayDialog)
