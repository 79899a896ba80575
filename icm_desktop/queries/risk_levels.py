"""The risk level of many patients by points, with what each point was given for, and what clinicians set instead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from db.models.populations import RiskAdjustment
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.content import risk
from icm_desktop.content.conditions import chronic, condition_lists
from icm_desktop.domain.pathways.facts import Facts
from icm_desktop.domain.risk.level import BEHAVIORAL, CONDITIONS, EMERGENCY, MEDICINES, NEEDS, STAYS, Level, level
from icm_desktop.domain.utilization import emergency_days
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.hospital_use import HospitalUse
from icm_desktop.queries.medicines_taken import MedicinesTaken
from icm_desktop.queries.needs_found import Need, NeedsFound
from icm_desktop.queries.pathway_facts import FactsReader

LISTS = {level: f"risk-level-{level}" for level in range(1, 7)}
"""Under which names the people of each level are kept in `db.population_work`."""


@dataclass(frozen=True, slots=True)
class Known:
    """The level of one patient and what it stands on. `conditions`: of the HHS list, with the first day of each.

    `score`: the last depression score and its day.
    """

    level: Level
    conditions: tuple[tuple[str, dt.date | None], ...]
    substance: bool
    score: tuple[float, dt.date] | None
    needs: tuple[Need, ...]
    emergency: tuple[dt.date, ...]
    stays: tuple[dt.date, ...]
    medicines: int
    values: tuple[tuple[str, float, dt.date], ...]


class RiskLevels:
    """Reckons levels inside one transaction, by today's content."""

    def __init__(self, uow: UnitOfWork, on: dt.date) -> None:
        self._uow, self._on, self._rule = uow, on, risk.level_rule()
        codes = frozenset(code for one in self._rule.values for code in one.codes) | self._rule.score_codes
        self._facts, self._needs = FactsReader(uow, codes), NeedsFound(uow, on)
        self._taken = MedicinesTaken(uow, on)
        self._first = on - dt.timedelta(days=self._rule.days - 1)

    def of(self, ids: Sequence[int]) -> dict[int, Known]:
        """By patient; somebody whose record is not there is left out."""
        facts, needs, taken = self._facts.of(ids, self._on), self._needs.of(ids), self._taken.of(ids)
        used = HospitalUse(self._uow, ids, self._first - dt.timedelta(days=2))
        found: dict[int, Known] = {}
        for patient_id, theirs in facts.items():
            known = theirs.known_on(self._on)
            use = used.of(patient_id)
            days = emergency_days(use.emergency, use.every_stay, self._first, self._on)
            stays = tuple(one.began for one in use.stays if self._first <= one.began <= self._on)
            drugs = {name for one in taken.get(patient_id, ()) for name in one.ingredients or (one.text.casefold(),)}
            found[patient_id] = self._known(known, needs.get(patient_id, ()), (days, stays), len(drugs))
        return found

    def _known(
        self, facts: Facts, needs: tuple[Need, ...], use: tuple[tuple[dt.date, ...], tuple[dt.date, ...]], drugs: int
    ) -> Known:
        conditions = self._conditions(facts)
        substance = self._has(facts, self._rule.substance) is not None
        score = _last(facts, self._rule.score_codes)
        behavioral = substance or (score is not None and score[0] >= self._rule.score_at_least)
        values = [(one.id, *last) for one in self._rule.values if (last := _last(facts, one.codes)) is not None]
        counts = {
            CONDITIONS: len(conditions), EMERGENCY: len(use[0]), STAYS: len(use[1]), MEDICINES: drugs,
            BEHAVIORAL: int(behavioral), NEEDS: len(needs),
        }  # fmt: skip
        found = level(self._rule, counts, {name: value for name, value, _ in values})
        return Known(found, conditions, substance, score, needs, use[0], use[1], drugs, tuple(values))

    def _conditions(self, facts: Facts) -> tuple[tuple[str, dt.date | None], ...]:
        dated = ((name, self._has(facts, name)) for name in chronic())
        return tuple((name, since[0]) for name, since in dated if since is not None)

    def _has(self, facts: Facts, name: str) -> tuple[dt.date | None] | None:
        """Since when there is such a problem, in a tuple of its own because the day may not be known."""
        mine = [
            one.since for one in facts.problems
            if (one.until is None or one.until > self._on) and condition_lists()[name].holds(one.codes)
        ]  # fmt: skip
        return (min((day for day in mine if day is not None), default=None),) if mine else None


def _last(facts: Facts, codes: frozenset[str]) -> tuple[float, dt.date] | None:
    events = [one for one in facts.events_of(codes, office=False) if one.value is not None]
    return (events[-1].value, events[-1].day) if events and events[-1].value is not None else None


@requires(Privilege.CLINICAL_READ)
def adjustments(uow: UnitOfWork, ids: Sequence[int]) -> dict[int, RiskAdjustment]:
    """What was set last for each of these patients, where a level is set."""
    row = RiskAdjustment
    wanted = select(row).where(row.patient_id.in_(among(ids)), row.removed_at.is_(None)).order_by(row.set_on, row.id)
    last = {one.patient_id: one for one in uow.session.scalars(wanted)}
    return {patient_id: one for patient_id, one in last.items() if one.level is not None}
