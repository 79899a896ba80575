"""Versions of the plan: put to the team, answered, agreed, handed out, compared."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import Owner, PatientHead


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who can be asked about a version; `usual`: on the team or with open work on the plan."""

    who: Owner
    role: str | None
    usual: bool = True
    role_es: str | None = None


@dataclass(frozen=True, slots=True)
class FreezePlan:
    """Put the plan as it is to these members and the patient: it becomes a version, and counts as reviewed today.

    `since` is the id of the newest version the form knew; `reason` what is new in a sentence.
    """

    patient_id: int
    since: int | None
    asked: tuple[Signer, ...]
    risk: str
    review_due: dt.date | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class AnswerVersion:
    """What one who was asked answers. Of somebody outside and the patient: how it came, when, and from whom."""

    sign_off_id: int
    expected_version: int
    answer: str
    reason: str | None = None
    how: str | None = None
    answered_on: dt.date | None = None
    answered_by: str | None = None


@dataclass(frozen=True, slots=True)
class GiveCopy:
    """A version was given to somebody: `to_kind` patient, caregiver, member or other."""

    version_id: int
    to_kind: str
    to_name: str
    how: str
    to_organization: str | None = None
    given_on: dt.date | None = None
    without_sensitive: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SignOffRow:
    """One who was asked about a version. `mine`: the signed-in user answers for themselves."""

    id: int
    version: int
    party: str
    name: str
    role: str | None
    organization: str | None
    inside: bool
    mine: bool
    answer: str | None
    reason: str | None
    answered_on: dt.date | None
    answered_by: str | None
    how: str | None
    recorded_by: str | None
    role_es: str | None = None


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One who received a version; `handout_id`: the exact pages, where they were made here."""

    id: int
    version: int
    to_kind: str
    to_name: str
    to_organization: str | None
    how: str
    given_on: dt.date
    given_by: str
    without_sensitive: bool
    note: str | None
    handout_id: int | None = None


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version; `intact` is False when its content is not what was put to the team."""

    id: int
    number: int
    state: str
    frozen_at: dt.datetime
    frozen_on: dt.date
    frozen_by: str
    reason: str | None
    risk: str | None
    review_due: dt.date | None
    intact: bool
    mark: str
    sign_offs: tuple[SignOffRow, ...]
    copies: tuple[CopyRow, ...]

    @property
    def waiting(self) -> int:
        """How many still owe an answer."""
        return sum(one.answer is None for one in self.sign_offs)

    @property
    def dissents(self) -> int:
        """How many do not agree."""
        return sum(one.answer == "dissented" for one in self.sign_offs)


@dataclass(frozen=True, slots=True)
class VersionsView:
    """Every version, the newest first; `changed` counts what differs from the newest, None when there is none."""

    head: PatientHead
    versions: tuple[VersionRow, ...]
    changed: int | None
    signers: tuple[Signer, ...]

    @property
    def in_force(self) -> VersionRow | None:
        """The version that is agreed."""
        return next((one for one in self.versions if one.state == "agreed"), None)

    @property
    def newest(self) -> VersionRow | None:
        """The version that was put to the team last."""
        return self.versions[0] if self.versions else None


@dataclass(frozen=True, slots=True)
class CompareVersions:
    """What differs from one version to another; `after` None is the plan as it is now."""

    patient_id: int
    before: int
    after: int | None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One fact that changed, as stored: codes and ISO dates."""

    fact: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """What became of one line of the plan: added, changed, ended or removed."""

    section: str
    what: str
    id: str
    title: str
    changes: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class VersionSaved:
    """A version was made, answered or given out."""

    id: int
    changes: Changes
