"""What patients ask for about their records: access, amendment, accounting, restriction; due, answered, disputed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import Owner, PatientHead
from icm_desktop.contracts.records import FactRef


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One request. `due_on` is the last day to answer; `days_late` 0 while there is time, or once it is closed.

    `longer_until`: what the term would become, None when it cannot be made longer (any more). `about`: the record an
    amendment is about, `about_title` what it is called. `denies`: the answer denied something, so that the patient may
    disagree in writing. `ends`: the codes it may be answered with, `denying` those of them that deny something,
    `grounds` what a denial may rest on; `ground` the one it rests on, `reviewable` whether the patient may have
    that reviewed.
    """

    id: int
    version: int
    head: PatientHead
    kind: str
    status: str
    received_on: dt.date
    due_on: dt.date
    days_late: int
    asked_by: str | None
    text: str
    form_wanted: str | None
    owner: Owner | None
    noted_by: str
    about: FactRef | None = None
    about_title: str = ""
    longer_until: dt.date | None = None
    extended_on: dt.date | None = None
    extension_reason: str | None = None
    closed_on: dt.date | None = None
    closed_by: str | None = None
    outcome: str | None = None
    outcome_text: str | None = None
    denies: bool = False
    ends: tuple[str, ...] = ()
    statement: str | None = None
    statement_on: dt.date | None = None
    rebuttal: str | None = None
    grounds: tuple[str, ...] = ()
    denying: tuple[str, ...] = ()
    ground: str | None = None
    reviewable: bool = False


@dataclass(frozen=True, slots=True)
class RequestFilter:
    """Of one patient (all, open ones first), or of everybody (`patient_id` None: only open ones, most urgent first)."""

    patient_id: int | None = None


@dataclass(frozen=True, slots=True)
class TakeRequest:
    """Note what a patient asked for. `asked_by`: who asked for them, None when it was the patient.

    `received_on` None: today. `owner_user_id` None: nobody by name, the patient's coordinator on Today.
    """

    patient_id: int
    kind: str
    text: str
    received_on: dt.date | None = None
    asked_by: str | None = None
    form_wanted: str | None = None
    about: FactRef | None = None
    owner_user_id: int | None = None


@dataclass(frozen=True, slots=True)
class ExtendRequest:
    """Make the term longer, once: the patient was told why in writing within the first term."""

    id: int
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class CloseRequest:
    """Answer it. `outcome`: a code that fits the kind; what is denied needs the reason in `text`, and access or an
    amendment the `ground` of the rule it is denied on."""

    id: int
    version: int
    outcome: str
    text: str | None = None
    ground: str | None = None


@dataclass(frozen=True, slots=True)
class NoteStatement:
    """The patient disagrees with a denial in writing; `rebuttal`: our answer to that, if any. Both stay with it."""

    id: int
    version: int
    statement: str
    rebuttal: str | None = None


@dataclass(frozen=True, slots=True)
class ReopenRequest:
    """It was closed by mistake."""

    id: int
    version: int


@dataclass(frozen=True, slots=True)
class RequestSaved:
    """It is kept."""

    id: int
    changes: Changes
