"""What contradicts itself in a patient's records, by the shipped rules. The program says it; a clinician decides."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from db.repositories.pathway_facts import FactRows
from db.unit_of_work import UnitOfWork
from icm_desktop.content.codes import result_name
from icm_desktop.content.conflicts import allergen, formulary, rule_book
from icm_desktop.content.goal_conflicts import goal_book
from icm_desktop.contracts.conflicts import CheckedPatient, PatientConflicts
from icm_desktop.domain import moments
from icm_desktop.domain.conflicts.checking import Finding, NotChecked, Reaction, check, not_checked
from icm_desktop.domain.conflicts.goals import check_goals, not_compared
from icm_desktop.domain.conflicts.matching import Case
from icm_desktop.domain.conflicts.medicines import Taken, ingredients_of
from icm_desktop.domain.conflicts.rules import SEVERITIES, Group, Unchecked
from icm_desktop.domain.medicines import CURRENT_STATUSES, NOT_ORDERED, ON_HOLD
from icm_desktop.domain.pathways.conditions import Happened, Measured, Moved
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.conflict_goals import plan_texts, planned_goals
from icm_desktop.queries.conflict_rows import rows_of_patient
from icm_desktop.queries.documents import patient_head
from icm_desktop.queries.pathway_facts import FactsReader

_RXNORM = "rxnorm"
_TO_MG = {"mg": 1.0, "g": 1000.0, "mcg": 0.001, "ug": 0.001}
_STRENGTH = re.compile(r"([\d.]+)\s*(mg|mcg|g)\b", re.IGNORECASE)
_PIECES = ("tablet", "capsule", "tab", "cap", "pill")
_PAST = ("inactive", "resolved")
_NOT_TRUE = ("refuted", "entered-in-error")


@requires(Privilege.CLINICAL_READ)
def of_patient(uow: UnitOfWork, patient_id: int, on: dt.date | None = None) -> PatientConflicts:
    """Every finding for a patient as known on a day, today unless asked, and what could not be checked.

    Raises:
        NotFound: patients.unknown.
    """
    head, day = patient_head(uow, patient_id), on or uow.today
    found = checked_patients(uow, [patient_id], day)[patient_id]
    return PatientConflicts(
        head=head,
        day=day,
        findings=found.findings,
        medicines=found.medicines,
        checked=found.checked,
        not_checked=found.not_checked,
        version=rule_book().version,
        rows=rows_of_patient(uow, head, found, day),
    )


@requires(Privilege.SIGN_IN)
def checked_patients(uow: UnitOfWork, ids: Sequence[int], day: dt.date) -> dict[int, CheckedPatient]:
    """What the rules say of these patients as known on a day."""
    read = ConflictReader(uow, day).of(ids)
    return {one: _checked(uow, one, *read[one]) for one in read}


def _checked(
    uow: UnitOfWork, patient_id: int, case: Case, reactions: tuple[Reaction, ...], unknown: tuple[NotChecked, ...]
) -> CheckedPatient:
    book, goals = rule_book(), planned_goals(uow, patient_id, case.day)
    found = [*check(book, case, reactions), *check_goals(goal_book(), case, goals, plan_texts(uow, patient_id))]
    found.sort(key=lambda one: (SEVERITIES.index(one.severity), one.told.id))
    return CheckedPatient(
        patient_id=patient_id,
        findings=tuple(map(named, found)),
        medicines=len(case.taken),
        checked=sum(bool(one.ingredients) for one in case.taken),
        not_checked=(*not_checked(book, case), *unknown, *not_compared(goal_book(), goals)),
    )


def named(finding: Finding) -> Finding:
    """Measurements by what they are called, not by their codes."""
    facts = (replace(one, text=result_name(one.text, None)) if one.kind == "value" else one for one in finding.facts)
    return replace(finding, facts=tuple(facts))


Read = tuple[Case, tuple[Reaction, ...], tuple[NotChecked, ...]]


class ConflictReader:
    """Reads the cases of many patients inside one transaction, as known on a day."""

    def __init__(self, uow: UnitOfWork, day: dt.date) -> None:
        self._facts, self._day, self._zone = FactsReader(uow, _asked_for()), day, uow.zone
        self._connection = uow.session.connection()

    def of(self, ids: Sequence[int]) -> dict[int, Read]:
        """The case, the reactions and the allergies no medicine is known for, of each of these patients."""
        rows, facts = FactRows(self._connection, ids), self._facts.of(ids, self._day)
        taken: dict[int, list[Taken]] = defaultdict(list)
        unknown: dict[int, list[NotChecked]] = defaultdict(list)
        for patient_id, one in self._taken(rows):
            if isinstance(one, NotChecked):
                unknown[patient_id].append(one)
            elif not any(_same_prescription(one, other) for other in taken[patient_id]):
                taken[patient_id].append(one)
        reactions: dict[int, list[Reaction]] = defaultdict(list)
        for patient_id, found in _reactions(rows):
            if found.ingredients:
                reactions[patient_id].append(found)
            else:
                unknown[patient_id].append(NotChecked(found.text, "allergen_unknown"))
        return {
            one: (
                Case(known.known_on(self._day), tuple(taken[one]), self._day),
                tuple(reactions[one]),
                tuple(unknown[one]),
            )
            for one, known in facts.items()
        }

    def _taken(self, rows: FactRows) -> Iterator[tuple[int, Taken | NotChecked]]:
        """What is taken on the day; one that is held is named, and not checked as if it were taken."""
        for (patient_id, entry, text, system, code, others, status, intent, starts, recorded, ends, author, dose, unit,
             times, reported) in rows.medicines():  # fmt: skip
            ended = moments.local_day(ends, self._zone)
            if status not in CURRENT_STATUSES or intent in NOT_ORDERED or (ended is not None and ended < self._day):
                continue
            started = moments.local_day(starts or recorded, self._zone)
            if started is not None and started > self._day:
                continue
            if status == ON_HOLD:
                yield patient_id, NotChecked(text or code or "", "held")
                continue
            parts = ingredients_of(formulary(), text or "", tuple(_rxnorm(system, code, others)))
            yield (
                patient_id,
                Taken(
                    entry=entry,
                    text=text or code or "",
                    ingredients=parts,
                    mg_per_day=mg_per_day(text or "", dose, unit, times) if len(parts) == 1 else None,
                    prescriber="" if reported else author or "",
                    started=started,
                    why_not="" if parts else "ingredient_unknown",
                ),
            )


def _same_prescription(one: Taken, other: Taken) -> bool:
    """An order and the statement about it: one medicine listed twice by the same person."""
    same = one.ingredients and one.ingredients == other.ingredients and one.mg_per_day == other.mg_per_day
    return bool(same and one.prescriber == other.prescriber)


def _rxnorm(system: str | None, code: str | None, others: str | None) -> Iterator[str]:
    coded = [(system, code), *((one.get("system"), one.get("code")) for one in json.loads(others or "[]"))]
    return (value for name, value in coded if value and _RXNORM in (name or ""))


def mg_per_day(text: str, dose: float | None, unit: str | None, times: float | None) -> float | None:
    """Milligrams a day; a dose in pieces counts by the one strength in the name. None when it cannot be told."""
    if dose is None or times is None or times <= 0 or dose <= 0:
        return None
    factor = _TO_MG.get((unit or "").lower())
    if factor is None and any((unit or "").lower().startswith(one) for one in _PIECES):
        found = _STRENGTH.findall(text)
        factor = float(found[0][0]) * _TO_MG[found[0][1].lower()] if len(found) == 1 else None
    return None if factor is None else round(dose * times * factor, 3)


def _reactions(rows: FactRows) -> Iterator[tuple[int, Reaction]]:
    for patient_id, _, text, system, code, others, status, verification, kind, category in rows.allergies():
        if status in _PAST or verification in _NOT_TRUE:
            continue
        if category and "medication" not in category:
            continue
        found = allergen(text or "", tuple(_rxnorm(system, code, others)))
        if found or category:
            yield patient_id, Reaction(text or code or "", found, intolerance=kind == "intolerance")


@cache
def _asked_for() -> frozenset[str]:
    """Every code some rule looks at."""
    conditions = [condition for rule in rule_book().rules for _, condition in rule.levels]
    book = goal_book()
    conditions += [one.when for rule in book.measures for one in rule.proposals if one.when is not None]
    conditions += [rule.when for rule in book.advice if rule.when is not None]
    return frozenset(code for condition in conditions for code in _codes(condition))


def _codes(condition: object) -> Iterable[str]:
    if isinstance(condition, Group):
        return {code for part in condition.parts for code in _codes(part)}
    if isinstance(condition, Unchecked):
        return {code for source in condition.sources for code in source.codes}
    return condition.source.codes if isinstance(condition, Measured | Moved | Happened) else ()
