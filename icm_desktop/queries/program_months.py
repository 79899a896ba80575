"""Where patients stand in their programs in a month: minutes, gates, clashes; of many patients in a few questions."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, String, bindparam, select, union

from db.models.access import UserAccount
from db.models.clinical import Encounter
from db.models.collaborative import CaseRecommendation
from db.models.conferences import ConferenceCase, TeamConference
from db.models.papers import Handout
from db.models.plan import Goal
from db.models.programs import ProgramEnrolment, TimeEntry
from db.models.types import IsoDate
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.content import programs as content
from icm_desktop.contracts.programs import MonthStanding, TimeRow
from icm_desktop.domain import goals as goal_rules
from icm_desktop.domain import programs as rules
from icm_desktop.domain.minutes import Stretch, whole_minutes
from icm_desktop.domain.programs import Month, Program
from icm_desktop.domain.timeslots import day_span
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.practice_policies import practice_policies

Stored = Row[*tuple[Any, ...]]
_IN = (rules.ACTIVE, rules.ON_HOLD, rules.ENDED)


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """By patient: enrolments (newest last), time of the month, and what gates look at.

    `reviews`: the days of the month on which cases were reviewed, whoever's.
    """

    month: Month
    enrolments: Mapping[int, list[Stored]]
    time: Mapping[int, list[TimeRow]]
    with_plan: frozenset[int]
    with_copy: frozenset[int]
    inside: frozenset[int]
    reviews: frozenset[dt.date] = frozenset()


@requires(Privilege.CLINICAL_READ)
def month_facts(uow: UnitOfWork, patient_ids: Iterable[int], month: Month) -> MonthFacts:
    """Everything about these patients that a month's end asks."""
    starts, ends = day_span(month.first, uow.zone).starts_at, day_span(month.last, uow.zone).ends_at
    values = {"ids": as_text(sorted(set(patient_ids))), "first": starts, "last": ends}
    stays = practice_policies(uow).after_discharge.stays
    return MonthFacts(
        month=month,
        enrolments=_grouped(uow, _enrolments(), values),
        time=_time(uow, values),
        with_plan=frozenset(uow.session.scalars(_plans(), values)),
        with_copy=frozenset(uow.session.scalars(_copies(), values)),
        inside=frozenset(uow.session.scalars(_inside(stays), values)),
        reviews=frozenset(uow.session.scalars(_reviews(), {"first_day": month.first, "last_day": month.last})),
    )


def in_month(row: Stored, month: Month) -> bool:
    """Whether an enrolment held on some day of a month."""
    if row.status not in _IN or row.enrolled_on > month.last:
        return False
    return row.ended_on is None or bool(row.ended_on >= month.first)


def standing(facts: MonthFacts, patient_id: int, row: Stored) -> MonthStanding:
    """Where one patient stands in one program they are enrolled in."""
    program = content.by_id()[row.program]
    mine = [one for one in facts.time.get(patient_id, ()) if one.program == program.id]
    minutes = {rules.STAFF: _minutes(mine), rules.PRACTITIONER: _minutes(mine, content.minute_rules().practitioner)}
    held = rules.holding(program, row.gates or {}, row.enrolled_on, facts.month)
    reach = rules.reached(program, minutes, held)
    missing = tuple(gate for gate in program.gates if not _met(facts, patient_id, row, gate))
    others = {one.program for one in facts.enrolments.get(patient_id, ()) if in_month(one, facts.month)}
    clashes = rules.conflicts_of(program.id, others - {program.id}, content.conflicts())
    state = rules.standing(program, reach, missing, clashes)
    return MonthStanding(
        program=program,
        enrolment_id=row.id,
        status=row.status,
        minutes=minutes[rules.STAFF],
        own_minutes=minutes[rules.PRACTITIONER],
        state=state,
        codes=reach.codes,
        to_next=reach.to_next,
        next_code=reach.next_code,
        missing=missing,
        clashes=clashes,
    )


def unassigned(facts: MonthFacts, patient_id: int) -> int:
    """Minutes of a month that were given to no program although the patient is in several."""
    return _minutes([one for one in facts.time.get(patient_id, ()) if not one.program])


def _minutes(rows: Iterable[TimeRow], roles: tuple[str, ...] | None = None) -> int:
    wanted = [one for one in rows if one.counts and (roles is None or one.role in roles)]
    return whole_minutes([Stretch(one.starts_at, one.ends_at) for one in wanted])


def _met(facts: MonthFacts, patient_id: int, row: Stored, gate: rules.Gate) -> bool:
    answers = {
        rules.CONSENT: row.consent_on is not None and row.consent_on <= facts.month.last,
        rules.CARE_PLAN: patient_id in facts.with_plan,
        rules.PLAN_COPY: patient_id in facts.with_copy,
        rules.AT_HOME: patient_id not in facts.inside,
        rules.CASE_REVIEWS: rules.every_week(facts.reviews, row.enrolled_on, facts.month, gate.weeks),
    }
    if gate.check in answers:
        return answers[gate.check]
    said = (row.gates or {}).get(gate.id)
    return said is not None and dt.date.fromisoformat(said) <= facts.month.last


def clocks_standing(program: Program, codes: tuple[str, ...], owed: tuple[str, ...], clashes: Any) -> MonthStanding:
    """Where a transition stands: no minutes, the clocks that are not settled."""
    state = rules.INCOMPLETE if owed else rules.CONFLICT if clashes else rules.MEETS
    return MonthStanding(program, None, "", 0, 0, state, () if owed else codes, None, "", (), clashes, owed)


def _time(uow: UnitOfWork, values: dict[str, Any]) -> dict[int, list[TimeRow]]:
    staff = content.minute_rules().staff
    found: dict[int, list[TimeRow]] = defaultdict(list)
    for row in uow.session.execute(_entries(), values):
        found[row.patient_id].append(
            TimeRow(
                row.id, row.version, row.starts_at, row.ends_at, row.display_name, row.user_id, row.role,
                row.program or "", row.activity, row.source, row.reason, row.role in staff,
            )
        )  # fmt: skip
    return found


def _grouped(uow: UnitOfWork, wanted: Select[*tuple[Any, ...]], values: dict[str, Any]) -> dict[int, list[Stored]]:
    found: dict[int, list[Stored]] = defaultdict(list)
    for row in uow.session.execute(wanted, values):
        if row.program in content.by_id():
            found[row.patient_id].append(row)
    return found


# Built once: putting a statement together costs more than running it.
def _theirs(column: Any) -> Any:
    return column.in_(listed(bindparam("ids", type_=String)))


@cache
def _enrolments() -> Select[*tuple[Any, ...]]:
    kept = ProgramEnrolment
    return (
        select(
            kept.id, kept.version, kept.patient_id, kept.program, kept.status, kept.enrolled_on, kept.ended_on,
            kept.practitioner, kept.consent_on, kept.consent_by, kept.consent_how, kept.consent_taken_by, kept.gates,
            kept.reason,
        )
        .where(_theirs(kept.patient_id), kept.removed_at.is_(None))
        .order_by(kept.enrolled_on, kept.id)
    )  # fmt: skip


@cache
def _entries() -> Select[*tuple[Any, ...]]:
    kept = TimeEntry
    moment = kept.starts_at.type
    return (
        select(
            kept.id, kept.version, kept.patient_id, kept.starts_at, kept.ends_at, kept.user_id, kept.role,
            kept.program, kept.activity, kept.source, kept.reason, UserAccount.display_name,
        )
        .join(UserAccount, UserAccount.id == kept.user_id)
        .where(_theirs(kept.patient_id), kept.removed_at.is_(None))
        .where(kept.starts_at >= bindparam("first", type_=moment), kept.starts_at < bindparam("last", type_=moment))
        .order_by(kept.starts_at, kept.id)
    )  # fmt: skip


@cache
def _plans() -> Select[int]:
    wanted = select(Goal.patient_id).where(_theirs(Goal.patient_id), Goal.removed_at.is_(None))
    return wanted.where((Goal.status.is_(None)) | Goal.status.in_(goal_rules.OPEN)).distinct()


@cache
def _copies() -> Select[int]:
    wanted = select(Handout.patient_id).where(_theirs(Handout.patient_id), Handout.removed_at.is_(None))
    return wanted.where(Handout.service_request_id.is_(None)).distinct()


@cache
def _reviews() -> Select[dt.date]:
    """Days on which something was recommended for a case, or a meeting of the team spoke about one."""
    first, last = (bindparam(name, type_=IsoDate) for name in ("first_day", "last_day"))
    given, meeting = CaseRecommendation.given_on, TeamConference.held_on
    recommended = select(given).where(given >= first, given <= last, CaseRecommendation.removed_at.is_(None))
    met = (
        select(meeting)
        .join(ConferenceCase, ConferenceCase.team_conference_id == TeamConference.id)
        .where(meeting >= first, meeting <= last, TeamConference.removed_at.is_(None))
        .where(ConferenceCase.removed_at.is_(None))
    )
    days = union(recommended, met).subquery()
    return select(days.c[0])


@cache
def _inside(classes: tuple[str, ...]) -> Select[int]:
    wanted = select(Encounter.patient_id).where(_theirs(Encounter.patient_id), Encounter.removed_at.is_(None))
    return wanted.where(Encounter.class_code.in_(classes), Encounter.status == "in-progress").distinct()
