"""A front desk with two clinicians, one kind of visit of half an hour and two patients, on a Friday at 08:00."""

from __future__ import annotations

from typing import Any

import pytest

from icm_desktop.contracts.scheduling import SaveAppointmentType, SaveClinician
from icm_desktop.permissions import Role
from tests.ui.clock import get_up, make_still_practice
from tests.ui.desk import sit_down
from ui.pages.calendar import CalendarPage
from ui.pages.patients import PatientsPage

WEEK = tuple((day, "09:00", "12:00") for day in range(5))


def clinician(family, **more):
    return SaveClinician(None, family, more.get("given"), more.get("prefix"), None, None, more.get("hours", WEEK))


@pytest.fixture
def desk(tmp_path, qtbot):
    practice = make_still_practice(tmp_path)
    desk = sit_down(tmp_path, (PatientsPage, CalendarPage), Role.FRONT_DESK, practice=practice)
    desk.kim = desk.run("services.clinic_setup.save_clinician", clinician("Kim", prefix="Dr")).id
    desk.cole = desk.run("services.clinic_setup.save_clinician", clinician("Cole", given="J.")).id
    desk.run("services.clinic_setup.save_appointment_type", SaveAppointmentType(None, "Follow-up", 30))
    desk.ana = desk.register("Lopez", "Maria", "1958-03-04", sex="female", phone="555-010-0142", language="es")
    desk.ben = desk.register("Ruiz", "Ben", "1970-01-02", sex="male")
    calendar: Any = desk.page("calendar")
    calendar.now = lambda: practice.clock.now
    desk.calendar = calendar
    yield desk
    get_up(desk.window)
    assert desk.crashes == []
    practice.database.close()
