"""Kidney function from creatinine, and the risk that the kidneys fail. The numbers are content; nothing is guessed."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

Words = Mapping[str, str]  # by language


@dataclass(frozen=True, slots=True)
class EgfrRule:
    """The equation of eGFR by creatinine; `kappa` and `alpha` by sex."""

    youngest_years: int
    scale: float
    above: float
    per_year: float
    female: float
    kappa: Mapping[str, float]
    alpha: Mapping[str, float]
    title: str
    source: str
    year: int
    mark: str
    version: str


@dataclass(frozen=True, slots=True)
class Term:
    """One summand of a risk: `factor` times how far a value lies from `centre`."""

    factor: float
    centre: float

    def of(self, value: float) -> float:
        """What the value adds."""
        return self.factor * (value - self.centre)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a risk of `percent` or more within `years` asks for."""

    years: int
    percent: float
    words: Words
    source: str
    mark: str


@dataclass(frozen=True, slots=True)
class KfreRule:
    """The four-variable equation. `survival`: of the average person, by years.

    `not_when`: codes of problems with which it says nothing.
    """

    egfr_below: float
    youngest_years: int
    most_apart_days: int
    age_per_10_years: Term
    male: Term
    egfr_per_5: Term
    ln_acr: Term
    survival: Mapping[int, float]
    asks: tuple[Asked, ...]
    not_when: frozenset[str]
    title: str
    source: str
    year: int
    mark: str
    version: str


def egfr(rule: EgfrRule, creatinine_mg_dl: float, age_years: int | None, sex: str | None) -> float | None:
    """eGFR in mL/min/1.73 m²; None for whom the equation was not made or of whom too little is known.

    Source: the rule's own.
    """
    if age_years is None or age_years < rule.youngest_years or creatinine_mg_dl <= 0:
        return None
    if sex is None or sex not in rule.kappa:
        return None
    part = creatinine_mg_dl / rule.kappa[sex]
    value = rule.scale * math.pow(min(part, 1.0), rule.alpha[sex]) * math.pow(max(part, 1.0), rule.above)
    value *= math.pow(rule.per_year, age_years)
    return value * rule.female if sex == "female" else value


def failure_risk(
    rule: KfreRule, age_years: int | None, sex: str | None, egfr_value: float, acr_mg_g: float, days_apart: int = 0
) -> Mapping[int, float] | None:
    """The risk of kidney failure in percent by years; None outside of what the equation was made for.

    Args:
        egfr_value: In mL/min/1.73 m².
        acr_mg_g: Albumin by creatinine in the urine, mg/g.
        days_apart: Between the two.

    Source: the rule's own.
    """
    if days_apart > rule.most_apart_days:
        return None
    if age_years is None or age_years < rule.youngest_years or sex not in ("male", "female"):
        return None
    if not 0 < egfr_value < rule.egfr_below or acr_mg_g <= 0:
        return None
    total = (
        rule.age_per_10_years.of(age_years / 10)
        + rule.male.of(float(sex == "male"))
        + rule.egfr_per_5.of(egfr_value / 5)
        + rule.ln_acr.of(math.log(acr_mg_g))
    )
    return {years: (1 - rest ** math.exp(total)) * 100 for years, rest in rule.survival.items()}


def asked_by(rule: KfreRule, percent: Mapping[int, float]) -> Asked | None:
    """The weightiest thing a risk asks for; the file lists them lightest first."""
    return next((one for one in reversed(rule.asks) if percent.get(one.years, 0.0) >= one.percent), None)
