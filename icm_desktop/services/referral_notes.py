"""Somebody says that a document is the answer to a referral."""

from __future__ import annotations

from db.models.documents import Document
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.referral_notes import LinkNote
from icm_desktop.contracts.referrals import AdvanceReferral, ReferralSaved
from icm_desktop.domain import referral_states as states
from icm_desktop.errors import Conflict, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.referral_notes import day_of
from icm_desktop.queries.referrals import referral
from icm_desktop.services.referrals import advance


@requires(Privilege.REFERRAL_CLINICAL)
def accept(uow: UnitOfWork, request: LinkNote) -> ReferralSaved:
    """Link the note and record that it came, on the day it came; a clinician is asked to review it next.

    Raises:
        Conflict: referrals.changed_meanwhile, note_taken (it answers another referral).
        Invalid: referrals.not_possible.
        NotFound: referrals.unknown, documents.unknown.
    """
    before = referral(uow, request.referral_id)
    document = uow.session.get(Document, request.document_id)
    if document is None or document.removed_at is not None or document.patient_id != before.head.id:
        raise NotFound("documents.unknown")
    if document.service_request_id not in (None, before.id):
        raise Conflict("referrals.note_taken")
    document.service_request_id = before.id
    day = min(max(day_of(uow, document) or uow.today, before.waiting_since or uow.today), uow.today)
    step = AdvanceReferral(
        before.id, request.expected_version, states.REPORT_RECEIVED, day, how=document.text, person=document.author
    )
    return advance(uow, step)
