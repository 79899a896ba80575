"""The calendar driven by keyboard over the real encrypted database."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QApplication, QPushButton

from icm_desktop.contracts.calendar import AskDay
from icm_desktop.contracts.scheduling import BookAppointment, RecordOutsideVisit
from tests.ui.clock import local
from ui.dialogs.mark_mistaken import MarkMistakenDialog
from ui.dialogs.record_history import RecordHistoryDialog
from ui.language import Language


def visits(desk, day="2026-11-20"):
    return desk.run("queries.calendar.day_view", AskDay(dt.date.fromisoformat(day))).appointments


def start_booking(desk, patient):
    desk.context.navigation.open("calendar", state={"book_for": patient})
    QApplication.processEvents()
    return desk.dialog()


def record_outside(desk, patient):
    desk.calendar.booking.record_outside(patient)
    QApplication.processEvents()
    return desk.dialog()


def book(desk, when="2026-11-20 09:00", patient=None, clinician=None):
    request = BookAppointment(patient or desk.ana, clinician or desk.kim, local(when), 30)
    return desk.run("services.scheduling.book", request).appointment


def test_four_keys_book_a_follow_up_from_a_patient_in_hand(desk):
    start_booking(desk, desk.ana)
    desk.press("2", "Ctrl+Return")
    (visit,) = visits(desk)
    assert (visit.head.id, visit.starts_at, visit.with_whom) == (desk.ana, local("2026-11-20 09:00"), "J. Cole")
    assert desk.calendar.current_visit().id == visit.id
    assert desk.window.toast.isVisible() and "9:00 AM" in desk.window.toast.text


def test_ctrl_n_a_asks_for_whom_and_books_the_first_free_time(desk):
    desk.press("Ctrl+3", "Ctrl+N", "A", "'ruiz'", "Return", "1", "Ctrl+Return")
    (visit,) = visits(desk)
    assert visit.head.id == desk.ben


def test_a_digit_on_the_day_takes_the_free_time_with_that_number(desk):
    desk.press("Ctrl+3", "4", "'lopez'", "Return", "Ctrl+Return")
    (visit,) = visits(desk)
    assert (visit.starts_at, visit.with_whom) == (local("2026-11-20 09:15"), "J. Cole")


def test_two_keys_mark_a_visit_arrived_and_the_toast_undoes_it(desk):
    book(desk)
    desk.press("Ctrl+3")
    assert desk.calendar.current_visit().head.id == desk.ana
    desk.press("Return", "A")
    assert visits(desk)[0].status == "arrived"
    assert desk.context.undo.undo_name() == "mark arrived, LOPEZ"
    desk.press("Ctrl+Z")
    assert visits(desk)[0].status == "booked"


def test_three_keys_move_a_visit(desk):
    book(desk)
    desk.press("Ctrl+3", "Return", "M", "4")
    (visit,) = visits(desk)
    assert visit.starts_at == local("2026-11-20 10:00")  # 9:15, 9:30 and 9:45 come before; not where it is now
    assert desk.calendar.current_visit().id == visit.id


def test_cancelling_asks_why_and_the_visit_leaves_the_day_until_asked_for(desk):
    book(desk)
    desk.press("Ctrl+3", "Return", "C", "1")
    (visit,) = visits(desk)
    assert (visit.status, visit.cancel_reason) == ("cancelled", "The patient asked")
    assert desk.calendar.current_visit() is None
    assert desk.calendar.status() == "0 of 1 visits"
    desk.calendar.bar.show_cancelled(True)
    desk.calendar.bar.shown_changed.emit()
    assert desk.calendar.status() == "1 of 1 visits"


def test_a_no_show_is_refused_with_a_sentence_before_its_time(desk):
    book(desk)
    desk.press("Ctrl+3", "Return", "N")
    dialog = desk.dialog()
    assert "when the time has come" in dialog.problem.text
    assert visits(desk)[0].status == "booked"


def test_a_time_somebody_else_took_meanwhile_is_said_beside_it_with_the_next_free_times(desk):
    dialog = start_booking(desk, desk.ana)
    first = dialog.slots.slots()[0]
    book(desk, patient=desk.ben, clinician=first.clinician_id)
    desk.press("1", "Ctrl+Return")
    assert dialog.isVisible()
    assert "Somebody else is booked" in dialog.slot_field._message.text
    assert first not in dialog.slots.slots()
    desk.press("Ctrl+Return")
    assert {visit.head.id for visit in visits(desk)} == {desk.ana, desk.ben}


def test_outside_the_hours_a_visit_needs_a_reason(desk):
    dialog = start_booking(desk, desk.ana)
    dialog.other_time.setChecked(True)
    dialog.clinician.setCurrentIndex(dialog.clinician.findData(desk.kim))
    dialog.time.setText("5:30")
    desk.press("Ctrl+Return")
    assert "does not see patients at this time" in dialog.fields["time"]._message.text
    dialog.overbook.setText("walk-in")
    desk.press("Ctrl+Return")
    assert visits(desk)[0].starts_at == local("2026-11-20 17:30")


def test_a_visit_elsewhere_is_recorded_and_shows_in_its_own_column(desk):
    desk.press("Ctrl+3")
    dialog = record_outside(desk, desk.ana)
    desk.press("'City Cardiology'", "Tab", "'Main St 4'")
    dialog.day.edit.setText("today")
    dialog.time.setText("2 pm")
    desk.press("Ctrl+Return")
    (visit,) = visits(desk)
    assert (visit.outside, visit.with_whom, visit.starts_at) == (True, "City Cardiology", local("2026-11-20 14:00"))
    column = desk.calendar.grid.current_cell().column
    assert column.name == "Outside" and column.blocks[0].visit.id == visit.id


def test_a_time_the_clocks_skip_is_refused_with_a_sentence(desk):
    dialog = record_outside(desk, desk.ana)
    dialog.with_whom.setText("Night clinic")
    dialog.day.edit.setText("2027-03-14")
    dialog.time.setText("02:30")
    desk.press("Ctrl+Return")
    assert "clocks go forward" in dialog.fields["starts_at"]._message.text
    assert desk.run("queries.appointments.of_patient", desk.ana) == ()


def test_the_list_shows_the_same_visits_with_the_same_keys(desk):
    book(desk)
    desk.run(
        "services.scheduling.record_outside",
        RecordOutsideVisit(desk.ben, local("2026-11-20 15:00"), None, "Eye clinic"),
    )
    desk.press("Ctrl+3")
    in_grid = {b.visit.id for c in desk.calendar.grid.day_model.plan.columns for b in c.blocks}
    desk.press("Ctrl+Shift+V")
    assert desk.calendar.stack.as_list
    assert {row.id for row in desk.calendar.list.rows()} == in_grid and len(in_grid) == 2
    desk.press("Return", "A")
    assert visits(desk)[0].status == "arrived"


def test_keys_walk_the_days_and_back_restores_the_day(desk):
    desk.press("Ctrl+3", "Ctrl+Right", "Ctrl+Shift+Right")
    assert desk.calendar.day == dt.date(2026, 11, 28)
    desk.press("Ctrl+2", "Alt+Left")
    assert desk.calendar.day == dt.date(2026, 11, 28)
    desk.press("Ctrl+T")
    assert desk.calendar.day == dt.date(2026, 11, 20)
    desk.press("Ctrl+G", "'+2w'", "Return")
    assert desk.calendar.day == dt.date(2026, 12, 4)


def test_every_cell_says_what_it_is(desk):
    book(desk)
    desk.press("Ctrl+3")
    model = desk.calendar.grid.day_model
    said = [
        model.sentence(model.cell(model.index(row, column)))
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    assert all(said)
    assert any("LOPEZ, Maria" in words and "Booked" in words for words in said)
    assert any("free, number 1" in words for words in said)
    assert any("closed" in words for words in said)


def test_overlapping_visits_stand_beside_each_other(desk):
    book(desk)
    desk.run(
        "services.scheduling.book",
        BookAppointment(desk.ben, desk.kim, local("2026-11-20 09:00"), 30, overbook_reason="emergency"),
    )
    desk.press("Ctrl+3")
    columns = [column for column in desk.calendar.grid.day_model.plan.columns if column.key == desk.kim]
    assert [len(column.blocks) for column in columns] == [1, 1]


def test_a_half_typed_booking_is_offered_again(desk):
    dialog = start_booking(desk, desk.ana)
    dialog.reason.setText("dizzy since Monday")
    desk.press("Escape")
    desk.calendar.booking.book(desk.ana)
    again = desk.dialog()
    assert again.drafts.offer is not None
    again.drafts._take(desk.run("queries.drafts.load", "book", desk.ana))
    assert again.reason.text() == "dizzy since Monday"


def test_in_spanish_the_underlined_letters_act(desk):
    book(desk)
    language = Language(QApplication.instance() or QApplication([]))
    language.use("es")
    try:
        desk.press("Ctrl+3", "Return")
        dialog = desk.dialog()
        arrived = next(button for button in dialog.findChildren(QPushButton) if "lleg" in button.text().lower())
        letter = arrived.text()[arrived.text().index("&") + 1]
        desk.press(letter.upper())
        assert visits(desk)[0].status == "arrived"
        assert len(dialog.letters()) == len(set(dialog.letters()))
    finally:
        language.use("en")


def test_the_history_of_a_visit_and_that_it_is_an_error_are_reached_by_the_keys_of_the_chart(desk):
    visit = book(desk)
    for as_list in (False, True):
        desk.press("Ctrl+3", *(["Ctrl+Shift+V"] if as_list else []))
        assert desk.calendar.current_visit().id == visit.id
        desk.press("Ctrl+Shift+H")
        assert isinstance(desk.dialog(), RecordHistoryDialog)
        assert desk.dialog().list.facts()[-1].text.startswith("Added: Appointment")
        desk.press("Esc")
    desk.context.actions.trigger("calendar.mistaken")
    assert isinstance(desk.dialog(), MarkMistakenDialog)
    desk.press("'double entry'", "Return")
    assert visits(desk) == ()
    assert not desk.context.actions.is_enabled("calendar.mistaken")
    desk.press("Ctrl+Z")
    assert [row.id for row in visits(desk)] == [visit.id]


def test_the_menu_of_a_visit_on_the_day_has_the_same_commands_as_in_the_list(desk):
    book(desk)
    desk.press("Ctrl+3", "Shift+F10")
    menu = QApplication.activePopupWidget()
    assert menu is not None
    shown = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    acts = ["calendar.arrived", "calendar.no_show", "calendar.cancel", "calendar.move"]
    assert shown == ["calendar.open", "calendar.chart", *acts, "calendar.history", "calendar.mistaken"]
    menu.close()
