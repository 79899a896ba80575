"""A furnished practice at the Admin page: something in every list, long names included."""

from __future__ import annotations

import datetime as dt
from typing import Any

from icm_desktop.contracts.conferences import Attendee, SaveConference
from icm_desktop.contracts.content import ConfirmContent
from icm_desktop.contracts.directory import Entry, EntryKind, SaveEntry
from icm_desktop.contracts.near_misses import NoteNearMiss
from icm_desktop.contracts.partners import PartnerEdit, PausePartner
from icm_desktop.contracts.scheduling import SaveAppointmentType, SaveClinician
from icm_desktop.contracts.set_up import SaveAbsence, SaveClosure, SaveRoom, SaveSite, SaveWeek, WeekKey
from icm_desktop.permissions import Role
from tests.ui.audit import settle
from tests.ui.conftest import Sit
from tests.ui.desk import TODAY, Desk
from ui.pages.admin import AdminPage
from ui.pages.calendar import CalendarPage

WEEK = tuple((day, "09:00", "12:00") for day in range(5))
LONG = "City Cardiology Associates and Heart Failure Clinic of the Lakeside Hospital"


def open_office(sit_at: Sit, role: Role = Role.ADMINISTRATOR) -> Desk:
    """The Admin page of a practice with one clinician and one kind of visit."""
    desk = sit_at((CalendarPage, AdminPage), role)
    kim = SaveClinician(None, "Kim", "Grace", "Dr", "Family medicine", None, WEEK)
    desk.kim = desk.run("services.clinic_setup.save_clinician", kim).id
    desk.run("services.clinic_setup.save_appointment_type", SaveAppointmentType(None, "Follow-up", 30))
    return desk


def furnish(desk: Desk) -> None:
    """Put something into every list."""
    hours = tuple((day, "08:00", "17:00") for day in range(5))
    site = desk.run("services.sites.save_site", SaveSite(None, 0, LONG, "120 Oak Street, Floor 2", hours=hours)).id
    room = desk.run("services.sites.save_room", SaveRoom(None, 0, "Room for examinations 1", site, "exam", LONG)).id
    breaks = ((0, "12:00", "13:00"),)
    key = WeekKey(dt.date(2027, 1, 4), dt.date(2027, 3, 1), 2, site, room)
    desk.run("services.working_hours.save_week", SaveWeek(desk.kim, None, key, ((5, "09:00", "15:00"),), breaks))
    away = SaveAbsence(None, 0, desk.kim, None, TODAY + dt.timedelta(9), TODAY + dt.timedelta(30), reason=LONG)
    desk.run("services.working_hours.save_absence", away)
    desk.run("services.closures.save_closure", SaveClosure(None, 0, LONG, dt.date(2026, 12, 24), dt.date(2026, 12, 31)))
    place = _entry(desk, EntryKind.PLACE, name=LONG, phone="555-010-0777", fax="555-010-0778", languages=("es", "vi"))
    petrov = {"family": "Petrov-Delgado Villanueva", "given": "Anastasia", "prefix": "Dr", "what": "Cardiology"}
    _entry(desk, EntryKind.PERSON, place_id=place, npi="1234567893", referral_how=LONG, wait_text="6 weeks", **petrov)
    _entry(desk, EntryKind.SERVICE, name="Cardiac rehabilitation", place_id=place, insurances="Medicaid, Medicare")
    phrases = next(row for row in desk.run("queries.content.contents") if (row.kind, row.id) == ("phrases", "es"))
    who = ConfirmContent("phrases", "es", phrases.digest, "Ana Ruiz de la Fuente", "Medical interpreter")
    desk.run("services.content.confirm", who)
    desk.run("services.near_misses.note", NoteNearMiss("wrong_patient", LONG, happened_on=TODAY))
    meeting = SaveConference(LONG, TODAY, "12:30", "video", LONG, None, (Attendee("Ana Ruiz de la Fuente"),))
    desk.run("services.conferences.save", meeting)
    edit = PartnerEdit(LONG, "https://records.example.org/fhir", "smart", "icm-desktop-7", algorithm="ES384")
    desk.run("services.partners.save", edit)
    (row,) = desk.run("queries.partners.partners")
    desk.run("services.partners.pause", PausePartner(row.id, True, row.version))  # nobody is asked in a test


def _entry(desk: Desk, kind: EntryKind, **told: Any) -> int:
    found = desk.run("services.directory.save", SaveEntry(None, 0, Entry(kind, **told)))
    assert isinstance(found.row.id, int)
    return found.row.id


def turn_to(desk: Desk, name: str) -> Any:
    """Open a section."""
    desk.context.navigation.open("admin", state={"section": name})
    settle()
    page = desk.page("admin")
    assert isinstance(page, AdminPage)
    return page.section
