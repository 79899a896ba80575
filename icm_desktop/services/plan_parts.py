"""The written parts of the plan and its review are kept."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from db.models.plan import CarePlan
from db.models.shared_plan import PlanPart
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content import care_plan as content
from icm_desktop.contracts.plan_sheet import PartText, SaveParts, SetReview, SheetSaved
from icm_desktop.domain.pathways.intervals import add_months
from icm_desktop.errors import Conflict, Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.plan_sheet import our_plan
from icm_desktop.services.plan_input import text_of
from icm_desktop.services.plan_rows import check_patient


@requires(Privilege.CLINICAL_WRITE)
def save_parts(uow: UnitOfWork, request: SaveParts) -> SheetSaved:
    """Write parts of the plan, such as strengths or the emergency plan.

    Raises:
        NotFound: patients.unknown.
        Conflict: plans.changed_meanwhile.
        Invalid: plans.too_long; plans.bad_kind for a part the content does not know.
    """
    check_patient(uow, request.patient_id)
    wanted = select(PlanPart).where(PlanPart.patient_id == request.patient_id, PlanPart.removed_at.is_(None))
    stored = {row.part: row for row in uow.session.scalars(wanted.order_by(PlanPart.id))}
    for part in request.parts:
        _write(uow, request.patient_id, part, stored.get(part.part))
    return _saved(uow, request.patient_id, "plan_part")


@requires(Privilege.CLINICAL_WRITE)
def set_review(uow: UnitOfWork, request: SetReview) -> SheetSaved:
    """Say how often the plan is reviewed and when next, and that it was reviewed today.

    Raises:
        NotFound: patients.unknown.
        Conflict: plans.changed_meanwhile.
        Invalid: plans.bad_risk; plans.review_past, plans.review_too_late at the day.
    """
    check_patient(uow, request.patient_id)
    plan = our_plan(uow, request.patient_id)
    if (plan.version if plan else None) != request.expected_version:
        raise Conflict("plans.changed_meanwhile")
    plan_review(uow, request.patient_id, request.risk, request.review_due, reviewed=request.reviewed)
    return _saved(uow, request.patient_id, "care_plan")


@requires(Privilege.CLINICAL_WRITE)
def plan_review(uow: UnitOfWork, patient_id: int, risk: str, review_due: dt.date | None, *, reviewed: bool) -> CarePlan:
    """Keep level, day of the last review and day of the next one; the row is made when there is none.

    Raises:
        Invalid: plans.bad_risk; plans.review_past, plans.review_too_late at the day.
    """
    months = content.review_months().get(risk)
    if months is None:
        raise Invalid("plans.bad_risk", field="risk")
    plan = our_plan(uow, patient_id)
    if plan is None:
        plan = CarePlan(
            patient_id=patient_id, status="active", intent="plan", recorded_when=uow.today.isoformat(),
            author=uow.actor.name, starts_when=uow.today.isoformat(),
        )  # fmt: skip
        uow.session.add(plan)
    if reviewed:
        plan.reviewed_on = uow.today
    last = plan.reviewed_on or uow.today
    due = review_due or add_months(last, months)
    if review_due is not None and review_due <= uow.today:
        raise Invalid("plans.review_past", field="review_due")
    longest = add_months(uow.today, content.longest_review_months())
    if due > longest:
        raise Invalid("plans.review_too_late", field="review_due", most=content.longest_review_months())
    plan.risk, plan.review_due = risk, due
    return plan


def _write(uow: UnitOfWork, patient_id: int, part: PartText, row: PlanPart | None) -> None:
    if part.part not in content.parts():
        raise Invalid("plans.bad_kind", field=part.part)
    if (row.version if row else None) != part.version:
        raise Conflict("plans.changed_meanwhile")
    text = text_of(part.text, part.part)
    if row is None:
        if text:
            uow.session.add(PlanPart(patient_id=patient_id, part=part.part, text=text, written_on=uow.today))
    elif row.text != text:
        row.text, row.written_on = text, uow.today


def _saved(uow: UnitOfWork, patient_id: int, kind: str) -> SheetSaved:
    uow.session.flush()
    return SheetSaved(patient_id, Changes.of(kind, patient_id=patient_id, action_id=uow.action_id))
