"""Social needs of a patient by domain: found or not, whether help is wanted, and what became of a referral."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.referrals import NewReferral

Words = Mapping[str, str]  # by language
FOUND, NONE, NOT_ASKED = "found", "none", "not_asked"
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class NeedReferral:
    """The referral made from a need. `open`: its loop is not closed yet; `sensitive`: front desk sees no service."""

    id: int
    state: str
    to: str | None
    ordered_on: dt.date | None
    due: dt.date | None
    open: bool


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One domain. `state`: "found", "none" or "not_asked"; `by`: the questionnaire or the problem list, `day` when.

    `wants_help`: "yes", "no", or None when nobody asked; `said_on`, `said_to`: when and to whom it was said.
    """

    domain: str
    title: Words
    private: bool
    state: str
    by: Words | None
    day: dt.date | None
    response_id: int | None
    wants_help: str | None
    said_on: dt.date | None
    said_to: str | None
    note: str | None
    referral: NeedReferral | None
    concern: str | None
    id: int | None
    version: int
    service: str


@dataclass(frozen=True, slots=True)
class PatientNeeds:
    """Every domain with what is known of it."""

    head: PatientHead
    rows: tuple[NeedRow, ...]


@dataclass(frozen=True, slots=True)
class SayNeed:
    """What the patient said about help with a need, on a local day; `wants_help` is "yes" or "no"."""

    patient_id: int
    domain: str
    expected_version: int
    wants_help: str
    asked_on: dt.date
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ReferNeed:
    """A referral to a community service because of a need."""

    domain: str
    referral: NewReferral


@dataclass(frozen=True, slots=True)
class NeedToPlan:
    """Make a concern of the care plan from a need."""

    patient_id: int
    domain: str


@dataclass(frozen=True, slots=True)
class NeedSaved:
    """What was said or made was kept."""

    need_id: int
    changes: Changes
