"""Calendar files written and read from the window."""

from __future__ import annotations

import stat

from PySide6.QtWidgets import QApplication

from icm_desktop.contracts.scheduling import BookAppointment
from tests.ui.clock import local
from ui.dialogs.calendar_files import ExportCalendarDialog
from ui.dialogs.notice import Notice

CSV = "record_number,date,time,with\n1,2026-11-24,09:00,Eye Clinic\n1,2026-02-30,09:00,Dentist\n"


def write(desk):
    desk.press("Ctrl+3")
    desk.calendar.files.write(desk.calendar.day)
    QApplication.processEvents()
    return desk.dialog()


def test_a_calendar_file_is_written_for_its_owner_only(desk, tmp_path):
    desk.run("services.scheduling.book", BookAppointment(desk.ana, desk.kim, local("2026-11-20 09:00"), 30))
    path = tmp_path / "week.ics"
    desk.calendar.files.ask_save = lambda _name: str(path)
    assert isinstance(write(desk), ExportCalendarDialog)
    desk.press("Ctrl+Return")
    text = path.read_text()
    assert "DTSTART;TZID=America/New_York:20261120T090000" in text and "Lopez" not in text
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_more_of_a_name_than_the_practice_allows_is_refused_at_the_field(desk):
    dialog = write(desk)
    dialog.names.setCurrentIndex(2)
    desk.press("Ctrl+Return")
    assert "does not allow" in dialog.fields["names"]._message.text


def test_what_became_of_a_file_is_told_and_one_undo_takes_it_back(desk, tmp_path):
    path = tmp_path / "visits.csv"
    path.write_text(CSV)
    desk.press("Ctrl+3")
    desk.calendar.files.ask_open = lambda: str(path)
    desk.calendar.files.read(None)
    QApplication.processEvents()
    notice = desk.dialog()
    assert isinstance(notice, Notice)
    assert notice.text.startswith("1 new") and "no day such as" in notice.details
    desk.press("Return")
    (visit,) = desk.run("queries.appointments.of_patient", desk.ana)
    assert (visit.outside, visit.with_whom) == (True, "Eye Clinic")
    desk.press("Ctrl+Z")
    assert desk.run("queries.appointments.of_patient", desk.ana) == ()
