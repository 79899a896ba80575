"""Medicines that many patients take on a day, each with its ingredients where the formulary knows them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import or_, select

from db.models.clinical import MedicationEntry
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.content.conflicts import formulary
from icm_desktop.domain import moments
from icm_desktop.domain.conflicts.medicines import ingredients_of
from icm_desktop.domain.medicines import NOT_ORDERED

_CURRENT = ("active", "on-hold")


@dataclass(frozen=True, slots=True)
class TakenNow:
    """One entry. `ingredients` empty: the formulary does not know it."""

    text: str
    ingredients: tuple[str, ...]
    started: dt.date | None


class MedicinesTaken:
    """Looks them up inside one transaction; what has ended by the day is left out."""

    def __init__(self, uow: UnitOfWork, on: dt.date) -> None:
        self._uow, self._on = uow, on

    def of(self, ids: Sequence[int]) -> dict[int, list[TakenNow]]:
        """By patient."""
        row = MedicationEntry
        wanted = select(
            row.patient_id, row.text, row.code_system, row.code, row.intent, row.starts_when, row.recorded_when,
            row.ends_when,
        ).where(
            row.patient_id.in_(among(ids)), row.status.in_(_CURRENT), row.removed_at.is_(None),
            or_(row.intent.is_(None), row.intent.not_in(NOT_ORDERED)),
        )  # fmt: skip
        found: dict[int, list[TakenNow]] = defaultdict(list)
        for one in self._uow.session.execute(wanted.order_by(row.id)):
            ends = moments.local_day(one.ends_when, self._uow.zone)
            starts = moments.local_day(one.starts_when or one.recorded_when, self._uow.zone)
            if (ends is None or ends >= self._on) and (starts is None or starts <= self._on):
                rxnorm = one.code if one.code and "rxnorm" in (one.code_system or "").lower() else ""
                text = one.text or one.code or ""
                found[one.patient_id].append(TakenNow(text, _ingredients(text, rxnorm), starts))
        return found


@lru_cache(maxsize=8192)
def _ingredients(text: str, rxnorm: str) -> tuple[str, ...]:
    return ingredients_of(formulary(), text, (rxnorm,) if rxnorm else ())
