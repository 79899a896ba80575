"""Who a referral was handed on to: by somebody, with a word why, or because its limit passed."""

from __future__ import annotations

from collections.abc import Iterable

from db.models.access import UserAccount
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.common import OwnerKind
from icm_desktop.contracts.referrals import HandOn, Noted, ReferralRow, ReferralSaved
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.referral_handing import HANDED_ON, LATE, TABLE, to_note, went_on
from icm_desktop.queries.referrals import referral
from icm_desktop.services.cleaning import with_notes
from icm_desktop.services.referral_rows import referral_row

LONGEST_TEXT = 4000


@requires(Privilege.REFERRAL_LOGISTICS)
def hand_on(uow: UnitOfWork, request: HandOn) -> ReferralSaved:
    """Somebody else has the next step from now on; who had it, who has it and why stay in the history.

    Raises:
        Conflict: referrals.changed_meanwhile.
        Invalid: referrals.no_such_owner, has_ended, too_long.
        NotFound: referrals.unknown.
    """
    row = referral_row(uow, request.referral_id, request.expected_version)
    before = referral(uow, row.id)
    if before.may_stand_again:
        raise Invalid("referrals.has_ended", "to")
    user = uow.session.get(UserAccount, request.to_user_id)
    if user is None or user.disabled_at is not None or not allows(user.role, Privilege.REFERRAL_LOGISTICS):
        raise Invalid("referrals.no_such_owner", "to")
    request = with_notes(request, "note", longest=LONGEST_TEXT)
    note_late(uow, (before,))
    row.owner_kind, row.owner_name = OwnerKind.USER.value, user.display_name
    row.owner_user_id, row.owner_practitioner_id = user.id, None
    uow.session.flush()
    detail = {"to": user.display_name, "reason": request.note}
    uow.record(HANDED_ON, patient_id=row.patient_id, object_kind=TABLE, object_id=row.id, detail=detail)
    changes = Changes.of("referral", patient_id=row.patient_id, action_id=uow.action_id)
    return ReferralSaved(referral(uow, row.id), changes)


@requires(Privilege.REFERRAL_LOGISTICS)
def note_late(uow: UnitOfWork, rows: Iterable[ReferralRow]) -> int:
    """Write into the history to whom these went because a limit passed, each step once; how many were written."""
    count = 0
    for row, step in went_on(uow, rows):
        detail = {"to": step.to, "name": step.name, "on": step.on.isoformat(), "limit": row.limit_name,
                  "by_calls": step.by_calls}  # fmt: skip
        uow.record(LATE, patient_id=row.head.id, object_kind=TABLE, object_id=row.id, detail=detail)
        count += 1
    return count


@requires(Privilege.REFERRAL_LOGISTICS)
def note_every(uow: UnitOfWork) -> Noted:
    """The same for every referral on the board: asked for when somebody begins to work."""
    return Noted(note_late(uow, (referral(uow, each) for each in to_note(uow))))
