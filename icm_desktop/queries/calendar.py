"""The calendar: what booking needs, one local day, and the next free starts."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from db.models.practice import Practitioner
from db.repositories import scheduling as repository
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.scheduling import AppointmentTypeRow, ClinicianRow, DayView, Setup
from icm_desktop.domain.names import spoken
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.appointments import between
from icm_desktop.queries.openings import opening_spans


@requires(Privilege.APPOINTMENTS)
def setup(uow: UnitOfWork) -> Setup:
    """The clinicians with a calendar here, their weekly hours, and the kinds of visit."""
    types = tuple(
        AppointmentTypeRow(row.id, row.name, row.minutes, row.version)
        for row in repository.appointment_types(uow.session)
    )
    return Setup(clinicians(uow), types)


@requires(Privilege.APPOINTMENTS)
def clinicians(uow: UnitOfWork) -> tuple[ClinicianRow, ...]:
    """The clinicians with a calendar here and their weekly hours, by name."""
    weekly: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
    for owner, weekday, starts, ends in repository.usual_hours(uow.session):
        weekly[owner].append((weekday, starts, ends))
    return tuple(_row(person, tuple(weekly[person.id])) for person in repository.clinicians(uow.session))


@requires(Privilege.APPOINTMENTS)
def day_view(uow: UnitOfWork, day: dt.date) -> DayView:
    """One local day: every visit here and elsewhere, the clinicians, and when each sees patients (aware UTC)."""
    people = clinicians(uow)
    spans = opening_spans(uow, day, [person.id for person in people])
    return DayView(day, people, spans, between(uow, day, day))


def _row(person: Practitioner, hours: tuple[tuple[int, str, str], ...]) -> ClinicianRow:
    return ClinicianRow(
        id=person.id,
        name=spoken(person.given, person.family, person.prefix, person.suffix),
        specialty=person.specialty,
        hours=hours,
        family=person.family,
        given=person.given,
        prefix=person.prefix,
        phone=person.phone,
        version=person.version,
    )
