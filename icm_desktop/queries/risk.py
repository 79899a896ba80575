"""What is calculated of a patient today: risk level, eGFR where no laboratory told it, kidney failure, comorbidity."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from db.unit_of_work import UnitOfWork
from icm_desktop.content import codes, risk
from icm_desktop.content.conditions import condition_lists
from icm_desktop.content.transitions import lace_rules
from icm_desktop.contracts.risk import (
    ComorbidityIndex,
    GivenPoints,
    KidneyRisk,
    OurEgfr,
    PatientRisk,
    RiskLevel,
    SetLevel,
    Source,
    StayScore,
    Words,
)
from icm_desktop.domain.lace import counted
from icm_desktop.domain.pathways.facts import Facts
from icm_desktop.domain.risk.charlson import charlson, groups_of
from icm_desktop.domain.risk.kidney import asked_by, egfr, failure_risk
from icm_desktop.domain.risk.level import BEHAVIORAL, CONDITIONS, EMERGENCY, NEEDS, STAYS, Given
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.documents import patient_head
from icm_desktop.queries.measurements import readings
from icm_desktop.queries.pathway_facts import FactsReader
from icm_desktop.queries.people import names_of_users
from icm_desktop.queries.risk_levels import Known, RiskLevels, adjustments
from icm_desktop.queries.transitions import of_patient as stays_at_home

_EGFR, _CREATININE, _ACR = "egfr", "creatinine", "uacr"


@requires(Privilege.CLINICAL_READ)
def of_patient(uow: UnitOfWork, patient_id: int) -> PatientRisk:
    """The risk level, eGFR, kidney failure, Charlson's index and LACE, each with its facts; or why there is none.

    Raises:
        NotFound: patients.unknown.
    """
    head = patient_head(uow, patient_id)
    facts = FactsReader(uow, frozenset()).of([patient_id], uow.today)[patient_id]
    reading = _Reading.of(uow, patient_id, facts)
    ours, no_egfr = _egfr(reading)
    kidney, no_risk = _kidney(reading, ours)
    level = _level(uow, patient_id)
    return PatientRisk(head, ours, no_egfr, kidney, no_risk, _comorbidity(reading), level, _lace(uow, patient_id))


def _level(uow: UnitOfWork, patient_id: int) -> RiskLevel:
    rule, known = risk.level_rule(), RiskLevels(uow, uow.today).of([patient_id])[patient_id]
    set_by = _set_level(uow, patient_id)
    return RiskLevel(
        points=known.level.points,
        by_points=known.level.level,
        level=set_by.level if set_by else known.level.level,
        given=tuple(_points(one, known) for one in known.level.given),
        most_for_values=rule.most_for_values,
        highest=rule.highest,
        set_by=set_by,
        source=Source(rule.source, rule.year, rule.mark),
    )


def _set_level(uow: UnitOfWork, patient_id: int) -> SetLevel | None:
    row = adjustments(uow, [patient_id]).get(patient_id)
    if row is None or row.level is None:
        return None
    by = names_of_users(uow).get(row.created_by_id or 0, "")
    return SetLevel(row.level, row.points_level, row.reason, row.set_on, by)


def _points(one: Given, known: Known) -> GivenPoints:
    day, unit = next(((day, "") for name, _, day in known.values if name == one.what), (None, ""))
    unit = next((each.unit for each in risk.level_rule().values if each.id == one.what), unit)
    return GivenPoints(one.what, one.points, one.count, one.value, unit, day, tuple(_facts(one.what, known)))


def _facts(what: str, known: Known) -> Iterator[tuple[Words, dt.date | None]]:
    lists = condition_lists()
    if what == CONDITIONS:
        yield from ((lists[name].words, since) for name, since in known.conditions)
    elif what == NEEDS:
        yield from ((one.words, one.day) for one in known.needs)
    elif what in (EMERGENCY, STAYS):
        yield from (({}, day) for day in (known.emergency if what == EMERGENCY else known.stays))
    elif what == BEHAVIORAL:
        if known.score is not None:
            name = f"PHQ-9 {known.score[0]:g}"
            yield {"en": name, "es": name}, known.score[1]
        if known.substance:
            yield lists[risk.level_rule().substance].words, None


def _lace(uow: UnitOfWork, patient_id: int) -> StayScore | None:
    rows = stays_at_home(uow, patient_id)
    last = max(rows, key=lambda one: one.discharged_on, default=None)
    if last is None:
        return None
    rules = lace_rules()
    illnesses = tuple({"en": one.title, "es": one.title_es} for one in counted(rules, last.lace.inputs.have))
    source = Source(rules.source, rules.year, rules.mark)
    return StayScore(last.admitted_on, last.discharged_on, last.lace, illnesses, source)


@dataclass(frozen=True, slots=True)
class _Value:
    day: dt.date
    value: float


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the calculations look at; values are the newest ones in the common unit."""

    facts: Facts
    day: dt.date
    reported: _Value | None
    creatinine: _Value | None
    acr: _Value | None

    @classmethod
    def of(cls, uow: UnitOfWork, patient_id: int, facts: Facts) -> _Reading:
        wanted = [one for one in codes.measurements() if one.id in (_EGFR, _CREATININE, _ACR)]
        found = readings(uow, patient_id, wanted)
        newest = {name: _Value(*values[0]) if values else None for name, values in found.items()}
        return cls(facts, uow.today, newest[_EGFR], newest[_CREATININE], newest[_ACR])

    def age_on(self, day: dt.date) -> int | None:
        return self.facts.age_on(day)


def _egfr(reading: _Reading) -> tuple[OurEgfr | None, str]:
    """Ours, where the newest creatinine has no reported eGFR of the same day or later."""
    rule, made = risk.egfr_rule(), reading.creatinine
    if made is None:
        return None, "no_creatinine"
    if reading.reported is not None and reading.reported.day >= made.day:
        return None, "reported"
    age, sex = reading.age_on(made.day), reading.facts.sex
    value = egfr(rule, made.value, age, sex)
    if value is None or age is None:
        return None, "no_person"
    source = Source(rule.source, rule.year, rule.mark)
    return OurEgfr(round(value), made.value, made.day, age, sex, rule.title, source), ""


def _kidney(reading: _Reading, ours: OurEgfr | None) -> tuple[KidneyRisk | None, str]:
    rule = risk.kfre_rule()
    known = _Value(ours.day, ours.value) if ours else reading.reported
    if any(not rule.not_when.isdisjoint(one.codes) for one in reading.facts.problems):
        return None, "treated"
    if known is None or reading.acr is None:
        return None, "no_egfr" if known is None else "no_acr"
    if known.value >= rule.egfr_below:
        return None, "early"
    apart = abs((known.day - reading.acr.day).days)
    age, sex = reading.age_on(reading.day), reading.facts.sex
    percent = failure_risk(rule, age, sex, known.value, reading.acr.value, apart)
    if percent is None or age is None:
        return None, "apart" if apart > rule.most_apart_days else "no_person"
    asks = asked_by(rule, percent)
    return KidneyRisk(
        percent=tuple((years, round(value, 1)) for years, value in percent.items()),
        age=age,
        sex=sex,
        egfr=known.value,
        egfr_on=known.day,
        egfr_ours=ours is not None,
        acr_mg_g=reading.acr.value,
        acr_on=reading.acr.day,
        asks=asks.words if asks else None,
        asks_source=Source(asks.source, rule.year, asks.mark) if asks else None,
        source=Source(rule.source, rule.year, rule.mark),
    ), ""


def _comorbidity(reading: _Reading) -> ComorbidityIndex:
    rule = risk.charlson_rule()
    problems = ((one.until is None or one.until > reading.day, one.codes) for one in reading.facts.problems)
    found = charlson(rule, groups_of(rule, problems), reading.age_on(reading.day))
    return ComorbidityIndex(
        points_1987=found.points_1987,
        points_2011=found.points_2011,
        with_age=found.with_age,
        alive_percent=None if found.alive_percent is None else round(found.alive_percent, 1),
        years=rule.survival_years,
        groups=tuple(
            ({"en": one.of.title, "es": one.of.title_es}, one.of.points, one.points_2011) for one in found.groups
        ),
        source=Source(rule.source, rule.year, rule.mark),
        source_2011=Source(rule.quan_source, rule.quan_year, rule.quan_mark),
    )
