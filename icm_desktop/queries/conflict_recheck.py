"""Checks many patients for conflicts: one slice in one transaction, or the whole practice slice by slice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.content.codes import result_name
from icm_desktop.content.conflicts import rule_book
from icm_desktop.content.goal_conflicts import goal_book
from icm_desktop.contracts.conflicts import CheckedPatient
from icm_desktop.domain.conflicts.checking import Finding, check, not_checked
from icm_desktop.domain.conflicts.goals import check_goals, not_compared
from icm_desktop.domain.conflicts.rules import SEVERITIES
from icm_desktop.long_work import Progress, without_cycle_search
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.conflict_cases import CaseReader, Read

if TYPE_CHECKING:  # which runs every use case
    from icm_desktop.practice import OpenPractice

_SLICE = 500  # patients: enough that a question costs little for each, few enough that Cancel is heard at once


class Rechecker:
    """Checks patients inside one transaction, as known on a day (today unless asked)."""

    def __init__(self, uow: UnitOfWork, day: dt.date | None = None) -> None:
        self._cases = CaseReader(uow, day or uow.today)

    def of(self, ids: Sequence[int]) -> dict[int, CheckedPatient]:
        """What contradicts itself in each of these patients; somebody whose record is not there is left out."""
        return {patient_id: _checked(patient_id, read) for patient_id, read in self._cases.of(ids).items()}


@requires(Privilege.SIGN_IN)
def recheck_all(
    practice: OpenPractice, *, progress: Progress, day: dt.date | None = None
) -> Iterator[dict[int, CheckedPatient]]:
    """The whole practice in slices, in order of patients; those without any finding are there too.

    Anybody's session may keep the findings right; who reads them is asked where they are read.

    Each slice is read in a snapshot of its own that is closed before it is given out, so that what it found may be
    written at once.

    Args:
        practice: The open practice.
        progress: Told before each slice.
        day: As known on that day; today unless asked.

    Raises:
        JobCancelled: by `progress`.
    """
    with practice.read() as uow:
        ids = uow.session.scalars(select(Patient.id).where(Patient.removed_at.is_(None)).order_by(Patient.id)).all()
    with without_cycle_search():
        for start in range(0, len(ids), _SLICE):
            progress.step(start, len(ids))
            with practice.read() as uow:
                found = Rechecker(uow, day).of(ids[start : start + _SLICE])
            yield found
    progress.step(len(ids), len(ids))


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
        findings=tuple(map(_named, found)),
        medicines=len(case.taken),
        checked=sum(bool(one.ingredients) for one in case.taken),
        not_checked=missed,
    )


def _named(finding: Finding) -> Finding:
    """Measurements by what they are called, not by their codes."""
    if not any(one.kind == "value" for one in finding.facts):
        return finding
    facts = (replace(one, text=result_name(one.text, None)) if one.kind == "value" else one for one in finding.facts)
    return replace(finding, facts=tuple(facts))
