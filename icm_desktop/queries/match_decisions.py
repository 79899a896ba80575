"""What people have decided about look-alikes: "not the same person" holds until somebody opens the question again."""

from __future__ import annotations

from sqlalchemy import or_, select

from db.models.patient import MatchCandidate
from db.unit_of_work import UnitOfWork
from icm_desktop.permissions import Privilege, requires

DIFFERENT = "different"


@requires(Privilege.DEMOGRAPHICS)
def decided_different(uow: UnitOfWork, patient_id: int) -> frozenset[int]:
    """Who was found not to be the same person as this patient."""
    chosen = select(MatchCandidate.patient_id, MatchCandidate.other_patient_id).where(
        or_(MatchCandidate.patient_id == patient_id, MatchCandidate.other_patient_id == patient_id),
        MatchCandidate.state == DIFFERENT,
        MatchCandidate.removed_at.is_(None),
    )
    return frozenset(one for pair in uow.session.execute(chosen) for one in pair if one != patient_id)


@requires(Privilege.DEMOGRAPHICS)
def decision_about(uow: UnitOfWork, one: int, other: int) -> MatchCandidate | None:
    """The standing decision about two patients, the newest if there were several."""
    chosen = select(MatchCandidate).where(
        or_(
            (MatchCandidate.patient_id == one) & (MatchCandidate.other_patient_id == other),
            (MatchCandidate.patient_id == other) & (MatchCandidate.other_patient_id == one),
        ),
        MatchCandidate.removed_at.is_(None),
    )
    return uow.session.scalars(chosen.order_by(MatchCandidate.id.desc())).first()
