"""What the rules about conflicts say of many patients at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from db.unit_of_work import UnitOfWork
from icm_desktop.content.codes import result_name
from icm_desktop.content.conflicts import rule_book
from icm_desktop.content.goal_conflicts import goal_book
from icm_desktop.contracts.conflicts import CheckedPatient
from icm_desktop.domain.conflicts.checking import Finding, check, not_checked
from icm_desktop.domain.conflicts.goals import check_goals, not_compared
from icm_desktop.domain.conflicts.rules import SEVERITIES
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.conflict_cases import CaseReader, Read


@requires(Privilege.SIGN_IN)
def checked_patients(uow: UnitOfWork, ids: Sequence[int], day: dt.date) -> dict[int, CheckedPatient]:
    """What the rules say of these patients as known on a day; somebody whose record is not there is left out."""
    return {patient_id: _checked(patient_id, read) for patient_id, read in CaseReader(uow, day).of(ids).items()}


def _checked(patient_id: int, read: Read) -> CheckedPatient:
    book, goal_rules, case = rule_book(), goal_book(), read.case
    found = list(check(book, case, read.reactions))
    missed = (*not_checked(book, case), *read.unknown)
    if read.goals or read.texts or case.taken:
        found += check_goals(goal_rules, case, read.goals, read.texts)
        missed = (*missed, *not_compared(goal_rules, read.goals))
        found.sort(key=lambda one: (SEVERITIES.index(one.severity), one.told.id))
    return CheckedPatient(
        patient_id=patient_id,
        findings=tuple(map(named, found)),
        medicines=len(case.taken),
        checked=sum(bool(one.ingredients) for one in case.taken),
        not_checked=missed,
    )


def named(finding: Finding) -> Finding:
    """Measurements by what they are called, not by their codes."""
    if not any(one.kind == "value" for one in finding.facts):
        return finding
    facts = (replace(one, text=result_name(one.text, None)) if one.kind == "value" else one for one in finding.facts)
    return replace(finding, facts=tuple(facts))
