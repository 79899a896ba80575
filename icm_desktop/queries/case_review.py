"""The case review: whose scores do not improve, what was recommended, and who needs a relapse-prevention plan."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from db.models.access import UserAccount
from db.models.collaborative import CaseRecommendation, RelapsePlan
from db.models.patient import Patient
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.content import caseload, programs
from icm_desktop.content import treat_to_target as content
from icm_desktop.contracts.case_review import (
    OPEN,
    CaseReview,
    CaseReviewFilter,
    PatientReview,
    RecommendationRow,
    RelapsePlanRow,
    ReviewRow,
)
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.programs import ProgramName
from icm_desktop.domain.names import folded
from icm_desktop.domain.score_courses import Value, course
from icm_desktop.domain.treat_to_target import (
    BELOW,
    NOT_DUE,
    NOT_MEASURED,
    OVERDUE,
    REMISSION,
    Standing,
    in_treatment,
    review,
    standing,
)
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.caseload_facts import score_facts, score_values
from icm_desktop.queries.documents import patient_head
from icm_desktop.queries.heads import heads
from icm_desktop.queries.note_access import BEHAVIORAL as KIND
from icm_desktop.queries.note_access import access, granted_kinds
from icm_desktop.queries.treatment import Treatment, treatments

_EVER = dt.date.max


@dataclass(frozen=True, slots=True)
class _Reading:
    """What every row of one answer shares."""

    uow: UnitOfWork
    treatments: Mapping[int, Treatment]
    values: Mapping[tuple[int, str], Sequence[Value]]
    self_harm: Mapping[int, dt.date]
    coordinators: Mapping[int, tuple[int, str]]
    recommendations: Mapping[int, Sequence[Any]]
    checks: Mapping[int, dt.date]
    granted: bool


@requires(Privilege.CLINICAL_READ)
def case_review(uow: UnitOfWork, asked: CaseReviewFilter) -> CaseReview:
    """Everybody whose scores are treated to a target, those most overdue first."""
    known = treatments(uow)
    whose = {key: one for key, one in heads(uow, known).items() if not one.deceased and _named(one, asked.search)}
    rows = [row for row in _rows(uow, {key: known[key] for key in whose}, whose) if _belongs(row, known[row.head.id])]
    mine = uow.actor.user_id
    kept = [row for row in rows if not asked.mine or row.coordinator_id == mine]
    return CaseReview(uow.today, tuple(sorted(kept, key=_rank)))


@requires(Privilege.CLINICAL_READ)
def of_patient(uow: UnitOfWork, patient_id: int) -> PatientReview:
    """What the chart shows; words of recommendations and plans are read by a service, which is recorded.

    Raises:
        NotFound: patients.unknown.
    """
    head = patient_head(uow, patient_id)
    known = treatments(uow, [patient_id])
    row = next(iter(_rows(uow, known, {patient_id: head})), None)
    may = access(uow, patient_id)
    closed = dict(may.closed).get(KIND)
    stored = _recommendations(uow, [patient_id]).get(patient_id, ())
    shown = tuple(recommendation(one) for one in reversed(stored)) if closed is None else ()
    plans = tuple(plan_row(one) for one in plans_of(uow, patient_id)) if closed is None else ()
    return PatientReview(head, row, shown, plans, closed is None, closed)


@requires(Privilege.CLINICAL_READ)
def standings_of(uow: UnitOfWork, patient_id: int) -> tuple[Standing, ...]:
    """Where the scores of one patient stand today."""
    return standings_by_patient(uow, treatments(uow, [patient_id])).get(patient_id, ())


@requires(Privilege.CLINICAL_READ)
def standings_by_patient(uow: UnitOfWork, known: Mapping[int, Treatment]) -> dict[int, tuple[Standing, ...]]:
    """Where the scores of these patients stand today."""
    values = score_values(uow, known)
    return {patient_id: _standings(uow, patient_id, one, values) for patient_id, one in known.items()}


@requires(Privilege.CLINICAL_READ)
def plans_of(uow: UnitOfWork, patient_id: int) -> Sequence[RelapsePlan]:
    """The versions of a relapse-prevention plan, newest first."""
    wanted = select(RelapsePlan).where(RelapsePlan.patient_id == patient_id, RelapsePlan.removed_at.is_(None))
    return uow.session.scalars(wanted.order_by(RelapsePlan.number.desc(), RelapsePlan.id.desc())).all()


def plan_row(row: RelapsePlan, *, with_words: bool = False) -> RelapsePlanRow:
    """A version as lists show it."""
    words = tuple((part.id, row.words.get(part.id, "")) for part in content.parts()) if with_words else ()
    return RelapsePlanRow(row.id, row.number, row.language, row.check_on, row.agreed_on, row.agreed_by, row.agreed_how,
                          row.written_by, row.reason, words)  # fmt: skip


def recommendation(row: Any) -> RecommendationRow:
    """A recommendation as lists show it: everything but its words."""
    kind, to = content.kinds().get(row.kind), content.addressees().get(row.to_role)
    return RecommendationRow(
        row.id, row.version, row.kind, kind.words if kind else {"en": row.kind}, row.to_role,
        to.words if to else {"en": row.to_role}, row.owner_name, row.given_on, row.given_by, row.due_on, row.status,
        row.recorded_by, row.outcome_on, row.outcome_by, row.outcome_reason,
        tuple(tuple(sorted(one.items())) for one in row.basis or ()),
    )  # fmt: skip


def _rows(uow: UnitOfWork, known: Mapping[int, Treatment], whose: Mapping[int, PatientHead]) -> list[ReviewRow]:
    values, self_harm = score_facts(uow, known)
    reading = _Reading(
        uow, known, values, self_harm, _coordinators(uow, known), _recommendations(uow, known), _checks(uow, known),
        KIND in granted_kinds(uow, uow.actor.user_id),
    )  # fmt: skip
    return [_row(reading, whose[patient_id]) for patient_id in known]


def _row(reading: _Reading, head: PatientHead) -> ReviewRow:
    uow, treated = reading.uow, reading.treatments[head.id]
    standings = _standings(uow, head.id, treated, reading.values)
    stored = reading.recommendations.get(head.id, ())
    last = max(stored, key=lambda row: (row.given_on, row.id), default=None)
    coordinator = reading.coordinators.get(head.id)
    due = review(standings, last.given_on if last else None, content.again_after_weeks(), uow.today,
                 to_be_measured=treated.collaborative)  # fmt: skip
    may_read = KIND in access(uow, head.id).open_kinds if stored else reading.granted
    return ReviewRow(
        head=head,
        coordinator=coordinator[1] if coordinator else None,
        coordinator_id=coordinator[0] if coordinator else None,
        programs=tuple(
            ProgramName(one.id, one.short, one.short_es) for one in programs.programs() if one.id in treated.programs
        ),
        started_on=treated.started_on,
        standings=standings,
        review=due,
        reviewed_on=last.given_on if last else None,
        reviewed_by=last.given_by if last else None,
        open=tuple(recommendation(row) for row in stored if row.status == OPEN),
        self_harm=reading.self_harm.get(head.id),
        plan_check_on=reading.checks.get(head.id),
        plan_wanted=head.id not in reading.checks and any(one.state == REMISSION for one in standings),
        may_read=may_read,
    )


def _standings(
    uow: UnitOfWork, patient_id: int, treated: Treatment, values: Mapping[tuple[int, str], Sequence[Value]]
) -> tuple[Standing, ...]:
    before, since = caseload.baseline_before_days(), treated.started_on
    found = []
    for target in content.targets():
        whole = course(target.score, values.get((patient_id, target.score), ()), since, before)
        found.append(standing(target, in_treatment(whole, since, before), since, uow.today))
    return tuple(found)


def _belongs(row: ReviewRow, treated: Treatment) -> bool:
    """Of programs that follow no score to a target only who was high, or has something to be answered."""
    high = any(one.state not in (NOT_MEASURED, BELOW) for one in row.standings)
    return treated.collaborative or high or bool(row.open)


def _rank(row: ReviewRow) -> tuple[int, dt.date, str, int]:
    state = 0 if row.self_harm else 1 if row.review.state == OVERDUE else 2 if row.review.state != NOT_DUE else 3
    late = (row.review.due_on if state in (1, 2) else None) or _EVER
    return state if state < 3 or not row.open else 2, late, row.head.family, row.head.id


def _named(head: PatientHead, search: str) -> bool:
    name = folded(f"{head.family} {head.given or ''} {head.record_number}")
    return all(word in name for word in folded(search).split())


def _coordinators(uow: UnitOfWork, ids: Iterable[int]) -> dict[int, tuple[int, str]]:
    named = select(Patient.id, UserAccount.id.label("user_id"), UserAccount.display_name).join(
        UserAccount, UserAccount.id == Patient.coordinator_id
    )
    found = uow.session.execute(named.where(Patient.id.in_(among(set(ids)))))
    return {row.id: (row.user_id, row.display_name) for row in found}


def _recommendations(uow: UnitOfWork, ids: Iterable[int]) -> dict[int, list[Any]]:
    kept = CaseRecommendation
    wanted = (
        select(kept.id, kept.version, kept.patient_id, kept.kind, kept.to_role, kept.owner_name, kept.given_on,
               kept.given_by, kept.due_on, kept.status, kept.outcome_on, kept.outcome_by, kept.outcome_reason,
               kept.basis, UserAccount.display_name.label("recorded_by"))
        .outerjoin(UserAccount, UserAccount.id == kept.created_by_id)
        .where(kept.patient_id.in_(among(set(ids))), kept.removed_at.is_(None))
        .order_by(kept.given_on, kept.id)
    )  # fmt: skip
    found: dict[int, list[Any]] = defaultdict(list)
    for row in uow.session.execute(wanted):
        found[row.patient_id].append(row)
    return found


def _checks(uow: UnitOfWork, ids: Iterable[int]) -> dict[int, dt.date]:
    kept = RelapsePlan
    wanted = (
        select(kept.patient_id, kept.check_on, func.max(kept.number))
        .where(kept.patient_id.in_(among(set(ids))), kept.removed_at.is_(None))
        .group_by(kept.patient_id)
    )
    return {row.patient_id: row.check_on for row in uow.session.execute(wanted)}
