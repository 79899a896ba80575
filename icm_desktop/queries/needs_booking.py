"""Everything that is due and has no appointment, by due day: each source read for the rows that show only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import Select, String, and_, bindparam, exists, or_, select
from sqlalchemy.orm import aliased

from db.models.patient import Patient
from db.models.plan import PlanAction
from db.models.practice import AppointmentType, Practitioner
from db.models.scheduling import Appointment
from db.models.types import IsoDate
from db.repositories import referrals as referral_repository
from db.repositories.scheduling import TYPE_ORDER, status_in
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.needs_booking import NeedsBooking, ToBook
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.domain import appointment_states as visit_states
from icm_desktop.domain.deadlines import days_late
from icm_desktop.domain.names import spoken
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.booking_ranks import ACTION, CANCELLED, MISSED, REFERRAL, STAY, STEPS, Ranked, first_to_book
from icm_desktop.queries.heads import heads
from icm_desktop.queries.pathways_in_use import in_use
from icm_desktop.queries.work_items import Scope
from icm_desktop.queries.work_plan import OPEN
from icm_desktop.queries.work_stays import whole_stays

MOST = 100
_NOBODY = PatientHead(0, "", "", None, None, None, None, None, None, None)
_Rows = Iterator[tuple[str, int, ToBook]]  # key, patient and row


@requires(Privilege.APPOINTMENTS)
def needs_booking(uow: UnitOfWork) -> NeedsBooking:
    """What to find a time for, by due day; what somebody put off on Today is left out until then."""
    ranked = first_to_book(uow, MOST + 1)
    shown = ranked[:MOST]
    sources = {REFERRAL: _referrals, MISSED: _visits_of, CANCELLED: _visits_of, ACTION: _actions, STAY: _stays,
               STEPS: _steps}  # fmt: skip
    found: dict[str, tuple[int, ToBook]] = {}
    for kind, source in sources.items():
        if mine := [each for each in shown if each.kind == kind]:
            found |= {key: (patient_id, row) for key, patient_id, row in source(uow, mine)}
    whose = heads(uow, (patient_id for patient_id, _ in found.values()))
    rows = (found[each.key] for each in shown if each.key in found)
    there = tuple(replace(row, head=whose[patient_id]) for patient_id, row in rows if patient_id in whose)
    return NeedsBooking(there, len(ranked) > MOST)


def _referrals(uow: UnitOfWork, ranked: Sequence[Ranked]) -> _Rows:
    """With whom they go to and the phone to call."""
    ids = as_text(each.row_id for each in ranked)
    known = {row.id: row for row in uow.session.execute(referral_repository.referrals_by_id(), {"ids": ids})}
    clinical = allows(uow.actor.role, Privilege.CLINICAL_READ)
    for each in ranked:
        referral = known.get(each.row_id)
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
        yield (
            each.key,
            referral.patient_id,
            _row(uow, each, what, referral_id=each.row_id, with_whom=whom, phone=next(filter(None, phones), None)),
        )


def _visits_of(uow: UnitOfWork, ranked: Sequence[Ranked]) -> _Rows:
    """Of what kind and with whom the visit was that did not take place."""
    wanted = _visits().where(Appointment.id.in_(listed(bindparam("ids", type_=String))))
    known = {row.id: row for row in uow.session.execute(wanted, {"ids": as_text(each.row_id for each in ranked)})}
    clinical = allows(uow.actor.role, Privilege.CLINICAL_READ)
    for each in ranked:
        row = known.get(each.row_id)
        if row is None:
            continue
        reason = row.reason if clinical or not row.sensitive else None
        whom = spoken(row.given, row.family, row.prefix, row.suffix) if row.family else None
        yield each.key, row.patient_id, _row(
            uow, each, row.type_name or reason or "", type_id=row.appointment_type_id, type_name=row.type_name,
            minutes=row.minutes, clinician_id=row.practitioner_id if row.inside else None, with_whom=whom,
            replaces_id=row.id, version=row.version, reason=reason,
        )  # fmt: skip


def _actions(uow: UnitOfWork, ranked: Sequence[Ranked]) -> _Rows:
    """Which visit the plan asks for."""
    clinical = allows(uow.actor.role, Privilege.CLINICAL_READ)
    wanted = actions_to_book().where(PlanAction.id.in_(listed(bindparam("ids", type_=String))))
    values = {"most": MOST, "today": uow.today, "ids": as_text(each.row_id for each in ranked)}
    known = {row.id: row for row in uow.session.execute(wanted, values)}
    for each in ranked:
        if (row := known.get(each.row_id)) is not None:
            yield each.key, row.patient_id, _row(
                uow, each, (row.text or "") if clinical else "", type_id=row.appointment_type_id,
                type_name=row.type_name, minutes=row.minutes, action_id=row.id,
            )  # fmt: skip


def _stays(uow: UnitOfWork, ranked: Sequence[Ranked]) -> _Rows:
    """The visit that is owed after a stay in hospital, as Today has it."""
    scope = Scope.of(uow, WorkFilter(everyone=True, limit=MOST))
    known = {item.key: item for item in whole_stays(uow, scope, [each.item for each in ranked if each.item])}
    for each in ranked:
        if (item := known.get(each.key)) is not None:
            yield each.key, item.patient_id, _row(uow, each, "", version=item.version)


def _steps(uow: UnitOfWork, ranked: Sequence[Ranked]) -> _Rows:
    """Which steps the visit is for and which pathway asks first; roles that read no clinical facts are told neither."""
    clinical = allows(uow.actor.role, Privilege.CLINICAL_READ)
    pathways = {one.id: one for one in in_use(uow).pathways}
    titles = {(one.id, step.id): step.activity for one in pathways.values() for step in one.steps}
    kinds = _kinds(uow)
    for each in ranked:
        ids = [(row.pathways.split()[0], row.step) for row in each.steps]
        known = list(dict.fromkeys(titles[place] for place in ids if place in titles))
        kind = next((kinds[one.visit] for one in known if one.visit in kinds), {})
        asks = pathways.get(ids[0][0])
        told = known if clinical else []
        yield each.key, each.row_id, _row(
            uow, each, ", ".join(one.title for one in told), what_es=", ".join(one.title_es for one in told),
            pathway=asks.title if asks and clinical else "", pathway_es=asks.title_es if asks and clinical else "",
            **kind,
        )  # fmt: skip


def _kinds(uow: UnitOfWork) -> dict[str, dict[str, Any]]:
    """The first kind of visit with each of the patient's words: what a row of the tray begins with."""
    found: dict[str, dict[str, Any]] = {}
    offered = select(AppointmentType.id, AppointmentType.name, AppointmentType.minutes, AppointmentType.phrase).where(
        AppointmentType.removed_at.is_(None), AppointmentType.phrase.is_not(None)
    )
    for row in uow.session.execute(offered.order_by(*TYPE_ORDER)):
        found.setdefault(row.phrase, {"type_id": row.id, "type_name": row.name, "minutes": row.minutes})
    return found


def _row(uow: UnitOfWork, ranked: Ranked, what: str, **more: Any) -> ToBook:
    late = days_late(ranked.due, uow.today)
    return ToBook(ranked.key, ranked.kind, _NOBODY, what, ranked.due, late, urgent=ranked.urgent, **more)


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
