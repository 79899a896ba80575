"""What the caseload shows, of many patients in a few questions."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, String, and_, bindparam, case, func, or_, select

from db.answers import ANSWER
from db.models.clinical import Observation, ObservationComponent, QuestionnaireResponse
from db.models.collaborative import CaseRecommendation
from db.models.plan import CarePlan, ContactLog, Goal
from db.models.practice import Practitioner
from db.models.scheduling import Appointment, ServiceRequest
from db.models.shared_plan import PlanBarrier
from db.repositories.scheduling import status_in
from db.repositories.standing import Standings
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.content import caseload as content
from icm_desktop.content import codes
from icm_desktop.content.pathways import settings
from icm_desktop.contracts.case_review import OPEN
from icm_desktop.domain import appointment_states, moments
from icm_desktop.domain import caseload as rules
from icm_desktop.domain import goals as goal_rules
from icm_desktop.domain.pathways.intervals import add_months
from icm_desktop.domain.score_courses import Value
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.practice_policies import practice_policies
from icm_desktop.queries.safety_answers import FORM, unassessed
from icm_desktop.queries.work_limits import due_of

_NOT_A_RESULT = ("entered-in-error", "cancelled", "registered")
_OVER = ("completed", "revoked", "entered-in-error")


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """By patient: days reached, the next planned try, the next visit, values by score, self-harm answers that wait,
    review date of the plan, open referrals and those past their limit, blood pressures (day, systolic, diastolic),
    the last psychiatric consult (day, by whom) with open recommendations, barriers, goals."""

    reached: Mapping[int, list[dt.date]]
    planned: Mapping[int, dt.date]
    visits: Mapping[int, tuple[dt.datetime, str | None]]
    values: Mapping[tuple[int, str], list[Value]]
    self_harm: Mapping[int, dt.date]
    reviews: Mapping[int, dt.date]
    referrals: Mapping[int, tuple[int, int]]
    pressures: Mapping[int, list[tuple[dt.date, float, float]]]
    consults: Mapping[int, tuple[dt.date, str, int]]
    barriers: Mapping[int, list[str]]
    goals: Mapping[int, int]


@requires(Privilege.CLINICAL_READ)
def case_facts(uow: UnitOfWork, patient_ids: Iterable[int]) -> CaseFacts:
    """Everything about these patients."""
    first = add_months(uow.today, -content.look_back_months())
    values = {
        "ids": as_text(sorted(set(patient_ids))),
        "first": first.isoformat(),
        "since": dt.datetime.combine(first, dt.time(), uow.zone).astimezone(dt.UTC),
        "now": uow.now,
        "today": uow.today,
    }
    session = uow.session
    reached, planned = _contacts(uow, values)
    return CaseFacts(
        reached=reached,
        planned=planned,
        visits=_visits(uow, values),
        values=_values(uow, values),
        self_harm=_self_harm(uow, values),
        reviews={row.patient_id: row.due for row in session.execute(_reviews(), values)},
        referrals=_open_referrals(uow, values),
        pressures=_pressure_pairs(uow, values),
        consults={
            row.patient_id: (row.last, row.given_by, row.open or 0) for row in session.execute(_consults(), values)
        },
        barriers=_grouped(session.execute(_barriers(), values)),
        goals={row.patient_id: row.how_many for row in session.execute(_goals(), values)},
    )


@requires(Privilege.CLINICAL_READ)
def score_facts(
    uow: UnitOfWork, patient_ids: Iterable[int]
) -> tuple[dict[tuple[int, str], list[Value]], dict[int, dt.date]]:
    """Only the values of these patients by patient and score, and the self-harm answers that wait."""
    values = _asked_of(uow, patient_ids)
    return _values(uow, values), _self_harm(uow, values)


@requires(Privilege.CLINICAL_READ)
def score_values(uow: UnitOfWork, patient_ids: Iterable[int]) -> dict[tuple[int, str], list[Value]]:
    """Only the values of these patients by patient and score."""
    return _values(uow, _asked_of(uow, patient_ids))


def _asked_of(uow: UnitOfWork, patient_ids: Iterable[int]) -> dict[str, Any]:
    first = add_months(uow.today, -content.look_back_months())
    return {"ids": as_text(sorted(set(patient_ids))), "first": first.isoformat()}


def _grouped(rows: Iterable[Any]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        found[row.patient_id].append(row.text)
    return found


def _contacts(uow: UnitOfWork, values: dict[str, Any]) -> tuple[dict[int, list[dt.date]], dict[int, dt.date]]:
    reached: dict[int, list[dt.date]] = defaultdict(list)
    planned: dict[int, dt.date] = {}
    for row in uow.session.execute(_logged(), values):
        if row.outcome == "reached":
            reached[row.patient_id].append(row.at.astimezone(uow.zone).date())
        if row.next_try_on is not None and row.next_try_on >= uow.today:
            planned[row.patient_id] = min(row.next_try_on, planned.get(row.patient_id, dt.date.max))
    return reached, planned


def _visits(uow: UnitOfWork, values: dict[str, Any]) -> dict[int, tuple[dt.datetime, str | None]]:
    found: dict[int, tuple[dt.datetime, str | None]] = {}
    for row in uow.session.execute(_coming(), values):
        whom = row.with_text or " ".join(part for part in (row.prefix, row.family) if part) or None
        if row.starts_at is not None:
            found.setdefault(row.patient_id, (row.starts_at, whom))
    return found


def _values(uow: UnitOfWork, values: dict[str, Any]) -> dict[tuple[int, str], list[Value]]:
    named = _score_codes()
    found: dict[tuple[int, str], list[Value]] = defaultdict(list)
    for row in uow.session.execute(_results(), values):
        day = moments.local_day(row.effective_when, uow.zone)
        if day is not None and day <= uow.today:
            found[row.patient_id, named[row.code]].append(Value(day, row.value_number))
    return found


def _open_referrals(uow: UnitOfWork, values: dict[str, Any]) -> dict[int, tuple[int, int]]:
    """How many are open, and how many of them are past the practice's limit for where they stand."""
    whose = {row.id: row.patient_id for row in uow.session.execute(_referrals(), values)}
    if not whose:
        return {}
    policies = practice_policies(uow)
    late = {
        row.row_id
        for row in Standings(uow.session, None).of("referral", whose)
        if (due := due_of(row, uow.zone, policies)) is not None and due.on < uow.today
    }
    found: dict[int, tuple[int, int]] = {}
    for referral_id, patient_id in whose.items():
        count, over = found.get(patient_id, (0, 0))
        found[patient_id] = (count + 1, over + (referral_id in late))
    return found


def _pressure_pairs(uow: UnitOfWork, values: dict[str, Any]) -> dict[int, list[tuple[dt.date, float, float]]]:
    """Pressures taken by staff; those from home are another thing and stay out. Of a day the last pair."""
    systolic = _pressure().pair[0]
    parts: dict[tuple[int, dt.date], dict[bool, float]] = defaultdict(dict)
    for row in uow.session.execute(_pressures(), values):
        day, said = moments.local_day(row.effective_when, uow.zone), f"{row.method or ''} {row.note or ''}".casefold()
        if day is not None and day <= uow.today and not any(word in said for word in settings().home_words):
            parts[row.patient_id, day][row.code == systolic] = row.value_number
    found: dict[int, list[tuple[dt.date, float, float]]] = defaultdict(list)
    for (patient_id, day), pair in parts.items():
        if len(pair) == 2:
            found[patient_id].append((day, pair[True], pair[False]))
    return found


@cache
def _pressure() -> codes.Measurement:
    return next(one for one in codes.measurements() if one.id == "blood_pressure")


@cache
def _score_codes() -> dict[str, str]:
    by_id = {one.id: one for one in codes.measurements()}
    return {code: name for name, rule in content.score_rules().items() for code in by_id[rule.measurement].codes}


def _self_harm(uow: UnitOfWork, values: dict[str, Any]) -> dict[int, dt.date]:
    """The day of the newest answer above zero that no clinician assessed, dated or not, in a form or by itself.

    What was history when it came in counts while it is the last one that was asked: see queries.safety_answers.
    """
    ids = [int(each) for each in json.loads(values["ids"])]
    asked = {**values, "item": _item()}
    last = {row.patient_id: f"{FORM}:{row.id}" for row in uow.session.execute(_asked_last(), asked)}
    found: dict[int, dt.date] = {}
    for one in unassessed(uow, uow.today, ids):
        if not one.history or last.get(one.patient_id) == one.key:
            found[one.patient_id] = max(one.on, found.get(one.patient_id, one.on))
    return found


def _item() -> str:
    return next(rule.item for rule in content.flag_rules() if rule.id == rules.SELF_HARM)


# Built once: putting a statement together costs more than running it.
def _theirs(column: Any) -> Any:
    return column.in_(listed(bindparam("ids", type_=String)))


@cache
def _logged() -> Select[*tuple[Any, ...]]:
    return (
        select(ContactLog.patient_id, ContactLog.at, ContactLog.outcome, ContactLog.next_try_on)
        .where(_theirs(ContactLog.patient_id), ContactLog.at >= bindparam("since", type_=ContactLog.at.type))
        .where(ContactLog.removed_at.is_(None))
        .order_by(ContactLog.at)
    )


@cache
def _coming() -> Select[*tuple[Any, ...]]:
    return (
        select(Appointment.patient_id, Appointment.starts_at, Appointment.with_text, Practitioner.prefix,
               Practitioner.family)
        .join(Practitioner, Practitioner.id == Appointment.practitioner_id, isouter=True)
        .where(_theirs(Appointment.patient_id))
        .where(Appointment.starts_at >= bindparam("now", type_=Appointment.starts_at.type))
        .where(status_in(appointment_states.COMING), Appointment.removed_at.is_(None))
        .order_by(Appointment.starts_at)
    )  # fmt: skip


@cache
def _results() -> Select[*tuple[Any, ...]]:
    return (
        select(Observation.patient_id, Observation.code, Observation.effective_when, Observation.value_number)
        .where(_theirs(Observation.patient_id), Observation.code.in_(list(_score_codes())))
        .where(Observation.effective_when >= bindparam("first", type_=String))
        .where(Observation.value_number.is_not(None), Observation.removed_at.is_(None))
        .where(or_(Observation.status.is_(None), Observation.status.not_in(_NOT_A_RESULT)))
        .order_by(Observation.effective_when, Observation.id)
    )


@cache
def _asked_last() -> Select[*tuple[Any, ...]]:
    kept = QuestionnaireResponse
    return (
        select(kept.id, kept.patient_id)
        .join(ANSWER, and_(ANSWER.c.response_id == kept.id, ANSWER.c.item == bindparam("item", type_=String)))
        .where(_theirs(kept.patient_id), kept.authored_when >= bindparam("first", type_=String))
        .where(kept.removed_at.is_(None), or_(kept.status.is_(None), kept.status != "entered-in-error"))
        .order_by(kept.authored_when, kept.id)
    )


@cache
def _reviews() -> Select[*tuple[Any, ...]]:
    return (
        select(CarePlan.patient_id, func.min(CarePlan.review_due).label("due"))
        .where(_theirs(CarePlan.patient_id), CarePlan.removed_at.is_(None), CarePlan.source_id.is_(None))
        .where(CarePlan.review_due.is_not(None))
        .group_by(CarePlan.patient_id)
    )


@cache
def _referrals() -> Select[*tuple[Any, ...]]:
    return (
        select(ServiceRequest.patient_id, ServiceRequest.id)
        .where(_theirs(ServiceRequest.patient_id), ServiceRequest.removed_at.is_(None))
        .where(ServiceRequest.is_referral.is_(True), ServiceRequest.closed_on.is_(None))
        .where(or_(ServiceRequest.status.is_(None), ServiceRequest.status.not_in(_OVER)))
    )


@cache
def _pressures() -> Select[*tuple[Any, ...]]:
    pair, part = _pressure(), ObservationComponent
    return (
        select(Observation.patient_id, Observation.effective_when, Observation.method, Observation.note, part.code,
               part.value_number)
        .join(part, part.observation_id == Observation.id)
        .where(_theirs(Observation.patient_id), Observation.code.in_(list(pair.codes)), part.code.in_(list(pair.pair)))
        .where(Observation.effective_when >= bindparam("first", type_=String), part.value_number.is_not(None))
        .where(Observation.removed_at.is_(None))
        .where(or_(Observation.status.is_(None), Observation.status.not_in(_NOT_A_RESULT)))
        .order_by(Observation.effective_when, Observation.id)
    )  # fmt: skip


@cache
def _consults() -> Select[*tuple[Any, ...]]:
    kept = CaseRecommendation
    waiting = func.sum(case((kept.status == OPEN, 1), else_=0))
    return (
        select(kept.patient_id, func.max(kept.given_on).label("last"), kept.given_by, waiting.label("open"))
        .where(_theirs(kept.patient_id), kept.removed_at.is_(None))
        .group_by(kept.patient_id)
    )


@cache
def _barriers() -> Select[*tuple[Any, ...]]:
    kept = PlanBarrier
    return (
        select(kept.patient_id, kept.text)
        .where(_theirs(kept.patient_id), kept.removed_at.is_(None), kept.status == "active")
        .order_by(kept.id)
    )


@cache
def _goals() -> Select[*tuple[Any, ...]]:
    return (
        select(Goal.patient_id, func.count().label("how_many"))
        .where(_theirs(Goal.patient_id), Goal.removed_at.is_(None))
        .where(or_(Goal.status.is_(None), Goal.status.in_(goal_rules.OPEN)))
        .group_by(Goal.patient_id)
    )
