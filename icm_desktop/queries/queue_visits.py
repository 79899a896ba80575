"""Queues of booked visits: who is here today, and whom to call to confirm the next working day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache
from heapq import nsmallest
from typing import Any

from sqlalchemy import Row, Select, bindparam, select

from db.audit import utc_text
from db.models.patient import Patient
from db.models.practice import Practitioner
from db.models.scheduling import Appointment
from db.repositories.scheduling import Booked, booked_between, status_in
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.domain import appointment_states as states
from icm_desktop.domain.names import spoken
from icm_desktop.domain.timeslots import day_span
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.work_items import OTHER, SECTIONS, Found, Scope, WorkItem
from icm_desktop.queries.work_memory import WorkMemory

Stored = Row[*tuple[Any, ...]]
BOOKED_READS = ("appointment",)
_KEPT = states.COMING | states.TOOK_PLACE | {states.NO_SHOW}
_ARRIVING = states.COMING | states.HERE


def arrivals(scope: Scope) -> Found:
    """Visits here on the day that are not over: who is in the house, who is late, who is still to come."""
    if scope.need is None:
        return scope.settled(_arrivals(scope))
    now, rows = utc_text(scope.uow.now), _booked(scope, scope.day, _ARRIVING, "arrival")
    return _ranked(scope, "arrival", [(_stands(row, now), row) for row in rows if row.done_on is None])


def tomorrow(scope: Scope) -> Found:
    """Visits here on the next working day, to be confirmed by phone; those confirmed stay in sight."""
    if scope.need is None:
        return Found.all_of(item for item in _tomorrow(scope) if scope.mine(item.owner))
    day, statuses = _next_day(scope)
    rows, today = _booked(scope, day, statuses, "confirm"), scope.day.isoformat()
    done = [row.done_on is not None and row.done_on <= today for row in rows]
    return _ranked(scope, "confirm", list(zip(("done_today" if d else "due_today" for d in done), rows, strict=True)))


def whole_visits(scope: Scope, items: Sequence[WorkItem]) -> list[WorkItem]:
    """Items of these queues that so far have only a rank, with everything a row shows."""
    ids = [item.number for item in items]
    if scope.asked.queue == "arrivals":
        return list(scope.settled(_arrivals(scope, ids)).items)
    return list(_tomorrow(scope, ids))


def _ranked(scope: Scope, what: str, rows: Sequence[tuple[str, Booked]]) -> Found:
    """Light items of what the page could need; all are counted."""
    today = scope.day.isoformat()
    shown = [
        ("waiting" if section != "done_today" and (row.held_until or "") > today else section, row)
        for section, row in rows
        if scope.asked.everyone or scope.mine(scope.coordinator(row.coordinator_id))
    ]
    counts = Counter(section for section, _ in shown)
    first = nsmallest(scope.need or 0, shown, key=lambda each: (SECTIONS.index(each[0]), _tie(*each), each[1].id))
    items = [
        replace(scope.light(f"appointment:{row.id}:{what}", "appointment", scope.day, OTHER, ""), section=section,
                tie=_tie(section, row))
        for section, row in first
    ]  # fmt: skip
    return Found(tuple(items), tuple(counts.items()))


def _booked(scope: Scope, day: dt.date, statuses: Collection[str], what: str) -> Sequence[Booked]:
    return WorkMemory(scope.uow, scope).of(booked, BOOKED_READS, day, frozenset(statuses), what)


@requires(Privilege.WORKLIST)
def booked(uow: UnitOfWork, _scope: Scope, day: dt.date, statuses: Collection[str], what: str) -> tuple[Booked, ...]:
    """Every visit here on a day that stands so, with the last note about its row `what`."""
    span = day_span(day, uow.zone)
    return tuple(booked_between(uow.session, utc_text(span.starts_at), utc_text(span.ends_at), statuses, what))


def _tie(section: str, row: Booked) -> str:
    return (row.arrived_at if section == "here" else None) or row.starts_at


def _stands(row: Booked, now: str) -> str:
    return "here" if row.status in states.HERE else "overdue" if row.starts_at <= now else "expected"


def _next_day(scope: Scope) -> tuple[dt.date, Collection[str]]:
    """The next working day and the statuses that count; a day that is closed later has come and gone."""
    return scope.policies.calendar.add(scope.day, 1), _KEPT if scope.day < scope.uow.today else states.COMING


def _tomorrow(scope: Scope, ids: Sequence[int] | None = None) -> Iterator[WorkItem]:
    rows = _visits_on(scope, *_next_day(scope), ids)
    scope.look_up_notes(f"appointment:{row.id}:confirm" for row in rows)
    return (_to_confirm(scope, row) for row in rows)


def _arrivals(scope: Scope, ids: Sequence[int] | None = None) -> Iterator[WorkItem]:
    for row in _visits_on(scope, scope.day, _ARRIVING, ids):
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


def _visits_on(scope: Scope, day: dt.date, statuses: Collection[str], ids: Sequence[int] | None = None) -> list[Stored]:
    span = day_span(day, scope.uow.zone)
    wanted = scope.of_patients(_visits(frozenset(statuses)), Appointment.patient_id)
    if ids is not None:
        wanted = wanted.where(Appointment.id.in_(among(ids)))
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
