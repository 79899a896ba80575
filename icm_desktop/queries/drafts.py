"""What the signed-in user typed and has not saved."""

from __future__ import annotations

import base64
import json

from sqlalchemy import select

from db import compartment
from db.models.papers import Draft
from db.unit_of_work import UnitOfWork
from icm_desktop.content.team import sensitive_kinds
from icm_desktop.contracts.people import DraftRow
from icm_desktop.permissions import Privilege, requires

_SEALED = "sealed"


@requires(Privilege.SIGN_IN)
def drafts(uow: UnitOfWork) -> tuple[DraftRow, ...]:
    """All drafts of this user, the newest first."""
    mine = select(Draft).where(Draft.user_id == uow.actor.user_id).order_by(Draft.saved_at.desc(), Draft.id.desc())
    return tuple(_row(uow, draft) for draft in uow.session.scalars(mine))


@requires(Privilege.SIGN_IN)
def load(uow: UnitOfWork, form: str, patient_id: int | None = None) -> DraftRow | None:
    """This user's draft of a form, or None when nothing is waiting."""
    same = Draft.patient_id.is_(None) if patient_id is None else Draft.patient_id == patient_id
    mine = select(Draft).where(Draft.user_id == uow.actor.user_id, Draft.form == form, same)
    draft = uow.session.scalars(mine.limit(1)).first()
    return None if draft is None else _row(uow, draft)


@requires(Privilege.SIGN_IN)
def kept_fields(uow: UnitOfWork, fields: dict[str, str]) -> dict[str, str]:
    """The fields as they are kept: those of a note of a sensitive kind sealed like the note itself."""
    kind = fields.get("kind", "")
    if kind not in sensitive_kinds() or not compartment.holds(uow.database.key, kind):
        return fields
    sealed = compartment.seal(uow.database.key, json.dumps(fields), kind)
    return {_SEALED: base64.b64encode(sealed).decode("ascii")}


def _opened(uow: UnitOfWork, fields: dict[str, str]) -> dict[str, str]:
    if _SEALED not in fields:
        return fields
    sealed = base64.b64decode(fields[_SEALED])
    if not compartment.opens(uow.database.key, sealed):
        return {}  # the kind was taken away meanwhile
    found: dict[str, str] = json.loads(compartment.open_(uow.database.key, sealed))
    return found


def _row(uow: UnitOfWork, draft: Draft) -> DraftRow:
    fields = tuple((str(name), str(text)) for name, text in _opened(uow, draft.fields).items())
    return DraftRow(draft.form, draft.patient_id, fields, draft.saved_at)
