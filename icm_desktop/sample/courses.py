"""How results of a patient move over time: with the illness, and with what is taken against it.

A course is a level without treatment; each medicine takes its amount off it once it has worked for some weeks, as far
as the patient takes it. Amounts are typical ones, so that a chart looks right; nothing is computed from them.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from random import Random

from icm_desktop.sample.case import Case, Taken

_TARGET = {"a1c": 5.9, "systolic": 108, "ldl": 48, "weight": 40.0, "tsh": 1.4, "hemoglobin": 9.0, "potassium": 3.4}
_MOST = {"potassium": 5.4, "hemoglobin": 15.2, "a1c": 13.4, "systolic": 196, "ldl": 230, "tsh": 22}
_A1C_OF_HEALTH = (5.0, 5.6)


@dataclass(slots=True)
class Course:
    """One measurable thing: `level` without medicines, `drift` a year (up is positive), `noise` of a reading."""

    what: str
    level: float
    drift: float
    noise: float
    anchor: dt.date

    def at(self, day: dt.date, taken: list[Taken], rng: Random) -> float:
        """A reading on a day."""
        value = self.level + self.drift * (day - self.anchor).days / 365
        value += rng.gauss(0, self.noise) - fallen(self.what, day, taken)
        return min(max(value, _TARGET.get(self.what, 0.0)), _MOST.get(self.what, 1e9))


def fallen(what: str, day: dt.date, taken: list[Taken]) -> float:
    """How much the medicines of a day have taken off."""
    total = 0.0
    for each in taken:
        amount = each.moves.get(what)
        if amount and each.start <= day:
            weeks = each.content.get("weeks", 9)
            end = day if each.stop is None or day <= each.stop else each.stop
            effect = 1 - math.exp(-(end - each.start).days / (weeks * 7 / 2))
            if end != day:
                effect *= math.exp(-(day - end).days / (weeks * 7 / 2))
            total += amount * effect * each.share
    return total


def set_kidneys(case: Case) -> None:
    """Where eGFR and urine albumin stand now; medicines and codes depend on it."""
    rng, level = case.rng, case.story.get("level", {})
    ill = "kidney" in case.have
    if "dialysis" in case.have:
        egfr = rng.uniform(6, 13)
    elif ill:
        egfr = min(59, max(14, rng.gauss(47, 10)))
    else:
        egfr = max(64, min(118, 112 - 0.55 * max(0, case.age - 25) + rng.gauss(0, 7)))
    diabetic = "diabetes" in case.have
    uacr = math.exp(rng.gauss(3.9 if ill else 2.4 if diabetic else 1.9, 1.1 if ill else 0.5))
    case.numbers["egfr"] = float(level.get("egfr", round(egfr)))
    case.numbers["uacr"] = float(level.get("uacr", round(min(uacr, 2400 if ill else 28), 1)))
    case.numbers["egfr_drift"] = -rng.uniform(1.5, 4.5) if ill else -0.8


def set_courses(case: Case) -> None:
    """The courses of a patient, once it is known what they have and take."""
    rng, have = case.rng, case.have
    courses: dict[str, Course] = {}

    def course(what: str, level: float, drift: float = 0.0, noise: float = 0.0) -> None:
        courses[what] = Course(what, level, drift, noise, case.end)

    high = "hypertension" in have
    grown = min(case.age, 20) * 1.9 if case.age < 18 else 0
    usual = 84 + grown if case.age < 18 else rng.gauss(117, 6)
    course("systolic", rng.gauss(159, 8) if high else usual, 0.3, 5.5)
    course("pulse", rng.gauss(76 if case.age > 12 else 92, 6), 0, 5)
    course("potassium", rng.gauss(4.25, 0.15) + (0.25 if case.numbers["egfr"] < 45 else 0), 0, 0.14)
    course("sodium", rng.gauss(139.5, 1.3), 0, 1.1)
    course("ldl", rng.gauss(152, 18) if "cholesterol" in have or "coronary" in have else rng.gauss(104, 13), 1, 6)
    course("a1c", rng.gauss(9.1, 1.0) if "diabetes" in have else rng.uniform(*_A1C_OF_HEALTH), 0.1, 0.17)
    low = "anemia" in have
    course(
        "hemoglobin",
        rng.gauss(10.6, 0.5) if low else rng.gauss(13.3 if case.who.sex == "female" else 14.6, 0.6),
        0,
        0.3,
    )
    course("tsh", rng.gauss(7.6, 1.2) if "thyroid" in have else rng.gauss(2.1, 0.5), 0, 0.35)
    course("weight", _weight(case), 0.0, 0.6)
    case.numbers["courses"] = courses
    _fit_story(case, courses)
    case.numbers["a1c"] = courses["a1c"].at(case.end, case.taken, rng)


def _weight(case: Case) -> float:
    rng, female = case.rng, case.who.sex == "female"
    if case.age < 18:
        case.numbers["height"] = height = 78 + case.age * 5.6 + rng.gauss(0, 3)
        return float(max(10.0, (15.3 + case.age * 0.35) * (height / 100) ** 2 + rng.gauss(0, 1)))
    case.numbers["height"] = height = rng.gauss(161 if female else 175, 6)
    bmi = min(48.0, rng.gauss(34.5, 3.2)) if "obesity" in case.have else max(18.8, min(29.4, rng.gauss(25.8, 2.3)))
    bmi = max(30.4, bmi) if "obesity" in case.have else bmi
    return float(bmi * (height / 100) ** 2) + fallen("weight", case.end, case.taken)


def _fit_story(case: Case, courses: dict[str, Course]) -> None:
    """A story says where a result stands now: the level without medicines is what leads there."""
    for what, value in case.story.get("level", {}).items():
        if what in courses:
            courses[what].level = value + fallen(what, case.end, case.taken)
            courses[what].noise *= 0.3
        elif what == "losing":  # percent of weight in half a year
            courses["weight"].drift = -courses["weight"].level * value / 50


_LOWEST_CREATININE = 0.4  # mg/dL; healthy adults have more


def creatinine(egfr: float, age: int, sex: str) -> float:
    """The creatinine (mg/dL) that gives this eGFR.

    Source: CKD-EPI 2021 (Inker, NEJM 2021), solved for creatinine.
    """
    k, low, unit = _ckd_epi(age, sex)
    ratio = egfr / unit
    return float(k * ratio ** (1 / (low if ratio > 1 else -1.2)))


def highest_egfr(age: int, sex: str) -> float:
    """The eGFR of the lowest creatinine: at a great age it is lower than in youth."""
    k, low, unit = _ckd_epi(age, sex)
    return float(unit * (_LOWEST_CREATININE / k) ** low)


def _ckd_epi(age: int, sex: str) -> tuple[float, float, float]:
    """Creatinine where the curve bends, the exponent below it, and the eGFR there."""
    female = sex == "female"
    k, low = (0.7, -0.241) if female else (0.9, -0.302)
    return k, low, 142 * 0.9938**age * (1.012 if female else 1)
