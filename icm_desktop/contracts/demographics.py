"""A person in full: what the About tab shows and what its forms save. Dates are FHIR dates of any precision."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead, Provenance

Coded = tuple[str | None, str]  # (code, words): a category of a list, or words alone when the source had no code


@dataclass(frozen=True, slots=True)
class Choices:
    """Every list of `resources/content/codes/demographics.toml` by name, in one language: (code, words)."""

    lists: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]

    def of(self, name: str) -> tuple[tuple[str, str], ...]:
        """One list."""
        return dict(self.lists)[name]

    def words(self, name: str, code: str | None) -> str:
        """The words of a code; what no list knows is shown as it came, nothing for None."""
        return dict(self.of(name)).get(code or "", code or "")


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name of a person; `use` as in FHIR."""

    id: int
    version: int
    use: str | None
    family: str | None
    given: str | None
    prefix: str | None
    suffix: str | None
    starts_on: str | None
    ends_on: str | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class TelecomRow:
    """A phone number or e-mail address; `in_use` today, `best` is the one lists show."""

    id: int
    version: int
    system: str | None
    value: str
    use: str | None
    rank: int | None
    starts_on: str | None
    ends_on: str | None
    note: str | None
    in_use: bool
    best: bool
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class AddressRow:
    """A postal address."""

    id: int
    version: int
    use: str | None
    line: str | None
    city: str | None
    state: str | None
    postal_code: str | None
    country: str | None
    text: str | None
    starts_on: str | None
    ends_on: str | None
    in_use: bool
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class ContactPersonRow:
    """A relative, carer or proxy. `state`: valid, future, expired or unknown today; only a valid authority counts."""

    id: int
    version: int
    name: str | None
    relationship_code: str | None
    relationship_text: str | None
    phone: str | None
    email: str | None
    address: str | None
    language: str | None
    is_emergency: bool | None
    authority: str | None
    may: tuple[str, ...]
    may_not: tuple[str, ...]
    starts_on: str | None
    ends_on: str | None
    note: str | None
    state: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """An insurance; `state`: valid, future, expired, unknown, or not_in_force when its status says so."""

    id: int
    version: int
    status: str | None
    position: int | None
    plan: str | None
    payer: str | None
    kind: str | None
    member_id: str | None
    group_number: str | None
    subscriber: str | None
    relationship_text: str | None
    phone: str | None
    starts_on: str | None
    ends_on: str | None
    note: str | None
    state: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """An agreement or refusal; `state` as of `domain.validity.consent`."""

    id: int
    version: int
    status: str | None
    text: str | None
    scope: str | None
    decision: str | None
    covers: tuple[str, ...]
    excludes: tuple[str, ...]
    recipients: tuple[str, ...]
    given_on: str | None
    given_by: str | None
    given_how: str | None
    taken_by: str | None
    starts_on: str | None
    expires_on: str | None
    revoked_on: str | None
    revoked_reason: str | None
    note: str | None
    state: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class AlertRow:
    """An alert of the chart; `active` today. `severity`: high, caution, info."""

    id: int
    version: int
    text: str
    severity: str
    category: str | None
    clinical: bool
    when_booking: bool
    starts_on: str | None
    ends_on: str | None
    note: str | None
    active: bool
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Preferences:
    """How the person wants to be reached."""

    language: str | None
    interpreter_needed: str | None
    interpreter_language: str | None
    preferred_channel: str | None
    do_not_call: bool | None
    voicemail_rule: str | None
    best_time: str | None
    contact_note: str | None
    large_print: bool


@dataclass(frozen=True, slots=True)
class Identity:
    """Facts about the person, each kept apart. None: nobody asked; "unknown" and "declined" are values."""

    birth_date: str | None
    multiple_birth: int | None
    marital_status: str | None
    sex: str | None
    birth_sex: str | None
    gender_identity: str | None
    sexual_orientation: str | None
    pronouns: str | None
    race: tuple[Coded, ...]
    ethnicity: tuple[Coded, ...]


@dataclass(frozen=True, slots=True)
class Death:
    """`died_on` is a date of any precision, None when the day is not known."""

    deceased: bool
    died_on: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class About:
    """Everything the About tab shows. Alerts hold the clinical ones only for roles that read clinical facts."""

    head: PatientHead
    version: int
    suffix: str | None
    identity: Identity
    preferences: Preferences
    death: Death
    names: tuple[NameRow, ...]
    telecoms: tuple[TelecomRow, ...]
    addresses: tuple[AddressRow, ...]
    contacts: tuple[ContactPersonRow, ...]
    coverages: tuple[CoverageRow, ...]
    consents: tuple[ConsentRow, ...]
    alerts: tuple[AlertRow, ...]
    identifiers: tuple[tuple[str, str], ...]
    provenance: Provenance
    photos_enabled: bool
    photo_id: int | None


@dataclass(frozen=True, slots=True)
class CallRules:
    """What must be known before calling: shown wherever a call is made.

    `warnings` are administrative alerts in force, in their own words; `people` others who may be spoken to today.
    """

    voicemail_rule: str | None
    do_not_call: bool
    preferred_channel: str | None
    best_time: str | None
    note: str | None
    language: str | None
    interpreter_needed: str | None
    warnings: tuple[str, ...]
    people: tuple[ContactPersonRow, ...]


# requests


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
    """An agreement or refusal: what about, when, how and by whom it was taken, and until when it holds."""

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
