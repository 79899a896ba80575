"""Visits and stays, outside ones as they were sent and ours that took place, newest first."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Integer, Select, String, bindparam, func, literal, null, select, type_coerce, union_all

from db.models.clinical import Encounter
from db.models.practice import AppointmentType, Practitioner
from db.models.scheduling import Appointment
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import Page
from icm_desktop.contracts.records import FactRef
from icm_desktop.contracts.visits import KINDS, VisitFilter, VisitRow
from icm_desktop.domain import appointment_states, moments
from icm_desktop.domain.records import MISTAKEN
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.visits_folded import folded_visits

_COLUMNS = (
    "kind", "id", "class_code", "text", "starts", "ends", "reason", "discharge", "with_whom", "place", "organization",
    "status", "outside",
)  # fmt: skip
_WHOSE, _FOLDED = bindparam("whose_visits", type_=Integer), bindparam("folded", type_=String)


@requires(Privilege.CLINICAL_READ)
def visits(uow: UnitOfWork, wanted: VisitFilter) -> Page[VisitRow]:
    """A page of visits and stays, newest first; appointments elsewhere stand in the calendar, not here.

    A visit of ours that was recorded as well is one row, which names both.
    """
    question = _question(wanted.kind, wanted.mistaken).limit(wanted.limit).offset(wanted.offset)
    pairs = folded_visits(uow, wanted.patient_id) if wanted.kind != "ours" else {}
    found = uow.session.execute(question, {_WHOSE.key: wanted.patient_id, _FOLDED.key: as_text(pairs.values())}).all()
    rows = tuple(_row(uow, row, pairs) for row in found)
    return Page(rows, found[0].total if found else 0, wanted.offset)


@cache  # putting it together takes as long as asking
def _question(kind: str, mistaken: bool) -> Select[Any]:
    """Every visit of one patient of a kind; whose is said when it is asked."""
    parts = [] if kind == "ours" else [_encounters(kind, mistaken)]
    every = union_all(*parts, *([] if kind in KINDS else [_ours()])).subquery("visit")
    newest = (every.c.starts.desc().nulls_last(), every.c.kind, every.c.id.desc())
    return select(every, func.count().over().label("total")).order_by(*newest)


def _encounters(kind: str, mistaken: bool) -> Select[Any]:
    values = (
        literal("encounter"), Encounter.id, Encounter.class_code, Encounter.text, Encounter.starts_when,
        Encounter.ends_when, Encounter.reason, Encounter.discharge, Encounter.participant, Encounter.location,
        Encounter.organization, Encounter.status, Encounter.source_id.is_not(None),
    )  # fmt: skip
    chosen = select(*_named(values)).where(Encounter.patient_id == _WHOSE, Encounter.removed_at.is_(None))
    if not mistaken:
        chosen = chosen.where(func.coalesce(Encounter.status, "") != MISTAKEN)
    return chosen.where(Encounter.class_code.in_(KINDS[kind])) if kind in KINDS else chosen


def _ours() -> Select[Any]:
    """Visits here that took place."""
    who = (
        select(func.trim(func.coalesce(Practitioner.prefix, "") + " " + Practitioner.family))
        .where(Practitioner.id == Appointment.practitioner_id)
        .scalar_subquery()
    )
    kind = select(AppointmentType.name).where(AppointmentType.id == Appointment.appointment_type_id).scalar_subquery()
    values = (
        literal("appointment"), Appointment.id, literal("AMB"), func.coalesce(kind, Appointment.reason),
        type_coerce(Appointment.starts_at, String), type_coerce(Appointment.ends_at, String), Appointment.reason,
        null(), func.coalesce(Appointment.with_text, who), Appointment.where_text, null(), Appointment.status,
        literal(value=False),
    )  # fmt: skip
    return select(*_named(values)).where(
        Appointment.patient_id == _WHOSE,
        Appointment.removed_at.is_(None),
        Appointment.outside.is_(False),
        Appointment.status.in_(appointment_states.TOOK_PLACE),
        Appointment.id.not_in(listed(_FOLDED)),
    )


def _named(values: tuple[Any, ...]) -> Any:
    return (value.label(name) for name, value in zip(_COLUMNS, values, strict=True))


def _row(uow: UnitOfWork, row: Any, pairs: dict[int, int]) -> VisitRow:
    ours = pairs.get(row.id) if row.kind == "encounter" else None
    first, last = (moments.local_day(when, uow.zone) for when in (row.starts, row.ends))
    begun, ended = moments.instant(row.starts), moments.instant(row.ends)
    lasted = int((ended - begun).total_seconds() // 60) if begun and ended and ended > begun else None
    return VisitRow(
        ref=FactRef(row.kind, row.id),
        class_code=row.class_code or "",
        text=row.text or "",
        day=first.isoformat() if first else row.starts or "",
        starts=row.starts,
        ends=row.ends,
        minutes=lasted,
        nights=(last - first).days if first and last and last >= first else None,
        reason=row.reason,
        discharge=row.discharge,
        with_whom=row.with_whom,
        place=row.place,
        organization=row.organization,
        status=row.status,
        outside=bool(row.outside),
        mistaken=row.status == MISTAKEN,
        also=FactRef("appointment", ours) if ours is not None else None,
    )
