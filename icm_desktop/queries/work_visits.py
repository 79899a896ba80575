"""What is owed after stays in hospital, found stay by stay: who must be called or seen by when."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, Select, String, bindparam, or_, select

from db.models.clinical import Encounter
from db.models.patient import Patient
from db.models.plan import ContactLog
from db.models.scheduling import Appointment
from db.models.transitions import Transition
from db.repositories.scheduling import status_in
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.content.policies import Policies
from icm_desktop.content.transitions import clock_rules
from icm_desktop.domain import appointment_states as visit_states
from icm_desktop.domain import moments
from icm_desktop.domain.deadlines import days_late
from icm_desktop.domain.timeslots import day_span
from icm_desktop.domain.transitions import visit_within
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.visits_elsewhere import counted_elsewhere, visits_elsewhere
from icm_desktop.queries.work_items import TRANSITION, Scope, WorkItem

Stored = Row[*tuple[Any, ...]]


@requires(Privilege.WORKLIST)
def owed_after_stays(uow: UnitOfWork, scope: Scope) -> list[WorkItem]:
    """Every call and visit that is owed, found stay by stay, before its notes are applied."""
    return [_item(scope, each) for each in _owed(uow, scope)]


@requires(Privilege.WORKLIST)
def owed_of(uow: UnitOfWork, scope: Scope, keys: Collection[str]) -> list[WorkItem]:
    """Those of the calls and visits with these keys that are owed, found stay by stay."""
    ids = as_text({int(key.split(":")[1]) for key in keys})
    patients = frozenset(uow.session.scalars(_patients_of(), {"ids": ids})) if keys else frozenset[int]()
    if not patients:
        return []
    wanted = replace(scope, patients=patients)
    return [item for item in owed_after_stays(uow, wanted) if item.key in keys]


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


def _owed(uow: UnitOfWork, scope: Scope) -> Iterator[_Owed]:
    stays = _stays(uow, scope)
    reached = _reached(uow, stays)
    seen = _seen(uow, stays)
    said = _said(uow, stays)
    named = [one.patient_id for one in said.values() if one.seen_appointment_id or one.seen_encounter_id]
    since = min((day for _, _, day in stays.values()), default=scope.day)
    elsewhere = visits_elsewhere(uow, named, since) if named else {}
    for patient_id, (row, ended, day) in stays.items():
        contact, due = deadlines(day, scope.policies)
        told = said.get(row.id)
        if told is not None:
            within = visit_within(told.complexity or "", told.visit_days, clock_rules(scope.policies))
            due = within.after(day, scope.policies.shipped_calendar)
        counted = counted_elsewhere(told, [one for one in elsewhere.get(patient_id, ()) if one.day > day])
        if counted is not None:
            seen[patient_id].append(counted.day)
        if not any(at >= ended for at in reached[patient_id]):
            yield _Owed(row, day, "contact", contact)
        if not any(day < on and (on <= due or on <= scope.day) for on in seen[patient_id]):
            yield _Owed(row, day, "visit", due)


@lru_cache(maxsize=256)
def deadlines(day: dt.date, policies: Policies) -> tuple[dt.date, dt.date]:
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
        tie=row.ends_when,
    )


def _stays(uow: UnitOfWork, scope: Scope) -> dict[int, tuple[Stored, dt.datetime, dt.date]]:
    """The last stay of each patient that ended at home lately, with when and on which local day."""
    policy = scope.policies.after_discharge
    first = (scope.day - dt.timedelta(days=policy.look_back_days)).isoformat()
    found: dict[int, tuple[Stored, dt.datetime, dt.date]] = {}
    values = {"first": first} if scope.patients is None else {"first": first, "ids": as_text(scope.patients)}
    for row in uow.session.execute(_ended(policy.stays, of_patients=scope.patients is not None), values):
        day = moments.local_day(row.ends_when, uow.zone)
        if day is None or day > scope.day:
            continue
        found.pop(row.patient_id, None)  # an earlier stay no longer counts, wherever the later one ended
        if went_home(row.discharge or "", policy.not_home):
            ended = moments.instant(row.ends_when) or _start_of(day, uow.zone)
            found[row.patient_id] = (row, ended, day)
    return found


@lru_cache(maxsize=256)
def went_home(discharge: str, not_home: tuple[str, ...]) -> bool:
    """Whether somebody who was discharged so is at home and may be called."""
    return not any(word in discharge.casefold() for word in not_home)


def _said(uow: UnitOfWork, stays: dict[int, Any]) -> dict[int, Transition]:
    """What people said of these discharges, by the stay."""
    if not stays:
        return {}
    found = uow.session.scalars(_described(), {"ids": as_text({row.id for row, _, _ in stays.values()})})
    return {one.encounter_id: one for one in found}


def _reached(uow: UnitOfWork, stays: dict[int, Any]) -> dict[int, list[dt.datetime]]:
    found: dict[int, list[dt.datetime]] = defaultdict(list)
    if not stays:
        return found
    values = {"ids": as_text(stays), "first": min(ended for _, ended, _ in stays.values())}
    for patient_id, at in uow.session.execute(_calls(), values):
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
def _ended(classes: tuple[str, ...], *, of_patients: bool) -> Select[*tuple[Any, ...]]:
    # Worded so that SQLite finds the stays of few patients by the patient, else by the day they ended.
    theirs = Encounter.patient_id.in_(listed(bindparam("ids", type_=String)))
    stay = Encounter.class_code.concat("").in_(classes) if of_patients else Encounter.class_code.in_(classes)
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
            *((theirs,) if of_patients else ()),
            stay,
            Encounter.ends_when >= bindparam("first", type_=String),
            or_(Encounter.status.is_(None), Encounter.status.not_in(("entered-in-error", "cancelled", "planned"))),
            Encounter.removed_at.is_(None),
            Patient.deceased.is_(False),
        )
        .order_by(Encounter.ends_when, Encounter.id)
    )


@cache
def _patients_of() -> Select[int]:
    return select(Encounter.patient_id).where(Encounter.id.in_(listed(bindparam("ids", type_=String))))


@cache
def _described() -> Select[Transition]:
    theirs = Transition.encounter_id.in_(listed(bindparam("ids", type_=String)))
    return select(Transition).where(theirs, Transition.removed_at.is_(None))


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
        Appointment.outside.is_(False),
    )
