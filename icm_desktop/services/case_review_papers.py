"""The case review and the relapse-prevention plan on paper; that their words were read is recorded."""

from __future__ import annotations

from sqlalchemy import select

from db.models.collaborative import CaseRecommendation, RelapsePlan
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.case_review import CaseReviewFilter, PrintPlan, PrintReview
from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.errors import NotAllowed, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.case_review import case_review
from icm_desktop.queries.note_access import BEHAVIORAL, access
from icm_desktop.reports import case_review as review_paper
from icm_desktop.reports import relapse_plan as plan_paper


@requires(Privilege.CLINICAL_READ)
def review_sheet(uow: UnitOfWork, request: PrintReview) -> SheetMade:
    """The case review of these patients as a PDF; words of recommendations only where the user may read them."""
    known = {row.head.id: row for row in case_review(uow, CaseReviewFilter()).rows}
    rows = tuple(known[one] for one in request.patient_ids if one in known)
    mine = {row.head.id for row in rows if row.open and row.may_read}
    wanted = select(CaseRecommendation.id, CaseRecommendation.text).where(
        CaseRecommendation.patient_id.in_(among(mine)), CaseRecommendation.removed_at.is_(None)
    )
    texts = {row.id: row.text for row in uow.session.execute(wanted)} if mine else {}
    for patient_id in sorted(mine):
        uow.record("case_review.read", patient_id=patient_id, object_kind="patient", object_id=patient_id,
                   detail={"printed": True})  # fmt: skip
    return review_paper.sheet_of(uow, rows, texts, request)


@requires(Privilege.CLINICAL_READ)
def plan_page(uow: UnitOfWork, request: PrintPlan) -> SheetMade:
    """The plan as a page for the patient.

    Raises:
        NotFound: case_review.unknown_plan, patients.unknown. NotAllowed: case_review.not_given.
        Invalid: handout.unknown_paper, case_review.bad_language.
    """
    plan = uow.session.get(RelapsePlan, request.plan_id)
    if plan is None or plan.removed_at is not None:
        raise NotFound("case_review.unknown_plan")
    if BEHAVIORAL not in access(uow, plan.patient_id).open_kinds:
        raise NotAllowed("case_review.not_given")
    uow.record("case_review.read", patient_id=plan.patient_id, object_kind="relapse_plan", object_id=plan.id,
               detail={"printed": True})  # fmt: skip
    return plan_paper.page(uow, plan, request)
