"""The words of a note, sealed with the key of a compartment when its kind is sensitive."""

from __future__ import annotations

from db import compartment
from db.models.notes import CareNote
from db.unit_of_work import UnitOfWork
from icm_desktop.content.team import sensitive_kinds
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.CLINICAL_WRITE)
def put(uow: UnitOfWork, note: CareNote, text: str) -> None:
    """Give a new note its words.

    Raises:
        DatabaseProblem: db.compartment_closed when the user's slot does not hold the kind.
    """
    if note.kind in sensitive_kinds():
        note.sealed, note.text = compartment.seal(uow.database.key, text, note.kind), ""
    else:
        note.text = text


@requires(Privilege.CLINICAL_READ)
def words(uow: UnitOfWork, note: CareNote) -> str:
    """What a note says; the caller has asked whether the user may read it.

    Raises:
        DatabaseProblem: db.compartment_closed when the user's slot does not hold the kind.
    """
    return note.text if note.sealed is None else compartment.open_(uow.database.key, note.sealed)
