"""Visits and working hours: what is asked of the file, without decisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, exists, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.engine import driver_connection
from db.models.practice import AppointmentType, Practitioner, WorkingHours
from db.models.scheduling import Appointment
from db.models.set_up import Room

LONGEST_VISIT = dt.timedelta(days=1)  # how far back a visit may begin that still runs into a stretch of time
TYPE_ORDER = (AppointmentType.position.is_(None), AppointmentType.position, AppointmentType.name, AppointmentType.id)
WIDEST_BUFFER = 120  # minutes before or after a visit

_SPAN = (Appointment.id, Appointment.starts_at, Appointment.ends_at, Appointment.minutes, Appointment.practitioner_id)


def visits_of_clinicians(
    ids: Sequence[int], start: dt.datetime, end: dt.datetime, statuses: Collection[str]
) -> Select[*tuple[Any, ...]]:
    """Visits of these clinicians that may run into start..end, with the minutes their kind needs before and after."""
    return _with_buffers(Appointment.practitioner_id, ids, start, end, statuses)


def visits_in_places(
    ids: Sequence[int], start: dt.datetime, end: dt.datetime, statuses: Collection[str], *, things: bool
) -> Select[*tuple[Any, ...]]:
    """Visits that take these rooms, or with `things` this equipment, like `visits_of_clinicians`; `key` says which."""
    return _with_buffers(Appointment.equipment_id if things else Appointment.room_id, ids, start, end, statuses)


def _with_buffers(
    column: InstrumentedAttribute[int | None],
    ids: Sequence[int],
    start: dt.datetime,
    end: dt.datetime,
    statuses: Collection[str],
) -> Select[*tuple[Any, ...]]:
    widest = dt.timedelta(minutes=WIDEST_BUFFER)
    return (
        _running(start - widest, end + widest, statuses)
        .add_columns(column.label("key"), AppointmentType.buffer_before, AppointmentType.buffer_after)
        .outerjoin(AppointmentType, AppointmentType.id == Appointment.appointment_type_id)
        .where(column.in_(ids))
    )


def visits_of_patient(
    patient_id: int, start: dt.datetime, end: dt.datetime, statuses: Collection[str]
) -> Select[*tuple[Any, ...]]:
    """Visits of this patient, here or elsewhere, that may run into start..end, with where they are."""
    return (
        _running(start, end, statuses)
        .add_columns(Appointment.outside, Appointment.site_id)
        .where(Appointment.patient_id == patient_id)
    )


def _running(start: dt.datetime, end: dt.datetime, statuses: Collection[str]) -> Select[*tuple[Any, ...]]:
    return (
        select(*_SPAN)
        .where(
            Appointment.starts_at < end,
            Appointment.starts_at > start - LONGEST_VISIT,
            status_in(statuses),
            Appointment.removed_at.is_(None),
        )
        .order_by(Appointment.starts_at, Appointment.id)
    )


def status_in(statuses: Collection[str]) -> ColumnElement[bool]:
    """Whether the visit has one of the statuses, worded so that SQLite does not search by status."""
    return Appointment.status.concat("").in_(sorted(statuses))


def clinicians(session: Session, on: dt.date | None = None) -> list[Practitioner]:
    """Those who have a calendar here, by name; with `on` without those who left before that day."""
    found = select(Practitioner).where(Practitioner.inside.is_(True), Practitioner.removed_at.is_(None))
    if on is not None:
        found = found.where(or_(Practitioner.left_on.is_(None), Practitioner.left_on >= on))
    return list(session.scalars(found.order_by(Practitioner.family, Practitioner.given, Practitioner.id)))


def clinician_names(on: dt.date) -> Select[*tuple[Any, ...]]:
    """Id and names of those who have a calendar here on a day, by name."""
    return (
        select(Practitioner.id, Practitioner.prefix, Practitioner.given, Practitioner.family, Practitioner.suffix)
        .where(
            Practitioner.inside.is_(True),
            Practitioner.removed_at.is_(None),
            or_(Practitioner.left_on.is_(None), Practitioner.left_on >= on),
        )
        .order_by(Practitioner.family, Practitioner.given, Practitioner.id)
    )


def works_at(site_id: int) -> ColumnElement[bool]:
    """Whether a clinician belongs to a site or has hours there; one without any site works at every one."""
    hours = exists().where(WorkingHours.practitioner_id == Practitioner.id, WorkingHours.removed_at.is_(None))
    return or_(
        Practitioner.default_site_id == site_id,
        hours.where(WorkingHours.site_id == site_id),
        and_(Practitioner.default_site_id.is_(None), ~hours.where(WorkingHours.site_id.is_not(None))),
    )


@dataclass(frozen=True, slots=True)
class Booked:
    """A visit here with what ranks it in a list; times as the file holds them. The note: put off until, done on."""

    id: int
    status: str
    starts_at: str
    arrived_at: str | None
    coordinator_id: int
    held_until: str | None
    done_on: str | None


def booked_between(session: Session, start: str, end: str, statuses: Collection[str], what: str) -> list[Booked]:
    """Visits here that begin in start..end, with the last note about their row `what` of the worklist."""
    raw = driver_connection(session.connection())
    hidden = [str(row[0]) for row in raw.execute("SELECT id FROM import_batch WHERE state <> 'complete'")]
    visible = f"AND coalesce(a.import_id, 0) NOT IN ({', '.join(hidden)}) " if hidden else ""
    marks = ", ".join("?" * len(statuses))
    query = (
        "SELECT a.id, a.status, a.starts_at, a.arrived_at, coalesce(p.coordinator_id, 0), n.held_until, n.done_on "  # noqa: S608
        "FROM appointment AS a JOIN patient AS p ON p.id = a.patient_id LEFT JOIN worklist_hold AS n ON n.id = "
        "(SELECT max(h.id) FROM worklist_hold AS h WHERE h.item_key = 'appointment:' || a.id || ? AND "
        f"h.removed_at IS NULL) WHERE a.starts_at >= ? AND a.starts_at < ? AND a.status || '' IN ({marks}) "
        f"AND NOT a.outside AND a.removed_at IS NULL AND NOT p.deceased {visible}ORDER BY a.starts_at, a.id"
    )
    return [Booked(*row) for row in raw.execute(query, (f":{what}", start, end, *sorted(statuses)))]


def weekly_hours(session: Session) -> Sequence[Row[*tuple[Any, ...]]]:
    """Every weekly stretch and break of everybody, in the order of the week."""
    found = select(
        WorkingHours.practitioner_id, WorkingHours.weekday, WorkingHours.starts, WorkingHours.ends, WorkingHours.kind,
        WorkingHours.starts_on, WorkingHours.ends_on, WorkingHours.every_weeks, WorkingHours.site_id,
        WorkingHours.room_id,
    ).where(WorkingHours.removed_at.is_(None))  # fmt: skip
    return session.execute(found.order_by(WorkingHours.weekday, WorkingHours.starts)).all()


def appointment_types(session: Session) -> list[AppointmentType]:
    """The kinds of visit in the practice's order."""
    found = select(AppointmentType).where(AppointmentType.removed_at.is_(None))
    return list(session.scalars(found.order_by(*TYPE_ORDER)))


def places(session: Session) -> Sequence[Room]:
    """Rooms and equipment by site, in the practice's order."""
    found = select(Room).where(Room.removed_at.is_(None)).order_by(Room.site_id, Room.position, Room.name, Room.id)
    return session.scalars(found).all()


def next_visit(session: Session, patient_id: int, after: dt.datetime, statuses: Collection[str]) -> Appointment | None:
    """The patient's next visit, here or elsewhere."""
    found = (
        select(Appointment)
        .where(
            Appointment.patient_id == patient_id,
            Appointment.starts_at >= after,
            status_in(statuses),
            Appointment.removed_at.is_(None),
        )
        .order_by(Appointment.starts_at, Appointment.id)
        .limit(1)
    )
    return session.scalars(found).first()
