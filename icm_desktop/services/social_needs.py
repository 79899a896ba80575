"""What becomes of a social need: whether the patient wants help, a referral to a community service, a concern."""

from __future__ import annotations

from sqlalchemy import select

from db.models.screening import SocialNeed
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.social_domains import Domain, domain_of
from icm_desktop.contracts.concerns import AddConcern, ConcernDraft
from icm_desktop.contracts.referrals import ReferralSaved
from icm_desktop.contracts.social_needs import NO, YES, NeedSaved, NeedToPlan, ReferNeed, SayNeed
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services import concerns, lines, referrals
from icm_desktop.services.plan_rows import check_patient


@requires(Privilege.CLINICAL_WRITE)
def say(uow: UnitOfWork, request: SayNeed) -> NeedSaved:
    """Keep whether the patient wants help with a need; what was said before stays in the history.

    Raises:
        NotFound: patients.unknown, needs.unknown.
        Conflict: needs.changed_meanwhile.
        Invalid: needs.answer_missing, screening.bad_day, registration.too_long.
    """
    check_patient(uow, request.patient_id)
    _domain(request.domain)
    row = _row(uow, request.patient_id, request.domain)
    if (row.version or 0) != request.expected_version:  # a new one has no version yet
        raise Conflict("needs.changed_meanwhile")
    if request.wants_help not in (YES, NO):
        raise Invalid("needs.answer_missing", "wants_help")
    if request.asked_on > uow.today:
        raise Invalid("screening.bad_day", "asked_on")
    row.wants_help, row.asked_on, row.note = request.wants_help, request.asked_on, lines.note(request.note)
    return _saved(uow, row)


@requires(Privilege.REFERRAL_CLINICAL)
def refer(uow: UnitOfWork, request: ReferNeed) -> ReferralSaved:
    """Make the referral on the board and keep that it is because of the need: its state then stands on the row.

    Raises:
        NotFound: needs.unknown, and those of making a referral.
        Invalid: those of making a referral.
    """
    _domain(request.domain)
    saved = referrals.create(uow, request.referral)
    row = _row(uow, request.referral.patient_id, request.domain)
    row.service_request_id = saved.referral.id
    done = _saved(uow, row)
    kinds = saved.changes.kinds | done.changes.kinds
    changes = Changes.of(*kinds, patient_id=row.patient_id, action_id=uow.action_id)
    return ReferralSaved(saved.referral, changes)


@requires(Privilege.CLINICAL_WRITE)
def to_plan(uow: UnitOfWork, request: NeedToPlan) -> NeedSaved:
    """Make a concern of the care plan from a need; a private one is sensitive and named by the service only.

    Raises:
        NotFound: patients.unknown, needs.unknown.
        Invalid: needs.in_plan.
    """
    domain = _domain(request.domain)
    check_patient(uow, request.patient_id)
    row = _row(uow, request.patient_id, request.domain)
    if row.concern_id is not None:
        raise Invalid("needs.in_plan")
    named = domain.service if domain.private else domain.words["en"]
    draft = ConcernDraft("social", None, named, sensitive=domain.private)
    row.concern_id = concerns.add_concern(uow, AddConcern(request.patient_id, draft)).id
    return _saved(uow, row)


def _domain(code: str) -> Domain:
    found = domain_of(code)
    if found is None:
        raise NotFound("needs.unknown")
    return found


def _row(uow: UnitOfWork, patient_id: int, domain: str) -> SocialNeed:
    wanted = select(SocialNeed).where(
        SocialNeed.patient_id == patient_id, SocialNeed.domain == domain, SocialNeed.removed_at.is_(None)
    )
    known = uow.session.scalars(wanted.order_by(SocialNeed.id.desc())).first()
    return known or SocialNeed(patient_id=patient_id, domain=domain)


def _saved(uow: UnitOfWork, row: SocialNeed) -> NeedSaved:
    uow.session.add(row)
    uow.session.flush()
    changes = Changes.of("social_need", "referral", "health_concern", patient_id=row.patient_id,
                         action_id=uow.action_id)  # fmt: skip
    return NeedSaved(row.id, changes)
