"""Friday morning at a full window of the usual size, and for every task a patient of its own with something to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QDialog

from icm_desktop.contracts.plans import ActionDraft, AddAction
from icm_desktop.contracts.scheduling import BookAppointment, SaveAppointmentType
from icm_desktop.permissions import Role
from tests.ui.calendar.conftest import clinician
from tests.ui.clock import StillPracticeForTests, get_up, local, make_still_practice
from tests.ui.desk import TODAY, Desk, sit_down
from tests.ui.referrals.conftest import refer
from tests.ui.tasks.hand import Hand
from tests.windows import close_all
from ui.pages import page_classes

SIZE = (1280, 800)
HOURS, MINUTES, MOST = tuple((day, "08:30", "17:00") for day in range(5)), 16, 30
NOON = local("2026-11-20 12:15")
TASK = "Call the pharmacy"


@pytest.fixture(autouse=True)
def _nothing_left_open(desk: Desk) -> Iterator[None]:
    """The window stays for the next task, its forms do not."""
    yield
    for left_open in desk.window.findChildren(QDialog):
        left_open.reject()


@pytest.fixture(scope="module")
def desk(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A coordinator's desk; Dr Kim sees patients all day."""
    folder = tmp_path_factory.mktemp("tasks")
    still = make_still_practice(folder)
    made = sit_down(folder, page_classes(), Role.COORDINATOR, practice=still)
    made.window.resize(*SIZE)
    made.page("calendar").now = lambda: still.clock.now  # type: ignore[attr-defined]
    admin = made.practice.open(Role.ADMINISTRATOR)
    made.kim = admin.run("services.clinic_setup.save_clinician", clinician("Kim", prefix="Dr", hours=HOURS)).id
    admin.run("services.clinic_setup.save_appointment_type", SaveAppointmentType(None, "Follow-up", MINUTES))
    yield made
    get_up(made.window)
    close_all()
    assert made.crashes == []
    made.practice.database.close()


@pytest.fixture(scope="module")
def hands(desk: Desk) -> tuple[Hand, ...]:
    """A hand for every task, and for both ways; by noon those of the first tasks should have come."""
    made = tuple(begin(desk, number) for number in range(MOST))
    assert isinstance(desk.practice, StillPracticeForTests)
    desk.practice.clock.now = NOON
    return made


def begin(desk: Desk, number: int) -> Hand:
    """A hand and a patient with a call that is late, a visit on a day of their own and a referral without a date."""
    family = f"Lopez{chr(ord('a') + number)}"
    patient_id = desk.register(
        family, "Maria", "1958-03-04", sex="female", phone="555-010-0142", language="es", interpreter_needed="yes",
        best_time="before noon", contact_name="Jose Lopez", contact_phone="555-010-0143",
    )  # fmt: skip
    draft = ActionDraft(TASK, due_on=TODAY - dt.timedelta(days=3))
    desk.practice.open(Role.COORDINATOR).run("services.care_plans.add_action", AddAction(patient_id, None, draft))
    at = local(f"{TODAY} 08:30") + number * dt.timedelta(minutes=MINUTES)
    booked = BookAppointment(patient_id, desk.kim, at, MINUTES)
    visit = desk.run("services.scheduling.book", booked).appointment
    row = refer(desk, patient_id, ordered="2026-11-19", to_name="Lakeside Heart Clinic")
    return Hand(desk, family, patient_id, visit.id, at, row.id)
