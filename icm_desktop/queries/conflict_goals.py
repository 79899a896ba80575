"""Goals and actions of patients' plans as the rules about goals look at them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from zoneinfo import ZoneInfo

from db.repositories.pathway_facts import FactRows, Stored
from icm_desktop.domain import moments
from icm_desktop.domain.conflicts.goals import PlannedGoal, PlanText
from icm_desktop.domain.plain_text import folded

_UP, _DOWN = (">=", ">"), ("<=", "<")
_folded = lru_cache(maxsize=8192)(folded)  # many plans say the same
Plans = Mapping[int, tuple[tuple[PlannedGoal, ...], tuple[PlanText, ...]]]


def plans_of(rows: FactRows, day: dt.date, zone: ZoneInfo) -> Plans:
    """By patient the active goals that had begun by a day, and what goals and open actions say, each once."""
    goals: dict[int, list[PlannedGoal]] = defaultdict(list)
    texts: dict[int, list[PlanText]] = defaultdict(list)
    for patient_id, number, text, words, author, *more in rows.goals():
        _, owner_name, *_ = more
        said = text or words
        if said:
            texts[patient_id].append(PlanText(said, author or owner_name or "", _folded(said), "plan", number))
        *_, starts_when, given, family = more
        if not (starts_when and moments.is_ahead(starts_when, day, zone)):
            names = {_folded(f"{given or ''} {family}"), _folded(family)}
            goals[patient_id].append(_planned((number, text, words, author, *more), names))
    for patient_id, number, text, owner_name in rows.actions():
        if text:
            texts[patient_id].append(PlanText(text, owner_name or "", _folded(text), "action", number))
    return {one: (tuple(goals.get(one, ())), tuple(texts.get(one, ()))) for one in goals.keys() | texts.keys()}


def _planned(row: Stored, names: set[str]) -> PlannedGoal:
    number, text, words, author, owner_kind, owner_name, measure, comparator, value, low, high, unit, *_ = row
    if comparator in _UP:
        low = value
    elif comparator in _DOWN:
        high = value
    elif value is not None:
        low = high = value
    by = author or owner_name or ""
    return PlannedGoal(
        id=number,
        text=text or words or "",
        author=by,
        measure=measure or "",
        low=low,
        high=high,
        unit=unit or "",
        own=_folded(by) in names or (owner_kind == "patient" and bool(words)),
    )
