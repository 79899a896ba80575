"""What the rules about conflicts look at, of many patients at once: what they take and have, react to and plan."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from db.repositories.pathway_facts import FactRows
from db.unit_of_work import UnitOfWork
from icm_desktop.content.conflicts import allergen, formulary, rule_book
from icm_desktop.content.goal_conflicts import goal_book
from icm_desktop.domain import moments
from icm_desktop.domain.conflicts.checking import NotChecked, Reaction
from icm_desktop.domain.conflicts.goals import PlannedGoal, PlanText
from icm_desktop.domain.conflicts.matching import Case
from icm_desktop.domain.conflicts.medicines import Taken, ingredients_of
from icm_desktop.domain.conflicts.rules import Group, Unchecked
from icm_desktop.domain.medicine_lines import mg_per_day
from icm_desktop.domain.medicines import NOT_ORDERED, ON_HOLD
from icm_desktop.domain.pathways.conditions import Happened, Measured, Moved
from icm_desktop.queries.conflict_goals import plans_of
from icm_desktop.queries.pathway_facts import FactsReader

_RXNORM = "rxnorm"
_PAST = ("inactive", "resolved")
_NOT_TRUE = ("refuted", "entered-in-error")
_DISTINCT = 16_384  # medicines as they are written in a practice are few; each is resolved once


@dataclass(frozen=True, slots=True)
class Read:
    """One patient: the case, the reactions, what no medicine is known for, the goals and words of the plan."""

    case: Case
    reactions: tuple[Reaction, ...] = ()
    unknown: tuple[NotChecked, ...] = ()
    goals: tuple[PlannedGoal, ...] = ()
    texts: tuple[PlanText, ...] = ()


class CaseReader:
    """Reads the cases of many patients inside one transaction, as known on a day."""

    def __init__(self, uow: UnitOfWork, day: dt.date) -> None:
        self._facts, self._day, self._zone = FactsReader(uow, _asked_for()), day, uow.zone
        self._connection = uow.session.connection()

    def of(self, ids: Sequence[int]) -> dict[int, Read]:
        """What there is of each of these patients; somebody whose record is not there is left out."""
        rows = FactRows(self._connection, ids)
        facts, (taken, held) = self._facts.of(ids, self._day), self._medicines(rows)
        plans = plans_of(rows, self._day, self._zone)
        reactions, unknown = _reactions(rows)
        found = {}
        for one, known in facts.items():
            case = Case(known.known_on(self._day), tuple(taken.get(one, ())), self._day)
            missed = (*held.get(one, ()), *unknown.get(one, ()))
            found[one] = Read(case, tuple(reactions.get(one, ())), missed, *plans.get(one, ((), ())))
        return found

    def _medicines(self, rows: FactRows) -> tuple[dict[int, list[Taken]], dict[int, list[NotChecked]]]:
        """By patient what is taken, each once, and what is held."""
        taken: dict[int, list[Taken]] = defaultdict(list)
        held: dict[int, list[NotChecked]] = defaultdict(list)
        for patient_id, one in self._taken(rows):
            if isinstance(one, NotChecked):
                held[patient_id].append(one)
            elif not any(_same_prescription(one, other) for other in taken[patient_id]):
                taken[patient_id].append(one)
        return taken, held

    def _taken(self, rows: FactRows) -> Iterator[tuple[int, Taken | NotChecked]]:
        """What is taken on the day; one that is held is named, and not checked as if it were taken."""
        for (patient_id, entry, text, system, code, others, status, intent, starts, recorded, ends, author, dose, unit,
             times, reported) in rows.medicines():  # fmt: skip
            if intent in NOT_ORDERED:
                continue
            ended = moments.local_day(ends, self._zone)
            if ended is not None and ended < self._day:
                continue
            started = moments.local_day(starts or recorded, self._zone)
            if started is not None and started > self._day:
                continue
            if status == ON_HOLD:
                yield patient_id, NotChecked(text or code or "", "held")
                continue
            parts = _ingredients(text or "", system, code, others)
            dosed = dose is not None and len(parts) == 1
            yield (
                patient_id,
                Taken(
                    entry=entry,
                    text=text or code or "",
                    ingredients=parts,
                    mg_per_day=mg_per_day(text or "", dose, unit, times) if dosed else None,
                    prescriber="" if reported else author or "",
                    started=started,
                    why_not="" if parts else "ingredient_unknown",
                ),
            )


def _same_prescription(one: Taken, other: Taken) -> bool:
    """An order and the statement about it: one medicine listed twice by the same person."""
    same = one.ingredients and one.ingredients == other.ingredients and one.mg_per_day == other.mg_per_day
    return bool(same and one.prescriber == other.prescriber)


@lru_cache(maxsize=_DISTINCT)
def _ingredients(text: str, system: str | None, code: str | None, others: str | None) -> tuple[str, ...]:
    return ingredients_of(formulary(), text, tuple(_rxnorm(system, code, others)))


def _rxnorm(system: str | None, code: str | None, others: str | None) -> Iterator[str]:
    coded = [(system, code), *((one.get("system"), one.get("code")) for one in json.loads(others or "[]"))]
    return (value for name, value in coded if value and _RXNORM in (name or ""))


def _reactions(rows: FactRows) -> tuple[dict[int, list[Reaction]], dict[int, list[NotChecked]]]:
    """By patient what they react to, and what no medicine is known for."""
    found: dict[int, list[Reaction]] = defaultdict(list)
    unknown: dict[int, list[NotChecked]] = defaultdict(list)
    for patient_id, _, text, system, code, others, status, verification, kind, category in rows.allergies():
        if status in _PAST or verification in _NOT_TRUE or (category and "medication" not in category):
            continue
        to, said = _allergen(text or "", system, code, others), text or code or ""
        if to:
            found[patient_id].append(Reaction(said, to, intolerance=kind == "intolerance"))
        elif category:
            unknown[patient_id].append(NotChecked(said, "allergen_unknown"))
    return found, unknown


@lru_cache(maxsize=_DISTINCT)
def _allergen(text: str, system: str | None, code: str | None, others: str | None) -> frozenset[str]:
    return allergen(text, tuple(_rxnorm(system, code, others)))


@cache
def _asked_for() -> frozenset[str]:
    """Every code some rule looks at."""
    conditions = [condition for rule in rule_book().rules for _, condition in rule.levels]
    book = goal_book()
    conditions += [one.when for rule in book.measures for one in rule.proposals if one.when is not None]
    conditions += [rule.when for rule in book.advice if rule.when is not None]
    return frozenset(code for condition in conditions for code in _codes(condition))


def _codes(condition: object) -> Collection[str]:
    if isinstance(condition, Group):
        return {code for part in condition.parts for code in _codes(part)}
    if isinstance(condition, Unchecked):
        return {code for source in condition.sources for code in source.codes}
    return condition.source.codes if isinstance(condition, Measured | Moved | Happened) else ()
