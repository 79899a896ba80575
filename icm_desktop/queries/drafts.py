"""What the signed-in user typed and has not saved."""

from __future__ import annotations

from sqlalchemy import select

from db.models.papers import Draft
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.people import DraftRow
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.SIGN_IN)
def drafts(uow: UnitOfWork) -> tuple[DraftRow, ...]:
    """All drafts of this user, the newest first."""
    mine = select(Draft).where(Draft.user_id == uow.actor.user_id).order_by(Draft.saved_at.desc(), Draft.id.desc())
    return tuple(_row(draft) for draft in uow.session.scalars(mine))


@requires(Privilege.SIGN_IN)
def load(uow: UnitOfWork, form: str, patient_id: int | None = None) -> DraftRow | None:
    """This user's draft of a form, or None when nothing is waiting."""
    same = Draft.patient_id.is_(None) if patient_id is None else Draft.patient_id == patient_id
    mine = select(Draft).where(Draft.user_id == uow.actor.user_id, Draft.form == form, same)
    draft = uow.session.scalars(mine.limit(1)).first()
    return None if draft is None else _row(draft)


def _row(draft: Draft) -> DraftRow:
    fields = tuple((str(name), str(text)) for name, text in draft.fields.items())
    return DraftRow(draft.form, draft.patient_id, fields, draft.saved_at)
