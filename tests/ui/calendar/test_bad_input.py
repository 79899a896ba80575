"""What cannot be is said in one sentence at its field, and nothing is saved."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import update

from db.models.patient import Patient
from db.models.practice import Practitioner
from icm_desktop.contracts.scheduling import BookAppointment, RecordOutsideVisit
from tests.ui.clock import local


def start(desk, patient=None):
    desk.context.navigation.open("calendar", state={"book_for": patient or desk.ana})
    QApplication.processEvents()
    dialog = desk.dialog()
    dialog.other_time.setChecked(True)
    dialog.clinician.setCurrentIndex(dialog.clinician.findData(desk.kim))
    return dialog


def said(desk, dialog, field):
    desk.press("Ctrl+Return")
    assert dialog.isVisible()
    assert desk.run("queries.appointments.of_patient", desk.ana, local("2026-11-20 00:00")) in ((), _elsewhere(desk))
    return dialog.fields[field]._message.text


def _elsewhere(desk):
    return tuple(each for each in desk.run("queries.appointments.of_patient", desk.ana) if each.outside)


@pytest.mark.parametrize(
    ("day", "time", "field", "words"),
    [
        ("30 feb", "9", "after", "There is no such day in the calendar."),
        ("feb 29 2027", "9", "after", "There is no such day in the calendar."),
        ("nonsense", "9", "after", "Enter a day"),
        ("11/24", "25:00", "time", "Enter a time"),
        ("2027-03-14", "02:30", "time", "this time does not exist on that day"),
        ("2026-11-19", "9", "time", "This time has passed."),
        ("2026-11-24", "18:30", "time", "does not see patients at this time"),
        ("2029-11-24", "9", "time", "Check the year."),
        ("2026-11-26", "9", "time", "The practice is closed at this time."),
    ],
)
def test_a_day_or_time_that_cannot_be(desk, day, time, field, words):
    dialog = start(desk)
    dialog.after.edit.setText(day)
    dialog.time.setText(time)
    assert words in said(desk, dialog, field)


def test_the_patients_own_visit_elsewhere_and_the_way_there(desk):
    desk.run(
        "services.scheduling.record_outside", RecordOutsideVisit(desk.ana, local("2026-11-24 10:00"), 30, "Eye Clinic")
    )
    dialog = start(desk)
    dialog.after.edit.setText("11/24")
    dialog.time.setText("10:15")
    assert "The patient has another visit at this time" in said(desk, dialog, "time")
    dialog.time.setText("10:45")
    assert "needs time on the way" in said(desk, dialog, "time")


def test_a_time_that_comes_twice_asks_which_one(desk):
    dialog = start(desk)
    dialog.after.edit.setText("2026-11-24")
    dialog.time.setText("01:30")
    assert not dialog.when.later.isVisible()
    dialog.after.edit.setText("2027-11-07")
    assert dialog.when.later.isVisible()
    first = dialog.when.starts_at()
    dialog.when.later.setChecked(True)
    assert dialog.when.starts_at() - first == dt.timedelta(hours=1)


def test_a_patient_who_died_is_said_above_the_form(desk):
    dialog = start(desk)
    dialog.after.edit.setText("11/24")
    dialog.time.setText("9")
    with desk.practice.database.writer.connect() as connection:
        connection.execute(update(Patient).where(Patient.id == desk.ana).values(deceased=True))
        connection.commit()
    desk.press("Ctrl+Return")
    assert dialog.isVisible() and dialog.summary.text == "This patient has died, so no visit can be booked."


def test_a_clinician_who_left_is_said_at_the_clinician(desk):
    dialog = start(desk)
    with desk.practice.database.writer.connect() as connection:
        last = update(Practitioner).where(Practitioner.id == desk.kim).values(left_on=dt.date(2026, 11, 23))
        connection.execute(last)
        connection.commit()
    dialog.after.edit.setText("11/24")
    dialog.time.setText("9")
    assert "Dr Kim does not work here any more at this time." in said(desk, dialog, "clinician_id")


def test_a_patient_is_not_in_two_rooms_at_once(desk):
    request = BookAppointment(desk.ana, desk.cole, local("2026-11-24 09:00"), 30)
    visit = desk.run("services.scheduling.book", request).appointment
    dialog = start(desk)
    dialog.after.edit.setText("11/24")
    dialog.time.setText("9:15")
    desk.press("Ctrl+Return")
    assert "The patient has another visit at this time" in dialog.fields["time"]._message.text
    assert desk.run("queries.appointments.of_patient", desk.ana) == (visit,)
