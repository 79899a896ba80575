"""Pathways of a patient: which fit, which they are in, what of them is due and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead
from icm_desktop.domain.pathways.due import StepDue
from icm_desktop.domain.pathways.suggestions import Evidence


@dataclass(frozen=True, slots=True)
class PathwayRow:
    """A pathway file: what it says of itself. `steps`: how many it has. `digest` tells when it changes.

    `adoption_id` and the others are empty until a clinician stands for it; `changed`: it was adopted as something that
    is gone. `edition`: the last one of the practice, 0 as shipped; `pending`: an earlier one is in use until a
    clinician adopts it.
    """

    id: str
    title: str
    title_es: str
    version: str
    year: int
    source: str
    mark: str
    everyone: bool
    steps: int
    digest: str
    adoption_id: int | None = None
    adopted_by: str | None = None
    adopted_on: dt.date | None = None
    changed: bool = False
    edition: int = 0
    pending: bool = False


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A pathway file that is not used, because it is broken. `line` 0: none in particular."""

    file: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class SuggestedPathway:
    """A pathway that fits a patient who is not in it, and why."""

    pathway: PathwayRow
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class EnrolmentRow:
    """A patient in a pathway, or a suggestion turned down. `status`: enrolled or left, dismissed or reopened."""

    id: int
    version: int
    pathway: str
    status: str
    entered_on: dt.date
    evidence: str | None
    left_on: dt.date | None
    reason: str | None


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
class TargetRow:
    """Something to reach. `value` as shipped; `own` and what follows when the patient has one of their own."""

    pathway: str
    id: str
    title: str
    title_es: str
    value: float
    unit: str
    source: str
    mark: str
    own: float | None = None
    set_on: dt.date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PatientPathways:
    """Everything of one patient on one day.

    `due`: of the adopted pathways the patient is in, one row for each piece of work. `preview`: the same as if every
    suggestion were confirmed and every pathway adopted; it makes no work. `enrolments`: the latest of each pathway.
    `targets`: of the adopted pathways the patient is in. `pathways`: all there are.
    """

    head: PatientHead
    day: dt.date
    due: tuple[StepDue, ...]
    preview: tuple[StepDue, ...]
    suggested: tuple[SuggestedPathway, ...]
    escalations: tuple[EscalationRow, ...]
    enrolments: tuple[EnrolmentRow, ...] = ()
    targets: tuple[TargetRow, ...] = ()
    pathways: tuple[PathwayRow, ...] = ()


@dataclass(frozen=True, slots=True)
class AdoptPathway:
    """A named clinician stands for a pathway as it was read (`digest`)."""

    pathway: str
    digest: str
    adopted_by: str
    adopted_role: str | None = None


@dataclass(frozen=True, slots=True)
class EnrolPatient:
    """A person puts a patient into a pathway; `evidence` as it was shown."""

    patient_id: int
    pathway: str
    evidence: str | None = None
    entered_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class DismissSuggestion:
    """A suggestion is turned down for this patient, with the reason."""

    patient_id: int
    pathway: str
    reason: str


@dataclass(frozen=True, slots=True)
class LeavePathway:
    """A patient leaves a pathway, or a dismissed suggestion is opened again, with the reason."""

    enrolment_id: int
    expected_version: int
    reason: str


@dataclass(frozen=True, slots=True)
class DecideStep:
    """What a person decided about an activity: done on a day, declined, not_applicable, or deferred to `until_on`."""

    patient_id: int
    activity: str
    kind: str
    reason: str = ""
    made_on: dt.date | None = None
    until_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class SetTarget:
    """A target of this patient in place of that of every pathway with one of this name, with the reason."""

    patient_id: int
    target: str
    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class PathwaySaved:
    """What was saved."""

    id: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class WorkReckoned:
    """For how many patients the due work was reckoned again."""

    patients: int
    changes: Changes
