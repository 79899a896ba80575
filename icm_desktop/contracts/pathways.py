"""Pathways of a patient: which fit, which they are in, what of them is due and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.contracts.common import PatientHead
from icm_desktop.domain.pathways.due import StepDue
from icm_desktop.domain.pathways.suggestions import Evidence


@dataclass(frozen=True, slots=True)
class PathwayRow:
    """A pathway file: what it says of itself. `steps`: how many it has."""

    id: str
    title: str
    title_es: str
    version: str
    year: int
    source: str
    mark: str
    everyone: bool
    steps: int


@dataclass(frozen=True, slots=True)
class SuggestedPathway:
    """A pathway that fits a patient who is not in it, and why."""

    pathway: PathwayRow
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class EscalationRow:
    """Something the records show that needs somebody."""

    pathway: str
    id: str
    title: str
    title_es: str
    within: str
    to: str
    source: str
    mark: str


@dataclass(frozen=True, slots=True)
class PatientPathways:
    """Everything of one patient on one day.

    `due`: of the pathways the patient is in, one row for each piece of work. `preview`: the same as if every suggestion
    were confirmed and every pathway for everyone were in use; it makes no work.
    """

    head: PatientHead
    day: dt.date
    due: tuple[StepDue, ...]
    preview: tuple[StepDue, ...]
    suggested: tuple[SuggestedPathway, ...]
    escalations: tuple[EscalationRow, ...]
