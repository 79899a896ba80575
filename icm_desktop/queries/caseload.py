"""The caseload of the practice: everything a case review looks at, for all patients in a few questions."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.patient import Patient
from db.models.programs import ProgramEnrolment
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.content import caseload as content
from icm_desktop.content import programs
from icm_desktop.content.treat_to_target import targets
from icm_desktop.contracts.caseload import Caseload, CaseloadFilter, CaseloadRow
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.programs import ProgramName
from icm_desktop.domain import caseload as rules
from icm_desktop.domain.names import folded
from icm_desktop.domain.programs import ACTIVE, ON_HOLD, Month
from icm_desktop.domain.score_courses import Course, Value, course
from icm_desktop.domain.treat_to_target import in_treatment
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.caseload_facts import CaseFacts, case_facts
from icm_desktop.queries.heads import heads
from icm_desktop.queries.program_months import MonthFacts, month_facts, standing
from icm_desktop.queries.treatment import Treatment, treatments

_RECENT = 30  # days


@requires(Privilege.CLINICAL_READ)
def caseload(uow: UnitOfWork, asked: CaseloadFilter) -> Caseload:
    """Patients in a program that goes on, the most serious flags first, then who was not reached longest."""
    enrolments = _enrolments(uow, asked)
    whose = heads(uow, enrolments)
    ids = [patient_id for patient_id, head in whose.items() if _named(head, asked.search) and not head.deceased]
    reading = _Reading(
        uow,
        case_facts(uow, ids),
        treatments(uow, ids),
        month_facts(uow, ids, Month.of(uow.today)),
        _coordinators(uow, ids),
        enrolments,
    )
    rows = [_row(reading, whose[patient_id]) for patient_id in ids]
    me = uow.actor.user_id
    kept = tuple(sorted((row for row in rows if not asked.mine or row.coordinator_id == me), key=_rank))
    return _counted(uow.today, kept)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What every row of one answer shares."""

    uow: UnitOfWork
    facts: CaseFacts
    treated: Mapping[int, Treatment]
    month: MonthFacts
    coordinators: Mapping[int, tuple[int, str]]
    enrolments: Mapping[int, Sequence[Any]]


def _enrolments(uow: UnitOfWork, asked: CaseloadFilter) -> dict[int, list[Any]]:
    wanted = select(
        ProgramEnrolment.patient_id, ProgramEnrolment.program, ProgramEnrolment.status, ProgramEnrolment.enrolled_on
    ).where(ProgramEnrolment.status.in_((ACTIVE, ON_HOLD)), ProgramEnrolment.removed_at.is_(None))
    found: dict[int, list[Any]] = defaultdict(list)
    for row in uow.session.execute(wanted):
        if row.program in programs.by_id():
            found[row.patient_id].append(row)
    if asked.program:
        return {key: rows for key, rows in found.items() if any(row.program == asked.program for row in rows)}
    return found


def _named(head: PatientHead, search: str) -> bool:
    name = folded(f"{head.family} {head.given or ''} {head.record_number}")
    return all(word in name for word in folded(search).split())


def _coordinators(uow: UnitOfWork, ids: Sequence[int]) -> dict[int, tuple[int, str]]:
    named = select(Patient.id, UserAccount.id.label("user_id"), UserAccount.display_name).join(
        UserAccount, UserAccount.id == Patient.coordinator_id
    )
    found = uow.session.execute(named.where(Patient.id.in_(among(ids))))
    return {row.id: (row.user_id, row.display_name) for row in found}


def _row(reading: _Reading, head: PatientHead) -> CaseloadRow:
    facts, today = reading.facts, reading.uow.today
    enrolled = reading.enrolments[head.id]
    names = {row.program for row in enrolled}
    since = min(row.enrolled_on for row in enrolled)
    reached = facts.reached.get(head.id, ())
    planned, visit = facts.planned.get(head.id), facts.visits.get(head.id)
    courses, treated = _courses(reading, head.id, since)
    last = max(reached, default=None)
    patient = rules.Patient(
        since, last, courses, facts.self_harm.get(head.id), facts.reviews.get(head.id), bool(planned or visit),
        treated[0], treated[1], targets(),
    )  # fmt: skip
    consult = facts.consults.get(head.id, (None, None, 0))
    referrals, late = facts.referrals.get(head.id, (0, 0))
    coordinator = reading.coordinators.get(head.id)
    return CaseloadRow(
        head=head,
        coordinator=coordinator[1] if coordinator else None,
        coordinator_id=coordinator[0] if coordinator else None,
        programs=tuple(ProgramName(one.id, one.short, one.short_es) for one in programs.programs() if one.id in names),
        on_hold=all(row.status == ON_HOLD for row in enrolled),
        enrolled_on=since,
        weeks=rules.weeks(since, today),
        last_contact=last,
        contacts=sum((today - day).days < _RECENT for day in reached),
        planned=planned,
        next_visit=visit[0] if visit else None,
        next_visit_with=visit[1] if visit else None,
        courses=tuple(courses.values()),
        flags=rules.flags(patient, content.flag_rules(), content.score_rules(), today),
        review_due=facts.reviews.get(head.id),
        referrals=referrals,
        referrals_late=late,
        barriers=tuple(facts.barriers.get(head.id, ())),
        goals=facts.goals.get(head.id, 0),
        minutes=_minutes(reading.month, head.id),
        pressures=_pressures(facts.pressures.get(head.id, ()), since),
        consult_on=consult[0],
        consult_by=consult[1],
        recommendations=consult[2],
    )


_Treated = tuple[dt.date, Mapping[str, Course]]


def _courses(reading: _Reading, patient_id: int, since: dt.date) -> tuple[dict[str, Course], _Treated]:
    """Every score from its first value to its last; and since when they are treated, with those measured in it."""
    before, known = content.baseline_before_days(), reading.treated.get(patient_id)
    start = known.started_on if known is not None and known.collaborative else since
    aimed = {target.score for target in targets()}
    found: dict[str, Course] = {}
    for name in content.score_rules():
        values = reading.facts.values.get((patient_id, name), ())
        one = course(name, values, start if name in aimed else since, before)
        if one is not None:
            found[name] = one
    treated = {name: one for name, one in found.items() if in_treatment(one, start, before) is not None}
    return found, (start, treated)


def _pressures(
    values: Sequence[tuple[dt.date, float, float]], since: dt.date
) -> tuple[tuple[dt.date, float, float], ...]:
    """From the one at enrolment on, as scores are followed."""
    kept = course("bp", [Value(day, upper) for day, upper, _ in values], since, content.baseline_before_days())
    return tuple(one for one in sorted(values) if kept is not None and one[0] >= kept.first.on)


def _minutes(month: MonthFacts, patient_id: int) -> int:
    rows = {row.program: row for row in month.enrolments.get(patient_id, ()) if row.status in (ACTIVE, ON_HOLD)}
    return sum(standing(month, patient_id, row).minutes for row in rows.values())


def _rank(row: CaseloadRow) -> tuple[int, dt.date, str, int]:
    order = [rule.id for rule in content.flag_rules() if rule.id not in rules.GOOD]
    worst = min((order.index(flag.rule.id) for flag in row.flags if flag.rule.id in order), default=len(order))
    return worst, row.last_contact or dt.date.min, row.head.family, row.head.id


def _counted(day: dt.date, rows: tuple[CaseloadRow, ...]) -> Caseload:
    scores = content.score_rules()
    followed = [
        row for row in rows
        if any((scores[one.score].positive or 1e9) <= one.first.value and len(one.values) > 1 for one in row.courses)
    ]  # fmt: skip
    better = sum(any(rules.improved(one, scores[one.score]) for one in row.courses) for row in followed)
    return Caseload(
        day=day,
        rows=rows,
        contacted=sum(row.contacts > 0 for row in rows),
        improved=better,
        followed=len(followed),
        no_next=sum(any(flag.rule.id == rules.NO_NEXT for flag in row.flags) for row in rows),
    )
