"""The wait list as a queue: whom a freed time suits, who was asked about it, and who goes on waiting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, String, bindparam, exists, func, or_, select, type_coerce
from sqlalchemy.orm import aliased

from db.models.patient import Patient
from db.models.practice import AppointmentType, Practitioner
from db.models.scheduling import Appointment, WaitListEntry
from db.models.types import IsoDate
from db.repositories.scheduling import status_in
from icm_desktop.domain import appointment_states as states
from icm_desktop.domain.names import spoken
from icm_desktop.domain.wait_list import Freed, Wish, first_suiting
from icm_desktop.queries.work_items import OTHER, URGENT, Found, Scope, WorkItem

Stored = Row[*tuple[Any, ...]]
_AHEAD = dt.timedelta(days=60)
_USUAL_MINUTES = 30
_TEXT = "%Y-%m-%dT%H:%M:%SZ"


def wait_list(scope: Scope) -> Found:
    """Who waits, those first whom a freed time suits."""
    wanted = scope.of_patients(_waiting(), WaitListEntry.patient_id)
    rows = scope.uow.session.execute(wanted, {"day": scope.day}).all()
    freed = _freed(scope) if rows else []
    return scope.settled(_items(scope, rows, freed))


def _items(scope: Scope, rows: Sequence[Stored], freed: list[Freed]) -> Iterator[WorkItem]:
    for row in rows:
        wish = Wish(row.id, row.minutes, row.practitioner_id, row.days, row.part_of_day, row.urgent, row.since)
        yield _item(scope, row, first_suiting(wish, freed))


def _item(scope: Scope, row: Stored, time: Freed | None) -> WorkItem:
    whom = spoken(row.given, row.family, row.prefix, row.suffix) if row.family else ""
    long = (scope.day - row.since).days >= scope.policies.wait_list_days
    params = [("kind", row.type_name or ""), ("with", whom)]
    if time is not None:
        params += [("free_on", time.starts.date().isoformat()), ("free_at", f"{time.starts:%H:%M}")]
    return WorkItem(
        key=f"wait_list:{row.id}:{time.id}" if time else f"wait_list:{row.id}",
        section="due_today" if time else "expected",
        kind="wait_list",
        patient_id=row.patient_id,
        title=("today.wait_offer" if time else "today.wait") + ("" if whom else "_anyone"),
        title_params=tuple(params),
        why=("today.why_wait_long" if long else "today.why_wait") + ("_note" if row.note else ""),
        why_params=(("since_on", row.since.isoformat()), ("note", row.note or "")),
        due=row.since,
        days_late=(scope.day - row.since).days,
        priority=URGENT if row.urgent else OTHER,
        owner=scope.coordinator(row.coordinator_id),
        version=row.version,
    )


def _freed(scope: Scope) -> list[Freed]:
    now, zone = scope.uow.now, scope.uow.zone
    found = scope.uow.session.execute(_given_back(), {"now": now, "until": now + _AHEAD})
    return [
        Freed(row.id, row.starts_at.astimezone(zone), row.minutes or _USUAL_MINUTES, row.practitioner_id)
        for row in found
    ]


@cache
def _waiting() -> Select[*tuple[Any, ...]]:
    day = bindparam("day", type_=IsoDate)
    return (
        select(
            WaitListEntry.id, WaitListEntry.version, WaitListEntry.patient_id, WaitListEntry.minutes,
            WaitListEntry.practitioner_id, WaitListEntry.days, WaitListEntry.part_of_day, WaitListEntry.urgent,
            WaitListEntry.since, WaitListEntry.note, AppointmentType.name.label("type_name"), Practitioner.prefix,
            Practitioner.given, Practitioner.family, Practitioner.suffix, Patient.coordinator_id,
        )
        .join(Patient, Patient.id == WaitListEntry.patient_id)
        .outerjoin(AppointmentType, AppointmentType.id == WaitListEntry.appointment_type_id)
        .outerjoin(Practitioner, Practitioner.id == WaitListEntry.practitioner_id)
        .where(
            or_(WaitListEntry.closed_on.is_(None), WaitListEntry.closed_on > day),
            WaitListEntry.since <= day,
            WaitListEntry.removed_at.is_(None),
            Patient.deceased.is_(False),
        )
    )  # fmt: skip


@cache
def _given_back() -> Select[*tuple[Any, ...]]:
    """Times of cancelled visits here that nobody has taken since."""
    other, starts = aliased(Appointment), Appointment.starts_at.type
    taken = exists().where(
        other.practitioner_id == Appointment.practitioner_id,
        other.starts_at < Appointment.ends_at,
        other.ends_at > Appointment.starts_at,
        # The words of a visit's beginning are compared as the file holds them: it may run into the time for a day.
        type_coerce(other.starts_at, String) > func.strftime(_TEXT, Appointment.starts_at, "-1 day"),
        other.status.concat("").in_(sorted(states.OCCUPIES)),
        other.removed_at.is_(None),
    )
    return select(Appointment.id, Appointment.starts_at, Appointment.minutes, Appointment.practitioner_id).where(
        Appointment.starts_at > bindparam("now", type_=starts),
        Appointment.starts_at < bindparam("until", type_=starts),
        status_in({states.CANCELLED}),
        Appointment.outside.is_(False),
        Appointment.removed_at.is_(None),
        Appointment.practitioner_id.is_not(None),
        ~taken,
    )
