"""Keeps the exact pages that leave the program: whoever lets pages out keeps them here."""

from __future__ import annotations

import hashlib

from db.models.papers import Handout
from db.unit_of_work import UnitOfWork


def keep(uow: UnitOfWork, page: Handout, act: str) -> Handout:
    """Keep pages with when, by whom and the mark of their bytes, and note them in the audit.

    Args:
        uow: The running transaction.
        page: The pages and what they are, without who, when and mark.
        act: What the audit calls it.
    """
    if uow.actor.user_id is None:
        raise ValueError("pages leave by somebody's hand")
    page.made_at, page.made_by_id = uow.now, uow.actor.user_id
    page.sha256 = hashlib.sha256(page.pdf).hexdigest()
    uow.session.add(page)
    uow.session.flush()
    uow.record(act, patient_id=page.patient_id, object_kind="handout", object_id=page.id)
    return page


def without_agreement(uow: UnitOfWork, patient_id: int, reason: str | None) -> None:
    """Note in the audit why somebody gets pages that nothing on file allows them."""
    uow.record("handout.copied_without_agreement", patient_id=patient_id, detail={"reason": reason})
