"""Booking and referring from an open chart: the patient is given, and the keys are counted."""

from __future__ import annotations

import pytest

from icm_desktop.contracts.referrals import ReferralFilter
from icm_desktop.contracts.scheduling import BookAppointment, SaveAppointmentType
from icm_desktop.permissions import Role
from tests.ui.calendar.conftest import clinician
from tests.ui.clock import get_up, local, make_still_practice
from tests.ui.desk import sit_down
from ui.pages.calendar import CalendarPage
from ui.pages.chart import ChartPage
from ui.pages.patients import PatientsPage
from ui.pages.referrals import ReferralsPage


@pytest.fixture
def desk(tmp_path, qtbot):
    practice = make_still_practice(tmp_path)
    desk = sit_down(
        tmp_path, (PatientsPage, CalendarPage, ReferralsPage, ChartPage), Role.COORDINATOR, practice=practice
    )
    desk.kim = desk.run("services.clinic_setup.save_clinician", clinician("Kim", prefix="Dr")).id
    desk.run("services.clinic_setup.save_appointment_type", SaveAppointmentType(None, "Follow-up", 30))
    desk.ana = desk.register("Lopez", "Maria", "1958-03-04")
    desk.context.navigation.open_chart(desk.ana)
    yield desk
    get_up(desk.window)
    assert desk.crashes == []
    practice.database.close()


def test_four_keys_book_a_follow_up(desk):
    desk.press("Ctrl+N", "A", "2", "Ctrl+Return")
    (visit,) = desk.run("queries.appointments.of_patient", desk.ana)
    assert visit.starts_at == local("2026-11-20 09:15")
    assert desk.context.navigation.place.patient_id == desk.ana


def test_five_keys_and_the_words_refer(desk):
    desk.press("Ctrl+N", "R", "'Cardiology'", "Return", "'Short of breath'", "Tab", "Ctrl+Return")
    (row,) = desk.run("queries.referrals.rows", ReferralFilter())
    assert (row.head.id, row.service, row.reason) == (desk.ana, "Cardiology", "Short of breath")


def test_a_visit_named_on_the_chart_is_found_in_the_calendar(desk):
    booked = BookAppointment(desk.ana, desk.kim, local("2026-11-27 10:00"), 30)
    visit = desk.run("services.scheduling.book", booked).appointment
    desk.context.navigation.open("calendar", state={"appointment": visit.id})
    assert desk.page("calendar").current_visit().id == visit.id
    assert desk.page("calendar").day.isoformat() == "2026-11-27"


def test_letters_of_the_new_menu_are_unique(desk):
    texts = [action.text for action in desk.context.actions.in_menu("new")]
    letters = [text[text.index("&") + 1].upper() for text in texts if "&" in text]
    assert len(letters) == len(texts) and len(set(letters)) == len(letters), texts
