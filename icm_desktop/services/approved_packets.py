"""Lets the front desk send one exact packet: approved by somebody who may read it, sent as it is, taken back."""

from __future__ import annotations

import hashlib

from db.models.papers import ApprovedPacket
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.referral_packets import (
    ApprovePacket,
    PacketApproved,
    PacketPages,
    PacketRequest,
    PacketSent,
    SendApproved,
)
from icm_desktop.contracts.referrals import ReferralRow
from icm_desktop.domain.referral_reasons import CHANNELS
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.approved_packets import approved
from icm_desktop.queries.consent_standing import still_holds
from icm_desktop.queries.referral_packets import offer
from icm_desktop.queries.referrals import referral
from icm_desktop.services.cleaning import with_lines
from icm_desktop.services.referral_packets import Leaving, keep, made_again

_LONGEST_NOTE = 500


@requires(Privilege.REFERRAL_CLINICAL)
def approve(uow: UnitOfWork, request: ApprovePacket) -> PacketApproved:
    """Keep the packet that was looked at; the front desk may send exactly this until it is taken back.

    Raises:
        Conflict: referrals.packet_changed, changed_meanwhile.
        Invalid: referrals.unknown_way, what `with_lines` refuses, and what `reports.referral_letter.render` refuses.
        NotFound: referrals.unknown, documents.unknown.
    """
    request = with_lines(request, "note", longest=_LONGEST_NOTE)
    row, made = made_again(uow, request)
    kept = ApprovedPacket(
        patient_id=row.head.id,
        service_request_id=row.id,
        sent_to=row.to,
        how=request.how,
        language=request.request.language,
        paper=request.request.paper,
        pages=made.pages,
        documents=len(request.request.document_ids),
        sensitive=_is_sensitive(uow, request.request),
        note=request.note or None,
        pdf=made.pdf,
        sha256=hashlib.sha256(made.pdf).hexdigest(),
        consent_id=made.consent_id,
    )
    uow.session.add(kept)
    uow.session.flush()
    changes = Changes.of("referral", "handout", patient_id=row.head.id, action_id=uow.action_id)
    return PacketApproved(next(one for one in approved(uow, row) if one.id == kept.id), changes)


@requires(Privilege.REFERRAL_CLINICAL)
def take_back(uow: UnitOfWork, packet_id: int) -> Changes:
    """The front desk may no longer send it; what was sent stays on record.

    Raises:
        NotFound: referrals.approval_gone.
    """
    kept = _kept(uow, packet_id)
    kept.removed_at = uow.now
    uow.session.flush()
    return Changes.of("referral", "handout", patient_id=kept.patient_id, action_id=uow.action_id)


@requires(Privilege.REFERRAL_LOGISTICS)
def open_pages(uow: UnitOfWork, packet_id: int) -> PacketPages:
    """The exact pages that were approved. Who opened them is on record, like an opened chart.

    Raises:
        NotFound: referrals.approval_gone.
    """
    kept = _kept(uow, packet_id)
    uow.record("referral.packet_opened", patient_id=kept.patient_id, object_kind="approved_packet", object_id=kept.id)
    return PacketPages(kept.pdf, Changes.of(patient_id=kept.patient_id, action_id=uow.action_id))


@requires(Privilege.REFERRAL_LOGISTICS)
def send(uow: UnitOfWork, request: SendApproved) -> PacketSent:
    """Send an approved packet as it is, and record the referral as sent when it was not yet.

    Raises:
        Conflict: referrals.approved_for_other (the referral goes to somebody else by now), approval_not_agreed (the
            consent it was approved by no longer holds).
        Invalid: referrals.unknown_way, reason_missing.
        NotFound: referrals.approval_gone.
    """
    if request.how not in CHANNELS:
        raise Invalid("referrals.unknown_way", "how")
    kept = _kept(uow, request.packet_id)
    row: ReferralRow = referral(uow, kept.service_request_id)
    if row.to != kept.sent_to:
        raise Conflict("referrals.approved_for_other", to=kept.sent_to or "")
    if kept.consent_id is not None and not still_holds(uow, kept.consent_id):
        raise Conflict("referrals.approval_not_agreed")
    substance_use = kept.consent_id is not None
    return keep(
        uow,
        row,
        Leaving(kept.pdf, kept.pages, kept.language, kept.paper, request.how, kept.id, substance_use, kept.consent_id),
    )


def _kept(uow: UnitOfWork, packet_id: int) -> ApprovedPacket:
    kept = uow.session.get(ApprovedPacket, packet_id)
    if kept is None or kept.removed_at is not None:
        raise NotFound("referrals.approval_gone")
    return kept


def _is_sensitive(uow: UnitOfWork, request: PacketRequest) -> bool:
    chosen = {one.id for one in offer(uow, request.referral_id).documents if one.sensitive}
    return request.sensitive or bool(chosen.intersection(request.document_ids))
