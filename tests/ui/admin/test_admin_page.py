"""The Admin page with real widgets: sections by role, forms by keyboard, undo, and readable by everybody."""

from __future__ import annotations

from icm_desktop.contracts.scheduling import BookAppointment, SaveClinician
from icm_desktop.contracts.set_up import Retire, SaveRoom
from tests.ui.admin.office import furnish, turn_to
from tests.ui.audit import settle
from tests.ui.clock import local
from ui.pages.admin_sections import section_classes
from ui.tables.export import TableExport, table_of


def test_a_room_is_added_by_keyboard_and_undone(admin):
    section = turn_to(admin, "rooms")
    assert section.stack.currentWidget() is section.empty
    admin.context.actions.trigger("admin.new")
    settle()
    admin.press("'Room 1'", "Ctrl+Return")
    assert [row.name for row in section.table.rows()] == ["Room 1"]
    admin.context.undo.undo()
    assert section.table.rows() == ()


def test_front_desk_keeps_absences_and_is_told_who_opens_the_rest(front):
    page = front.page("admin")
    assert turn_to(front, "users") is None
    assert "administrator" in page.refusal._title.text() and "Ada Min" in page.refusal._sentence.text()
    assert not turn_to(front, "practice").may_change
    assert turn_to(front, "absences").may_change


def test_a_holiday_the_practice_works_on_is_shown_open(admin):
    section = turn_to(admin, "closures")
    row = next(each for each in section.table.rows() if each.name == "Thanksgiving Day")
    section.table.go_to(section.row_id(row))
    assert section.can("work") and not section.can("keep")
    section.work()
    row = next(each for each in section.table.rows() if each.name == "Thanksgiving Day")
    assert row.open_anyway


def test_booking_offers_to_set_hours_that_are_missing_and_comes_back(admin):
    lee = SaveClinician(None, "Lee", None, "Dr", None, None, ())
    admin.run("services.clinic_setup.save_clinician", lee)
    patient = admin.register("Lopez", "Maria")
    admin.context.navigation.open("calendar")
    admin.page("calendar").booking.book(patient)
    book = admin.dialog()
    assert not book.missing.isHidden() and "Dr Lee" in book.missing.text()
    book.set_hours()
    week = admin.dialog()
    week.days.hours[0].setText("9-12")
    week.submit()
    assert book.missing.isHidden() and book.isVisible()
    book.reject()


def test_visits_that_were_shown_stay_confirmed_when_a_day_is_only_written_in_full(admin):
    patient = admin.register("Lopez", "Maria")
    admin.run("services.scheduling.book", BookAppointment(patient, admin.kim, local("2026-11-24 09:00"), 30))
    section = turn_to(admin, "absences")
    admin.context.actions.trigger("admin.new")
    settle()
    form = admin.dialog()
    form.first.setFocus()
    admin.press("'24 nov 2026'", "Ctrl+Return", "Tab")
    assert form.first.text() == "24-Nov-2026" and form.confirmed and form.visits.isVisible()
    admin.press("'25 nov 2026'")
    assert not form.confirmed and not form.visits.isVisible()
    form.last.edit.clear()
    admin.press("Ctrl+Return", "Ctrl+Return")
    assert [row.starts_on.isoformat() for row in section.table.rows()] == ["2026-11-24"]


def test_booking_offers_to_add_the_first_kind_of_visit_and_comes_back(admin):
    (kind,) = admin.run("queries.visit_types.visit_types").types
    admin.run("services.clinic_setup.retire_type", Retire(kind.id, kind.version))
    patient = admin.register("Lopez", "Maria")
    admin.context.navigation.open("calendar")
    admin.page("calendar").booking.book(patient)
    book = admin.dialog()
    assert not book.missing.isHidden()
    book.missing.click()
    form = admin.dialog()
    form.name.setText("Check")
    form.minutes.setText("20")
    form.submit()
    assert book.missing.isHidden() and "Check" in book.kind.currentText()
    book.reject()


def test_every_list_of_admin_is_exported_as_csv_with_all_its_rows(admin, tmp_path):
    furnish(admin)
    for made in section_classes():
        section = turn_to(admin, made.name)
        table = table_of(admin.page("admin"))
        if made.name in ("practice", "backups", "conflict_rules"):  # facts, and a list without rows
            assert table is None
            continue
        assert table is section.table
        path = tmp_path / f"{made.name}.csv"
        TableExport(admin.context, table).write(path)
        assert len(path.read_text("utf-8-sig").splitlines()) >= 1 + len(table.rows()), made.name


def test_the_history_of_a_line_opens_from_its_list(admin):
    room = admin.run("services.sites.save_room", SaveRoom(None, 0, "Room 1"))
    admin.run("services.sites.save_room", SaveRoom(room.id, 1, "Room 2"))
    turn_to(admin, "rooms").table.setFocus()
    admin.press("Ctrl+Shift+Y")
    settle()
    section = admin.page("admin").section
    assert section.name == "history" and section.whole.isVisible()
    assert [row.event for row in section.table.rows()] == ["updated", "created"]
    assert section._changed(section.table.rows()[0]) == "Name: Room 1 → Room 2"
    shown, total = section.table.counts()
    assert shown == total == 2
    section.whole.click()
    assert section.table.counts()[0] == section.table.counts()[1]
    assert len(section.table.rows()) > 2 and not section.whole.isVisible()


def test_hours_that_meet_others_and_breaks_outside_them_are_refused_at_their_day(admin):
    turn_to(admin, "weeks")
    admin.context.actions.trigger("admin.new")
    settle()
    form = admin.dialog()
    form.days.hours[2].setText("11-3")
    form.days.breaks[2].setText("8-9")
    form.submit()
    assert form.focusWidget() is form.days.breaks[2]
    form.days.breaks[2].setText("12-1")
    form.first.edit.setText("1 dec 2026")
    form.submit()
    assert form.isVisible() and form.focusWidget() is form.days.hours[2]
    assert "Wednesday" in form.days.fields[4]._message.text
    form.reject()
