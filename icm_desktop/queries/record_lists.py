"""The lists of a record, paged: everything that was recorded, what is current first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, case, func, literal, null, select

from db.models.clinical import (
    AllergyIntolerance,
    Condition,
    Device,
    FamilyMemberHistory,
    Immunization,
    MedicationEntry,
    Procedure,
)
from db.unit_of_work import UnitOfWork
from icm_desktop.content import codes
from icm_desktop.contracts.common import Page
from icm_desktop.contracts.record_lists import SECTIONS, RecordFilter, RecordRow
from icm_desktop.contracts.records import FactRef
from icm_desktop.domain.medicines import FORBIDDEN, NOT_ORDERED
from icm_desktop.domain.records import KINDS, MISTAKEN
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.chart_facts import all_codes
from icm_desktop.queries.timeline_arms import conditions_of_relative

_ACTIVE = ("active", "recurrence", "relapse")
_SOCIAL = "social"


@dataclass(frozen=True, slots=True)
class _List:
    """How a section is read from its table. `holds` says whether an entry is current."""

    table: Any
    status: Any
    since: Any
    until: Any
    detail: Any
    holds: Any


_LISTS = {
    "problems": _List(
        Condition,
        case((Condition.verification == "refuted", Condition.verification), else_=Condition.status),
        func.coalesce(Condition.onset_when, Condition.recorded_when),
        Condition.abated_when,
        func.coalesce(Condition.severity, Condition.note),
        (func.coalesce(Condition.verification, "") != "refuted")
        & (Condition.status.in_(_ACTIVE) | (Condition.status.is_(None) & Condition.abated_when.is_(None))),
    ),
    "medicines": _List(
        MedicationEntry,
        case((MedicationEntry.intent == FORBIDDEN, MedicationEntry.intent), else_=MedicationEntry.status),
        func.coalesce(MedicationEntry.starts_when, MedicationEntry.recorded_when),
        MedicationEntry.ends_when,
        func.coalesce(MedicationEntry.dosage, MedicationEntry.reason),
        MedicationEntry.status.in_(("active", "on-hold"))
        & func.coalesce(MedicationEntry.intent, "").not_in(NOT_ORDERED),
    ),
    "allergies": _List(
        AllergyIntolerance,
        case(
            (AllergyIntolerance.verification == "refuted", AllergyIntolerance.verification),
            else_=func.coalesce(AllergyIntolerance.status, AllergyIntolerance.verification),
        ),
        func.coalesce(AllergyIntolerance.onset_when, AllergyIntolerance.recorded_when),
        null(),
        func.coalesce(AllergyIntolerance.reaction, AllergyIntolerance.criticality),
        (func.coalesce(AllergyIntolerance.status, "active") == "active")
        & (func.coalesce(AllergyIntolerance.verification, "") != "refuted"),
    ),
    "immunizations": _List(
        Immunization, Immunization.status, Immunization.occurred_when, null(), Immunization.dose_text,
        func.coalesce(Immunization.status, "completed") == "completed",
    ),
    "procedures": _List(
        Procedure, Procedure.status, Procedure.performed_when, Procedure.performed_end,
        func.coalesce(Procedure.outcome, Procedure.reason, Procedure.not_done_reason),
        func.coalesce(Procedure.status, "completed") != "not-done",
    ),
    "family": _List(
        FamilyMemberHistory, FamilyMemberHistory.status, FamilyMemberHistory.born_when,
        FamilyMemberHistory.deceased_when,
        func.coalesce(conditions_of_relative(), FamilyMemberHistory.note, FamilyMemberHistory.name),
        literal(value=True),
    ),
    "devices": _List(
        Device, Device.status, func.coalesce(Device.made_when, Device.recorded_when), Device.expires_when,
        Device.manufacturer, func.coalesce(Device.status, "active") == "active",
    ),
}  # fmt: skip


@requires(Privilege.CLINICAL_READ)
def entries(uow: UnitOfWork, wanted: RecordFilter) -> Page[RecordRow]:
    """A page of one section: current entries first, each group with the latest first."""
    if wanted.section in ("problems", _SOCIAL):
        return _conditions(uow, wanted)
    question = _question(_LISTS[wanted.section], wanted).limit(wanted.limit).offset(wanted.offset)
    found = uow.session.execute(question).all()
    return Page(tuple(_row(row) for row in found), found[0].total if found else 0, wanted.offset)


@requires(Privilege.CLINICAL_READ)
def section_counts(uow: UnitOfWork, patient_id: int) -> tuple[tuple[str, int], ...]:
    """How many entries each section has, entered in error left out."""
    counted = {}
    for name, one in _LISTS.items():
        if name != "problems":
            kept = func.coalesce(_mistaken_in(one.table), "") != MISTAKEN
            mine = (one.table.patient_id == patient_id, one.table.removed_at.is_(None), kept)
            counted[name] = select(func.count()).select_from(one.table).where(*mine).scalar_subquery()
    found = uow.session.execute(select(*(count.label(name) for name, count in counted.items()))).one()
    numbers = dict(zip(counted, found, strict=True))
    for name in ("problems", _SOCIAL):
        numbers[name] = _conditions(uow, RecordFilter(patient_id, name)).total
    return tuple((name, int(numbers[name])) for name in SECTIONS)


def _conditions(uow: UnitOfWork, wanted: RecordFilter) -> Page[RecordRow]:
    """Problems and social findings come in one table; what is which, their codes say."""
    question = _question(_LISTS["problems"], wanted, Condition.code_system, Condition.category)
    rules, social = codes.not_problems(), wanted.section == _SOCIAL
    rows = [row for row in uow.session.execute(question) if rules.holds(all_codes(row), row.category) is social]
    return Page(
        tuple(_row(row) for row in rows[wanted.offset : wanted.offset + wanted.limit]), len(rows), wanted.offset
    )


def _question(one: _List, wanted: RecordFilter, *more: Any) -> Select[Any]:
    table, mistaken = one.table, func.coalesce(_mistaken_in(one.table), "") == MISTAKEN
    title = [getattr(table, name) for name in KINDS[table.__tablename__].title]
    chosen = select(
        literal(table.__tablename__).label("kind"), table.id, func.coalesce(*title).label("title"),
        one.status.label("status"), one.since.label("since"), one.until.label("until"), one.detail.label("detail"),
        one.holds.label("current"), mistaken.label("mistaken"), table.source_id, table.organization, table.author,
        table.code, table.other_codes, func.count().over().label("total"), *more,
    ).where(table.patient_id == wanted.patient_id, table.removed_at.is_(None))  # fmt: skip
    if not wanted.mistaken:
        chosen = chosen.where(~mistaken)
    if wanted.current:
        chosen = chosen.where(one.holds, ~mistaken)
    return chosen.order_by(mistaken, one.holds.desc(), one.since.desc().nulls_last(), table.id.desc())


def _mistaken_in(table: Any) -> Any:
    return getattr(table, KINDS[table.__tablename__].mistaken_in or "status")


def _row(row: Any) -> RecordRow:
    return RecordRow(
        ref=FactRef(row.kind, row.id),
        title=row.title or "",
        status=row.status or "",
        current=bool(row.current) and not row.mistaken,
        since=row.since,
        until=row.until,
        detail=row.detail or "",
        outside=row.source_id is not None,
        organization=row.organization,
        author=row.author,
        mistaken=bool(row.mistaken),
    )
