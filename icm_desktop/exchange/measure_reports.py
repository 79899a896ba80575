"""Figures as FHIR R4 MeasureReports: summaries with group, population and stratifier; they name no patient."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
_POPULATION = "http://terminology.hl7.org/CodeSystem/measure-population"
_IMPROVEMENT = "http://terminology.hl7.org/CodeSystem/measure-improvement-notation"
_UCUM = "http://unitsofmeasure.org"
_UNITS = {"percent": ("%", "%"), "per_1000": ("{1000.member-years}", "per 1,000 member-years"), "money": ("USD", "USD")}


@dataclass(frozen=True, slots=True)
class Counted:
    """A number over a number; `value` in the unit of the figure, None where too few count. `name`: of a group."""

    n: float
    of: float
    value: float | None
    name: str = ""


@dataclass(frozen=True, slots=True)
class ReportedFigure:
    """One figure of a period."""

    id: str
    title: str
    version: str
    unit: str
    better: str
    official: bool
    now: Counted
    by: str
    groups: Sequence[Counted]


def bundle(
    figures: Iterable[ReportedFigure], practice: str, start: dt.date, end: dt.date, made_at: dt.datetime
) -> Json:
    """A collection of one MeasureReport for each figure."""
    entries = [{"resource": report(one, practice, start, end, made_at)} for one in figures]
    return {"resourceType": "Bundle", "type": "collection", "timestamp": made_at.isoformat(), "entry": entries}


def report(one: ReportedFigure, practice: str, start: dt.date, end: dt.date, made_at: dt.datetime) -> Json:
    """A summary MeasureReport. Source: FHIR R4, MeasureReport; a number that is not told has no count."""
    group: Json = {"population": _populations(one.now)}
    score = _score(one.unit, one.now)
    if score is not None:
        group["measureScore"] = score
    if one.groups:
        group["stratifier"] = [
            {"code": [{"text": one.by}], "stratum": [_stratum(one.unit, each) for each in one.groups]}
        ]
    return {
        "resourceType": "MeasureReport",
        "status": "complete",
        "type": "summary",
        "measure": f"urn:icm-desktop:measure:{one.id}|{one.version}",
        "date": made_at.isoformat(),
        "reporter": {"display": practice},
        "period": {"start": start.isoformat(), "end": end.isoformat()},
        "improvementNotation": {
            "coding": [{"system": _IMPROVEMENT, "code": "decrease" if one.better == "lower" else "increase"}]
        },
        "group": [{"code": {"text": one.title}, **group}],
    }


def _populations(one: Counted) -> list[Json]:
    found = []
    for code, number in (("denominator", one.of), ("numerator", one.n)):
        population: Json = {"code": {"coding": [{"system": _POPULATION, "code": code}]}}
        if number >= 0 and float(number).is_integer():
            population["count"] = int(number)
        found.append(population)
    return found


def _score(unit: str, one: Counted) -> Json | None:
    if one.value is None:
        return None
    code, words = _UNITS[unit]
    return {"value": round(one.value, 4), "unit": words, "system": _UCUM, "code": code}


def _stratum(unit: str, one: Counted) -> Json:
    made: Json = {"value": {"text": one.name}, "population": _populations(one)}
    score = _score(unit, one)
    return made if score is None else made | {"measureScore": score}
