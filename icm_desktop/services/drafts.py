"""Keeps half-typed forms in the encrypted file, one per user, form and patient."""

from __future__ import annotations

from sqlalchemy import select

from db.models.papers import Draft
from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.people import DraftKept, SaveDraft
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.drafts import kept_fields, load

__all__ = ["discard", "load", "save"]

MOST_CHARACTERS = 200_000
_LONGEST_FORM_NAME = 100


@requires(Privilege.SIGN_IN)
def save(uow: UnitOfWork, request: SaveDraft) -> DraftKept:
    """Keep a draft in the place of the one before.

    Raises:
        Invalid: drafts.too_long with `most`; drafts.no_form.
        NotFound: patients.unknown.
    """
    if not 0 < len(request.form) <= _LONGEST_FORM_NAME:
        raise Invalid("drafts.no_form")
    if sum(len(text) for _, text in request.fields) > MOST_CHARACTERS:
        raise Invalid("drafts.too_long", most=MOST_CHARACTERS)
    if request.patient_id is not None and uow.session.get(Patient, request.patient_id) is None:
        raise NotFound("patients.unknown")
    draft = _mine(uow, request.form, request.patient_id)
    if draft is None:
        assert uow.actor.user_id is not None  # noqa: S101  SIGN_IN is a user's
        draft = Draft(user_id=uow.actor.user_id, form=request.form, patient_id=request.patient_id)
        uow.session.add(draft)
    draft.fields, draft.saved_at = kept_fields(uow, dict(request.fields)), uow.now
    return DraftKept(uow.now)


@requires(Privilege.SIGN_IN)
def discard(uow: UnitOfWork, form: str, patient_id: int | None = None) -> DraftKept:
    """Throw the draft away, if there is one."""
    draft = _mine(uow, form, patient_id)
    if draft is not None:
        uow.session.delete(draft)
    return DraftKept(uow.now)


def _mine(uow: UnitOfWork, form: str, patient_id: int | None) -> Draft | None:
    same = Draft.patient_id.is_(None) if patient_id is None else Draft.patient_id == patient_id
    mine = select(Draft).where(Draft.user_id == uow.actor.user_id, Draft.form == form, same)
    return uow.session.scalars(mine.limit(1)).first()
