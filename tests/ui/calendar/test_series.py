"""A series booked, moved and cancelled from the calendar, by keyboard."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QApplication

from icm_desktop.contracts.scheduling import BookAppointment
from tests.ui.clock import local
from ui.dialogs.change_series import ChangeSeriesDialog
from ui.dialogs.visit_series import VisitSeriesDialog


def of_ana(desk):
    found = desk.run("queries.appointments.of_patient", desk.ana)
    return [(f"{visit.starts_at.astimezone(desk.practice.zone):%m-%d %H:%M}", visit.status) for visit in found]


def open_series(desk):
    desk.press("Ctrl+3", "Ctrl+N", "I", "'lopez'", "Return")
    dialog = desk.dialog()
    assert isinstance(dialog, VisitSeriesDialog)
    dialog.clinician.setCurrentIndex(dialog.clinician.findData(desk.kim))
    desk.press("'11/24'", "Tab", "'9'", "Tab", "'7'", "Tab", "Tab", "'3'")
    return dialog


def test_every_seven_weeks_is_booked_in_one_act_and_what_is_in_the_way_is_left_out(desk):
    taken = BookAppointment(desk.ben, desk.kim, local("2027-01-12 09:00"), 30)
    desk.run("services.scheduling.book", taken)
    dialog = open_series(desk)
    assert [row.code for row in dialog.table.rows()] == [None, "scheduling.slot_taken", None]
    assert dialog.count.text() == "2 of 3 dates will be booked."
    desk.press("Ctrl+Return")
    assert of_ana(desk) == [("11-24 09:00", "booked"), ("03-02 09:00", "booked")]
    assert desk.context.undo.undo_name() == "book series, LOPEZ"
    assert desk.calendar.day == dt.date(2026, 11, 24)
    desk.press("Ctrl+Z")
    assert of_ana(desk) == []


def test_a_date_is_left_out_and_taken_in_again(desk):
    dialog = open_series(desk)
    first = dialog.table.rows()[0]
    dialog.turn(first)
    assert dialog.count.text() == "2 of 3 dates will be booked."
    dialog.turn(first)
    assert dialog.count.text() == "3 of 3 dates will be booked."


def change(desk):
    open_series(desk)
    desk.press("Ctrl+Return", "Return", "S")
    dialog = desk.dialog()
    assert isinstance(dialog, ChangeSeriesDialog)
    return dialog


def test_this_and_the_following_are_moved_from_the_visit(desk):
    dialog = change(desk)
    dialog.when.time.setText("10:30")
    desk.press("Ctrl+Return")
    assert [at for at, _ in of_ana(desk)] == ["11-24 10:30", "01-12 10:30", "03-02 10:30"]
    desk.press("Ctrl+Z")
    assert [at for at, _ in of_ana(desk)] == ["11-24 09:00", "01-12 09:00", "03-02 09:00"]


def test_cancelling_a_series_asks_why(desk):
    dialog = change(desk)
    dialog.cancel.setChecked(True)
    QApplication.processEvents()
    desk.press("Ctrl+Return")
    assert dialog.isVisible() and "why" in dialog.fields["reason"]._message.text
    dialog.reason.setText("Healed")
    desk.press("Ctrl+Return")
    assert {status for _, status in of_ana(desk)} == {"cancelled"}
