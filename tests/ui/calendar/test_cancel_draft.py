"""A reason that somebody was typing when the phone rang is there again, and gone once it was used."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.contracts.scheduling import BookAppointment
from tests.ui.desk import TODAY
from ui.dialogs.appointment import AppointmentDialog
from ui.drafts import CANCEL_DRAFT, RESUME

WHY = "Her daughter is in hospital, she calls again on Monday"


def drafts(desk):
    return [(one.form, dict(one.fields)["text"]) for one in desk.run("queries.drafts.drafts")]


def opened(desk) -> AppointmentDialog:
    dialog = desk.dialog()
    assert isinstance(dialog, AppointmentDialog)
    return dialog


@pytest.fixture
def visit(desk):
    at = dt.datetime.combine(TODAY + dt.timedelta(days=3), dt.time(15), dt.UTC)
    return desk.run("services.scheduling.book", BookAppointment(desk.ana, desk.kim, at, 30)).appointment


def test_a_typed_reason_survives_a_call_and_is_forgotten_when_it_is_used(desk, visit):
    desk.calendar.booking.open_visit(visit)
    desk.press("C")
    opened(desk).reason.other.setFocus()
    desk.press(f"'{WHY}'", "Esc")  # the phone rings
    assert drafts(desk) == [(f"{CANCEL_DRAFT}{visit.id}", WHY)]

    desk.press(RESUME)
    again = opened(desk)
    assert again.reason.isVisible() and again.reason.other.text() == WHY and again.reason.other.hasFocus()
    desk.press("Return")

    assert desk.run("queries.appointments.appointment", visit.id).cancel_reason == WHY
    assert drafts(desk) == []


def test_an_opened_form_has_the_words_left_and_one_that_is_emptied_keeps_nothing(desk, visit):
    desk.calendar.booking.open_visit(visit)
    desk.press("C")
    opened(desk).reason.other.setFocus()
    desk.press("'Ill'", "Esc")

    desk.calendar.booking.open_visit(visit)
    desk.press("C")
    edit = opened(desk).reason.other
    edit.setFocus()
    assert edit.text() == "Ill"
    desk.press("Ctrl+A", "Del", "Esc")

    assert drafts(desk) == []
