"""Groups of patients a measure is told by: whose they are, where they are seen, language, payer, sex, age."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, case, func, literal, select

from db.measure_facts import person
from db.models.coverage import Coverage
from db.models.patient import Patient
from db.models.practice import Practitioner
from db.models.scheduling import Appointment
from db.models.set_up import Site
from db.unit_of_work import UnitOfWork
from icm_desktop.domain.names import spoken

_AGES = ((18, "0-17"), (45, "18-44"), (65, "45-64"), (75, "65-74"))
_OLDEST = "75+"
_KEPT = ("fulfilled", "arrived", "checked-in")


def keys_of(by: str, uow: UnitOfWork, on: dt.date) -> Select[*tuple[Any, ...]]:
    """Patient and group; somebody of whom it is not known has none."""
    if by == "language":
        return select(Patient.id.label("patient_id"), Patient.language.label("key"))
    if by == "sex":
        return select(person.c.patient_id, person.c.sex.label("key"))
    if by == "age":
        age = literal(on.year * 10_000 + on.month * 100 + on.day) - person.c.born_last
        words = case(*((age < years * 10_000, literal(name)) for years, name in _AGES), else_=_OLDEST)
        return select(person.c.patient_id, words.label("key"))
    if by == "payer":
        payer = func.min(Coverage.payer).label("key")
        rows = select(Coverage.patient_id, payer).where(Coverage.removed_at.is_(None), Coverage.status == "active")
        return rows.group_by(Coverage.patient_id)
    return _of_last_visit(Appointment.practitioner_id if by == "clinician" else Appointment.site_id)


def _of_last_visit(column: Any) -> Select[Any]:
    """Clinician or site of the patient's last visit here."""
    last = func.row_number().over(partition_by=Appointment.patient_id, order_by=Appointment.starts_at.desc())
    visits = (
        select(Appointment.patient_id, column.label("key"), last.label("place"))
        .where(
            Appointment.outside.is_(False), Appointment.removed_at.is_(None), Appointment.status.in_(_KEPT),
            column.is_not(None),
        )
        .subquery()
    )  # fmt: skip
    return select(visits.c.patient_id, visits.c.key).where(visits.c.place == 1)


def named(by: str, uow: UnitOfWork, keys: Sequence[Any]) -> dict[Any, str | None]:
    """What to call each group."""
    known = [key for key in keys if key is not None]
    if by == "clinician":
        one = Practitioner
        wanted = select(one.id, one.given, one.family, one.prefix, one.suffix).where(one.id.in_(known))
        return {row.id: spoken(row.given, row.family, row.prefix, row.suffix) for row in uow.session.execute(wanted)}
    if by == "site":
        sites = uow.session.execute(select(Site.id, Site.name).where(Site.id.in_(known)))
        return {row.id: row.name for row in sites}
    return {key: str(key) for key in known}
