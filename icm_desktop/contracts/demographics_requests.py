"""What the forms about a person save. Dates are FHIR dates of any precision; `row` says which row is changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.demographics import Identity, Preferences


@dataclass(frozen=True, slots=True)
class SaveNames:
    """The legal and the preferred name, as read at `expected_version` of the patient."""

    patient_id: int
    expected_version: int
    family: str
    given: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    preferred_name: str | None = None
    pronouns: str | None = None


@dataclass(frozen=True, slots=True)
class SaveIdentity:
    """Birth, sex and gender, race and ethnicity. `race` and `ethnicity` are (code, words)."""

    patient_id: int
    expected_version: int
    identity: Identity


@dataclass(frozen=True, slots=True)
class SavePreferences:
    """How the person wants to be reached."""

    patient_id: int
    expected_version: int
    preferences: Preferences


@dataclass(frozen=True, slots=True)
class RowId:
    """Which row a form changes; `row_id` None adds one."""

    patient_id: int
    row_id: int | None = None
    expected_version: int | None = None


@dataclass(frozen=True, slots=True)
class SaveFormerName:
    """A maiden, old or other name with its dates."""

    row: RowId
    use: str
    family: str | None = None
    given: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    starts_on: str | None = None
    ends_on: str | None = None


@dataclass(frozen=True, slots=True)
class SaveTelecom:
    """A phone number or e-mail address; rank 1 is tried first."""

    row: RowId
    system: str
    value: str
    use: str | None = None
    rank: int | None = None
    starts_on: str | None = None
    ends_on: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SaveAddress:
    """A postal address."""

    row: RowId
    use: str | None = None
    line: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    country: str | None = None
    starts_on: str | None = None
    ends_on: str | None = None


@dataclass(frozen=True, slots=True)
class SaveContactPerson:
    """A contact, relative or proxy; `authority` needs a name and says what they `may` hear and `may_not`."""

    row: RowId
    name: str | None
    relationship_code: str | None = None
    relationship_text: str | None = None
    phone: str | None = None
    email: str | None = None
    address: str | None = None
    language: str | None = None
    is_emergency: bool = False
    authority: str | None = None
    may: tuple[str, ...] = ()
    may_not: tuple[str, ...] = ()
    starts_on: str | None = None
    ends_on: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SaveCoverage:
    """An insurance; position 1 pays first, the others move down."""

    row: RowId
    payer: str | None
    plan: str | None = None
    kind: str | None = None
    member_id: str | None = None
    group_number: str | None = None
    subscriber: str | None = None
    relationship_text: str | None = None
    phone: str | None = None
    starts_on: str | None = None
    ends_on: str | None = None
    position: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SaveConsent:
    """An agreement or refusal: what about, when, how and by whom it was taken, and until when it holds.

    The last five are what 42 CFR 2.31 asks for besides; `recipient_class` "tpo" or None.
    """

    row: RowId
    scope: str
    decision: str
    given_on: str | None
    given_by: str | None = None
    given_how: str | None = None
    taken_by: str | None = None
    text: str | None = None
    covers: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    starts_on: str | None = None
    expires_on: str | None = None
    note: str | None = None
    purpose: str | None = None
    discloser: str | None = None
    recipient_class: str | None = None
    expiry_event: str | None = None
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RevokeConsent:
    """A consent no longer holds from a day on, for a reason."""

    row: RowId
    revoked_on: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class SaveAlert:
    """An alert; a clinical one needs the right to write clinical facts."""

    row: RowId
    text: str
    severity: str = "caution"
    category: str | None = None
    clinical: bool = False
    when_booking: bool = False
    starts_on: str | None = None
    ends_on: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class OpenThing:
    """Something still open when a patient died. `key`: "appointment:7", "referral:3", "plan_action:9"."""

    key: str
    version: int
    text: str | None
    due: dt.datetime | dt.date | None


@dataclass(frozen=True, slots=True)
class RecordDeath:
    """The patient died; `cancel` are the open things, as read, that are called off with it."""

    patient_id: int
    expected_version: int
    died_on: str | None
    note: str | None = None
    cancel: tuple[OpenThing, ...] = ()


@dataclass(frozen=True, slots=True)
class DeathInError:
    """The patient is alive: the death was recorded by mistake."""

    patient_id: int
    expected_version: int


@dataclass(frozen=True, slots=True)
class SavePhoto:
    """A picture file as chosen; it is made small and written anew before it is kept."""

    patient_id: int
    data: bytes
    taken_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Photo:
    """A kept picture."""

    content_type: str
    data: bytes
    taken_on: dt.date | None


@dataclass(frozen=True, slots=True)
class PersonSaved:
    """What was saved; `row_id` of the row a form added or changed."""

    patient_id: int
    row_id: int | None
    changes: Changes
