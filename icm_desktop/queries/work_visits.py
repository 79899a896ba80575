"""Worklist items of stays in hospital: who must be called or seen by when."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from heapq import nsmallest
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, Select, String, bindparam, or_, select

from db.models.clinical import Encounter
from db.models.patient import Patient
from db.models.plan import ContactLog
from db.models.scheduling import Appointment
from db.repositories.scheduling import status_in
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.content.policies import Policies
from icm_desktop.domain import appointment_states as visit_states
from icm_desktop.domain import moments
from icm_desktop.domain.deadlines import days_late
from icm_desktop.domain.timeslots import day_span
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.work_items import TRANSITION, Found, Scope, WorkItem

Stored = Row[*tuple[Any, ...]]


@requires(Privilege.WORKLIST)
def after_stays(uow: UnitOfWork, scope: Scope) -> Found:
    """The call and the visit after a stay in hospital that ended lately, while they are still owed.

    All are counted; only those the page could need become items.
    """
    if not scope.wants("transition"):
        return Found((), ())
    owed = list(_owed(uow, scope))
    if scope.replay or scope.need is None:
        return scope.settled(_item(scope, each) for each in owed)
    apart = frozenset(scope.noted("encounter"))  # finished or put off: few
    noted = scope.settled(_item(scope, each) for each in owed if each.key in apart)
    plain = [each for each in owed if each.key not in apart and _is_mine(scope, each)]
    counts = Counter(dict(noted.counts)) + Counter(scope.section(each.due) for each in plain)
    first = nsmallest(scope.need, plain, key=lambda each: (-days_late(each.due, scope.day), each.row.id, each.what))
    return Found((*noted.items, *(_item(scope, each) for each in first)), tuple(counts.items()))


@dataclass(frozen=True, slots=True)
class _Owed:
    """What is owed to somebody who came home on a day: "contact" or "visit", by when."""

    row: Stored
    day: dt.date
    what: str
    due: dt.date

    @property
    def key(self) -> str:
        """The worklist key."""
        return f"encounter:{self.row.id}:{self.what}"


def _is_mine(scope: Scope, owed: _Owed) -> bool:
    return scope.asked.everyone or scope.mine(scope.coordinator(owed.row.coordinator_id))


def _owed(uow: UnitOfWork, scope: Scope) -> Iterator[_Owed]:
    stays = _stays(uow, scope)
    reached = _reached(uow, scope, stays)
    seen = _seen(uow, stays)
    for patient_id, (row, ended, day) in stays.items():
        contact, due = _deadlines(day, scope.policies)
        if not any(at >= ended for at in reached[patient_id]):
            yield _Owed(row, day, "contact", contact)
        if not any(day < on and (on <= due or on <= scope.day) for on in seen[patient_id]):
            yield _Owed(row, day, "visit", due)


@lru_cache(maxsize=256)
def _deadlines(day: dt.date, policies: Policies) -> tuple[dt.date, dt.date]:
    """By when to call, and to see, somebody who came home on a local day.

    Payers count every day but weekends and public holidays, whatever days the practice keeps (CPT 99495, 99496).
    """
    policy, calendar = policies.after_discharge, policies.shipped_calendar
    return policy.contact.after(day, calendar), policy.visit.after(day, calendar)


@lru_cache(maxsize=256)
def _start_of(day: dt.date, zone: ZoneInfo) -> dt.datetime:
    return day_span(day, zone).starts_at


def _item(scope: Scope, owed: _Owed) -> WorkItem:
    row, due = owed.row, owed.due
    return WorkItem(
        key=owed.key,
        section=scope.section(due),
        kind="transition",
        patient_id=row.patient_id,
        title=f"today.discharge_{owed.what}",
        neutral="today.neutral_item",
        why="today.why_discharge",
        why_params=(("discharged_on", owed.day.isoformat()),),
        due=due,
        days_late=days_late(due, scope.day),
        priority=TRANSITION,
        owner=scope.coordinator(row.coordinator_id),
        can_finish=scope.clinical,
        version=row.version,
    )


def _stays(uow: UnitOfWork, scope: Scope) -> dict[int, tuple[Stored, dt.datetime, dt.date]]:
    """The last stay of each patient that ended at home lately, with when and on which local day."""
    policy = scope.policies.after_discharge
    first = (scope.day - dt.timedelta(days=policy.look_back_days)).isoformat()
    found: dict[int, tuple[Stored, dt.datetime, dt.date]] = {}
    wanted = scope.of_patients(_ended(policy.stays), Encounter.patient_id)
    for row in uow.session.execute(wanted, {"first": first}):
        day = moments.local_day(row.ends_when, uow.zone)
        if day is None or day > scope.day:
            continue
        found.pop(row.patient_id, None)  # an earlier stay no longer counts, wherever the later one ended
        if _went_home(row.discharge or "", policy.not_home):
            ended = moments.instant(row.ends_when) or _start_of(day, uow.zone)
            found[row.patient_id] = (row, ended, day)
    return found


@lru_cache(maxsize=256)
def _went_home(discharge: str, not_home: tuple[str, ...]) -> bool:
    return not any(word in discharge.casefold() for word in not_home)


def _reached(uow: UnitOfWork, scope: Scope, stays: dict[int, Any]) -> dict[int, list[dt.datetime]]:
    found: dict[int, list[dt.datetime]] = defaultdict(list)
    if not stays:
        return found
    values = {"ids": as_text(stays), "first": min(ended for _, ended, _ in stays.values())}
    until = scope.end_of_day() if scope.replay else None
    for patient_id, at in uow.session.execute(_calls(), values):
        if until is None or at < until:
            found[patient_id].append(at)
    return found


def _seen(uow: UnitOfWork, stays: dict[int, Any]) -> dict[int, list[dt.date]]:
    """Local days of visits here, booked or held, of these patients."""
    found: dict[int, list[dt.date]] = defaultdict(list)
    if not stays:
        return found
    values = {"ids": as_text(stays), "first": min(ended for _, ended, _ in stays.values())}
    for patient_id, starts_at in uow.session.execute(_visits(), values):
        if starts_at is not None:
            found[patient_id].append(starts_at.astimezone(uow.zone).date())
    return found


# Built once: putting a statement together costs more than running it.
@cache
def _ended(classes: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Encounter.id,
            Encounter.version,
            Encounter.patient_id,
            Encounter.ends_when,
            Encounter.discharge,
            Patient.coordinator_id,
        )
        .join(Patient, Patient.id == Encounter.patient_id)
        .where(
            Encounter.class_code.in_(classes),
            Encounter.ends_when >= bindparam("first", type_=String),
            or_(Encounter.status.is_(None), Encounter.status.not_in(("entered-in-error", "cancelled", "planned"))),
            Encounter.removed_at.is_(None),
            Patient.deceased.is_(False),
        )
        .order_by(Encounter.ends_when)
    )


@cache
def _calls() -> Select[*tuple[Any, ...]]:
    return select(ContactLog.patient_id, ContactLog.at).where(
        ContactLog.patient_id.in_(listed(bindparam("ids", type_=String))),
        ContactLog.at >= bindparam("first", type_=ContactLog.at.type),
        ContactLog.outcome == "reached",
        ContactLog.removed_at.is_(None),
    )


@cache
def _visits() -> Select[*tuple[Any, ...]]:
    return select(Appointment.patient_id, Appointment.starts_at).where(
        Appointment.patient_id.in_(listed(bindparam("ids", type_=String))),
        Appointment.starts_at >= bindparam("first", type_=Appointment.starts_at.type),
        status_in(visit_states.OCCUPIES),
        Appointment.removed_at.is_(None),
    )
