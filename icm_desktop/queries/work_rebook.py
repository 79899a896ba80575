"""Worklist items of booked visits that lost their place: the clinician is away then, or the practice is closed."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, Select, String, and_, bindparam, func, select, type_coerce

from db.audit import utc_text
from db.models.patient import Patient
from db.models.practice import Practitioner
from db.models.scheduling import Appointment
from db.models.set_up import Absence, Site
from db.models.types import IsoDate
from db.repositories.scheduling import status_in
from db.unit_of_work import UnitOfWork
from icm_desktop.content.policies import Policies
from icm_desktop.domain import appointment_states as visit_states
from icm_desktop.domain.names import spoken
from icm_desktop.domain.timeslots import day_span, visit_span
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.openings import AWAY, CLOSED, LEFT, ROOM_AWAY, openings
from icm_desktop.queries.work_items import OTHER, Found, Scope, WorkItem

Stored = Row[*tuple[Any, ...]]
_DAY = dt.timedelta(days=1)
_AHEAD = 400  # days of closed days that are looked at; a visit is hardly ever booked farther ahead
_Time = tuple[int | None, str, str]  # a clinician, from when to before when as the file holds it


@requires(Privilege.WORKLIST)
def visits_to_rebook(uow: UnitOfWork, scope: Scope) -> Found:
    """Coming visits in an absence of their clinician or on a closed day; gone once moved or cancelled."""
    if not scope.wants("appointment"):
        return Found((), ())
    return scope.settled(_to_rebook(uow, scope))


def _to_rebook(uow: UnitOfWork, scope: Scope) -> Iterator[WorkItem]:
    visits = _candidates(uow, scope)
    if not visits:
        return
    days = [visit.starts_at.astimezone(uow.zone).date() for visit in visits]
    known = openings(uow, min(days), max(days), sorted({visit.practitioner_id for visit in visits}))
    for visit, day in zip(visits, days, strict=True):
        why = known.why_not(visit.practitioner_id, visit_span(visit.starts_at, visit.ends_at, visit.minutes))
        if why in (AWAY, CLOSED, LEFT, ROOM_AWAY):
            yield _item(scope, visit, day, why)


def _item(scope: Scope, visit: Stored, day: dt.date, why: str) -> WorkItem:
    whom = spoken(visit.given, visit.family, visit.prefix, visit.suffix)
    return WorkItem(
        key=f"appointment:{visit.id}:rebook",
        section="due_today",
        kind="appointment",
        patient_id=visit.patient_id,
        title="today.rebook",
        title_params=(("with", whom), ("visit_on", day.isoformat())),
        why=f"today.why_rebook_{why}",
        why_params=(("with", whom),),
        due=scope.day,
        priority=OTHER,
        owner=scope.coordinator(visit.coordinator_id),
        can_finish=False,
        version=visit.version,
        tie=visit.starts_at.isoformat(),
    )


def _candidates(uow: UnitOfWork, scope: Scope) -> list[Stored]:
    found: dict[int, Stored] = {}
    for of_clinician, stretches in ((True, _absences(uow)), (False, _closed_days(uow, scope))):
        wanted = _visits_in(of_clinician)
        asked = {"stretches": json.dumps(stretches)}
        found |= {row.id: row for row in (uow.session.execute(wanted, asked) if stretches else ())}
    return list(found.values())


@cache
def _visits_in(of_clinician: bool) -> Select[*tuple[Any, ...]]:
    """Coming visits that begin in one of the stretches of time, of all clinicians or of the one a stretch names."""
    stretch = func.json_each(bindparam("stretches", type_=String)).table_valued("value", name="stretch")
    who, first, last = (func.json_extract(stretch.c.value, f"$[{place}]") for place in range(3))
    starts_at = type_coerce(Appointment.starts_at, String)
    whose = [Appointment.practitioner_id == who] if of_clinician else []
    return (
        select(
            Appointment.id,
            Appointment.version,
            Appointment.patient_id,
            Appointment.practitioner_id,
            Appointment.starts_at,
            Appointment.ends_at,
            Appointment.minutes,
            Patient.coordinator_id,
            Practitioner.prefix,
            Practitioner.given,
            Practitioner.family,
            Practitioner.suffix,
        )
        .select_from(stretch)
        .join(Appointment, and_(*whose, starts_at >= first, starts_at < last))
        .join(Patient, Patient.id == Appointment.patient_id)
        .join(Practitioner, Practitioner.id == Appointment.practitioner_id)
        .where(
            Appointment.outside.is_(False),
            Appointment.removed_at.is_(None),
            Practitioner.inside.is_(True),
            Patient.deceased.is_(False),
            status_in(visit_states.COMING),
        )
    )


def _absences(uow: UnitOfWork) -> list[_Time]:
    elsewhere = uow.session.scalar(_elsewhere(), {"zone": uow.zone.key})
    around = _DAY if elsewhere is not None else dt.timedelta()  # the days of another zone
    return [
        (who, *_between(uow, max(first, uow.today) - around, last + around))
        for who, first, last in uow.session.execute(_coming(), {"today": uow.today})
    ]


@cache
def _coming() -> Select[*tuple[Any, ...]]:
    return select(Absence.practitioner_id, Absence.starts_on, Absence.ends_on).where(
        Absence.removed_at.is_(None),
        Absence.practitioner_id.is_not(None),
        Absence.ends_on >= bindparam("today", type_=IsoDate),
    )


@cache
def _elsewhere() -> Select[int]:
    return select(Site.id).where(Site.removed_at.is_(None), Site.time_zone != bindparam("zone", type_=String)).limit(1)


def _closed_days(uow: UnitOfWork, scope: Scope) -> list[_Time]:
    now = utc_text(uow.now)
    return [(None, max(begins, now), ends) for begins, ends in _closed(uow.today, uow.zone, scope.policies)]


@lru_cache(maxsize=8)
def _closed(today: dt.date, zone: ZoneInfo, policies: Policies) -> tuple[tuple[str, str], ...]:
    days = (today + n * _DAY for n in range(_AHEAD))
    spans = (day_span(day, zone) for day in days if policies.calendar.is_closed(day))
    return tuple((utc_text(span.starts_at), utc_text(span.ends_at)) for span in spans)


def _between(uow: UnitOfWork, first: dt.date, last: dt.date) -> tuple[str, str]:
    begins, ends = max(day_span(first, uow.zone).starts_at, uow.now), day_span(last, uow.zone).ends_at
    return utc_text(begins), utc_text(ends)
