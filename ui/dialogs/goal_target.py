"""Reads a target as typed ("< 8 %", "130-150 mg/dL", "walk 10 minutes") into its parts, and writes it back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from icm_desktop.contracts.plans import GoalDraft

_NUMBER = r"(\d[\d,]*(?:\.\d+)?)"
_ONE = re.compile(rf"(<=|>=|<|>|≤|≥|=)?\s*{_NUMBER}\s*(\S.*)?")
_RANGE = re.compile(rf"{_NUMBER}\s*[-–]\s*{_NUMBER}\s*(\S.*)?")
_SIGNS = {"≤": "<=", "≥": ">=", "=": None}
# UCUM codes of units as people type them (The Unified Code for Units of Measure, case sensitive).
_UCUM = {
    "%": "%", "mmhg": "mm[Hg]", "mm hg": "mm[Hg]", "kg": "kg", "lb": "[lb_av]", "lbs": "[lb_av]", "mg/dl": "mg/dL",
    "mmol/l": "mmol/L", "min": "min", "minutes": "min", "cm": "cm", "in": "[in_i]", "l": "L", "ml": "mL", "g": "g",
    "kg/m2": "kg/m2", "/min": "/min",
}  # fmt: skip
_SHOWN = {"mm[Hg]": "mm Hg", "[lb_av]": "lb", "[in_i]": "in"}


@dataclass(frozen=True, slots=True)
class Target:
    """A target: a comparator with one number, a range, or words; the unit is UCUM where it is a known one."""

    comparator: str | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    text: str | None = None


def read_target(typed: str) -> Target:
    """The parts of a typed target; what is no number with a known unit stays words."""
    words = " ".join(typed.split())
    if not words:
        return Target()
    if found := _RANGE.fullmatch(words):
        unit = _unit(found[3])
        low, high = _number(found[1]), _number(found[2])
        if unit is not None and low < high:
            return Target(low=low, high=high, unit=unit or None)
    elif found := _ONE.fullmatch(words):
        unit = _unit(found[3])
        if unit is not None:
            sign = _SIGNS.get(found[1], found[1])
            return Target(comparator=sign, value=_number(found[2]), unit=unit or None)
    return Target(text=words)


def write_target(draft: GoalDraft) -> str:
    """A draft's target as a person would type it."""
    unit = _SHOWN.get(draft.target_unit or "", draft.target_unit or "")
    if draft.target_value is not None:
        return " ".join(part for part in (draft.target_comparator or "", _plain(draft.target_value), unit) if part)
    if draft.target_low is not None and draft.target_high is not None:
        return f"{_plain(draft.target_low)}-{_plain(draft.target_high)} {unit}".strip()
    if draft.target_high is not None:
        return f"<= {_plain(draft.target_high)} {unit}".strip()
    if draft.target_low is not None:
        return f">= {_plain(draft.target_low)} {unit}".strip()
    return draft.target_text or ""


def number(typed: str) -> float | None:
    """The number of "8.1" or "8.1 %"; None when there is none."""
    found = _ONE.fullmatch(" ".join(typed.split()))
    return _number(found[2]) if found and not found[1] else None


def _unit(typed: str | None) -> str | None:
    """The UCUM code; "" for none, None when it is not a unit."""
    if not typed:
        return ""
    return _UCUM.get(typed.casefold()) or (typed if typed in _UCUM.values() else None)


def _number(typed: str) -> float:
    return float(typed.replace(",", ""))


def _plain(value: float) -> str:
    return f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}"
