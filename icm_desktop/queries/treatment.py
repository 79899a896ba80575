"""Who is treated to a target, and since when: the programs and pathways of collaborative care, else any program."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, String, bindparam, select

from db.models.pathways import PathwayEnrolment
from db.models.programs import ProgramEnrolment
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.content import treat_to_target as content
from icm_desktop.domain.programs import ACTIVE
from icm_desktop.permissions import Privilege, requires

_ENROLLED = "enrolled"


@dataclass(frozen=True, slots=True)
class Treatment:
    """`collaborative`: in a program or pathway whose scores are treated to a target; `programs` by id."""

    started_on: dt.date
    collaborative: bool
    programs: frozenset[str]
    pathways: frozenset[str]


@requires(Privilege.CLINICAL_READ)
def treatments(uow: UnitOfWork, patient_ids: Iterable[int] | None = None) -> dict[int, Treatment]:
    """By patient, of everybody or of these: active programs and pathways, the first day of what counts."""
    some = patient_ids is not None
    ids = {"ids": as_text(sorted(set(patient_ids or ())))}
    programs: dict[int, dict[str, dt.date]] = {}
    pathways: dict[int, dict[str, dt.date]] = {}
    for into, wanted in ((programs, _programs(some)), (pathways, _pathways(some))):
        for patient_id, name, since in uow.session.execute(wanted, ids):
            kept = into.setdefault(patient_id, {})
            kept[name] = min(since, kept.get(name, since))
    found = {}
    for patient_id in programs.keys() | pathways.keys():
        mine, ways = programs.get(patient_id, {}), pathways.get(patient_id, {})
        days = [day for name, day in mine.items() if name in content.programs()] + list(ways.values())
        since = min(days or mine.values())
        found[patient_id] = Treatment(since, bool(days), frozenset(mine), frozenset(ways))
    return found


@cache
def _programs(some: bool) -> Select[*tuple[Any, ...]]:
    kept = ProgramEnrolment
    wanted = select(kept.patient_id, kept.program, kept.enrolled_on).where(
        kept.status == ACTIVE, kept.removed_at.is_(None)
    )
    return wanted.where(kept.patient_id.in_(listed(bindparam("ids", type_=String)))) if some else wanted


@cache
def _pathways(some: bool) -> Select[*tuple[Any, ...]]:
    kept = PathwayEnrolment
    wanted = select(kept.patient_id, kept.pathway, kept.entered_on).where(
        kept.pathway.in_(sorted(content.pathways())), kept.status == _ENROLLED, kept.left_on.is_(None),
        kept.removed_at.is_(None),
    )  # fmt: skip
    return wanted.where(kept.patient_id.in_(listed(bindparam("ids", type_=String)))) if some else wanted
