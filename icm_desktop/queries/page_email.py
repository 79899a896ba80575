"""Whether a patient wishes their pages by e-mail, as it is recorded; nothing is ever sent from here."""

from __future__ import annotations

from sqlalchemy import select

from db.models.patient import Patient, PatientTelecom
from db.unit_of_work import UnitOfWork
from icm_desktop.content.page_mail import message
from icm_desktop.contracts.handed_out import EmailWish
from icm_desktop.domain.plain_text import plain
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires

_WISHED = "email"


@requires(Privilege.PRINT_HANDOUT)
def wish(uow: UnitOfWork, patient_id: int) -> EmailWish:
    """The patient's recorded wish: e-mail is how they want to be reached, and there is an address.

    Raises:
        NotFound: "patients.unknown".
    """
    patient = uow.session.get(Patient, patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")
    today = uow.today.isoformat()
    addresses = uow.session.scalars(
        select(PatientTelecom)
        .where(
            PatientTelecom.patient_id == patient_id,
            PatientTelecom.removed_at.is_(None),
            PatientTelecom.system == _WISHED,
        )
        .order_by(PatientTelecom.rank, PatientTelecom.id)
    )
    address = next((row.value for row in addresses if row.value and not _over(row.ends_on, today)), None)
    allowed = patient.preferred_channel == _WISHED and address is not None and not patient.deceased
    language = (patient.language or "en").split("-")[0].casefold()
    words = message(language, name=plain(patient.given)) if allowed else ""
    return EmailWish(allowed, address if allowed else None, words)


def _over(ends: object, today: str) -> bool:
    return ends is not None and str(ends) < today
