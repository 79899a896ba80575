"""From an empty practice to a calendar, and the pure parts of the calendar."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from icm_desktop.permissions import Role
from tests.ui.clock import get_up, make_still_practice
from tests.ui.desk import sit_down
from ui.pages.calendar import CalendarPage
from ui.times_input import read_hours, read_time


@pytest.fixture
def empty(tmp_path, qtbot):
    practice = make_still_practice(tmp_path)
    desk = sit_down(tmp_path, (CalendarPage,), Role.ADMINISTRATOR, practice=practice)
    yield desk
    get_up(desk.window)
    assert desk.crashes == []
    practice.database.close()


def opened(desk):
    QApplication.processEvents()
    return desk.dialog()


def test_an_empty_calendar_leads_to_the_first_clinician(empty):
    page = empty.page("calendar")
    assert page.stack.currentWidget() is page.empty
    page.empty.chosen.emit(0)
    dialog = opened(empty)
    empty.press("'Kim'", "Tab", "Tab", "'Dr'")
    dialog.hours[0].setText("9-12, 1-5")
    dialog.same_all_week()
    empty.press("Ctrl+Return")
    (kim,) = empty.run("queries.calendar.setup").clinicians
    assert kim.name == "Dr Kim" and len(kim.hours) == 10 and kim.hours[1] == (0, "13:00", "17:00")
    assert page.stack.currentWidget() is page.grid


def test_hours_that_make_no_sense_are_refused_beside_their_day(empty):
    empty.context.actions.trigger("tools.clinicians")
    dialog = opened(empty)
    dialog.names["family"].setText("Kim")
    dialog.hours[2].setText("9-12, 11-3")
    empty.press("Ctrl+Return")
    assert "stretches may not overlap" in dialog.fields["hours:2"]._message.text
    assert empty.run("queries.calendar.setup").clinicians == ()


def test_kinds_of_visit_are_added_and_changed(empty):
    empty.context.actions.trigger("tools.visit_types")
    opened(empty)
    empty.press("'Follow-up'", "Tab", "'30'", "Ctrl+Return")
    empty.context.actions.trigger("tools.visit_types")
    dialog = opened(empty)
    dialog.which.setCurrentIndex(1)
    dialog.minutes.setText("45")
    empty.press("Ctrl+Return")
    (kind,) = empty.run("queries.calendar.setup").types
    assert (kind.name, kind.minutes) == ("Follow-up", 45)


def test_booking_without_clinicians_leads_to_setting_one_up_first(empty):
    patient = empty.register("Lopez", "Maria")
    empty.page("calendar").booking.book(patient)
    dialog = opened(empty)
    dialog.names["family"].setText("Kim")
    dialog.hours[0].setText("9-12")
    empty.press("Ctrl+Return")
    assert empty.dialog().windowTitle() == "Book appointment"


@given(st.times())
def test_every_time_written_in_full_is_read_back(time):
    minute = time.replace(second=0, microsecond=0)
    assert read_time(f"{minute:%H:%M}") == minute
    half = "AM" if minute.hour < 12 else "PM"
    assert read_time(f"{minute.hour % 12 or 12}:{minute.minute:02d} {half}") == minute


@given(st.text(max_size=12))
def test_any_text_is_a_time_or_none(text):
    found = read_time(text)
    assert found is None or isinstance(found, dt.time)


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("9-12, 1-5", (("09:00", "12:00"), ("13:00", "17:00"))),
        ("8:30 AM to 4 pm", (("08:30", "16:00"),)),
        ("", ()),
        ("5-9", None),
        ("9-12, 11-3", None),
        ("all day", None),
    ],
)
def test_hours_are_read_as_typed(typed, hours):
    assert read_hours(typed) == hours
