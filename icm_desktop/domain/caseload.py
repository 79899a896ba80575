"""The caseload: scores from the first to the last, and the flags with their rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from icm_desktop.domain.score_courses import Course
from icm_desktop.domain.treat_to_target import NOT_IMPROVING as STATES_NOT_IMPROVING
from icm_desktop.domain.treat_to_target import UNDER, Standing, Target, standing

SELF_HARM, NOT_IMPROVING, NO_CONTACT = "self_harm", "not_improving", "no_contact"
UNDER_IMPROVEMENT = "under_improvement"
SCREENING_DUE, REVIEW_DUE, NO_NEXT = "screening_due", "review_due", "no_next"
RESPONSE, REMISSION = "response", "remission"
GOOD = (RESPONSE, REMISSION)
_WEEK = 7


@dataclass(frozen=True, slots=True)
class ScoreRule:
    """A score that is followed. `positive`: from here on it counts as high."""

    id: str
    measurement: str
    better: str
    positive: float | None = None
    response_percent: float | None = None
    remission_below: float | None = None


@dataclass(frozen=True, slots=True)
class FlagRule:
    """One flag as the content says."""

    id: str
    level: str
    source: str
    mark: str
    score: str = ""
    item: str = ""
    weeks: int = 0
    consult_by_week: int = 0
    days: int = 0
    source_es: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag that holds. `since`: since when or from what; `params` fill its sentence."""

    rule: FlagRule
    since: dt.date | None = None
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Patient:
    """What the flags look at. `treated_since`: of the treatment to a target, where it is not the enrolment.

    `treated`: the scores measured in that treatment; the same as `courses` when None.
    """

    enrolled_on: dt.date
    last_contact: dt.date | None
    courses: Mapping[str, Course]
    self_harm_on: dt.date | None = None
    review_due: dt.date | None = None
    has_next: bool = True
    treated_since: dt.date | None = None
    treated: Mapping[str, Course] | None = None
    targets: tuple[Target, ...] = ()


def flags(
    patient: Patient, rules: Sequence[FlagRule], scores: Mapping[str, ScoreRule], today: dt.date
) -> tuple[Flag, ...]:
    """The flags that hold today, in the order of the content: the most serious first."""
    found: list[Flag] = []
    for rule in rules:
        flag = _CHECKS[rule.id](patient, rule, scores, today) if rule.id in _CHECKS else None
        if flag is not None and not (rule.id == RESPONSE and any(one.rule.id == REMISSION for one in found)):
            found.append(flag)
    return tuple(found)


def weeks(enrolled_on: dt.date, today: dt.date) -> int:
    """Whole weeks since the enrolment."""
    return max(0, (today - enrolled_on).days) // _WEEK


def improved(one: Course, rule: ScoreRule) -> bool:
    """Whether a score that began high fell by half or more, or below the limit."""
    if rule.positive is None or one.first.value < rule.positive or len(one.values) < 2:
        return False
    fall = one.fall_percent or 0.0
    return one.last.value < rule.positive or fall >= (rule.response_percent or 100)


def _self_harm(patient: Patient, rule: FlagRule, _scores: Mapping[str, ScoreRule], _today: dt.date) -> Flag | None:
    return Flag(rule, patient.self_harm_on) if patient.self_harm_on is not None else None


def _not_improving(patient: Patient, rule: FlagRule, _scores: Mapping[str, ScoreRule], today: dt.date) -> Flag | None:
    """As the case review says, for every score that is treated to a target."""
    for one in _standings(patient, today):
        if one.state in STATES_NOT_IMPROVING and one.course is not None:
            by, past = str(one.target.review_by_week), str(weeks(one.started_on, today))
            return Flag(rule, one.course.last.on, (("weeks", past), ("by", by), ("score", one.target.score)))
    return None


def _under(patient: Patient, rule: FlagRule, _scores: Mapping[str, ScoreRule], today: dt.date) -> Flag | None:
    """A score fell too little so far, and it is too early to call that no improvement."""
    standings = _standings(patient, today)
    if any(one.state in STATES_NOT_IMPROVING for one in standings):
        return None
    for one in standings:
        if one.state == UNDER and one.course is not None:
            fall, least = f"{one.fall or 0:g}", f"{one.target.under_points:g}"
            past = str(weeks(one.started_on, today))
            params = (("weeks", past), ("fall", fall), ("least", least), ("score", one.target.score))
            return Flag(rule, one.course.last.on, params)
    return None


def _standings(patient: Patient, today: dt.date) -> tuple[Standing, ...]:
    since = patient.treated_since or patient.enrolled_on
    courses = patient.courses if patient.treated is None else patient.treated
    return tuple(standing(target, courses.get(target.score), since, today) for target in patient.targets)


def _no_contact(patient: Patient, rule: FlagRule, _scores: Mapping[str, ScoreRule], today: dt.date) -> Flag | None:
    last = max((day for day in (patient.last_contact, patient.enrolled_on) if day), default=patient.enrolled_on)
    days = (today - last).days
    return Flag(rule, patient.last_contact, (("days", str(days)),)) if days >= rule.days else None


def _screening_due(patient: Patient, rule: FlagRule, scores: Mapping[str, ScoreRule], today: dt.date) -> Flag | None:
    one, score = patient.courses.get(rule.score), scores[rule.score]
    if one is None or one.first.value < (score.positive or 0) or one.last.value < (score.remission_below or 0):
        return None
    days = (today - one.last.on).days
    return Flag(rule, one.last.on, (("days", str(days)),)) if days >= rule.days else None


def _review_due(patient: Patient, rule: FlagRule, _scores: Mapping[str, ScoreRule], today: dt.date) -> Flag | None:
    due = patient.review_due
    return Flag(rule, due, (("due", due.isoformat()),)) if due is not None and due < today else None


def _no_next(patient: Patient, rule: FlagRule, _scores: Mapping[str, ScoreRule], _today: dt.date) -> Flag | None:
    return None if patient.has_next else Flag(rule)


def _remission(patient: Patient, rule: FlagRule, scores: Mapping[str, ScoreRule], _today: dt.date) -> Flag | None:
    one, score = patient.courses.get(rule.score), scores[rule.score]
    if one is None or one.first.value < (score.positive or 0) or one.last.value >= (score.remission_below or 0):
        return None
    return Flag(rule, one.last.on)


def _response(patient: Patient, rule: FlagRule, scores: Mapping[str, ScoreRule], _today: dt.date) -> Flag | None:
    one = patient.courses.get(rule.score)
    return Flag(rule, one.last.on) if one is not None and improved(one, scores[rule.score]) else None


_CHECKS = {
    SELF_HARM: _self_harm,
    NOT_IMPROVING: _not_improving,
    UNDER_IMPROVEMENT: _under,
    NO_CONTACT: _no_contact,
    SCREENING_DUE: _screening_due,
    REVIEW_DUE: _review_due,
    NO_NEXT: _no_next,
    REMISSION: _remission,
    RESPONSE: _response,
}
