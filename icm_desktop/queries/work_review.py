"""Worklist items of collaborative care: recommendations to be done, relapse-prevention plans to be written or asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, bindparam, exists, func, select

from db.models.clinical import Observation
from db.models.collaborative import CaseRecommendation, RelapsePlan
from db.models.patient import Patient
from db.models.programs import ProgramEnrolment
from db.models.types import IsoDate
from db.unit_of_work import UnitOfWork
from icm_desktop.content import caseload, codes
from icm_desktop.content import pathways as shipped_pathways
from icm_desktop.content import treat_to_target as content
from icm_desktop.contracts.case_review import OPEN
from icm_desktop.contracts.common import Owner
from icm_desktop.domain.deadlines import days_late
from icm_desktop.domain.programs import ACTIVE
from icm_desktop.domain.treat_to_target import REMISSION
from icm_desktop.permissions import Privilege, Role, requires
from icm_desktop.queries.case_review import standings_by_patient
from icm_desktop.queries.note_access import BEHAVIORAL as KIND
from icm_desktop.queries.note_access import access
from icm_desktop.queries.treatment import treatments
from icm_desktop.queries.work_items import Found, Scope, WorkItem

RECOMMENDATION, RELAPSE, CHECK = "recommendation", "relapse", "relapse_plan"
_SEES = {Role.CLINICIAN.value: ("clinician",), Role.COORDINATOR.value: ("coordinator",)}
_NOT_A_RESULT = ("entered-in-error", "cancelled", "registered")


@requires(Privilege.WORKLIST)
def review_items(uow: UnitOfWork, scope: Scope) -> Found:
    """Recommendations for one's role or oneself, plans to be written at remission, and to be asked about."""
    if not scope.clinical:
        return Found((), ())
    items: list[WorkItem] = []
    if scope.wants(RECOMMENDATION):
        items += _recommendations(uow, scope)
    plans = [*(_to_be_written(uow, scope) if scope.wants(RELAPSE) else ())]
    plans += _to_be_asked(uow, scope) if scope.wants(CHECK) else ()
    theirs = scope.asked.everyone or _sees(scope, "coordinator")
    return scope.settled([*items, *(one for one in plans if theirs or one.owner is not None)])


def _recommendations(uow: UnitOfWork, scope: Scope) -> Iterator[WorkItem]:
    found = uow.session.execute(scope.of_patients(_open(), CaseRecommendation.patient_id), {"day": scope.day})
    for row in found:
        to = content.addressees().get(row.to_role)
        if scope.asked.everyone or row.owner_user_id is not None or _sees(scope, to.sees if to else ""):
            yield _recommendation(scope, row)


@requires(Privilege.WORKLIST)
def whole_recommendations(uow: UnitOfWork, scope: Scope, items: Sequence[WorkItem]) -> list[WorkItem]:
    """Recommendations with what they are about, where it may be read."""
    may = {one: KIND in access(uow, one).open_kinds for one in {item.patient_id for item in items}}
    return [
        replace(item, whole=True, title="today.recommendation")
        if may[item.patient_id]
        else replace(item, whole=True, title_params=())
        for item in items
    ]


def _sees(scope: Scope, role: str) -> bool:
    return role in _SEES.get(scope.uow.actor.role, ("clinician", "coordinator"))


def _recommendation(scope: Scope, row: Row[*tuple[Any, ...]]) -> WorkItem:
    kind, to = content.kinds().get(row.kind), content.addressees().get(row.to_role)
    words = kind.words if kind else {"en": row.kind, "es": row.kind}
    owner = scope.owner(row) if row.owner_user_id is not None else _role_owner(scope, row, to.sees if to else "")
    return WorkItem(
        key=f"{RECOMMENDATION}:{row.id}", section=scope.section(row.due_on), kind=RECOMMENDATION,
        patient_id=row.patient_id, title="today.recommendation_closed",
        title_params=(("what", words["en"]), ("what_es", words["es"])),
        why="today.why_recommendation",
        why_params=(("given_on", row.given_on.isoformat()), ("given_by", row.given_by)),
        due=row.due_on, days_late=days_late(row.due_on, scope.day), owner=owner, can_finish=False, version=row.version,
        whole=False,
    )  # fmt: skip


def _role_owner(scope: Scope, row: Row[*tuple[Any, ...]], role: str) -> Owner | None:
    return scope.coordinator(row.coordinator_id) if role == "coordinator" else None


def _to_be_asked(uow: UnitOfWork, scope: Scope) -> Iterator[WorkItem]:
    for row in uow.session.execute(scope.of_patients(_checks(), RelapsePlan.patient_id), {"day": scope.day}):
        yield WorkItem(
            key=f"{CHECK}:{row.id}", section=scope.section(row.check_on), kind=CHECK, patient_id=row.patient_id,
            title="today.relapse_plan", why="today.why_relapse_plan",
            why_params=(("agreed_on", row.agreed_on.isoformat()),), due=row.check_on,
            days_late=days_late(row.check_on, scope.day), owner=scope.coordinator(row.coordinator_id),
            version=row.version,
        )  # fmt: skip


def _to_be_written(uow: UnitOfWork, scope: Scope) -> Iterator[WorkItem]:
    """Of whose pathway asks for the plan that is its step; of everybody else in collaborative care it is this."""
    likely = {row.patient_id: row for row in uow.session.execute(scope.of_patients(_low(), Patient.id))}
    if not likely:
        return
    treated = treatments(uow, likely)
    asked_by = {one.id for one in shipped_pathways.pathways() if _asks_for_plan(one)}
    ids = [key for key, one in treated.items() if one.collaborative and not one.pathways & asked_by]
    for patient_id, standings in standings_by_patient(uow, {key: treated[key] for key in ids}).items():
        one = next((each for each in standings if each.state == REMISSION and each.course), None)
        if one is None or one.course is None:
            continue
        last = one.course.last
        due = last.on + dt.timedelta(days=content.due_days())
        why = (("score", "PHQ-9" if one.target.score == "phq9" else "GAD-7"), ("value", f"{last.value:g}"),
               ("found_on", last.on.isoformat()))  # fmt: skip
        yield WorkItem(
            key=f"{RELAPSE}:{patient_id}", section=scope.section(due), kind=RELAPSE, patient_id=patient_id,
            title="today.relapse", why="today.why_relapse", why_params=why, due=due,
            days_late=days_late(due, scope.day), owner=scope.coordinator(likely[patient_id].coordinator_id),
            can_finish=False,
        )  # fmt: skip


def _asks_for_plan(one: Any) -> bool:
    return any(step.activity.id in content.closed_by_plan() for step in one.steps)


@cache
def _open() -> Select[*tuple[Any, ...]]:
    kept = CaseRecommendation
    return (
        select(kept.id, kept.version, kept.patient_id, kept.kind, kept.to_role, kept.given_on, kept.given_by,
               kept.due_on, kept.owner_kind, kept.owner_name, kept.owner_user_id, kept.owner_practitioner_id,
               Patient.coordinator_id)
        .join(Patient, Patient.id == kept.patient_id)
        .where(kept.status == OPEN, kept.removed_at.is_(None), Patient.deceased.is_(False))
        .where(kept.due_on.is_not(None), kept.given_on <= bindparam("day", type_=IsoDate))
    )  # fmt: skip


@cache
def _checks() -> Select[*tuple[Any, ...]]:
    kept, newer = RelapsePlan, RelapsePlan.__table__.alias()
    return (
        select(kept.id, kept.version, kept.patient_id, kept.check_on, kept.agreed_on, Patient.coordinator_id)
        .join(Patient, Patient.id == kept.patient_id)
        .where(kept.removed_at.is_(None), Patient.deceased.is_(False))
        .where(kept.check_on <= bindparam("day", type_=IsoDate))
        .where(
            ~exists().where(
                newer.c.patient_id == kept.patient_id, newer.c.number > kept.number, newer.c.removed_at.is_(None)
            )
        )
    )


@cache
def _low() -> Select[*tuple[Any, ...]]:
    """Patients of collaborative programs without a plan whose last value of a score is one of remission."""
    by_id = {one.id: one for one in codes.measurements()}
    rules = caseload.score_rules()
    low = []
    for target in content.targets():
        last = (
            select(Observation.value_number)
            .where(Observation.patient_id == Patient.id,
                   Observation.code.in_(by_id[rules[target.score].measurement].codes))
            .where(Observation.value_number.is_not(None), Observation.removed_at.is_(None))
            .where(func.coalesce(Observation.status, "").not_in(_NOT_A_RESULT))
            .order_by(Observation.effective_when.desc(), Observation.id.desc())
            .limit(1)
            .correlate(Patient)
            .scalar_subquery()
        )  # fmt: skip
        low.append(last < target.remission_below)
    planned = exists().where(RelapsePlan.patient_id == Patient.id, RelapsePlan.removed_at.is_(None))
    enrolled = select(ProgramEnrolment.patient_id).where(
        ProgramEnrolment.program.in_(sorted(content.programs())), ProgramEnrolment.status == ACTIVE,
        ProgramEnrolment.removed_at.is_(None),
    )  # fmt: skip
    return (
        select(Patient.id.label("patient_id"), Patient.coordinator_id)
        .where(Patient.id.in_(enrolled), Patient.removed_at.is_(None), Patient.deceased.is_(False), ~planned)
        .where(low[0] if len(low) == 1 else low[0] | low[1])
    )
