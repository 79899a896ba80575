"""Patients: who they are and how to reach them."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.models.base import Audited, Base, Imported


class Patient(Audited, Imported, Base):
    """One person. The name columns repeat the current name of `names` for lists and sorting.

    `birth_date` and `deceased_on` are FHIR dates of any precision ("1958", "1958-03", "1958-03-04").
    `sex`: male, female, other, unknown, or None when nobody recorded it. `language` is BCP 47.
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


class PatientAddress(_OfPatient, Base):
    """A postal address."""

    __tablename__ = "patient_address"

    use: Mapped[str | None]
    line: Mapped[str | None]
    city: Mapped[str | None]
    state: Mapped[str | None]
    postal_code: Mapped[str | None]
    country: Mapped[str | None]


class PatientContact(_OfPatient, Base):
    """A relative, carer or other person to speak to."""

    __tablename__ = "patient_contact"

    name: Mapped[str | None]
    relationship_text: Mapped[str | None]
    phone: Mapped[str | None]


class MatchCandidate(Audited, Base):
    """Two patients that look alike: a question for a person, never an automatic merge.

    `certainty`: certain, probable, possible; `state`: open, different, same.
    """

    __tablename__ = "match_candidate"

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    other_patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    certainty: Mapped[str]
    reasons: Mapped[str]
    state: Mapped[str] = mapped_column(default="open")
