"""Who a row is about: the identifying facts of many patients in one question."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import PatientHead
from icm_desktop.permissions import Privilege, requires

_AT_ONCE = 500
_COLUMNS = (
    Patient.id,
    Patient.record_number,
    Patient.family,
    Patient.given,
    Patient.prefix,
    Patient.preferred_name,
    Patient.birth_date,
    Patient.sex,
    Patient.language,
    Patient.phone,
    Patient.deceased,
    Patient.deceased_on,
)


@requires(Privilege.DEMOGRAPHICS)
def heads(uow: UnitOfWork, patient_ids: Iterable[int]) -> dict[int, PatientHead]:
    """The heads of these patients by id; those hidden or removed are missing."""
    ids = sorted(set(patient_ids))
    found: dict[int, PatientHead] = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = select(*_COLUMNS).where(Patient.id.in_(ids[start : start + _AT_ONCE]), Patient.removed_at.is_(None))
        found |= {row.id: PatientHead(*row) for row in uow.session.execute(some)}
    return found
