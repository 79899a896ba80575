"""What cannot be, typed into every form of the front desk: one sentence at its field, nothing saved, nothing broken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QPlainTextEdit

from db import unit_of_work
from db.models.patient import Patient
from db.models.practice import Practitioner
from icm_desktop.contracts.plans import ActionDraft, AddAction
from icm_desktop.contracts.scheduling import RecordOutsideVisit, SaveAppointmentType
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.permissions import Role
from tests.support import NEW_YORK
from tests.ui.calendar.conftest import clinician
from tests.ui.clock import NOW, get_up, local, make_still_practice
from tests.ui.desk import TODAY, Desk, sit_down
from tests.ui.referrals.conftest import refer
from tests.windows import close_all
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.set_up.closure import ClosureDialog
from ui.pages import page_classes

NO_DAY, A_TIME = "There is no such day in the calendar.", "Enter a time, for example 9:30 or 2 pm."
LONG = "A" * 32_000  # what is left of a pasted megabyte in a line
GAP = "this time does not exist on that day"


@pytest.fixture(autouse=True)
def _nothing_left_open(desk: Desk) -> Iterator[None]:
    """The window stays for the next form."""
    yield
    for left_open in desk.window.findChildren(QDialog):
        left_open.reject()
    assert desk.crashes == []


@pytest.fixture(scope="module")
def desk(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("bad")
    made = sit_down(folder, page_classes(), Role.ADMINISTRATOR, practice=make_still_practice(folder))
    made.page("calendar").now = lambda: NOW  # type: ignore[attr-defined]
    made.kim = made.run("services.clinic_setup.save_clinician", clinician("Kim")).id
    made.cole = made.run("services.clinic_setup.save_clinician", clinician("Cole")).id
    made.run("services.clinic_setup.save_appointment_type", SaveAppointmentType(None, "Follow-up", 30))
    made.ana = made.register("Lopez", "Maria", "1958-03-04", phone="555-010-0142")
    made.run("services.care_plans.add_action", AddAction(made.ana, None, ActionDraft("Call", due_on=TODAY)))
    refer(made, made.ana, to_name="Lakeside Heart Clinic")
    elsewhere = RecordOutsideVisit(made.ana, local("2026-11-25 10:00"), 60, "Eye Clinic")
    made.run("services.scheduling.record_outside", elsewhere)
    yield made
    get_up(made.window)
    close_all()
    made.practice.database.close()


# opening the forms, with something right in them


def book(desk: Desk) -> Any:
    desk.page("calendar").booking.book(desk.ana)  # type: ignore[attr-defined]
    form: Any = opened(desk)
    form.other_time.setChecked(True)
    form.clinician.setCurrentIndex(form.clinician.findData(desk.kim))
    form.after.edit.setText("2026-11-24")
    form.time.setText("9:00")
    return form


def series(desk: Desk) -> Any:
    desk.context.navigation.open_chart(desk.ana)
    desk.page("calendar").booking.book_series()  # type: ignore[attr-defined]
    form: Any = opened(desk)
    form.clinician.setCurrentIndex(form.clinician.findData(desk.kim))
    form.when.day.edit.setText("2026-11-24")
    form.when.time.setText("9:00")
    return form


def elsewhere(desk: Desk) -> Any:
    desk.page("calendar").booking.record_outside(desk.ana)  # type: ignore[attr-defined]
    form: Any = opened(desk)
    form.with_whom.setText("Eye Clinic")
    form.day.edit.setText("2026-12-01")
    form.time.setText("9:00")
    return form


def step(desk: Desk) -> Any:
    desk.context.navigation.open("referrals")
    desk.page("referrals").advance()  # type: ignore[attr-defined]
    form: Any = opened(desk)
    form.visit_day.edit.setText("2026-12-01")
    form.time.setText("9:00")
    return form


def referral(desk: Desk) -> Any:
    desk.page("referrals").new(desk.ana)  # type: ignore[attr-defined]
    form: Any = opened(desk)
    form.service.setText("Eye exam")
    return form


def call(desk: Desk) -> Any:
    on_today(desk).log_contact()
    return opened(desk)


def hold(desk: Desk) -> Any:
    on_today(desk).hold()
    form: Any = opened(desk)
    form.until.edit.setText("2w")
    return form


def wait(desk: Desk) -> Any:
    desk.page("calendar").booking.wait(desk.ana)  # type: ignore[attr-defined]
    return opened(desk)


def closure(desk: Desk) -> Any:
    form = ClosureDialog(desk.context, None, desk.run("queries.set_up.places"), desk.window)
    form.name.setText("Staff training")
    form.first.edit.setText("2026-12-01")
    form.open()
    return opened(desk)


def on_today(desk: Desk) -> Any:
    desk.context.navigation.open("today")
    page: Any = desk.page("today")
    page.refresh()
    assert page.table.go_to(
        next(row.key for row in desk.run("queries.today.worklist", WorkFilter()).rows if row.can_finish)
    )
    return page


def opened(desk: Desk) -> FormDialog:
    QApplication.processEvents()
    form = desk.dialog()
    assert isinstance(form, FormDialog)
    return form


def write(form: FormDialog, name: str, typed: str) -> None:
    edit: Any = form.fields[name].edit
    edit = getattr(edit, "edit", edit)
    if isinstance(edit, QPlainTextEdit):
        pasted = QMimeData()
        pasted.setText(typed)
        edit.insertFromMimeData(pasted)
    elif isinstance(edit, QComboBox):
        edit.setEditText(typed)
    else:
        edit.setText(typed)


CANNOT_BE = [
    (book, {"after": "30 feb"}, "after", NO_DAY),
    (book, {"after": "2026-11-19"}, "time", "This time has passed."),
    (book, {"after": "9999-12-31"}, "time", "Check the year."),
    (book, {"time": "18:30"}, "time", "does not see patients at this time"),
    (book, {"after": "2026-11-26"}, "time", "The practice is closed at this time."),
    (book, {"after": "2026-11-25", "time": "10:30"}, "time", "The patient has another visit at this time"),
    (book, {"after": "2027-03-14", "time": "02:30"}, "time", GAP),
    (book, {"time": "=1+1"}, "time", A_TIME),
    (book, {"reason": LONG}, "reason", "too long"),
    (series, {"first": "30 feb"}, "first", NO_DAY),
    (series, {"first": "2027-03-14", "time": "02:30"}, "time", GAP),
    (series, {"first": "2025-11-24"}, "times", "No date of the series is left to book."),
    (series, {"every": "0"}, "every", "every 1 to 99"),
    (series, {"every": "-7"}, "every", "Enter a number"),
    (series, {"times": "1e5"}, "times", "Enter a number"),
    (elsewhere, {"day": "30 feb"}, "day", NO_DAY),
    (elsewhere, {"day": "1850-01-01"}, "starts_at", "before the patient was born"),
    (elsewhere, {"day": "9999-12-31"}, "starts_at", "Check the year."),
    (elsewhere, {"day": "2027-03-14", "starts_at": "02:30"}, "starts_at", GAP),
    (elsewhere, {"minutes": "999999999"}, "minutes", "A visit takes 5 to 1440 minutes."),
    (elsewhere, {"with_whom": "\x00\x07"}, "with_whom", "Write whom the patient will see."),
    (elsewhere, {"where": LONG}, "where", "too long"),
    (elsewhere, {"phone": LONG}, "phone", "too long"),
    (step, {"appointment_at": "30 feb"}, "appointment_at", NO_DAY),
    (step, {"appointment_at": "2026-11-19"}, "appointment_at", "This time has passed."),
    (step, {"appointment_at": "9999-12-31"}, "appointment_at", "Check the year."),
    (step, {"appointment_at": "2027-03-14", "time": "02:30"}, "time", GAP),
    (step, {"appointment_at": "2027-03-14 02:30"}, "time", GAP),
    (step, {"happened_on": "tomorrow"}, "happened_on", "in the future"),
    (step, {"happened_on": "2019-01-01"}, "happened_on", "before the last step"),
    (step, {"note": LONG}, "note", "too long"),
    (referral, {"service": "\x00\x07"}, "service", "Write which service"),
    (referral, {"question": "Q" * 1_000_000}, "question", "too long"),
    (referral, {"to_phone": LONG}, "to_phone", "too long"),
    (call, {"next_try_on": "30 feb"}, "next_try_on", "Enter a day"),
    (call, {"next_try_on": "yesterday"}, "next_try_on", "after today"),
    (call, {"next_try_on": "9999-12-31"}, "next_try_on", "within 366 days"),
    (call, {"note": LONG}, "note", "too long"),
    (hold, {"until": "2026-11-20"}, "until", "after today"),
    (hold, {"reason": LONG}, "reason", "too long"),
    (wait, {"note": LONG}, "note", "too long"),
    (closure, {"name": "\x07"}, "name", "Write a name."),
    (closure, {"starts_on": "30 feb"}, "starts_on", "Enter a day"),
    (closure, {"starts_on": "9999-12-31"}, "starts_on", "more than 10 years from today"),
    (closure, {"ends_on": "2026-11-01"}, "ends_on", "before the first"),
    (closure, {"ends_on": "9999-12-31"}, "ends_on", "Check the year."),
]


@pytest.mark.parametrize(
    ("form", "typed", "field", "words"),
    CANNOT_BE,
    ids=[f"{form.__name__}-{field}-{number}" for number, (form, _, field, _) in enumerate(CANNOT_BE)],
)
def test_what_cannot_be_is_said_at_its_field(desk, form, typed, field, words):
    shown = form(desk)
    for name, text in typed.items():
        write(shown, name, text)
    shown.submit()
    QApplication.processEvents()
    assert shown.isVisible()
    assert words in shown.fields[field]._message.text
    assert [name for name, each in shown.fields.items() if each._message.text] == [field]


@pytest.mark.parametrize(
    "typed", ["=1+1", "a\nb\r\nc", "\u202etxt.exe", "\U0001d4b3" * 9, "Ñandú ŞÇ 𝒳 漢字 👩‍⚕️", "'; DROP TABLE"]
)
def test_odd_words_are_kept_as_words_on_one_line(desk, typed):
    form = elsewhere(desk)
    for name in ("with_whom", "where", "reason"):
        write(form, name, typed)
    form.submit()
    QApplication.processEvents()
    kept = desk.run("queries.appointments.between", dt.date(2026, 12, 1), dt.date(2026, 12, 1))
    (visit,) = (each for each in kept if each.with_whom != "Eye Clinic")
    assert visit.with_whom == visit.where == visit.reason
    assert "\n" not in visit.with_whom and "\u202e" not in visit.with_whom
    assert typed.split("\n")[0].lstrip("\u202e") in visit.with_whom
    desk.press("Ctrl+Z")


def test_who_died_and_who_left_meanwhile_are_said_when_it_is_saved(desk):
    """Both were there when the form was opened; another person recorded it since."""
    form = book(desk)
    form.clinician.setCurrentIndex(form.clinician.findData(desk.cole))
    _change(desk, Practitioner, desk.cole, left_on=dt.date(2026, 11, 20))
    form.submit()
    assert "does not work here any more" in form.fields["clinician_id"]._message.text
    _change(desk, Patient, desk.ana, deceased=True)
    form.clinician.setCurrentIndex(form.clinician.findData(desk.kim))
    form.submit()
    assert form.isVisible() and "died" in form.summary.text
    _change(desk, Patient, desk.ana, deceased=False)


def _change(desk: Desk, kind: Any, row_id: int, **values: object) -> None:
    actor = desk.practice.open(Role.ADMINISTRATOR).actor
    with unit_of_work.write(desk.practice.database, actor, "test.change", now=NOW, zone=NEW_YORK) as uow:
        for name, value in values.items():
            setattr(uow.session.get_one(kind, row_id), name, value)
