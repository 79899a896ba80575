"""Which conditions a sample patient has.

Each is drawn with its own share by age and sex; what ties them together is a few hidden factors of the patient, mixed
into each draw with weights whose squares sum to one, so that comorbidity comes about and no share changes (a Gaussian
copula).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from random import Random
from statistics import NormalDist
from typing import Any

from icm_desktop.content.sample import condition, sample
from icm_desktop.sample.case import ICD10, SNOMED, Case
from icm_desktop.sample.chance import day_between
from icm_desktop.sample.identity import Identity

_FACTORS = ("burden", "metabolic", "mood", "smoke", "need")
_NEVER, _ALWAYS = -9.0, 9.0
_STAGES = ((15, "N18.5", "stage 5"), (30, "N18.4", "stage 4"), (45, "N18.32", "stage 3b"), (60, "N18.31", "stage 3a"))


def conditions_of(who: Identity, rng: Random, day: dt.date) -> list[str]:
    """The ids of the conditions a patient has by chance, in the order of the content."""
    age = who.age_on(day)
    factors = {name: rng.gauss(0, 1) for name in _FACTORS}
    found: list[str] = []
    for name, cut, loads, rest, without in _cuts(who.sex, age):
        own = rng.gauss(0, 1) * rest + sum(factors[factor] * load for factor, load in loads)
        if own < cut and not any(other in found for other in without):
            found.append(name)
    return found


@cache
def _cuts(sex: str, age: int) -> tuple[tuple[str, float, tuple[tuple[str, float], ...], float, tuple[str, ...]], ...]:
    """Name, cut, loads, weight of chance alone and what rules it out, of the conditions one can have at this age."""
    found = []
    for each in sample("conditions")["condition"]:
        share = share_of(each, sex, age)
        if share > 0:
            loads = tuple(each.get("load", {}).items())
            rest = max(0.0, 1 - sum(load * load for _, load in loads)) ** 0.5
            cut = NormalDist().inv_cdf(share) if share < 1 else _ALWAYS
            found.append((each["id"], cut, loads, rest, tuple(each.get("without", ()))))
    return tuple(found)


def share_of(each: dict[str, Any], sex: str, age: int) -> float:
    """How many of this sex and age have a condition."""
    share = 0.0
    for least, value in each.get(sex, {}).items():
        if age >= int(least):
            share = value
    return share


def add_conditions(case: Case) -> None:
    """Decide what the patient has, by story and by chance, and since when."""
    told = case.story.get("conditions", [])
    chosen = [*told]
    if not case.story.get("no_more"):
        chosen += [name for name in conditions_of(case.who, case.rng, case.end) if name not in told]
    ruled_out = {other for name in told for other in condition(name).get("without", ())}
    for name in chosen:
        if name not in ruled_out and not (name == "kidney" and "dialysis" in chosen):
            case.have[name] = _since(case, name, told)


def _since(case: Case, name: str, told: list[str]) -> dt.date:
    """A third were found in the last two years and a half, so that what treatment does can be seen."""
    oldest = max(case.who.born + dt.timedelta(days=200), case.since - dt.timedelta(days=9 * 365))
    if name == "pregnancy":
        return case.end - dt.timedelta(days=120)
    if name == "attention" or case.age < 18:
        return day_between(case.rng, oldest, case.end - dt.timedelta(days=150))
    if name not in told and case.chance(0.35):
        return max(oldest, case.end - dt.timedelta(days=int(160 + case.rng.random() * 640)))
    return day_between(case.rng, oldest, case.end - dt.timedelta(days=900))


def write_conditions(case: Case) -> None:
    """Add the problem list: coded to fit the results, one in a few written by somebody else."""
    for name, since in case.have.items():
        if not case.slight or case.chance(0.3):
            _write(case, name, since)
    _write_errors(case)


def _write(case: Case, name: str, since: dt.date) -> None:
    each = condition(name)
    code, text = _coded(case, name, each)
    other = [{"system": SNOMED, "code": each["snomed"], "text": None}] if "snomed" in each else None
    case.numbers.setdefault("texts", {})[name] = text
    values: dict[str, Any] = dict(case.numbers["outside"]) if since < case.since and case.chance(0.25) else {}
    case.numbers.setdefault("condition_ids", {})[name] = case.fact(
        "condition",
        max(since, case.since),
        status="active",
        verification="confirmed",
        category="problem-list-item",
        code_system=ICD10,
        code=code,
        text=text,
        other_codes=other,
        onset_when=since.isoformat()[: 4 if since < case.since else 10],
        **values,
    )


def _coded(case: Case, name: str, each: dict[str, Any]) -> tuple[str, str]:
    """Code and text that fit what the laboratory found."""
    if name == "kidney":
        drawn = (case.numbers.get(f"last_{what}", case.numbers[what]) for what in ("egfr", "uacr"))
        return _kidney(*drawn)
    if name == "diabetes" and ("kidney" in case.have or "dialysis" in case.have):
        return "E11.22", "Type 2 diabetes mellitus with diabetic chronic kidney disease"
    if name == "diabetes" and case.numbers["a1c"] > 9:
        return "E11.65", "Type 2 diabetes mellitus with hyperglycemia"
    return each["code"], each["text"]


def _kidney(egfr: float, uacr: float) -> tuple[str, str]:
    stage = next(((code, words) for below, code, words in _STAGES if egfr < below), ("N18.2", "stage 2"))
    albumin = "A1" if uacr < 30 else "A2" if uacr < 300 else "A3"
    return stage[0], f"Chronic kidney disease, {stage[1]} (urine albumin {albumin})"


def _write_errors(case: Case) -> None:
    """Now and then somebody took the wrong chart and said so, or a suspicion proved wrong."""
    if case.slight or not case.chance(0.03):
        return
    each = condition(
        case.rng.choice([name for name in ("gout", "migraine", "thyroid") if name not in case.have] or ["back"])
    )
    wrong = "entered-in-error" if case.chance(0.5) else "refuted"
    note = "Entered on the wrong chart." if wrong == "entered-in-error" else "Ruled out after tests."
    coded = {"code_system": ICD10, "code": each["code"], "text": each["text"]}
    when = case.ago(60, 600)
    status = None if wrong == "entered-in-error" else "inactive"
    case.fact("condition", when, status=status, verification=wrong, category="problem-list-item", note=note, **coded)


def write_brief(case: Case) -> Iterator[tuple[dt.date, dict[str, Any]]]:
    """Add short illnesses on days of visits; what came with each, for its medicine."""
    fitting = [each for each in sample("conditions")["brief"] if _may_have(case, each)]
    for visit in case.visits:
        if not fitting or visit.kind != "Follow-up" or case.rng.random() > 0.14:
            continue
        each = case.rng.choice(fitting)
        over = min(case.end, visit.day + dt.timedelta(days=int(7 + case.rng.random() * 12)))
        fresh = (case.end - visit.day).days < 14
        case.fact(
            "condition",
            visit.day,
            status="active" if fresh else "resolved",
            verification="confirmed",
            category="encounter-diagnosis",
            code_system=ICD10,
            code=each["code"],
            text=each["text"],
            onset_when=visit.day.isoformat(),
            abated_when=None if fresh else over.isoformat(),
        )
        case.numbers.setdefault("reasons", {})[visit.encounter] = each["text"]
        yield visit.day, each


def _may_have(case: Case, each: dict[str, Any]) -> bool:
    return each["min_age"] + 3 <= case.age <= each.get("max_age", 120) and each.get("sex") in {None, case.who.sex}
