"""Stays and emergency visits of many patients as the rules about the use of hospitals count them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, or_, select

from db.models.clinical import Encounter
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.content import transitions as content
from icm_desktop.domain import moments
from icm_desktop.domain.utilization import HOSPICE, Emergency, Stay, joined
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.practice_policies import practice_policies
from icm_desktop.queries.transition_facts import is_elective

NOT_A_STAY = ("entered-in-error", "cancelled", "planned", "booked")
_DIED = ("expired", "died", "deceased")


@dataclass(frozen=True, slots=True)
class Classes:
    """Which classes of encounters (HL7 v3 ActCode) are stays, and which emergency visits."""

    stays: tuple[str, ...]
    emergency: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Used:
    """Of one patient: emergency visits, stays with transfers joined, and each stay as it was recorded."""

    emergency: tuple[Emergency, ...] = ()
    stays: tuple[Stay, ...] = ()
    every_stay: tuple[Stay, ...] = ()


@requires(Privilege.CLINICAL_READ)
def classes(uow: UnitOfWork) -> Classes:
    """As the practice counts them."""
    return Classes(practice_policies(uow).after_discharge.stays, content.lace_words().emergency_classes)


class HospitalUse:
    """What these patients used, from a day on; `ids` None: everybody."""

    def __init__(self, uow: UnitOfWork, ids: Iterable[int] | None, since: dt.date) -> None:
        self._zone, self._classes = uow.zone, classes(uow)
        kinds = (*self._classes.stays, *self._classes.emergency)
        columns = (
            Encounter.id, Encounter.patient_id, Encounter.class_code, Encounter.starts_when, Encounter.ends_when,
            Encounter.discharge, Encounter.priority, Encounter.text,
        )  # fmt: skip
        theirs: tuple[ColumnElement[bool], ...] = (Encounter.class_code.in_(kinds),)
        if ids is not None:  # worded so that they are found by their patient
            theirs = (Encounter.patient_id.in_(among(ids)), (Encounter.class_code + "").in_(kinds))
        wanted = select(*columns).where(
            *theirs,
            or_(Encounter.ends_when.is_(None), Encounter.ends_when >= since.isoformat()),
            or_(Encounter.status.is_(None), Encounter.status.not_in(NOT_A_STAY)),
            Encounter.removed_at.is_(None),
        )
        self._rows: dict[int, list[Any]] = defaultdict(list)
        for row in uow.session.execute(wanted.order_by(Encounter.starts_when, Encounter.id)):
            self._rows[row.patient_id].append(row)

    def patients(self) -> Sequence[int]:
        """Whoever used any."""
        return tuple(self._rows)

    def of(self, patient_id: int) -> Used:
        """What one of them used."""
        rows = self._rows.get(patient_id, ())
        stays = [stay for row in rows if row.class_code in self._classes.stays for stay in self._stay(row)]
        visits = [one for row in rows if row.class_code in self._classes.emergency for one in self._visit(row)]
        return Used(tuple(visits), tuple(joined(stays)), tuple(stays))

    def _stay(self, row: Any) -> Sequence[Stay]:
        began = moments.local_day(row.starts_when, self._zone)
        if began is None:
            return ()
        said = (row.discharge or "").casefold()
        died = any(word in said for word in _DIED)
        ended = moments.local_day(row.ends_when, self._zone)
        return (Stay(row.id, began, ended, is_elective(row), died, HOSPICE if "hospice" in said else ""),)

    def _visit(self, row: Any) -> Sequence[Emergency]:
        day = moments.local_day(row.starts_when, self._zone)
        if day is None:
            return ()
        return (Emergency(row.id, day, moments.local_day(row.ends_when, self._zone) or day),)
