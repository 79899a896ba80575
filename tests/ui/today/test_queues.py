"""The queues of Today by keyboard: chosen, remembered, worked, and each act undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import unit_of_work
from db.models.scheduling import Appointment
from icm_desktop.contracts.scheduling import SaveClinician
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.permissions import Role
from tests.support import NEW_YORK
from tests.ui.desk import Desk, head_of, sit_down
from ui.dialogs.appointment import AppointmentDialog
from ui.dialogs.log_contact import LogContactDialog
from ui.pages.today import TodayPage

PAGES = (TodayPage,)
MONDAY = dt.datetime(2026, 11, 23, 14, 0, tzinfo=dt.UTC)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = sit_down(tmp_path, PAGES, Role.FRONT_DESK)
    qtbot.addWidget(made.window)
    hours = tuple((day, "09:00", "17:00") for day in range(5))
    clinician = SaveClinician(None, "Patel", "Anil", "Dr.", None, None, hours)
    made.practice.open(Role.ADMINISTRATOR).run("services.clinic_setup.save_clinician", clinician)
    ids = [made.register(name, "Maria", f"195{at}-03-04") for at, name in enumerate(("Lopez", "Ng", "Ruiz"))]
    add(made, *(visit(patient, MONDAY + dt.timedelta(hours=at)) for at, patient in enumerate(ids)))
    made.page("today").refresh()
    yield made
    assert made.crashes == []


def visit(patient_id: int, at: dt.datetime, status: str = "booked") -> Appointment:
    ends = at + dt.timedelta(minutes=30)
    return Appointment(patient_id=patient_id, practitioner_id=1, starts_at=at, ends_at=ends, minutes=30, status=status)


def add(desk: Desk, *rows: object) -> None:
    actor = desk.practice.open(Role.ADMINISTRATOR).actor
    now = dt.datetime(2026, 11, 20, 15, 0, tzinfo=dt.UTC)
    with unit_of_work.write(desk.practice.database, actor, "test.add", now=now, zone=NEW_YORK) as uow:
        uow.session.add_all(rows)


def page_of(desk: Desk) -> TodayPage:
    page = desk.page("today")
    assert isinstance(page, TodayPage)
    return page


def sections(desk: Desk, queue: str) -> list[tuple[str, str]]:
    return [(head_of(row).family, row.section) for row in desk.run(*asked(queue)).rows]


def asked(queue: str) -> tuple[str, WorkFilter]:
    return "queries.today.worklist", WorkFilter(everyone=True, queue=queue)


def test_a_visit_is_confirmed_in_three_keys_and_undo_takes_it_back(desk: Desk) -> None:
    page = page_of(desk)
    desk.press("Alt+3")
    assert page.queues.words_of("tomorrow") == "Tomorrow (3)"
    desk.press("Ctrl+L", "R", "Return")
    assert sections(desk, "tomorrow") == [("Ng", "due_today"), ("Ruiz", "due_today"), ("Lopez", "done_today")]
    assert page.queues.words_of("tomorrow") == "Tomorrow (2)"
    desk.press("Ctrl+Z")
    assert ("Lopez", "due_today") in sections(desk, "tomorrow")


def test_a_visit_is_confirmed_in_one_key_and_the_command_says_so(desk: Desk) -> None:
    desk.press("Alt+3")
    assert desk.context.actions.qaction("today.done").text().replace("&", "") == "Confirmed"
    desk.press("Ctrl+D")
    assert sections(desk, "tomorrow") == [("Ng", "due_today"), ("Ruiz", "due_today"), ("Lopez", "done_today")]
    desk.press("Ctrl+Z")
    assert ("Lopez", "due_today") in sections(desk, "tomorrow")
    desk.press("Alt+1")
    assert desk.context.actions.qaction("today.done").text().replace("&", "") == "Mark done"


def test_enter_opens_the_visit_and_a_letter_cancels_or_marks_it(desk: Desk) -> None:
    desk.press("Alt+3", "Return")
    dialog = desk.dialog()
    assert isinstance(dialog, AppointmentDialog)
    assert dialog.visit.head.family == "Lopez"
    desk.press("C", "1")
    assert [family for family, _ in sections(desk, "tomorrow")] == ["Ng", "Ruiz"]
    desk.press("Alt+5")
    assert [head_of(row).family for row in page_of(desk).list.rows()] == ["Lopez"]
    assert page_of(desk).words.why(page_of(desk).list.rows()[0]) == "Was on 23-Nov-2026: The patient asked"


def test_the_list_that_was_chosen_is_there_again_next_time_and_all_due_is_one_key_away(desk: Desk) -> None:
    page = page_of(desk)
    desk.press("Alt+6")
    assert page.stack.currentWidget() is page.empty
    assert not page.scope.isVisible()
    assert TodayPage(desk.context).queues.queue == "quiet"
    desk.press("Alt+1")
    assert page.queues.queue == ""
    assert page.scope.isVisible()


def test_a_queue_sorts_by_every_column_and_is_searched_by_name(desk: Desk) -> None:
    page = page_of(desk)
    desk.press("Alt+3")
    page.list.sort_by("patient", descending=True)
    assert [head_of(row).family for row in page.list.rows()] == ["Ruiz", "Ng", "Lopez"]
    desk.press("Ctrl+Shift+F", "'ng'")
    assert [head_of(row).family for row in page.list.rows()] == ["Ng"]
    assert page.status() == "1 of 1 · Filter: Tomorrow, ng"


def test_a_cancelled_visit_is_booked_again_from_the_history_in_three_keys(desk: Desk) -> None:
    desk.press("Alt+3", "Return", "C", "1")
    (cancelled,) = (row.key.split(":")[1] for row in desk.run(*asked("unscheduled")).rows)
    page_of(desk).booking.open_visit(desk.run("queries.appointments.appointment", int(cancelled)))
    desk.press("B", "3")
    assert sections(desk, "unscheduled") == []
    assert len(sections(desk, "tomorrow")) == 3
    desk.press("Ctrl+Z")
    assert [family for family, _ in sections(desk, "unscheduled")] == ["Lopez"]


def test_somebody_is_put_on_the_wait_list_and_taken_off_it_by_keyboard(desk: Desk) -> None:
    desk.press("Alt+3")
    page_of(desk).wait()
    desk.press("Space", "Ctrl+Return", "Alt+7")
    (row,) = page_of(desk).list.rows()
    assert (head_of(row).family, page_of(desk).words.state(row).word) == ("Lopez", "Waits")
    desk.press("Ctrl+D")
    assert sections(desk, "wait_list") == []
    desk.press("Ctrl+Z")
    assert sections(desk, "wait_list") == [("Lopez", "expected")]


def test_why_a_visit_was_missed_is_asked_in_the_call_and_undo_takes_it_back(desk: Desk) -> None:
    patient = desk.register("Park", "Jin", "1960-01-02")
    add(desk, visit(patient, MONDAY - dt.timedelta(days=4), "noshow"))
    page_of(desk).refresh()
    desk.press("Alt+5")
    (row,) = page_of(desk).list.rows()
    asked_for = ("queries.appointments.appointment", int(row.key.split(":")[1]))
    desk.press("Ctrl+L")
    dialog = desk.dialog()
    assert isinstance(dialog, LogContactDialog)
    dialog.missed.setFocus()
    desk.press("Down", "Down", "Down", "Return")
    assert desk.run(*asked_for).no_show_reason == "no-transport"
    assert page_of(desk).list.rows() == ()
    desk.press("Ctrl+Z")
    assert desk.run(*asked_for).no_show_reason is None
    assert len(page_of(desk).list.rows()) == 1
