"""Worklist items of missed visits and of stays in hospital: who must be called or seen by when."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Row, or_, select

from db.models.clinical import Encounter
from db.models.patient import Patient
from db.models.plan import ContactLog
from db.models.practice import Practitioner
from db.models.scheduling import Appointment
from db.repositories.scheduling import status_in
from db.unit_of_work import UnitOfWork
from icm_desktop.content import policies
from icm_desktop.domain import appointment_states as visit_states
from icm_desktop.domain import moments
from icm_desktop.domain.deadlines import days_late
from icm_desktop.domain.timeslots import day_span
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.work_items import OTHER, TRANSITION, Found, Scope, WorkItem

Stored = Row[*tuple[Any, ...]]
_AT_ONCE = 500


@requires(Privilege.WORKLIST)
def missed_visits(uow: UnitOfWork, scope: Scope) -> Found:
    """Visits the patient missed and that were not booked again with the same person."""
    return scope.settled(_missed(uow, scope)) if scope.wants("appointment") else Found((), ())


@requires(Privilege.WORKLIST)
def after_stays(uow: UnitOfWork, scope: Scope) -> Found:
    """The call and the visit after a stay in hospital that ended lately, while they are still owed."""
    return scope.settled(_after_stays(uow, scope)) if scope.wants("transition") else Found((), ())


def _missed(uow: UnitOfWork, scope: Scope) -> Iterator[WorkItem]:
    policy, calendar = policies.missed_visit(), policies.calendar()
    missed = _missed_visits(scope, policy.look_back_days)
    later = _visits_since(uow, scope, missed)
    tries = scope.tries([f"appointment:{row.id}:missed" for row in missed])
    for row in missed:
        if any(_same_person(row, visit) and visit.starts_at > row.starts_at for visit in later[row.patient_id]):
            continue
        key, day = f"appointment:{row.id}:missed", row.starts_at.astimezone(uow.zone).date()
        deadlines = [step.after(day, calendar) for step in (policy.first_call, policy.second_call, policy.letter)]
        # The day of the first call or the letter moves on by itself, even when nobody logged a try.
        by_day = (scope.day > deadlines[0]) + (scope.day >= deadlines[2])
        step = min(max(by_day, tries.get(key, (0, ""))[0]), 2)
        if deadlines[step] > scope.day:
            continue
        yield WorkItem(
            key=key,
            section=scope.section(deadlines[step]),
            kind="appointment",
            patient_id=row.patient_id,
            title=("today.missed_call", "today.missed_call_again", "today.missed_letter")[step],
            title_params=(("with", row.with_text or row.family or ""), ("missed_on", day.isoformat())),
            why="today.why_missed",
            why_params=(("missed_on", day.isoformat()),),
            due=deadlines[step],
            days_late=days_late(deadlines[step], scope.day),
            priority=OTHER,
            owner=scope.coordinator(row.coordinator_id),
            version=row.version,
        )


def _missed_visits(scope: Scope, look_back_days: int) -> Sequence[Stored]:
    first = day_span(scope.day - dt.timedelta(days=look_back_days), scope.uow.zone).starts_at
    wanted = (
        select(
            Appointment.id,
            Appointment.version,
            Appointment.patient_id,
            Appointment.starts_at,
            Appointment.practitioner_id,
            Appointment.with_text,
            Appointment.service_request_id,
            Patient.coordinator_id,
            Practitioner.family,
        )
        .join(Patient, Patient.id == Appointment.patient_id)
        .outerjoin(Practitioner, Practitioner.id == Appointment.practitioner_id)
        .where(
            Appointment.status == visit_states.NO_SHOW,
            Appointment.starts_at >= first,
            Appointment.starts_at < scope.end_of_day(),
            Appointment.service_request_id.is_(None),  # a referral says itself that a new date is needed
            Appointment.removed_at.is_(None),
            Patient.deceased.is_(False),
        )
    )
    return scope.uow.session.execute(wanted).all()


def _visits_since(uow: UnitOfWork, scope: Scope, missed: Sequence[Stored]) -> dict[int, list[Stored]]:
    found: dict[int, list[Stored]] = defaultdict(list)
    ids = sorted({row.patient_id for row in missed})
    for start in range(0, len(ids), _AT_ONCE):
        wanted = select(
            Appointment.patient_id,
            Appointment.starts_at,
            Appointment.practitioner_id,
            Appointment.with_text,
            Appointment.outside,
        ).where(
            Appointment.patient_id.in_(ids[start : start + _AT_ONCE]),
            Appointment.starts_at >= min(row.starts_at for row in missed),
            status_in(visit_states.OCCUPIES),
            Appointment.removed_at.is_(None),
        )
        for row in uow.session.execute(wanted):
            found[row.patient_id].append(row)
    return found


def _same_person(missed: Stored, visit: Stored) -> bool:
    if missed.practitioner_id is not None:
        return bool(visit.practitioner_id == missed.practitioner_id)
    return bool(visit.with_text == missed.with_text)


def _after_stays(uow: UnitOfWork, scope: Scope) -> Iterator[WorkItem]:
    policy, calendar = policies.after_discharge(), policies.calendar()
    stays = _stays(uow, scope)
    reached = _reached(uow, scope, stays)
    seen = _seen(uow, stays)
    for patient_id, (row, ended, day) in stays.items():
        if not any(at >= ended for at in reached[patient_id]):
            yield _owed(scope, row, day, "contact", policy.contact.after(day, calendar))
        due = policy.visit.after(day, calendar)
        if not any(day < on and (on <= due or on <= scope.day) for on in seen[patient_id]):
            yield _owed(scope, row, day, "visit", due)


def _owed(scope: Scope, row: Stored, day: dt.date, what: str, due: dt.date) -> WorkItem:
    return WorkItem(
        key=f"encounter:{row.id}:{what}",
        section=scope.section(due),
        kind="transition",
        patient_id=row.patient_id,
        title=f"today.discharge_{what}",
        neutral="today.neutral_item",
        why="today.why_discharge",
        why_params=(("discharged_on", day.isoformat()),),
        due=due,
        days_late=days_late(due, scope.day),
        priority=TRANSITION,
        owner=scope.coordinator(row.coordinator_id),
        can_finish=scope.clinical,
        version=row.version,
    )


def _stays(uow: UnitOfWork, scope: Scope) -> dict[int, tuple[Stored, dt.datetime, dt.date]]:
    """The last stay of each patient that ended at home lately, with when and on which local day."""
    policy = policies.after_discharge()
    first = (scope.day - dt.timedelta(days=policy.look_back_days)).isoformat()
    wanted = (
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
            Encounter.class_code.in_(policy.stays),
            Encounter.ends_when >= first,
            or_(Encounter.status.is_(None), Encounter.status.not_in(("entered-in-error", "cancelled", "planned"))),
            Encounter.removed_at.is_(None),
            Patient.deceased.is_(False),
        )
        .order_by(Encounter.ends_when)
    )
    found: dict[int, tuple[Stored, dt.datetime, dt.date]] = {}
    for row in uow.session.execute(wanted):
        day = moments.local_day(row.ends_when, uow.zone)
        if day is None or day > scope.day:
            continue
        found.pop(row.patient_id, None)  # an earlier stay no longer counts, wherever the later one ended
        if not any(word in (row.discharge or "").casefold() for word in policy.not_home):
            ended = moments.instant(row.ends_when) or day_span(day, uow.zone).starts_at
            found[row.patient_id] = (row, ended, day)
    return found


def _reached(uow: UnitOfWork, scope: Scope, stays: dict[int, Any]) -> dict[int, list[dt.datetime]]:
    found: dict[int, list[dt.datetime]] = defaultdict(list)
    ids = sorted(stays)
    for start in range(0, len(ids), _AT_ONCE):
        wanted = select(ContactLog.patient_id, ContactLog.at).where(
            ContactLog.patient_id.in_(ids[start : start + _AT_ONCE]),
            ContactLog.outcome == "reached",
            ContactLog.removed_at.is_(None),
        )
        for patient_id, at in uow.session.execute(wanted):
            if not scope.replay or at < scope.end_of_day():
                found[patient_id].append(at)
    return found


def _seen(uow: UnitOfWork, stays: dict[int, Any]) -> dict[int, list[dt.date]]:
    """Local days of visits here, booked or held, of these patients."""
    found: dict[int, list[dt.date]] = defaultdict(list)
    ids = sorted(stays)
    for start in range(0, len(ids), _AT_ONCE):
        wanted = select(Appointment.patient_id, Appointment.starts_at).where(
            Appointment.patient_id.in_(ids[start : start + _AT_ONCE]),
            Appointment.starts_at >= min(ended for _, ended, _ in stays.values()),
            status_in(visit_states.OCCUPIES),
            Appointment.removed_at.is_(None),
        )
        for patient_id, starts_at in uow.session.execute(wanted):
            if starts_at is not None:
                found[patient_id].append(starts_at.astimezone(uow.zone).date())
    return found
