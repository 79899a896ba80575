"""Clinicians with their weekly hours, and the kinds of visit."""

from __future__ import annotations

import itertools

from sqlalchemy import func, select

from db.models.practice import AppointmentType, Practitioner, WorkingHours
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.scheduling import SaveAppointmentType, SaveClinician, SetupSaved
from icm_desktop.domain.timeslots import wall_time
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.slots import LONGEST, SHORTEST

LONGEST_NAME = 100
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@requires(Privilege.APPOINTMENTS)
def save_clinician(uow: UnitOfWork, request: SaveClinician) -> SetupSaved:
    """Add or change a clinician with a calendar here and replace their weekly hours.

    Raises:
        Invalid: scheduling.clinician_name_missing, no_such_clinician, bad_hours, hours_overlap, too_long.
    """
    family = request.family.strip()
    if not family:
        raise Invalid("scheduling.clinician_name_missing", "family")
    _check_lengths(family, request.given, request.prefix, request.specialty, request.phone)
    _check_hours(request.hours)
    row = _clinician(uow, request.clinician_id)
    row.family = family
    row.given, row.prefix = _clean(request.given), _clean(request.prefix)
    row.specialty, row.phone = _clean(request.specialty), _clean(request.phone)
    row.inside = True
    uow.session.flush()
    _replace_hours(uow, row.id, set(request.hours))
    return SetupSaved(row.id, Changes.of("clinician", action_id=uow.action_id))


@requires(Privilege.APPOINTMENTS)
def save_appointment_type(uow: UnitOfWork, request: SaveAppointmentType) -> SetupSaved:
    """Add or change a kind of visit; visits that are booked keep their length.

    Raises:
        Invalid: scheduling.type_name_missing, type_exists, no_such_type, bad_length, too_long.
    """
    name = request.name.strip()
    if not name:
        raise Invalid("scheduling.type_name_missing", "name")
    _check_lengths(name)
    if not SHORTEST <= request.minutes <= LONGEST:
        raise Invalid("scheduling.bad_length", "minutes", least=SHORTEST, most=LONGEST)
    same = select(AppointmentType.id).where(
        func.lower(AppointmentType.name) == name.lower(), AppointmentType.removed_at.is_(None)
    )
    if set(uow.session.scalars(same)) - {request.type_id}:
        raise Invalid("scheduling.type_exists", "name", name=name)
    row = AppointmentType(name=name) if request.type_id is None else uow.session.get(AppointmentType, request.type_id)
    if row is None or row.removed_at is not None:
        raise Invalid("scheduling.no_such_type", "type_id")
    row.name, row.minutes = name, request.minutes
    uow.session.add(row)
    uow.session.flush()
    return SetupSaved(row.id, Changes.of("appointment_type", action_id=uow.action_id))


def _clinician(uow: UnitOfWork, clinician_id: int | None) -> Practitioner:
    if clinician_id is None:
        row = Practitioner()
        uow.session.add(row)
        return row
    found = uow.session.get(Practitioner, clinician_id)
    if found is None or found.removed_at is not None:
        raise Invalid("scheduling.no_such_clinician", "clinician_id")
    return found


def _replace_hours(uow: UnitOfWork, clinician_id: int, wanted: set[tuple[int, str, str]]) -> None:
    known = uow.session.scalars(
        select(WorkingHours).where(WorkingHours.practitioner_id == clinician_id, WorkingHours.removed_at.is_(None))
    )
    for row in known:
        stretch = (row.weekday, row.starts, row.ends)
        if stretch in wanted:
            wanted.discard(stretch)
        else:
            row.removed_at = uow.now
    for weekday, starts, ends in sorted(wanted):
        uow.session.add(WorkingHours(practitioner_id=clinician_id, weekday=weekday, starts=starts, ends=ends))
    uow.session.flush()


def _check_hours(hours: tuple[tuple[int, str, str], ...]) -> None:
    for weekday, starts, ends in hours:
        try:
            good = 0 <= weekday <= 6 and wall_time(starts) < wall_time(ends)
        except ValueError:
            good = False
        if not good:
            raise Invalid("scheduling.bad_hours", "hours")
    for first, second in itertools.pairwise(sorted(hours)):
        if first[0] == second[0] and second[1] < first[2]:
            raise Invalid("scheduling.hours_overlap", "hours", weekday=WEEKDAYS[first[0]])


def _check_lengths(*texts: str | None) -> None:
    if any(len(text) > LONGEST_NAME for text in texts if text):
        raise Invalid("scheduling.too_long", "family", most=LONGEST_NAME)


def _clean(text: str | None) -> str | None:
    return (text or "").strip() or None
