"""The clinician here who reviews the note of a referral, and hears of it when nobody moves it."""

from __future__ import annotations

from db.models.access import UserAccount
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.referrals import NameReviewer, ReferralSaved
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, Role, allows, requires
from icm_desktop.queries.referrals import referral
from icm_desktop.services.referral_rows import referral_row


@requires(Privilege.REFERRAL_CLINICAL)
def name_reviewer(uow: UnitOfWork, request: NameReviewer) -> ReferralSaved:
    """Name the reviewing clinician of a referral, or nobody.

    Raises:
        Conflict: referrals.changed_meanwhile.
        Invalid: referrals.no_such_reviewer.
        NotFound: referrals.unknown.
    """
    row = referral_row(uow, request.referral_id, request.expected_version)
    row.reviewer_id = _checked(uow, request.reviewer_id)
    uow.session.flush()
    changes = Changes.of("referral", patient_id=row.patient_id, action_id=uow.action_id)
    return ReferralSaved(referral(uow, row.id), changes)


@requires(Privilege.REFERRAL_CLINICAL)
def reviewer_of(uow: UnitOfWork, wanted: int | None) -> int | None:
    """Who reviews the answer to a new referral: who was chosen, else who refers when that is a clinician.

    Raises:
        Invalid: referrals.no_such_reviewer.
    """
    asker = uow.actor.user_id if uow.actor.role == Role.CLINICIAN else None
    return _checked(uow, wanted) or asker


def _checked(uow: UnitOfWork, user_id: int | None) -> int | None:
    user = uow.session.get(UserAccount, user_id) if user_id is not None else None
    known = user is not None and user.disabled_at is None and allows(user.role, Privilege.REVIEW_NOTES)
    if user_id is not None and not known:
        raise Invalid("referrals.no_such_reviewer", "reviewer")
    return user_id
