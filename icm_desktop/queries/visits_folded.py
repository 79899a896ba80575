"""Which of our visits are surely a visit that was recorded: one of each that day, with the same clinician."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Row, select

from db.models.clinical import Encounter
from db.models.practice import Practitioner
from db.models.scheduling import Appointment
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.visits import KINDS
from icm_desktop.domain import appointment_states, moments
from icm_desktop.domain.names import folded
from icm_desktop.domain.records import MISTAKEN
from icm_desktop.permissions import Privilege, requires

_LEAST = 3  # letters of a name that tell somebody
_NO_VISIT = frozenset({*KINDS["emergency"], *KINDS["stay"]})


@requires(Privilege.CLINICAL_READ)
def folded_visits(uow: UnitOfWork, patient_id: int) -> dict[int, int]:
    """{encounter: our appointment} of one patient where nothing else of that day could be meant."""
    ours: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in uow.session.execute(_appointments(patient_id)):
        day = moments.local_day(row.starts_at.isoformat(), uow.zone)
        ours[day.isoformat() if day else ""].append(row)
    if not ours:
        return {}
    recorded: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in uow.session.execute(_encounters(patient_id)):
        day = moments.local_day(row.starts_when, uow.zone)
        if day is not None and day.isoformat() in ours:
            recorded[day.isoformat()].append(row)
    return {
        found[0].id: visit.id
        for day, visits in ours.items()
        for visit in visits
        if sum(_same_clinician(visit, other) for other in visits) == 1
        and len(found := [row for row in recorded[day] if _with(row, visit)]) == 1
    }


def _appointments(patient_id: int) -> Any:
    return (
        select(Appointment.id, Appointment.starts_at, Practitioner.family, Appointment.with_text)
        .outerjoin(Practitioner, Practitioner.id == Appointment.practitioner_id)
        .where(
            Appointment.patient_id == patient_id, Appointment.removed_at.is_(None), Appointment.outside.is_(False),
            Appointment.status.in_(appointment_states.TOOK_PLACE), Appointment.starts_at.is_not(None),
        )
    )  # fmt: skip


def _encounters(patient_id: int) -> Any:
    return select(Encounter.id, Encounter.starts_when, Encounter.participant, Encounter.class_code).where(
        Encounter.patient_id == patient_id, Encounter.removed_at.is_(None), Encounter.starts_when.is_not(None)
    ).where(Encounter.status.is_(None) | (Encounter.status != MISTAKEN))  # fmt: skip


def _name(visit: Row[Any]) -> str:
    return folded(visit.family or visit.with_text)


def _same_clinician(one: Row[Any], other: Row[Any]) -> bool:
    return _name(one) == _name(other)


def _with(encounter: Row[Any], visit: Row[Any]) -> bool:
    name = _name(visit)
    return (
        encounter.class_code not in _NO_VISIT
        and len(encounter.starts_when) >= len("2026-01-01")
        and len(name) >= _LEAST
        and name in folded(encounter.participant)
    )
