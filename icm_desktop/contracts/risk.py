"""What is calculated of a person from values and diagnoses, each with what it was calculated from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from icm_desktop.contracts.common import PatientHead

Words = Mapping[str, str]  # by language


@dataclass(frozen=True, slots=True)
class Source:
    """Where an equation or weights come from, and how sure they are."""

    source: str
    year: int
    mark: str


@dataclass(frozen=True, slots=True)
class OurEgfr:
    """eGFR by our own calculation, mL/min/1.73 m², from a creatinine in mg/dL of a local day."""

    value: float
    creatinine: float
    day: dt.date
    age: int
    sex: str
    title: str
    source: Source


@dataclass(frozen=True, slots=True)
class KidneyRisk:
    """Risk of kidney failure in percent by years. `egfr_ours`: no laboratory reported that eGFR."""

    percent: tuple[tuple[int, float], ...]
    age: int
    sex: str
    egfr: float
    egfr_on: dt.date
    egfr_ours: bool
    acr_mg_g: float
    acr_on: dt.date
    asks: Words | None
    asks_source: Source | None
    source: Source


@dataclass(frozen=True, slots=True)
class ComorbidityIndex:
    """Charlson's index of 1987 and with the weights of 2011. `groups`: title by language, points of 1987, of 2011.

    `with_age`, `alive_percent`: None when the age is not known.
    """

    points_1987: int
    points_2011: int
    with_age: int | None
    alive_percent: float | None
    years: int
    groups: tuple[tuple[Words, int, int], ...]
    source: Source
    source_2011: Source


@dataclass(frozen=True, slots=True)
class PatientRisk:
    """What is calculated. `no_egfr`: why there is none of ours: "reported", "no_creatinine" or "no_person".

    `no_kidney_risk`: "no_egfr", "no_acr", "early" (better than the equation is for), "treated", "apart" or "no_person".
    """

    head: PatientHead
    egfr: OurEgfr | None
    no_egfr: str
    kidney: KidneyRisk | None
    no_kidney_risk: str
    comorbidity: ComorbidityIndex
