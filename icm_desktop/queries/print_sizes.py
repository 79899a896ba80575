"""Who reads large print."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import String, bindparam, select

from db.models.patient import Patient
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.permissions import Privilege, requires

_LARGE = select(Patient.id).where(Patient.id.in_(listed(bindparam("ids", type_=String))), Patient.large_print.is_(True))


@requires(Privilege.DEMOGRAPHICS)
def large_print(uow: UnitOfWork, patient_ids: Iterable[int]) -> frozenset[int]:
    """Those of the patients who read large print."""
    return frozenset(uow.session.scalars(_LARGE, {"ids": as_text(patient_ids)}))
