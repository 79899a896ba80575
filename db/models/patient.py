"""Patients: who they are and how to reach them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, Float, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.models.base import Audited, Base, Imported


class Patient(Audited, Imported, Base):
    """One person. The name columns repeat the current name of `names` for lists and sorting.

    `birth_date` and `deceased_on` are FHIR dates of any precision ("1958", "1958-03", "1958-03-04").
    `sex`: male, female, other, unknown, or None when nobody recorded it. `language` is BCP 47.

    Facts about sex and gender are kept apart, each None when nobody asked: `sex` (administrative), `birth_sex` (US Core
    birth sex: M, F, OTH, UNK, ASKU), `gender_identity`, `sexual_orientation`, `pronouns`; "asked-declined" and
    "unknown" are values of their own. The last three hold a code of resources/content/codes/demographics.toml when it
    knows one, else the words as they came; so does `marital_status`. `race` and `ethnicity` are lists of {code, text}
    with CDC codes (or UNK, ASKU). `multiple_birth`: 0 born alone, 1 the first of several, 2 the second ...
    `voicemail_rule`: no_message, name_and_number, details_allowed.
    `preferred_channel`: phone, sms, email, mail, portal.
    `merged_into_id` names the patient this record was merged into; such a record is removed, not deleted.
    """

    __tablename__ = "patient"
    __table_args__ = (Index("ix_patient_family_given", "family", "given", "id"),)

    record_number: Mapped[str] = mapped_column(unique=True)
    family: Mapped[str]
    given: Mapped[str | None]
    prefix: Mapped[str | None]
    suffix: Mapped[str | None]
    preferred_name: Mapped[str | None]
    birth_date: Mapped[str | None] = mapped_column(index=True)
    sex: Mapped[str | None]
    gender_identity: Mapped[str | None]
    language: Mapped[str | None]
    interpreter_needed: Mapped[str | None]
    deceased: Mapped[bool] = mapped_column(default=False)
    deceased_on: Mapped[str | None]
    phone: Mapped[str | None]
    best_time: Mapped[str | None]
    large_print: Mapped[bool] = mapped_column(default=False)
    no_known_allergies_on: Mapped[dt.date | None]
    birth_sex: Mapped[str | None]
    pronouns: Mapped[str | None]
    sexual_orientation: Mapped[str | None]
    race: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    ethnicity: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    marital_status: Mapped[str | None]
    multiple_birth: Mapped[int | None]
    interpreter_language: Mapped[str | None]
    preferred_channel: Mapped[str | None]
    voicemail_rule: Mapped[str | None]
    do_not_call: Mapped[bool | None]
    no_letters: Mapped[bool | None]
    contact_note: Mapped[str | None]
    deceased_note: Mapped[str | None]
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("patient.id"), index=True)
    coordinator_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"), index=True)

    names: Mapped[list[PatientName]] = relationship(order_by="PatientName.id")
    identifiers: Mapped[list[PatientIdentifier]] = relationship(order_by="PatientIdentifier.id")
    telecoms: Mapped[list[PatientTelecom]] = relationship(order_by="PatientTelecom.id")
    addresses: Mapped[list[PatientAddress]] = relationship(order_by="PatientAddress.id")
    contacts: Mapped[list[PatientContact]] = relationship(order_by="PatientContact.id")


class _OfPatient(Audited, Imported):
    """A detail of one patient."""

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)


class PatientName(_OfPatient, Base):
    """A legal, preferred, maiden or old name; `use` as in FHIR (official, usual, nickname, maiden, old)."""

    __tablename__ = "patient_name"

    use: Mapped[str | None]
    family: Mapped[str | None]
    given: Mapped[str | None]
    prefix: Mapped[str | None]
    suffix: Mapped[str | None]
    starts_on: Mapped[str | None]
    ends_on: Mapped[str | None]


class PatientIdentifier(_OfPatient, Base):
    """A number another system knows the patient by."""

    __tablename__ = "patient_identifier"
    __table_args__ = (Index("ix_patient_identifier_value", "value"),)

    system: Mapped[str | None]
    value: Mapped[str]
    use: Mapped[str | None]
    type_text: Mapped[str | None]


class PatientTelecom(_OfPatient, Base):
    """A phone number, e-mail address or the like; `digits` is what search compares."""

    __tablename__ = "patient_telecom"

    system: Mapped[str | None]
    value: Mapped[str]
    use: Mapped[str | None]
    digits: Mapped[str | None]
    rank: Mapped[int | None]
    starts_on: Mapped[str | None]
    ends_on: Mapped[str | None]
    note: Mapped[str | None]


class PatientAddress(_OfPatient, Base):
    """A postal address."""

    __tablename__ = "patient_address"

    use: Mapped[str | None]
    line: Mapped[str | None]
    city: Mapped[str | None]
    state: Mapped[str | None]
    postal_code: Mapped[str | None]
    country: Mapped[str | None]
    text: Mapped[str | None]
    starts_on: Mapped[str | None]
    ends_on: Mapped[str | None]


class PatientContact(_OfPatient, Base):
    """A relative, carer, proxy or other person to speak to.

    `authority`: health_care_proxy, guardian, power_of_attorney, parent, other, or None when none is recorded.
    `may` and `may_not` list what they may hear or decide about: codes of the list "topic" (visits, medicines ...).
    `relationship_code` is HL7 v3 RoleCode.
    """

    __tablename__ = "patient_contact"

    name: Mapped[str | None]
    relationship_text: Mapped[str | None]
    phone: Mapped[str | None]
    relationship_code: Mapped[str | None]
    email: Mapped[str | None]
    address: Mapped[str | None]
    language: Mapped[str | None]
    sex: Mapped[str | None]
    birth_date: Mapped[str | None]
    organization: Mapped[str | None]
    is_emergency: Mapped[bool | None]
    authority: Mapped[str | None]
    may: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    may_not: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    starts_on: Mapped[str | None]
    ends_on: Mapped[str | None]
    note: Mapped[str | None]


class PatientPhoto(_OfPatient, Base):
    """A picture to recognise the patient by; only where the practice turned photographs on."""

    __tablename__ = "patient_photo"

    content_type: Mapped[str]
    data: Mapped[bytes] = mapped_column(LargeBinary)
    taken_on: Mapped[dt.date | None]


class MatchCandidate(Audited, Base):
    """Two patients that look alike: a question for a person, never an automatic merge.

    `certainty`: certain, probable, possible; `state`: open, different, same.
    """

    __tablename__ = "match_candidate"
    __table_args__ = (Index("ix_match_candidate_state_decided_at", "state", "decided_at"),)

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    other_patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    certainty: Mapped[str]
    reasons: Mapped[str]
    state: Mapped[str] = mapped_column(default="open")
    score: Mapped[float | None] = mapped_column(Float)
    decided_at: Mapped[dt.datetime | None]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))


class PatientMerge(Audited, Base):
    """Two records made one: `merged_id` went into `survivor_id`. `moved` counts rows by table."""

    __tablename__ = "patient_merge"

    survivor_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    merged_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    at: Mapped[dt.datetime]
    by_user_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    reason: Mapped[str | None]
    moved: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    undone_at: Mapped[dt.datetime | None]
