"""Keeps the pages of the shared plan exactly as they leave, and who received them."""

from __future__ import annotations

from db.models.papers import Handout
from db.models.shared_plan import PlanCopy
from db.repositories import kept_pages
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.plan_document import MOST_BYTES, RECORD, GivePlan, PlanGiven, PlanPaperMade
from icm_desktop.domain.plan_versions import COPY_WAYS
from icm_desktop.errors import Conflict, Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.plan_document import KIND
from icm_desktop.reports.care_plan import render
from icm_desktop.services import cleaning
from icm_desktop.services.disclosing import Leaving, disclose, ground_of, reader_as_recipient

_FOR_RECORD = "record"
_LONGEST_REASON = 500


@requires(Privilege.CLINICAL_WRITE)
def give(uow: UnitOfWork, request: GivePlan) -> PlanGiven:
    """Make the pages that were looked at again, keep them, and note who got them, how and when.

    Raises:
        Conflict: plans.paper_changed when they are no longer what was looked at.
        Invalid: plans.how_missing; plans.reader_not_on_file at "reason"; handout.not_a_page; and what
            `reports.care_plan.render` refuses.
        NotFound: patients.unknown, plans.unknown.
    """
    asked, reader = request.request, request.request.reader
    for_record = reader.kind == RECORD
    if not for_record and request.how not in COPY_WAYS:
        raise Invalid("plans.how_missing", field="how")
    made = render(uow, asked)
    if made.content != request.content:
        raise Conflict("plans.paper_changed")
    if len(made.pdf) > MOST_BYTES:
        raise Invalid("handout.not_a_page")
    reason = cleaning.line("reason", request.reason, _LONGEST_REASON)
    if not made.allowed and reason is None:
        raise Invalid("plans.reader_not_on_file", field="reason", name=reader.name)
    row = _kept(uow, request, made)
    if not for_record and asked.version_id is not None:
        uow.session.add(
            PlanCopy(
                patient_id=asked.patient_id,
                plan_version_id=asked.version_id,
                to_kind=reader.kind,
                to_name=reader.name,
                to_organization=reader.organization,
                how=request.how,
                given_on=uow.today,
                given_by=uow.actor.name,
                without_sensitive=made.left_out > 0,
                note=None if made.allowed else reason,
                handout_id=row.id,
            )
        )
    if not made.allowed:
        kept_pages.without_agreement(uow, asked.patient_id, reason)
    if not for_record:
        ground = ground_of(reader, allowed=made.allowed)
        leaving = Leaving(
            asked.patient_id, "plan_copy", ground, "", reason or "", made.substance_use,
            (Handout.__tablename__, row.id), row.sha256, made.consent_id,
        )  # fmt: skip
        disclose(uow, leaving, reader_as_recipient(uow, reader))
    uow.session.flush()
    changes = Changes.of("handout", "plan_copy", patient_id=asked.patient_id, action_id=uow.action_id)
    return PlanGiven(row.id, made.pdf, changes)


def _kept(uow: UnitOfWork, request: GivePlan, made: PlanPaperMade) -> Handout:
    asked, reader = request.request, request.request.reader
    to = ", ".join(part for part in (reader.name, reader.organization) if part)
    row = Handout(
        patient_id=asked.patient_id,
        kind=KIND,
        language=asked.language,
        paper=asked.paper,
        large_print=False,
        pages=made.pages,
        how=_FOR_RECORD if reader.kind == RECORD else request.how,
        pdf=made.pdf,
        sent_to=None if reader.kind == RECORD else to,
        plan_version_id=asked.version_id,
    )
    return kept_pages.keep(uow, row, "plan.printed")
