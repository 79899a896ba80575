"""Everything that is due and has no appointment: referrals, missed and cancelled visits, plan actions, after a stay."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, String, and_, bindparam, exists, or_, select
from sqlalchemy.orm import aliased

from db.models.patient import Patient
from db.models.plan import PlanAction, WorklistHold
from db.models.practice import AppointmentType, Practitioner
from db.models.scheduling import Appointment
from db.models.types import IsoDate
from db.repositories import referrals as referral_repository
from db.repositories.scheduling import status_in
from db.repositories.standing import Group, Range, Standings
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.needs_booking import NeedsBooking, ToBook
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.domain import appointment_states as visit_states
from icm_desktop.domain import referral_states as states
from icm_desktop.domain.deadlines import days_late
from icm_desktop.domain.names import spoken
from icm_desktop.domain.timeslots import day_span
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.heads import heads
from icm_desktop.queries.practice_policies import practice_policies
from icm_desktop.queries.work_items import Scope
from icm_desktop.queries.work_limits import due_of
from icm_desktop.queries.work_plan import OPEN
from icm_desktop.queries.work_stays import after_stays

MOST = 100
_NEED_A_DATE = (states.SENT, states.RECEIVED, states.ACCEPTED, *sorted(states.MISSED))
_NOBODY = PatientHead(0, "", "", None, None, None, None, None, None, None)


@dataclass(frozen=True, slots=True)
class _Found:
    """A row before its patient is looked up."""

    patient_id: int
    row: ToBook


@requires(Privilege.APPOINTMENTS)
def needs_booking(uow: UnitOfWork) -> NeedsBooking:
    """What to find a time for, by due day; what somebody put off on Today is left out until then."""
    sources: tuple[Callable[[UnitOfWork], Iterable[_Found]], ...] = (
        _referrals, _missed, _cancelled, _actions, _after_hospital,
    )  # fmt: skip
    found = [each for source in sources for each in source(uow)]
    noted = _noted(uow, [each.row.key for each in found])
    left = sorted(
        (each for each in found if each.row.key not in noted),
        key=lambda each: (each.row.due, not each.row.urgent, each.row.key),
    )
    whose = heads(uow, (each.patient_id for each in left[:MOST]))
    rows = tuple(replace(each.row, head=whose[each.patient_id]) for each in left[:MOST] if each.patient_id in whose)
    return NeedsBooking(rows, len(left) > MOST)


def _referrals(uow: UnitOfWork) -> Iterator[_Found]:
    """Referrals whose next step is a date with whom they went to."""
    standings, policies = Standings(uow.session, None), practice_policies(uow)
    dated = []
    for state, urgent in itertools.product(_NEED_A_DATE, (True, False)):
        for row in standings.first(Group("referral", state, urgent, "since"), Range((None, None)), MOST):
            due = due_of(row, uow.zone, policies)
            dated.append((due.on if due else uow.today, row.row_id, urgent))
    dated = sorted(dated)[: MOST + 1]
    if not dated:
        return
    ids = as_text(row_id for _, row_id, _ in dated)
    known = {row.id: row for row in uow.session.execute(referral_repository.referrals_by_id(), {"ids": ids})}
    clinical = allows(uow.actor.role, Privilege.CLINICAL_READ)
    for due_on, row_id, urgent in dated:
        referral = known.get(row_id)
        if referral is None:
            continue
        whom = (
            referral.to_text
            or referral.organization_name
            or (spoken(referral.given, referral.family, referral.prefix, referral.suffix) if referral.family else None)
        )
        phones = (
            referral.to_phone, referral.practitioner_phone, referral.organization_phone, referral.employer_phone,
        )  # fmt: skip
        what = (referral.text or "") if clinical or not referral.sensitive else ""
        yield _Found(referral.patient_id, _row(
            uow, f"referral:{row_id}", "referral", what, due_on, urgent=urgent, referral_id=row_id, with_whom=whom,
            phone=next(filter(None, phones), None),
        ))  # fmt: skip


def _missed(uow: UnitOfWork) -> Iterator[_Found]:
    """Visits that were missed and not booked again with the same person."""
    standings, look_back = Standings(uow.session, None), practice_policies(uow).missed_visit.look_back_days
    first = day_span(uow.today - dt.timedelta(days=look_back), uow.zone).starts_at
    days = Range((first.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), None))
    ids = [
        row.row_id
        for tries in "012"
        for row in standings.first(Group("appointment", tries, False, "since"), days, MOST)
    ]
    rows = uow.session.execute(
        _visits().where(Appointment.id.in_(listed(bindparam("ids", type_=String)))), {"ids": as_text(ids)}
    )
    for row in rows if ids else ():
        yield _visit(uow, row, f"appointment:{row.id}:missed", "missed")


def _cancelled(uow: UnitOfWork) -> Iterator[_Found]:
    """Visits here that were cancelled lately and not booked again since."""
    look_back = practice_policies(uow).missed_visit.look_back_days
    first = day_span(uow.today - dt.timedelta(days=look_back), uow.zone).starts_at
    values = {"first": first, "last": day_span(uow.today, uow.zone).ends_at + dt.timedelta(days=365), "most": MOST + 1}
    for row in uow.session.execute(cancelled_for_good(), values):
        yield _visit(uow, row, f"appointment:{row.id}:cancelled", "cancelled")


def _actions(uow: UnitOfWork) -> Iterator[_Found]:
    """Open plan actions that ask for a kind of visit and have none booked."""
    clinical = allows(uow.actor.role, Privilege.CLINICAL_READ)
    for row in uow.session.execute(actions_to_book(), {"most": MOST + 1, "today": uow.today}):
        yield _Found(row.patient_id, _row(
            uow, f"plan_action:{row.id}", "plan_action", (row.text or "") if clinical else "", row.due_on,
            urgent=row.urgent, type_id=row.appointment_type_id, type_name=row.type_name, minutes=row.minutes,
            action_id=row.id,
        ))  # fmt: skip


def _after_hospital(uow: UnitOfWork) -> Iterator[_Found]:
    """The visit that is owed after a stay in hospital."""
    for item in after_stays(uow, Scope.of(uow, WorkFilter(everyone=True))).items:
        if item.key.endswith(":visit") and item.due is not None:
            yield _Found(
                item.patient_id, _row(uow, item.key, "after_hospital", "", item.due, urgent=True, version=item.version)
            )


def _visit(uow: UnitOfWork, row: Row[*tuple[Any, ...]], key: str, kind: str) -> _Found:
    clinical = allows(uow.actor.role, Privilege.CLINICAL_READ)
    reason = row.reason if clinical or not row.sensitive else None
    whom = spoken(row.given, row.family, row.prefix, row.suffix) if row.family else None
    due = row.starts_at.astimezone(uow.zone).date()
    return _Found(row.patient_id, _row(
        uow, key, kind, row.type_name or reason or "", due, type_id=row.appointment_type_id, type_name=row.type_name,
        minutes=row.minutes, clinician_id=row.practitioner_id if row.inside else None, with_whom=whom,
        replaces_id=row.id, version=row.version, reason=reason,
    ))  # fmt: skip


def _row(uow: UnitOfWork, key: str, kind: str, what: str, due: dt.date | None, **more: Any) -> ToBook:
    by = due or uow.today
    return ToBook(key, kind, _NOBODY, what, by, days_late(by, uow.today), **more)


def _noted(uow: UnitOfWork, keys: Sequence[str]) -> set[str]:
    """Rows somebody finished, or put off until later, on Today."""
    asked = select(WorklistHold.item_key).where(
        WorklistHold.item_key.in_(keys),
        WorklistHold.removed_at.is_(None),
        or_(WorklistHold.done_on.is_not(None), WorklistHold.held_until > uow.today),
    )
    return set(uow.session.scalars(asked)) if keys else set()


@cache
def _visits() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Appointment.id, Appointment.version, Appointment.patient_id, Appointment.starts_at, Appointment.minutes,
            Appointment.reason, Appointment.cancel_reason,
            Appointment.sensitive, Appointment.practitioner_id, Appointment.appointment_type_id,
            AppointmentType.name.label("type_name"), Practitioner.prefix, Practitioner.given, Practitioner.family,
            Practitioner.suffix, Practitioner.inside, Patient.coordinator_id,
        )
        .join(Patient, Patient.id == Appointment.patient_id)
        .outerjoin(AppointmentType, AppointmentType.id == Appointment.appointment_type_id)
        .outerjoin(Practitioner, Practitioner.id == Appointment.practitioner_id)
        .where(Appointment.outside.is_(False), Appointment.service_request_id.is_(None), Patient.deceased.is_(False),
               Appointment.removed_at.is_(None))
    )  # fmt: skip


@cache
def cancelled_for_good() -> Select[*tuple[Any, ...]]:
    """Visits here from `first` to before `last` that were cancelled and not booked again, at `most` so many."""
    later = aliased(Appointment)
    same = or_(
        later.moved_from_id == Appointment.id,
        and_(
            later.starts_at > bindparam("first", type_=Appointment.starts_at.type),
            or_(later.practitioner_id.is_not_distinct_from(Appointment.practitioner_id),
                later.appointment_type_id == Appointment.appointment_type_id),
        ),
    )  # fmt: skip
    again = exists().where(
        later.patient_id == Appointment.patient_id, later.id > Appointment.id, same,
        later.status.concat("").in_(sorted(visit_states.OCCUPIES)), later.removed_at.is_(None),
    )  # fmt: skip
    return (
        _visits()
        .where(
            Appointment.status == visit_states.CANCELLED,
            Appointment.starts_at >= bindparam("first", type_=Appointment.starts_at.type),
            Appointment.starts_at < bindparam("last", type_=Appointment.starts_at.type),
            ~again,
        )
        .order_by(Appointment.starts_at, Appointment.id)
        .limit(bindparam("most"))
    )


@cache
def actions_to_book() -> Select[*tuple[Any, ...]]:
    """Open plan actions that ask for a kind of visit and have none booked, by due day, at `most` so many."""
    booked = exists().where(
        Appointment.plan_action_id == PlanAction.id, status_in(visit_states.OCCUPIES), Appointment.removed_at.is_(None)
    )
    return (
        select(
            PlanAction.id, PlanAction.patient_id, PlanAction.text, PlanAction.due_on, PlanAction.urgent,
            PlanAction.appointment_type_id, PlanAction.version, AppointmentType.name.label("type_name"),
            AppointmentType.minutes, Patient.coordinator_id,
        )
        .join(AppointmentType, AppointmentType.id == PlanAction.appointment_type_id)
        .join(Patient, Patient.id == PlanAction.patient_id)
        .where(
            PlanAction.appointment_type_id.is_not(None), PlanAction.status.in_(OPEN["plan_action"]),
            PlanAction.removed_at.is_(None), Patient.deceased.is_(False), ~booked,
            or_(PlanAction.held_until.is_(None), PlanAction.held_until <= bindparam("today", type_=IsoDate)),
        )
        .order_by(PlanAction.due_on.is_(None), PlanAction.due_on, PlanAction.id)
        .limit(bindparam("most"))
    )  # fmt: skip
