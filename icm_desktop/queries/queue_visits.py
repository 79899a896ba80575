"""Queues of booked visits: who is here today, and whom to call to confirm the next working day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, bindparam, select

from db.models.patient import Patient
from db.models.practice import Practitioner
from db.models.scheduling import Appointment
from db.repositories.scheduling import status_in
from icm_desktop.domain import appointment_states as states
from icm_desktop.domain.names import spoken
from icm_desktop.domain.timeslots import day_span
from icm_desktop.queries.work_items import OTHER, Found, Scope, WorkItem

Stored = Row[*tuple[Any, ...]]
_KEPT = states.COMING | states.TOOK_PLACE | {states.NO_SHOW}


def arrivals(scope: Scope) -> Found:
    """Visits here on the day that are not over: who is in the house, who is late, who is still to come."""
    return scope.settled(_arrivals(scope))


def tomorrow(scope: Scope) -> Found:
    """Visits here on the next working day, to be confirmed by phone; those confirmed stay in sight."""
    day = scope.policies.calendar.add(scope.day, 1)
    statuses = _KEPT if scope.day < scope.uow.today else states.COMING  # a day that is closed later has come and gone
    rows = _visits_on(scope, day, statuses)
    scope.look_up_notes(f"appointment:{row.id}:confirm" for row in rows)
    return Found.all_of(item for item in (_to_confirm(scope, row) for row in rows) if scope.mine(item.owner))


def _arrivals(scope: Scope) -> Iterator[WorkItem]:
    for row in _visits_on(scope, scope.day, states.COMING | states.HERE):
        here = row.status in states.HERE
        late = not here and row.starts_at <= scope.uow.now
        section = "here" if here else "overdue" if late else "expected"
        item = _item(scope, row, "arrival", section, "today.expected")
        yield _waiting(scope, row, item) if here and row.arrived_at else item


def _waiting(scope: Scope, row: Stored, item: WorkItem) -> WorkItem:
    until = min(scope.uow.now, scope.end_of_day())
    minutes = max(0, int((until - row.arrived_at).total_seconds() // 60))
    return replace(
        item,
        title="today.arrived_waiting",
        title_params=(*item.title_params, ("minutes", str(minutes))),
        why="today.why_arrived",
        why_params=(("arrived_at", _wall_time(scope, row.arrived_at)),),
    )


def _to_confirm(scope: Scope, row: Stored) -> WorkItem:
    key = f"appointment:{row.id}:confirm"
    done, held = scope.done_on(key), scope.held_until(key)
    if done is not None and done <= scope.day:
        return _item(scope, row, "confirm", "done_today", "today.confirmed")
    item = _item(scope, row, "confirm", "due_today", "today.confirm")
    waits = held is not None and held > scope.day
    return replace(item, section="waiting", held_until=held) if waits else item


def _item(scope: Scope, row: Stored, what: str, section: str, title: str) -> WorkItem:
    whom = spoken(row.given, row.family, row.prefix, row.suffix) if row.family else row.with_text or ""
    return WorkItem(
        key=f"appointment:{row.id}:{what}",
        section=section,
        kind="appointment",
        patient_id=row.patient_id,
        title=title,
        title_params=(("starts_at", _wall_time(scope, row.starts_at)), ("with", whom)),
        due=row.starts_at.astimezone(scope.uow.zone).date(),
        priority=OTHER,
        owner=scope.coordinator(row.coordinator_id),
        can_finish=what == "confirm" and section != "done_today",
        version=row.version,
        tie=(row.arrived_at or row.starts_at).isoformat() if section == "here" else row.starts_at.isoformat(),
    )


def _wall_time(scope: Scope, at: dt.datetime) -> str:
    return f"{at.astimezone(scope.uow.zone):%H:%M}"


def _visits_on(scope: Scope, day: dt.date, statuses: Collection[str]) -> list[Stored]:
    span = day_span(day, scope.uow.zone)
    wanted = scope.of_patients(_visits(frozenset(statuses)), Appointment.patient_id)
    return list(scope.uow.session.execute(wanted, {"first": span.starts_at, "until": span.ends_at}))


@cache
def _visits(statuses: frozenset[str]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Appointment.id,
            Appointment.version,
            Appointment.patient_id,
            Appointment.starts_at,
            Appointment.arrived_at,
            Appointment.status,
            Appointment.with_text,
            Patient.coordinator_id,
            Practitioner.prefix,
            Practitioner.given,
            Practitioner.family,
            Practitioner.suffix,
        )
        .join(Patient, Patient.id == Appointment.patient_id)
        .outerjoin(Practitioner, Practitioner.id == Appointment.practitioner_id)
        .where(
            Appointment.starts_at >= bindparam("first", type_=Appointment.starts_at.type),
            Appointment.starts_at < bindparam("until", type_=Appointment.starts_at.type),
            status_in(statuses),
            Appointment.outside.is_(False),
            Appointment.removed_at.is_(None),
            Patient.deceased.is_(False),
        )
        .order_by(Appointment.starts_at, Appointment.id)
    )
