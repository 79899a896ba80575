"""Conflicts of a patient: what the rules found, by what, and what no rule could look at."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.contracts.common import PatientHead
from icm_desktop.domain.conflicts.checking import Finding, NotChecked


@dataclass(frozen=True, slots=True)
class PatientConflicts:
    """Findings worst first. `checked` of `medicines` had ingredients the rules know; `version`: of the rules."""

    head: PatientHead
    day: dt.date
    findings: tuple[Finding, ...]
    medicines: int
    checked: int
    not_checked: tuple[NotChecked, ...]
    version: str


@dataclass(frozen=True, slots=True)
class CheckedPatient:
    """One patient of a check of many: as `PatientConflicts`, without what a screen shows around it."""

    patient_id: int
    findings: tuple[Finding, ...]
    medicines: int
    checked: int
    not_checked: tuple[NotChecked, ...]
