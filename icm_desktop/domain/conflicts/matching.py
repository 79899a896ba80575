"""Whether a condition of a rule holds for a patient, and by what: the medicines, problems and values behind it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.domain.conflicts.medicines import Taken
from icm_desktop.domain.conflicts.rules import Condition, Group, ManyProblems, Takes, Unchecked
from icm_desktop.domain.pathways.conditions import Aged, Happened, HasProblem, Measured, Moved, OfSex, holds, problems
from icm_desktop.domain.pathways.facts import Facts
from icm_desktop.domain.pathways.intervals import days_after, days_before


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact behind a finding. `kind`: medicine, problem, problems, value, age, allergy, event, goal, plan or action.

    `text`: the medicine, code or measurement; `detail`: prescriber or day; `number`: value, age or milligrams a day.
    `same`: what stays the same however it is written (ingredients, a target); `entry`: the row of a medicine, goal or
    action.
    """

    kind: str
    text: str
    detail: str = ""
    number: float | None = None
    entry: int | None = None
    same: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One patient on a day. `facts` hold nothing later."""

    facts: Facts
    taken: tuple[Taken, ...]
    day: dt.date

    def mg_per_day(self, ingredient: str) -> float | None:
        """Milligrams of an ingredient a day over all its prescriptions; None when one of them is not known."""
        doses = [one.mg_per_day for one in self.taken if ingredient in one.ingredients]
        return None if None in doses else sum(dose for dose in doses if dose is not None)


Found = tuple[Evidence, ...]


def match(condition: Condition, case: Case) -> Found | None:
    """The evidence of a condition; None when it does not hold."""
    match condition:
        case Group():
            return _group(condition, case)
        case Takes():
            return _takes(condition, case)
        case Unchecked():
            return _unchecked(condition, case)
        case ManyProblems():
            count = sum(one.until is None or one.until > case.day for one in case.facts.problems)
            return (Evidence("problems", "", number=count),) if count >= condition.at_least else None
        case _:
            return _known(condition, case) if holds(condition, case.facts, case.day) else None


def medicine(one: Taken) -> Evidence:
    """A medicine as evidence."""
    same = "+".join(sorted(one.ingredients))
    return Evidence("medicine", one.text, one.prescriber, one.mg_per_day, one.entry, same)


def _written(code: str) -> str:
    """A code as people write it: ICD-10 with its dot."""
    system, _, value = code.partition(":")
    return f"{value[:3]}.{value[3:]}" if system == "icd10" and len(value) > 3 else value


def _group(group: Group, case: Case) -> Found | None:
    if group.how == "none":
        return () if all(match(part, case) is None for part in group.parts) else None
    told = []
    for part in group.parts:
        found = match(part, case)
        if found is not None:
            told.append(found)
        elif group.how == "all":
            return None
    return tuple(dict.fromkeys(fact for one in told for fact in one)) if told else None


def _takes(asked: Takes, case: Case) -> Found | None:
    first = days_before(case.day, asked.started_within_days) if asked.started_within_days else None
    found = [
        one
        for one in case.taken
        if not asked.names.isdisjoint(one.ingredients)
        and (asked.above_mg_per_day is None or any(_is_asked(name, asked, case) for name in one.ingredients))
        and (first is None or (one.started is not None and one.started >= first))
    ]
    return tuple(map(medicine, found)) if found else None


def _is_asked(name: str, asked: Takes, case: Case) -> bool:
    if name not in asked.names or asked.above_mg_per_day is None:
        return name in asked.names
    dose = case.mg_per_day(name)
    return dose is not None and dose > asked.above_mg_per_day


def _unchecked(asked: Unchecked, case: Case) -> Found | None:
    begun = [
        one
        for one in case.taken
        if one.started is not None
        and (case.day - one.started).days <= asked.days
        and not asked.names.isdisjoint(one.ingredients)
    ]
    open_ones = [one for one in begun if not _all_measured(asked, one.started or case.day, case)]
    return tuple(map(medicine, open_ones)) if open_ones else None


def _all_measured(asked: Unchecked, started: dt.date, case: Case) -> bool:
    first = days_after(started, asked.from_day)
    return all(any(one.day >= first for one in source.events(case.facts)) for source in asked.sources)


def _known(condition: HasProblem | Measured | Moved | Aged | OfSex | Happened, case: Case) -> Found:
    match condition:
        case HasProblem():
            found = problems(condition, case.facts, case.day)
            return tuple(
                Evidence("problem", _written(sorted(one.codes)[0]), one.since.isoformat() if one.since else "")
                for one in found
            )
        case Measured() | Moved():
            values = [one for one in condition.source.events(case.facts) if one.value is not None]
            shown = values[-1:] if isinstance(condition, Measured) else values[-2:]
            return tuple(
                Evidence("value", _written(sorted(one.codes)[0]), one.day.isoformat(), one.value) for one in shown
            )
        case Happened():
            last = condition.source.events(case.facts)[-1]
            return (Evidence("event", _written(sorted(last.codes)[0]), last.day.isoformat()),)
        case Aged():
            return (Evidence("age", "", "", case.facts.age_on(case.day)),)
        case OfSex():
            return ()
