"""Who a row is about: the columns that identify a patient on every screen, of many patients in one question."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import Select, String, bindparam, select

from db.models.patient import Patient
from db.search import as_text, listed
from db.unit_of_work import SEE_INCOMPLETE, UnitOfWork
from icm_desktop.contracts.common import PatientHead
from icm_desktop.permissions import Privilege, requires

HEAD = (
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
    found = uow.session.execute(_heads_of(), {"ids": as_text(sorted(set(patient_ids)))})
    return {row.id: PatientHead(*row) for row in found}


@requires(Privilege.DEMOGRAPHICS)
def heads_put_away(uow: UnitOfWork, patient_ids: Iterable[int]) -> dict[int, PatientHead]:
    """Also of patients whose import was taken back: for what must not go with them."""
    found = uow.session.execute(_heads_of(put_away=True), {"ids": as_text(sorted(set(patient_ids)))})
    return {row.id: PatientHead(*row) for row in found}


def head_of(row: Any) -> PatientHead:
    """The head from a row that begins with the columns of HEAD."""
    return PatientHead(*row[: len(HEAD)])


@cache
def _heads_of(*, put_away: bool = False) -> Select[*tuple[Any, ...]]:
    wanted = select(*HEAD).where(Patient.id.in_(listed(bindparam("ids", type_=String))))
    return (
        wanted.execution_options(**{SEE_INCOMPLETE: True}) if put_away else wanted.where(Patient.removed_at.is_(None))
    )
