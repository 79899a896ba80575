"""Keeps the exact page a patient was given, with who and when."""

from __future__ import annotations

import hashlib

from db.models.papers import Handout
from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.handouts import HandoutKept, KeepHandout
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires

_HOW = ("printed", "saved")
_MOST_BYTES = 10_000_000


@requires(Privilege.PRINT_HANDOUT)
def keep(uow: UnitOfWork, request: KeepHandout) -> HandoutKept:
    """Store the PDF as it left the program and note the disclosure in the audit.

    Raises:
        NotFound: "patients.unknown".
        Invalid: "handout.not_a_page" when the bytes are no PDF or far too many; "handout.unknown_way".
    """
    made = request.made
    if request.how not in _HOW:
        raise Invalid("handout.unknown_way", field="how", how=request.how)
    if not made.pdf.startswith(b"%PDF-") or len(made.pdf) > _MOST_BYTES:
        raise Invalid("handout.not_a_page")
    patient = uow.session.get(Patient, request.patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")
    row = Handout(
        patient_id=patient.id,
        kind="next-steps",
        language=made.language,
        paper=made.paper,
        large_print=made.large_print,
        pages=made.pages,
        how=request.how,
        made_at=uow.now,
        made_by_id=uow.actor.user_id,
        pdf=made.pdf,
        sha256=hashlib.sha256(made.pdf).hexdigest(),
        not_in_language=list(made.not_in_language) or None,
        overflow=list(made.overflow) or None,
    )
    uow.session.add(row)
    uow.session.flush()
    uow.record(f"handout.{request.how}", patient_id=patient.id, object_kind="handout", object_id=row.id)
    changes = Changes.of("handout", patient_id=patient.id, action_id=uow.action_id)
    return HandoutKept(row.id, changes)
