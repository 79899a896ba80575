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
from icm_desktop.contracts.caseload import Caseload, CaseloadFilter, CaseloadRow
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.programs import ProgramName
from icm_desktop.domain import caseload as rules
from icm_desktop.domain.names import folded
from icm_desktop.domain.programs import ACTIVE, ON_HOLD, Month
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.caseload_facts import CaseFacts, case_facts
from icm_desktop.queries.heads import heads
from icm_desktop.queries.program_months import MonthFacts, month_facts, standing

_RECENT = 30  # days


@requires(Privilege.CLINICAL_READ)
def caseload(uow: UnitOfWork, asked: CaseloadFilter) -> Caseload:
    """Patients in a program that goes on, the most serious flags first, then who was not reached longest."""
    enrolments = _enrolments(uow, asked)
    whose = heads(uow, enrolments)
    ids = [patient_id for patient_id, head in whose.items() if _named(head, asked.search) and not head.deceased]
    reading = _Reading(
        uow, case_facts(uow, ids), month_facts(uow, ids, Month.of(uow.today)), _coordinators(uow, ids), enrolments
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
    before = content.baseline_before_days()
    courses = {
        name: one
        for name in content.score_rules()
        if (one := rules.course(name, facts.values.get((head.id, name), ()), since, before)) is not None
    }
    last = max(reached, default=None)
    patient = rules.Patient(
        since, last, courses, facts.self_harm.get(head.id), facts.reviews.get(head.id), bool(planned or visit)
    )
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
    )


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
