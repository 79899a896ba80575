"""Keeps the packet of a referral exactly as it leaves, and records it as sent."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from db.models.papers import Handout
from db.models.scheduling import ServiceRequest
from db.repositories import kept_pages
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.referral_packets import ApprovePacket, PacketMade, PacketSent, SendPacket
from icm_desktop.contracts.referrals import AdvanceReferral, ReferralRow
from icm_desktop.domain import referral_states as states
from icm_desktop.domain.referral_reasons import CHANNELS
from icm_desktop.errors import Conflict, Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.referral_packets import KIND
from icm_desktop.queries.referrals import referral
from icm_desktop.reports.referral_letter import render
from icm_desktop.services import disclosing
from icm_desktop.services.referrals import advance


@dataclass(frozen=True, slots=True)
class Leaving:
    """Pages on their way out: what they are, by which way, by whose approval, with records of substance use or not."""

    pdf: bytes
    pages: int
    language: str
    paper: str
    how: str
    approved_packet_id: int | None = None
    substance_use: bool = False
    consent_id: int | None = None


@requires(Privilege.REFERRAL_CLINICAL)
def send(uow: UnitOfWork, request: SendPacket) -> PacketSent:
    """Make the packet again, keep it, and record the referral as sent when it was not yet.

    Raises:
        Conflict: referrals.packet_changed when it is no longer what was looked at; referrals.changed_meanwhile.
        Invalid: referrals.unknown_way, and what `reports.referral_letter.render` refuses.
        NotFound: referrals.unknown, documents.unknown.
    """
    row, made = made_again(uow, request)
    language, paper = request.request.language, request.request.paper
    return keep(
        uow, row, Leaving(made.pdf, made.pages, language, paper, request.how, None, made.substance_use, made.consent_id)
    )


@requires(Privilege.REFERRAL_CLINICAL)
def made_again(uow: UnitOfWork, request: SendPacket | ApprovePacket) -> tuple[ReferralRow, PacketMade]:
    """The packet that was looked at, made anew so that nobody else's bytes are kept.

    Raises:
        Conflict: referrals.packet_changed, changed_meanwhile.
        Invalid: referrals.unknown_way, and what `reports.referral_letter.render` refuses.
        NotFound: referrals.unknown, documents.unknown.
    """
    if request.how not in CHANNELS:
        raise Invalid("referrals.unknown_way", "how")
    row = referral(uow, request.request.referral_id)
    if row.version != request.expected_version:
        raise Conflict("referrals.changed_meanwhile")
    made = render(uow, request.request)
    if made.content != request.content:
        raise Conflict("referrals.packet_changed")
    return row, made


@requires(Privilege.REFERRAL_LOGISTICS)
def keep(uow: UnitOfWork, row: ReferralRow, leaving: Leaving) -> PacketSent:
    """Keep exactly what leaves, log it, and record the referral as sent when it was not yet."""
    earlier = select(func.count()).select_from(Handout).where(Handout.service_request_id == row.id)
    version = (uow.session.scalar(earlier.where(Handout.removed_at.is_(None))) or 0) + 1
    kept = Handout(
        patient_id=row.head.id,
        kind=KIND,
        language=leaving.language,
        paper=leaving.paper,
        large_print=False,
        pages=leaving.pages,
        how=leaving.how,
        pdf=leaving.pdf,
        service_request_id=row.id,
        sent_to=row.to,
        approved_packet_id=leaving.approved_packet_id,
    )
    kept_pages.keep(uow, kept, "referral.packet_sent")
    order = uow.session.get_one(ServiceRequest, row.id)
    told = disclosing.Leaving(
        row.head.id,
        "packet",
        disclosing.TREATMENT,
        "",
        "",
        leaving.substance_use,
        (Handout.__tablename__, kept.id),
        kept.sha256,
        leaving.consent_id,
    )
    to = disclosing.entry_as_recipient(uow, row.to, order.to_practitioner_id, order.to_organization_id)
    disclosing.disclose(uow, told, to)
    if states.may_become(row.state, states.SENT):
        advance(uow, AdvanceReferral(row.id, row.version, states.SENT, uow.today, leaving.how))
    changes = Changes.of("referral", "handout", patient_id=row.head.id, action_id=uow.action_id)
    return PacketSent(kept.id, leaving.pdf, version, changes)
