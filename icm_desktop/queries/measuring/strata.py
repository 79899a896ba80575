"""Groups of patients a measure is told by: whose they are, where they are seen, language, payer, sex, age."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, case, func, literal, or_, select

from db.audit import utc_text
from db.measure_facts import person
from db.models.coverage import Coverage
from db.models.patient import Patient
from db.models.practice import Practitioner
from db.models.set_up import Site
from db.repositories.pathway_variation import last_seen_by
from db.unit_of_work import UnitOfWork
from icm_desktop.domain.names import spoken
from icm_desktop.domain.timeslots import day_span

_AGES = ((18, "0-17"), (45, "18-44"), (65, "45-64"), (75, "65-74"))
_OLDEST = "75+"


def keys_of(by: str, uow: UnitOfWork, on: dt.date) -> Select[*tuple[Any, ...]]:
    """Patient and group on a day; somebody of whom it is not known has none."""
    if by == "language":
        return select(Patient.id.label("patient_id"), Patient.language.label("key"))
    if by == "sex":
        return select(person.c.patient_id, person.c.sex.label("key"))
    if by == "age":
        age = literal(on.year * 10_000 + on.month * 100 + on.day) - person.c.born_last
        words = case(*((age < years * 10_000, literal(name)) for years, name in _AGES), else_=_OLDEST)
        return select(person.c.patient_id, words.label("key"))
    if by == "payer":
        return _first_to_pay()
    seen = last_seen_by(utc_text(day_span(on, uow.zone).ends_at)).subquery()
    return select(seen.c.patient_id, (seen.c.practitioner_id if by == "clinician" else seen.c.site_id).label("key"))


def _first_to_pay() -> Select[*tuple[Any, ...]]:
    """The payer of the insurance that pays first; of several that do not say, of the one recorded last."""
    row = Coverage
    order = (row.position.is_(None), row.position, row.id.desc())
    place = func.row_number().over(partition_by=row.patient_id, order_by=order).label("place")
    payer = func.coalesce(row.payer, row.text)
    insured = (
        select(row.patient_id, payer.label("key"), place)
        .where(row.removed_at.is_(None), or_(row.status.is_(None), row.status == "active"), payer.is_not(None))
        .subquery()
    )
    return select(insured.c.patient_id, insured.c.key).where(insured.c.place == 1)


def named(by: str, uow: UnitOfWork, keys: Iterable[Any]) -> dict[Any, str | None]:
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
