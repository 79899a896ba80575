"""Finds the row a form was opened on, and refuses when somebody changed it meanwhile."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy.orm import Session

from db.models.base import Audited
from icm_desktop.errors import Conflict, NotFound

T = TypeVar("T", bound=Audited)


def current(session: Session, model: type[T], row_id: int, expected_version: int) -> T:
    """The row as the form saw it.

    Raises:
        NotFound: set_up.gone when it was taken out of use, or never was.
        Conflict: set_up.changed_meanwhile.
    """
    row = session.get(model, row_id)
    if row is None or row.removed_at is not None:
        raise NotFound("set_up.gone")
    if row.version != expected_version:
        raise Conflict("set_up.changed_meanwhile")
    return row


def known(session: Session, model: type[T], row_id: int | None) -> bool:
    """Whether a row that is pointed at is there; nothing pointed at is fine."""
    if row_id is None:
        return True
    row = session.get(model, row_id)
    return row is not None and row.removed_at is None
