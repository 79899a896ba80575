"""Still to set up: each line opens its form and goes when it was saved; holidays are asked for where they matter."""

from __future__ import annotations

import datetime as dt

from icm_desktop.contracts.content import ConfirmContent
from icm_desktop.contracts.scheduling import BookAppointment, SaveAppointmentType, SaveClinician
from icm_desktop.contracts.set_up import Missing, Retire
from tests.ui.admin.office import turn_to
from tests.ui.audit import settle
from tests.ui.clock import local
from ui.pages.admin_sections.missing import MissingSection


def lines(desk):
    return {row.what for row in turn_to(desk, "missing").table.rows()}


def open_line(desk, what):
    """Go to a line and press Enter; the form."""
    section = turn_to(desk, "missing")
    assert isinstance(section, MissingSection)
    row = next(each for each in section.table.rows() if each.what is what)
    section.table.go_to(section.row_id(row))
    section.table.setFocus()
    desk.press("Return")
    settle()
    return desk.dialog()


def test_every_line_opens_the_form_that_sets_it_and_goes_when_it_was_saved(admin):
    lee = SaveClinician(None, "Lee", None, "Dr", None, None, ())
    admin.run("services.clinic_setup.save_clinician", lee)
    types = admin.run("queries.visit_types.visit_types").types
    echo = SaveAppointmentType(types[0].id, "Echo", 30, room_kind="lab")
    admin.run("services.clinic_setup.save_appointment_type", echo)
    wanted = {Missing.BACKUP_FOLDER, Missing.HOURS, Missing.ROOMS, Missing.HOLIDAYS, Missing.DIRECTORY, Missing.CONTENT}
    assert lines(admin) == wanted
    form = open_line(admin, Missing.HOURS)
    assert form.who.currentText() == "Dr Lee"
    form.days.hours[0].setText("9-12")
    form.submit()
    form = open_line(admin, Missing.ROOMS)
    assert form.kind.text() == "lab"
    form.name.setText("Echo room")
    form.submit()
    form = open_line(admin, Missing.DIRECTORY)
    form.edits["name"].setText("Lakeshore")
    form.submit()
    for _year in (2026, 2027):
        open_line(admin, Missing.HOLIDAYS).submit()
    assert lines(admin) == {Missing.BACKUP_FOLDER, Missing.CONTENT}
    form = open_line(admin, Missing.BACKUP_FOLDER)
    form.folder.setText(str(admin.practice.database.path.parent))
    form.submit()
    section = turn_to(admin, "missing")
    section.table.go_to(("content", None, None, "es"))
    section.change()
    settle()
    assert admin.page("admin").section.row.id == "es"
    for row in admin.run("queries.content.contents"):
        if row.kind == "phrases":
            admin.run("services.content.confirm", ConfirmContent(row.kind, row.id, row.digest, "Ana"))
    turn_to(admin, "missing").refresh()
    assert lines(admin) == set()
    assert admin.page("admin").section.stack.currentWidget() is admin.page("admin").section.empty


def test_without_kinds_of_visit_or_a_phone_the_lines_open_their_forms(admin):
    (kind,) = admin.run("queries.visit_types.visit_types").types
    admin.run("services.clinic_setup.retire_type", Retire(kind.id, kind.version))
    assert Missing.VISIT_TYPES in lines(admin)
    form = open_line(admin, Missing.VISIT_TYPES)
    form.name.setText("Check")
    form.minutes.setText("20")
    form.submit()
    assert Missing.VISIT_TYPES not in lines(admin)


def test_the_calendar_and_the_practice_ask_for_the_holidays_of_the_year_until_they_are_settled(admin):
    calendar = admin.page("calendar")
    admin.context.navigation.open("calendar")
    settle()
    assert calendar.notice.isVisible() and "2026" in calendar.notice.told.text
    assert turn_to(admin, "practice").notice.isVisible()
    admin.context.navigation.open("calendar")
    for year in ("2026", "2027"):
        assert year in calendar.notice.button.text()
        calendar.notice.button.click()
        form = admin.dialog()
        form.days.boxes[f"{year}-11-{'26' if year == '2026' else '25'}"].setChecked(False)
        form.submit()
        settle()
    assert not calendar.notice.isVisible()
    assert not turn_to(admin, "practice").notice.isVisible()
    worked = [row.starts_on for row in admin.run("queries.set_up.closures", 2027).rows if row.open_anyway]
    assert worked == [dt.date(2027, 11, 25)]


def test_what_was_worked_last_year_is_proposed_for_the_next(admin):
    section = turn_to(admin, "closures")
    section.table.go_to(("holiday", "2026-11-11", "Veterans Day"))
    section.work()
    section.year.setCurrentIndex(section.year.findData(2027))
    section.settle()
    form = admin.dialog()
    assert [day for day in form.days.boxes if day not in form.days.chosen()] == ["2027-11-11"]
    form.reject()


def test_saving_a_last_day_shows_the_open_work_and_hands_it_over(admin):
    lee = SaveClinician(None, "Lee", None, "Dr", None, None, tuple((day, "09:00", "12:00") for day in range(5)))
    lee_id = admin.run("services.clinic_setup.save_clinician", lee).id
    patient = admin.register("Lopez", "Maria")
    for day in ("24", "25"):
        booked = BookAppointment(patient, lee_id, local(f"2026-11-{day} 09:00"), 30)
        admin.run("services.scheduling.book", booked)
    section = turn_to(admin, "clinicians")
    section.table.go_to(lee_id)
    section.change()
    form = admin.dialog()
    form.left_on.edit.setText("23 nov 2026")
    form.submit()
    assert form.confirmed and form.visits.isVisible()
    form.submit()
    settle()
    form = admin.dialog()
    assert [fact.text[:13] for fact in form.list.facts()] == ["2 appointment"]
    form.to_clinician.setCurrentIndex(form.to_clinician.findData(admin.kim))
    form.submit()
    row = next(each for each in admin.run("queries.calendar.all_clinicians") if each.id == lee_id)
    assert row.left_on == dt.date(2026, 11, 23)
    assert not admin.run("queries.leaving.open_work", lee_id).visits
    admin.context.undo.undo()
    assert len(admin.run("queries.leaving.open_work", lee_id).visits) == 2
