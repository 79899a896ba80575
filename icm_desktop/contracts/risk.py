"""What is calculated of a person from values and diagnoses, each with what it was calculated from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead
from icm_desktop.domain.lace import Lace

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
class GivenPoints:
    """Points of the risk level for one thing. `count`, or a last `value` in `unit` of a day; `facts`: behind it."""

    what: str
    points: int
    count: int | None
    value: float | None
    unit: str
    day: dt.date | None
    facts: tuple[tuple[Words, dt.date | None], ...]


@dataclass(frozen=True, slots=True)
class SetLevel:
    """What a clinician set in place of the level by points. `points_level`: what the points said that day."""

    level: int
    points_level: int
    reason: str
    on: dt.date
    by: str


@dataclass(frozen=True, slots=True)
class RiskLevel:
    """The level by points and the one that counts: a clinician's where one is set. `given`: every point explained.

    `most_for_values`: of the points for values no more count; `highest`: the highest level a clinician may set.
    """

    points: int
    by_points: int
    level: int
    given: tuple[GivenPoints, ...]
    most_for_values: int
    highest: int
    set_by: SetLevel | None
    source: Source


@dataclass(frozen=True, slots=True)
class StayScore:
    """LACE of the last stay that ended at home."""

    admitted_on: dt.date | None
    discharged_on: dt.date
    score: Lace
    illnesses: tuple[Words, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class AdjustRisk:
    """A clinician's level with the reason; None: the one by points again."""

    patient_id: int
    level: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class RiskAdjusted:
    """What was saved."""

    changes: Changes


@dataclass(frozen=True, slots=True)
class LevelsReckoned:
    """Of how many patients the level was reckoned."""

    patients: int
    changes: Changes


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
    level: RiskLevel
    lace: StayScore | None
