"""The tray, and everything that can be dragged, by keyboard and by mouse."""

from __future__ import annotations

import datetime as dt
import io

from pypdf import PdfReader
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from icm_desktop.contracts.calendar import AskDay
from icm_desktop.contracts.scheduling import BookAppointment, SetAppointmentStatus
from tests.ui.clock import local
from ui.dialogs.overbook import OverbookDialog
from ui.dialogs.quick_book import QuickBookDialog
from ui.pages.calendar_drag import VISIT
from ui.pages.calendar_tray import DUE

FRIDAY = dt.date(2026, 11, 20)


def visits(desk, day=FRIDAY):
    return desk.run("queries.calendar.day_view", AskDay(day)).appointments


def book(desk, when="2026-11-20 09:00", patient=None):
    return desk.run(
        "services.scheduling.book", BookAppointment(patient or desk.ana, desk.kim, local(when), 30)
    ).appointment


def cancelled(desk):
    row = book(desk)
    desk.run("services.scheduling.set_status", SetAppointmentStatus(row.id, row.version, "cancelled", "Ill"))
    return row


def open_calendar(desk):
    desk.press("Ctrl+3")
    return desk.calendar


def place(calendar, at, column=0):
    """The middle of the quarter of an hour that begins then."""
    plan, grid = calendar.grid.day_model.plan, calendar.grid
    index = grid.day_model.index(plan.row_of(at, plan.columns[column]), column)
    grid.scrollTo(index)
    return QPointF(
        grid.columnViewportPosition(column) + 20,
        grid.rowViewportPosition(index.row()) + grid.rowHeight(index.row()) / 2,
    )


def drop(calendar, kind, at, column=0):
    data = QMimeData()
    data.setData(kind, b"1")
    event = QDropEvent(
        place(calendar, at, column), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    calendar.grid.dropEvent(event)
    QApplication.processEvents()


def test_ctrl_b_and_a_digit_book_what_is_due_and_it_leaves_the_tray(desk):
    row = cancelled(desk)
    calendar = open_calendar(desk)
    assert "Needs booking (1)" in calendar.tray.heading.text()
    calendar.tray.table.setFocus()
    desk.press("Ctrl+B")
    assert isinstance(desk.dialog(), QuickBookDialog)
    desk.press("2")
    (visit,) = (each for each in visits(desk) if each.status == "booked")
    assert (visit.head.id, visit.clinician_id) == (desk.ana, desk.kim)
    assert calendar.tray.table.rows() == () and calendar.tray.nothing.isVisible()
    assert desk.context.undo.undo_name() == "book appointment, LOPEZ"
    desk.press("Ctrl+Z")
    assert [each.replaces_id for each in calendar.tray.table.rows()] == [row.id]


def test_the_whole_form_is_one_key_away_and_keeps_what_it_is_for(desk):
    cancelled(desk)
    calendar = open_calendar(desk)
    calendar.tray.table.setFocus()
    desk.press("Return", "O")
    desk.press("1", "Ctrl+Return")
    assert calendar.tray.table.rows() == ()


def test_no_appointment_needed_can_be_said_and_undone(desk):
    cancelled(desk)
    calendar = open_calendar(desk)
    calendar.hands.leave()
    QApplication.processEvents()
    assert calendar.tray.table.rows() == ()
    desk.press("Ctrl+Z")
    assert len(calendar.tray.table.rows()) == 1


def test_a_row_is_put_off_until_a_day_and_undo_brings_it_back(desk):
    cancelled(desk)
    calendar = open_calendar(desk)
    desk.press("Ctrl+H", "'2w'", "Return")
    assert calendar.tray.table.rows() == ()
    assert desk.context.undo.undo_name() == "hold, LOPEZ"
    desk.press("Ctrl+Z")
    assert len(calendar.tray.table.rows()) == 1


def test_a_row_of_the_tray_is_dropped_on_a_time(desk):
    cancelled(desk)
    calendar = open_calendar(desk)
    drop(calendar, DUE, local("2026-11-20 10:30"), 1)
    (visit,) = (each for each in visits(desk) if each.status == "booked")
    assert (visit.starts_at, visit.clinician_id) == (local("2026-11-20 10:30"), desk.kim)
    assert calendar.tray.table.rows() == ()


def test_a_visit_is_dragged_and_the_keys_do_the_same(desk):
    row = book(desk)
    calendar = open_calendar(desk)
    calendar.grid.go_to_visit(row.id)
    calendar.grid._dragged = calendar.current_visit()
    drop(calendar, VISIT, local("2026-11-20 11:00"), 1)
    (visit,) = visits(desk)
    assert visit.starts_at == local("2026-11-20 11:00")
    calendar.grid.setFocus()
    calendar.grid.go_to_visit(row.id)
    desk.press("Ctrl+X", "Up", "Up", "Ctrl+V")
    (visit,) = visits(desk)
    assert visit.starts_at == local("2026-11-20 10:30")
    desk.press("Ctrl+Z")
    assert visits(desk)[0].starts_at == local("2026-11-20 11:00")


def test_something_in_the_way_asks_why_and_shows_it_on_the_visit(desk):
    book(desk, patient=desk.ben)
    row = book(desk, "2026-11-20 11:00")
    calendar = open_calendar(desk)
    calendar.grid.go_to_visit(row.id)
    calendar.grid._dragged = calendar.current_visit()
    drop(calendar, VISIT, local("2026-11-20 09:15"), 1)
    dialog = desk.dialog()
    assert isinstance(dialog, OverbookDialog)
    desk.press("Ctrl+Return")
    assert dialog.isVisible() and dialog.fields["overbook_reason"]._message.text == "Write why."
    desk.press("'Five minutes only'", "Ctrl+Return")
    moved = next(each for each in visits(desk) if each.id == row.id)
    assert (moved.starts_at, moved.overbook_reason) == (local("2026-11-20 09:15"), "Five minutes only")
    assert "overbooked: Five minutes only" in calendar.words.sentence(moved)


def test_a_visit_is_not_put_into_the_past(desk):
    row = book(desk)
    calendar = open_calendar(desk)
    calendar.grid.go_to_visit(row.id)
    calendar.due.put(calendar.current_visit(), local("2026-11-19 09:00"), calendar.grid.current_cell().column)
    QApplication.processEvents()
    assert visits(desk)[0].starts_at == local("2026-11-20 09:00")


def test_a_week_shows_the_days_of_one_clinician_on_the_same_rows(desk):
    book(desk)
    book(desk, "2026-11-25 10:00", patient=desk.ben)
    calendar = open_calendar(desk)
    calendar.bar.show_whose(desk.kim)
    desk.press("Alt+3")
    plan = calendar.grid.day_model.plan
    assert calendar.bar.heading.text() == "Week of Mon 16-Nov-2026"
    assert [column.name for column in plan.columns][:1] == ["Mon 16-Nov"]
    assert len([column for column in plan.columns if column.place == 0]) == 5
    assert calendar.current_visit().head.id == desk.ana
    desk.press("Ctrl+Right")
    assert calendar.day == dt.date(2026, 11, 27)
    (column,) = (each for each in calendar.grid.day_model.plan.columns if each.blocks)
    assert column.name == "Wed 25-Nov" and column.blocks[0].visit.head.id == desk.ben
    names = [each.name for each in calendar.grid.day_model.plan.columns]
    assert "Thu 26-Nov, closed" in names  # Thanksgiving
    desk.press("Alt+1")
    assert calendar.grid.day_model.plan.columns[0].key == desk.cole


def test_a_week_is_booked_into_by_digit(desk):
    calendar = open_calendar(desk)
    calendar.bar.show_whose(desk.kim)
    desk.press("Alt+3")
    desk.press("2", "'ruiz'", "Return", "Ctrl+Return")
    (visit,) = visits(desk)
    assert (visit.clinician_id, visit.starts_at) == (desk.kim, local("2026-11-20 09:15"))


def test_a_day_by_room_has_a_column_for_each_room_and_the_view_is_remembered(desk):
    from icm_desktop.contracts.set_up import SaveRoom

    desk.run("services.sites.save_room", SaveRoom(None, 0, "Room 1"))
    book(desk)
    calendar = open_calendar(desk)
    desk.press("Alt+2")
    names = [column.name for column in calendar.grid.day_model.plan.columns]
    assert names == ["Room 1", "No room", "Outside"]
    key = f"calendar/{desk.context.session.user_id}/view"
    assert desk.context.preferences.text(key) == "rooms"


def test_the_day_is_printed_from_the_calendar(desk):
    book(desk)
    open_calendar(desk)
    desk.press("Ctrl+P")
    preview = desk.dialog()
    assert preview.windowTitle() == "Day sheet" and "Kim · " in paper(preview)
    desk.press("Esc", "Alt+2", "Ctrl+P")
    by_room = paper(desk.dialog())
    assert "No room · visits: 1" in by_room and by_room.count("visits:") == 1


def paper(preview):
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(preview.pdf)).pages)
