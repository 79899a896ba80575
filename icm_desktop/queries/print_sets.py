"""Which pages a patient gets by one key: what was chosen for them, else the usual ones."""

from __future__ import annotations

from sqlalchemy import select

from db.models.papers import PrintSet
from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.handouts import NEXT_STEPS
from icm_desktop.contracts.print_sets import ChosenSet, PatientSet
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires

USUAL = ChosenSet((NEXT_STEPS,))


@requires(Privilege.PRINT_HANDOUT)
def of_patient(uow: UnitOfWork, patient_id: int) -> PatientSet:
    """The set of a patient.

    Raises:
        NotFound: "patients.unknown".
    """
    patient = uow.session.get(Patient, patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")
    row = uow.session.scalars(
        select(PrintSet)
        .where(PrintSet.patient_id == patient_id, PrintSet.removed_at.is_(None))
        .order_by(PrintSet.id.desc())
        .limit(1)
    ).first()
    if row is None:
        return PatientSet(patient_id, USUAL, chosen_here=False)
    chosen = ChosenSet(
        tuple(row.page_kinds), row.language, row.large_print, row.paper, row.copies, row.two_sided
    )  # fmt: skip
    return PatientSet(patient_id, chosen, chosen_here=True)
