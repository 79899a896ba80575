"""A person in full: what the About tab shows and what its forms save. Dates are FHIR dates of any precision."""

from __future__ import annotations

from dataclasses import dataclass

from icm_desktop.contracts.common import PatientHead, Provenance

Coded = tuple[str | None, str]  # (code, words): a category of a list, or words alone when the source had no code


@dataclass(frozen=True, slots=True)
class Choices:
    """Every list of a file of `resources/content/codes` by name, in one language: (code, words)."""

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
    """An agreement or refusal; `state` as of `domain.validity.consent`.

    `hidden`: it tells a condition by itself, and who asks reads no clinical facts: only dates and state are given.
    `lacks`: which elements of 42 CFR 2.31 a consent about substance use has not; with one missing it permits nothing.
    """

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
    hidden: bool = False
    purpose: str | None = None
    discloser: str | None = None
    recipient_class: str | None = None
    expiry_event: str | None = None
    statements: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


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
    no_letters: bool | None = None


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

    `warnings` are administrative alerts in force, (severity, words); `people` others who may be spoken to today.
    """

    voicemail_rule: str | None
    do_not_call: bool
    preferred_channel: str | None
    best_time: str | None
    note: str | None
    language: str | None
    interpreter_needed: str | None
    warnings: tuple[tuple[str, str], ...]
    people: tuple[ContactPersonRow, ...]
