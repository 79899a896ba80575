"""Keeps the exact page a patient was given, with who and when."""

from __future__ import annotations

from db.models.papers import Handout
from db.models.patient import Patient
from db.repositories import kept_pages
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.handouts import HandoutKept, KeepHandout
from icm_desktop.errors import Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.handout_copies import copies
from icm_desktop.services import cleaning

_HOW = ("printed", "saved")
_MOST_BYTES = 10_000_000


@requires(Privilege.PRINT_HANDOUT)
def keep(uow: UnitOfWork, request: KeepHandout) -> HandoutKept:
    """Store the PDF as it left the program and note the disclosure in the audit.

    Raises:
        NotFound: "patients.unknown".
        Invalid: "handout.not_a_page" when the bytes are no PDF or far too many; "handout.unknown_way";
            "handout.no_such_contact", "handout.not_on_file" at "shared_reason".
        NotAllowed: "permissions.denied": a copy for somebody else is given by roles that read clinical facts.
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
        kind=made.kind,
        language=made.language,
        paper=made.paper,
        large_print=made.large_print,
        pages=made.pages,
        how=request.how,
        pdf=made.pdf,
        not_in_language=list(made.not_in_language) or None,
        overflow=list(made.overflow) or None,
    )
    if request.contact_id is not None:
        _copy_for(uow, request, row)
    kept_pages.keep(uow, row, f"handout.{request.how}")
    changes = Changes.of("handout", patient_id=patient.id, action_id=uow.action_id)
    return HandoutKept(row.id, changes)


def _copy_for(uow: UnitOfWork, request: KeepHandout, row: Handout) -> None:
    """Note whose copy it is; why they are given it where nothing on file allows it stays on record."""
    if not allows(uow.actor.role, Privilege.CLINICAL_READ):
        raise NotAllowed("permissions.denied", role=uow.actor.role, privilege=Privilege.CLINICAL_READ.value)
    person = next((one for one in copies(uow, request.patient_id) if one.contact_id == request.contact_id), None)
    if person is None:
        raise Invalid("handout.no_such_contact", "contact_id")
    row.sent_to = person.name
    if person.allowed_sensitive if request.with_sensitive else person.allowed:
        return
    reason = cleaning.line("shared_reason", request.shared_reason, 500)
    if reason is None:
        raise Invalid("handout.not_on_file", "shared_reason", name=person.name)
    kept_pages.without_agreement(uow, request.patient_id, reason)
