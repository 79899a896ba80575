"""Packets of referrals the front desk may send, and whom it asks when there is none."""

from __future__ import annotations

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.papers import ApprovedPacket
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.referral_packets import ApprovedPacketRow, PacketForDesk
from icm_desktop.contracts.referrals import ReferralRow
from icm_desktop.permissions import Privilege, Role, allows, requires
from icm_desktop.queries.people import colleagues
from icm_desktop.queries.referrals import referral

_MOST_NAMES = 3


@requires(Privilege.REFERRAL_LOGISTICS)
def for_desk(uow: UnitOfWork, referral_id: int) -> PacketForDesk:
    """What may be sent, and whom to ask.

    Raises:
        NotFound: referrals.unknown.
    """
    row = referral(uow, referral_id)
    return PacketForDesk(approved(uow, row), _whom_to_ask(uow, row))


@requires(Privilege.REFERRAL_LOGISTICS)
def approved(uow: UnitOfWork, row: ReferralRow) -> tuple[ApprovedPacketRow, ...]:
    """The approvals of a referral that nobody took back, the newest first."""
    columns = [column for column in ApprovedPacket.__table__.columns if column.name != "pdf"]
    found = uow.session.execute(
        select(*columns, UserAccount.display_name)
        .join(UserAccount, UserAccount.id == ApprovedPacket.created_by_id)
        .where(ApprovedPacket.service_request_id == row.id)
        .order_by(ApprovedPacket.id)
    ).all()
    rows = [
        ApprovedPacketRow(
            each.id, at, each.created_at, each.display_name, each.sent_to, each.how, each.pages, each.documents,
            each.sensitive, each.note, each.sha256, each.sent_to == row.to,
        )
        for at, each in enumerate(found, 1)
        if each.removed_at is None
    ]  # fmt: skip
    return tuple(reversed(rows))


def _whom_to_ask(uow: UnitOfWork, row: ReferralRow) -> tuple[str, ...]:
    """Who knows this referral and may approve; else coordinators, then clinicians."""
    may = {one.id: one for one in colleagues(uow) if allows(one.role, Privilege.REFERRAL_CLINICAL)}
    near = dict.fromkeys((row.owner.id if row.owner else None, row.coordinator_id, row.reviewer_id))
    names = [may[user_id].display_name for user_id in near if user_id in may]
    order = (Role.COORDINATOR, Role.CLINICIAN, Role.ADMINISTRATOR)
    others = sorted(may.values(), key=lambda one: order.index(Role(one.role)))
    return tuple(names or [one.display_name for one in others])[:_MOST_NAMES]
