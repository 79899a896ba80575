"""A patient made of the words of a worked example."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from icm_desktop.content import codes, conflicts
from icm_desktop.domain.conflicts.checking import Finding, Reaction, check
from icm_desktop.domain.conflicts.goals import GoalBook, PlannedGoal, PlanText, check_goals
from icm_desktop.domain.conflicts.matching import Case
from icm_desktop.domain.conflicts.medicines import Taken, ingredients_of
from icm_desktop.domain.pathways.facts import Event, Facts, Problem
from icm_desktop.domain.plain_text import folded

DAY = dt.date(2026, 11, 20)
_OWN = {"ef": "10230-1", "protein": "9067-0", "sodium_intake": "9113-2"}
_ACTIVITIES = {"contrast": "cpt:71260"}


def taken(*names: str, mg_per_day: float | None = None, started: dt.date | None = None) -> tuple[Taken, ...]:
    """Medicines by name, as their entries would be resolved; the dose is that of the first."""
    found = [(name, ingredients_of(conflicts.formulary(), name)) for name in names]
    return tuple(
        Taken(n, name, parts, mg_per_day if n == 0 else None, started=started) for n, (name, parts) in enumerate(found)
    )


def case(given: Mapping[str, Any]) -> Case:
    """The patient of an example: values come a fortnight apart, the last today, unless it says otherwise."""
    apart, last = given.get("days_apart", 14), DAY - dt.timedelta(days=given.get("values_days_ago", 0))
    events = [
        Event(
            last - dt.timedelta(days=apart * (len(values) - 1 - place)),
            frozenset({f"loinc:{_code(name)}"}),
            float(value),
        )
        for name, values in given.get("values", {}).items()
        for place, value in enumerate(values)
    ]
    happened = DAY - dt.timedelta(days=given.get("happened_days_ago", 0))
    events += [Event(happened, frozenset({_ACTIVITIES[name]})) for name in given.get("happened", ())]
    problems = tuple(Problem(frozenset({f"icd10:{code.replace('.', '')}"})) for code in given.get("problems", ()))
    born = dt.date(DAY.year - given["age"], 1, 1) if "age" in given else None
    started = DAY - dt.timedelta(days=given["started_days_ago"]) if "started_days_ago" in given else None
    facts = Facts(born=born, problems=problems, events=tuple(sorted(events, key=lambda one: one.day)))
    medicines = taken(*given.get("takes", ()), mg_per_day=given.get("mg_per_day"), started=started)
    return Case(facts.known_on(DAY), medicines, DAY)


def goals(given: Mapping[str, Any]) -> tuple[PlannedGoal, ...]:
    """Goals of different authors."""
    return tuple(
        PlannedGoal(n, f"goal {n}", f"author {n}", _code(one["of"]), one.get("at_least"), one.get("at_most"))
        for n, one in enumerate(given.get("goals", ()))
    )


def goal_findings(book: GoalBook, given: Mapping[str, Any]) -> dict[str, Finding]:
    """What rules about goals say of a patient, by rule."""
    texts = tuple(PlanText(text, "author", folded(text)) for text in given.get("texts", ()))
    return {one.told.id: one for one in check_goals(book, case(given), goals(given), texts)}


def found(given: Mapping[str, Any], *reactions: Reaction) -> dict[str, Finding]:
    """What the shipped rules say of a patient, by rule."""
    return {one.told.id: one for one in check(conflicts.rule_book(), case(given), reactions)}


def _code(name: str) -> str:
    return _OWN.get(name) or next(one.codes[0] for one in codes.measurements() if one.id == name)
