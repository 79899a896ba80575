"""What of the days shows and is remembered: the filter, the months beside the day, everybody's week, large text."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from icm_desktop.contracts.calendar import CalendarFilter
from icm_desktop.contracts.scheduling import BookAppointment, SaveClinician, SetAppointmentStatus
from tests.ui.calendar.conftest import WEEK
from tests.ui.clock import local
from ui.dialogs.calendar_filter import CalendarFilterDialog
from ui.dialogs.quick_book import QuickBookDialog
from ui.pages.calendar_filters import CalendarFilters

FRIDAY = dt.date(2026, 11, 20)


@pytest.fixture
def large_text(desk):
    theme, points = desk.context.theme, desk.context.theme.points
    theme.apply(points=20)
    yield
    theme.apply(points=points)


def book(desk, when="2026-11-20 09:00", patient=None, clinician=None):
    request = BookAppointment(patient or desk.ana, clinician or desk.kim, local(when), 30)
    return desk.run("services.scheduling.book", request).appointment


def columns(desk):
    return [column.name for column in desk.calendar.grid.day_model.plan.columns]


def test_a_filter_is_set_by_keyboard_said_above_the_day_and_remembered(desk):
    book(desk)
    book(desk, "2026-11-20 10:00", desk.ben, desk.cole)
    desk.press("Ctrl+3", "Ctrl+Shift+F")
    dialog = desk.dialog()
    assert isinstance(dialog, CalendarFilterDialog) and dialog.clinicians.hasFocus()
    desk.press("Down", "Space", "Ctrl+Return")
    assert columns(desk) == ["Dr Kim", "Outside"]
    what = desk.calendar.bar.what
    assert what.filtered.text() == "Only: Dr Kim" and what.isVisible()
    kept = CalendarFilters(desk.context, desk.calendar)
    assert kept.shown.clinician_ids == (desk.kim,)
    desk.context.actions.trigger("calendar.everything")
    assert columns(desk) == ["J. Cole", "Dr Kim", "Outside"] and not what.isVisible()


def test_a_status_that_is_ticked_shows_cancelled_visits_too(desk):
    row = book(desk)
    desk.run("services.scheduling.set_status", SetAppointmentStatus(row.id, row.version, "cancelled", "Ill"))
    desk.press("Ctrl+3")
    assert desk.calendar.shown.visits() == ()
    desk.calendar.filters.use(CalendarFilter(statuses=("cancelled",)))
    assert [each.id for each in desk.calendar.shown.visits()] == [row.id]


def test_a_file_of_settings_somebody_wrote_into_filters_nothing(desk):
    key = f"calendar/{desk.context.session.user_id}/filter"
    for text in ("{", "[]", '{"clinician_ids": "x"}', '{"clinician_ids": [99]}'):
        desk.context.preferences.keep(key, text)
        filters = CalendarFilters(desk.context, desk.calendar)
        filters.know(desk.run("queries.calendar.setup"))
        assert not filters.shown.narrows


def test_the_months_are_walked_by_keyboard_and_turn_to_a_day(desk):
    book(desk)
    book(desk, "2026-12-04 09:00")
    desk.press("Ctrl+3", "Ctrl+M")
    months, model = desk.calendar.side.months, desk.calendar.side.months.month_model
    assert months.hasFocus() and desk.calendar.side.month.text() == "Nov 2026"
    assert model.sentence(FRIDAY) == "Fri 20-Nov-2026, today, has visits"
    assert model.sentence(dt.date(2026, 11, 26)) == "Thu 26-Nov-2026, no visits, closed: Thanksgiving Day"
    desk.press("PgDown")
    assert desk.calendar.side.month.text() == "Dec 2026" and desk.calendar.day == FRIDAY
    desk.press("PgUp", "Right", "Down", "Left", "Down", "Home", "Return")
    assert desk.calendar.day == dt.date(2026, 11, 30)
    assert months.hasFocus(), "to walk on"
    assert model.sentence(dt.date(2026, 12, 4)).endswith("has visits")
    desk.press("End", "Space")
    assert desk.calendar.day == dt.date(2026, 12, 6)
    index = model.place(dt.date(2026, 12, 4))
    QTest.mouseClick(months.viewport(), Qt.MouseButton.LeftButton, pos=months.visualRect(index).center())
    QApplication.processEvents()
    assert desk.calendar.day == dt.date(2026, 12, 4)


def test_everybodys_week_says_how_full_days_are_and_enter_opens_one(desk):
    for number in range(6):
        person = SaveClinician(None, f"Xa{number}", None, "Dr", None, None, WEEK)
        last = desk.run("services.clinic_setup.save_clinician", person).id
    book(desk, clinician=last)
    desk.press("Ctrl+3", "Alt+3")
    box = desk.calendar.bar.whose_box
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.currentIndex())
    QApplication.processEvents()
    stack, load = desk.calendar.stack, desk.calendar.stack.load
    assert stack.overview and not desk.calendar.bar.toggle.isVisible()
    names = [row.clinician.name for row in load.load_model.load.rows]
    load.setFocus()
    load.setCurrentIndex(load.load_model.index(names.index("Dr Xa5"), 4))
    assert load.load_model.data(load.currentIndex(), int(Qt.ItemDataRole.AccessibleTextRole)) == (
        "Dr Xa5, Fri 20-Nov-2026: visits: 1, 30 min of 3 h booked"
    )
    assert load.isColumnHidden(5) and load.isColumnHidden(6)
    desk.press("Return")
    cell = desk.calendar.grid.current_cell()
    assert desk.calendar.day == FRIDAY and cell.column.key == last
    desk.press("Alt+3")
    assert desk.calendar.stack.overview, "everybody stays chosen"


def test_with_large_text_the_tray_takes_the_place_of_the_day(desk, large_text):
    row = book(desk)
    desk.run("services.scheduling.set_status", SetAppointmentStatus(row.id, row.version, "cancelled", "Ill"))
    desk.window.resize(1280, 800)
    desk.press("Ctrl+3")
    calendar = desk.calendar
    assert calendar.stack.isVisible() and not calendar.side.isVisible()
    assert calendar.bar.tray.text() == "Needs booking (1)"
    calendar.bar.tray.click()
    QApplication.processEvents()
    assert calendar.tray.table.hasFocus() and not calendar.stack.isVisible()
    assert calendar.tray.table.visibleRegion().boundingRect().height() > 100
    desk.press("Ctrl+B")
    assert isinstance(desk.dialog(), QuickBookDialog)
    desk.press("Escape", "Ctrl+X")
    assert calendar.stack.isVisible() and not calendar.side.isVisible() and calendar.due.held is not None
    desk.press("Ctrl+M")
    assert calendar.side.months.isVisible() and not calendar.tray.isVisible()
    desk.press("Return")
    assert calendar.stack.isVisible() and calendar.bar.kind.isVisible()


def test_an_interpreter_and_a_ride_are_pictures_on_the_day_and_words_everywhere_else(desk):
    row = replace(book(desk), interpreter="es", transport=True)
    words = desk.calendar.words
    assert words.needs(row) == ("interpreter: Spanish", "needs a ride")
    assert words.sentence(row).endswith("interpreter: Spanish · needs a ride")
