"""Closing the day: what is shown, and the shift handoff from the activity log, on the screen and on paper."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from pypdf import PdfReader

from db.models.scheduling import Appointment
from db.models.set_up import BackupRecord
from icm_desktop.contracts.closing import AskHandoff
from icm_desktop.contracts.scheduling import SetAppointmentStatus
from icm_desktop.contracts.worklist import LogContact
from tests.scheduling.conftest import local
from tests.today.conftest import TODAY

EVENING = local("2026-11-20T17:05")
ASKED = AskHandoff(TODAY)


@pytest.fixture
def day(desk):
    """Three visits of the day that nobody said the end of, one elsewhere, one on Monday; it is evening."""

    def visit(who, clock, whom=desk.kim, **more):
        starts_at = local(clock)
        return Appointment(patient_id=who, practitioner_id=whom, starts_at=starts_at, minutes=30, status="booked",
                           ends_at=starts_at + dt.timedelta(minutes=30), **more)  # fmt: skip

    desk.ids = desk.add(
        visit(desk.ana, "2026-11-20T09:00"),
        visit(desk.ben, "2026-11-20T10:00"),
        visit(desk.ana, "2026-11-20T11:00"),
        visit(desk.ben, "2026-11-20T14:00", None, outside=True, with_text="Eye Clinic"),
        visit(desk.ana, "2026-11-23T09:00"),
    )
    desk.now = EVENING
    return desk


def end(day, number, status, reason=None):
    visit = day.run("queries.appointments.appointment", day.ids[number])
    return day.run(
        "services.scheduling.set_status", SetAppointmentStatus(visit.id, visit.version, status, reason)
    ).changes.action_id


def closing(day):
    return day.run("queries.closing.day_to_close", ASKED)


def test_every_visit_here_gets_its_end_and_no_shows_stand_in_unscheduled(day):
    assert [visit.id for visit in closing(day).visits] == day.ids[:3]
    end(day, 0, "arrived")
    end(day, 1, "noshow")
    end(day, 2, "cancelled", "The patient is ill")
    found = closing(day)
    assert [visit.id for visit in found.visits] == day.ids[:1]  # arrived, but nobody said how it ended
    assert (found.no_shows, found.unscheduled) == (1, 1)
    end(day, 0, "fulfilled")
    assert closing(day).visits == ()


def test_a_missed_visit_with_a_new_date_waits_for_none(day):
    end(day, 0, "noshow")
    found = closing(day)
    assert (found.no_shows, found.unscheduled) == (1, 0)  # seen again on Monday


def test_the_next_working_day_and_what_is_to_confirm_there(day):
    found = closing(day)
    assert (found.next_day, found.next_visits, found.to_confirm) == (dt.date(2026, 11, 23), 1, 1)
    call = LogContact(day.ana, "phone", "reached", key=f"appointment:{day.ids[4]}:confirm")
    day.run("services.follow_up.log_contact", call)
    found = closing(day)
    assert (found.next_visits, found.to_confirm) == (1, 0)


def did(day):
    return {who: dict(acts) for who, acts in day.run("queries.handoff.handoff", ASKED).people}


def test_the_handoff_counts_what_stands_and_not_what_was_taken_back(day):
    missed = end(day, 1, "noshow")
    end(day, 2, "cancelled", "The patient is ill")
    day.run("services.follow_up.log_contact", LogContact(day.ben, "phone", "left_message"))
    counts = {"no-shows": 1, "visits cancelled": 1, "calls, left message": 1}
    assert did(day)["Fred Desk"] == counts
    undone = day.run("services.history.undo", missed).changes.action_id
    assert "no-shows" not in did(day)["Fred Desk"]
    day.run("services.history.undo", undone)
    assert did(day)["Fred Desk"] == counts


def test_another_day_has_its_own_handoff(day):
    end(day, 1, "noshow")
    assert day.run("queries.handoff.handoff", AskHandoff(dt.date(2026, 11, 19))).people == ()


def test_the_page_is_one_page_in_both_languages_and_names_nobody(day):
    end(day, 1, "noshow")
    end(day, 2, "cancelled", "Chest pain")
    english = ("Shift handoff · Fri 20-Nov-2026", "no-shows: 1", "Left open")
    spanish = ("Entrega de turno · vie 20-nov-2026", "no vinieron: 1", "Queda abierto")
    for language, told in (("en", english), ("es", spanish)):
        pages = PdfReader(io.BytesIO(day.run("reports.handoff.render", AskHandoff(TODAY, language)).pdf)).pages
        shown = " ".join(pages[0].extract_text().split())
        assert len(pages) == 1
        assert all(words in shown for words in told)
        assert not any(name in shown.casefold() for name in ("brien", "ruiz", "chest pain"))


def test_the_last_good_backup_is_told_and_one_that_failed_is_not_taken_for_good(day):
    assert closing(day).backup.last_good_at is None
    made_at = local("2026-11-20T12:30")
    day.add(BackupRecord(made_at=made_at, how="by_hand", path="b.icm", verified_at=made_at))
    day.add(BackupRecord(made_at=EVENING, how="by_hand", path="c.icm", problem="db.disk_full"))
    told = closing(day).backup
    assert (told.last_good_at, told.last_problem, told.overdue) == (made_at, "db.disk_full", False)
