"""Who has a name like another patient's."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, String, bindparam, exists, func, select

from db import search
from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.permissions import Privilege, requires

_LETTERS = 3  # of the given name: Maria and Mariana are mistaken for one another, Maria and Pedro are not


def _alike() -> Select[Any]:
    sort = search.SORT
    other = sort.alias("other")
    alike = func.substr(sort.c.sort_key, 1, func.instr(sort.c.sort_key, search.SEPARATOR) + _LETTERS)
    somebody_else = (
        select(other.c.patient_id)
        .join(Patient, Patient.id == other.c.patient_id)
        .where(
            other.c.sort_key >= alike,
            other.c.sort_key < alike + "\U0010ffff",
            other.c.patient_id != sort.c.patient_id,
        )
    )
    return select(sort.c.patient_id).where(
        sort.c.patient_id.in_(search.listed(bindparam("ids", type_=String))), exists(somebody_else)
    )


_ALIKE = _alike()  # built once: putting a statement together costs more than running it


@requires(Privilege.DEMOGRAPHICS)
def with_similar_name(uow: UnitOfWork, ids: Iterable[int]) -> frozenset[int]:
    """Which of these patients share the family name and the first letters of the given name with somebody else."""
    return frozenset(uow.session.scalars(_ALIKE, {"ids": json.dumps(list(ids))}))
