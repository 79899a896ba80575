"""Programs of one patient with the minutes of a month; and who meets what at the end of a month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.patient import Patient
from db.models.programs import ProgramEnrolment
from db.unit_of_work import UnitOfWork
from icm_desktop.content import programs as content
from icm_desktop.contracts.programs import AskMonth, MonthEndRow, MonthStanding, PatientPrograms, ProgramRow
from icm_desktop.contracts.transitions import EVERY, TransitionFilter, TransitionRow
from icm_desktop.domain import programs as rules
from icm_desktop.domain import transitions as clock_rules
from icm_desktop.domain.programs import Month
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.documents import patient_head
from icm_desktop.queries.heads import heads
from icm_desktop.queries.program_months import (
    MonthFacts,
    clocks_standing,
    in_month,
    month_facts,
    standing,
    unassigned,
)
from icm_desktop.queries.transitions import board

_SERVICE = {"high": "99496", "moderate": "99495"}
_OPEN = (rules.ACTIVE, rules.ON_HOLD)


@requires(Privilege.CLINICAL_READ)
def of_patient(uow: UnitOfWork, patient_id: int) -> PatientPrograms:
    """Every program, the enrolment that counts, and the time of this month.

    Raises:
        NotFound: patients.unknown.
    """
    head = patient_head(uow, patient_id)
    month = Month.of(uow.today)
    facts = month_facts(uow, [patient_id], month)
    rows = tuple(_program(facts, patient_id, program) for program in content.programs())
    time = tuple(reversed(facts.time.get(patient_id, ())))
    return PatientPrograms(head, month.year, month.month, rows, time, unassigned(facts, patient_id))


@requires(Privilege.CLINICAL_READ)
def month_end(uow: UnitOfWork, asked: AskMonth) -> tuple[MonthEndRow, ...]:
    """Who stands where in each program in a month: met first, then what is missing. Never a claim by itself."""
    month = Month(asked.year, asked.month)
    stored = select(ProgramEnrolment.patient_id).where(
        ProgramEnrolment.removed_at.is_(None), ProgramEnrolment.status.in_((*_OPEN, rules.ENDED))
    )
    ids = set(uow.session.scalars(stored))
    facts = month_facts(uow, ids, month)
    found = [*_of_minutes(uow, facts), *_of_clocks(uow, facts)]
    order = (rules.MEETS, rules.CONFLICT, rules.INCOMPLETE, rules.SHORT, rules.KEPT)
    found = [row for row in found if asked.program in ("", row.standing.program.id)]
    return tuple(
        sorted(
            found,
            key=lambda row: (
                row.standing.program.position,
                order.index(row.standing.state),
                -row.standing.minutes,
                row.head.family,
                row.head.id,
            ),
        )
    )


@requires(Privilege.CLINICAL_READ)
def pause_seconds(uow: UnitOfWork) -> int:  # the rules are shipped; a practice's own would be read here
    """After how many seconds without input nobody is taken to be at work."""
    return content.minute_rules().idle_seconds


def _program(facts: MonthFacts, patient_id: int, program: rules.Program) -> ProgramRow:
    mine = [row for row in facts.enrolments.get(patient_id, ()) if row.program == program.id]
    row = next((one for one in reversed(mine) if one.status in _OPEN), mine[-1] if mine else None)
    if row is None:
        return ProgramRow(program)
    return ProgramRow(
        program=program,
        enrolment_id=row.id,
        version=row.version,
        status=row.status,
        enrolled_on=row.enrolled_on,
        ended_on=row.ended_on,
        practitioner=row.practitioner,
        consent_on=row.consent_on,
        consent_by=row.consent_by,
        consent_how=row.consent_how,
        consent_taken_by=row.consent_taken_by,
        reason=row.reason,
        said=tuple(sorted((row.gates or {}).items())),
        month=standing(facts, patient_id, row) if in_month(row, facts.month) else None,
    )


def _of_minutes(uow: UnitOfWork, facts: MonthFacts) -> Iterator[MonthEndRow]:
    whose = heads(uow, facts.enrolments)
    names = _coordinators(uow, list(whose))
    for patient_id, head in whose.items():
        rows = {one.program: one for one in facts.enrolments[patient_id] if in_month(one, facts.month)}
        for row in rows.values():
            if content.by_id()[row.program].counts != rules.BY_CLOCKS:
                at = standing(facts, patient_id, row)
                yield MonthEndRow(head, names.get(patient_id), at, unassigned(facts, patient_id))


def _of_clocks(uow: UnitOfWork, facts: MonthFacts) -> Iterator[MonthEndRow]:
    """Discharges whose service of 30 days ends in the month, with the clocks that are not settled."""
    program = next(one for one in content.programs() if one.counts == rules.BY_CLOCKS)
    for row in board(uow, TransitionFilter(show=EVERY)):
        ends = row.discharged_on + dt.timedelta(days=row.days)
        if facts.month.first <= ends <= facts.month.last and row.outcome in (None, "completed"):
            others = {one.program for one in facts.enrolments.get(row.head.id, ()) if in_month(one, facts.month)}
            clashes = rules.conflicts_of(program.id, others - {program.id}, content.conflicts())
            yield MonthEndRow(row.head, row.owner.name if row.owner else None, _transition(program, row, clashes))


def _transition(program: rules.Program, row: TransitionRow, clashes: tuple[rules.Conflict, ...]) -> MonthStanding:
    settled = {
        clock_rules.CONTACT: (clock_rules.DONE, clock_rules.TRIED),
        clock_rules.VISIT: (clock_rules.DONE,),
        clock_rules.RECONCILIATION: (clock_rules.DONE,),
    }
    owed = tuple(what for what, states in settled.items() if row.clock(what).state not in states)
    if row.complexity not in _SERVICE:
        owed = (*owed, "complexity")
    return clocks_standing(program, (_SERVICE.get(row.complexity, ""),), owed, clashes)


def _coordinators(uow: UnitOfWork, ids: list[int]) -> dict[int, str]:
    named = select(Patient.id, UserAccount.display_name).join(UserAccount, UserAccount.id == Patient.coordinator_id)
    return {row.id: row.display_name for row in uow.session.execute(named.where(Patient.id.in_(ids)))}
