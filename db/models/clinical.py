"""Clinical facts as they were recorded, ours and others'.

Statuses are FHIR's words. `when` columns hold FHIR dates as text: a date of any precision ("2019", "2019-05",
"2019-05-07")
or an instant in UTC ("2026-06-04T00:30:00Z"); `domain.moments` reads them and turns instants into the practice's local
day.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Float, ForeignKey, Index
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from db.models.base import Audited, Base, Imported


class Fact(Audited, Imported):
    """What every clinical fact has: whose, status, code and text, and who said it where."""

    @declared_attr
    @classmethod
    def patient_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("patient.id"), index=True)

    status: Mapped[str | None]
    code_system: Mapped[str | None]
    code: Mapped[str | None]
    text: Mapped[str | None]
    other_codes: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    recorded_when: Mapped[str | None]
    author: Mapped[str | None]
    organization: Mapped[str | None]


class Condition(Fact, Base):
    """A problem, diagnosis, concern or social finding. `status` is FHIR clinicalStatus."""

    __tablename__ = "condition"

    verification: Mapped[str | None]
    category: Mapped[str | None]
    severity: Mapped[str | None]
    onset_when: Mapped[str | None]
    abated_when: Mapped[str | None]


class AllergyIntolerance(Fact, Base):
    """An allergy or intolerance. `status` is FHIR clinicalStatus; `kind` is allergy or intolerance."""

    __tablename__ = "allergy_intolerance"

    verification: Mapped[str | None]
    kind: Mapped[str | None]
    category: Mapped[str | None]
    criticality: Mapped[str | None]
    reaction: Mapped[str | None]
    onset_when: Mapped[str | None]


class MedicationEntry(Fact, Base):
    """A MedicationRequest or MedicationStatement (`kind`), or one typed here (kind "entry").

    `morning`, `noon`, `evening`, `bedtime` are amounts per time as the patient reads them ("1", "half"); empty when the
    timing is only free text in `dosage`.
    """

    __tablename__ = "medication_entry"

    kind: Mapped[str]
    intent: Mapped[str | None]
    dosage: Mapped[str | None]
    dose_value: Mapped[float | None] = mapped_column(Float)
    dose_unit: Mapped[str | None]
    times_per_day: Mapped[float | None] = mapped_column(Float)
    as_needed: Mapped[bool] = mapped_column(default=False)
    morning: Mapped[str | None]
    noon: Mapped[str | None]
    evening: Mapped[str | None]
    bedtime: Mapped[str | None]
    reason: Mapped[str | None]
    patient_reported: Mapped[bool] = mapped_column(default=False)
    starts_when: Mapped[str | None]
    ends_when: Mapped[str | None]


class Observation(Fact, Base):
    """A result or finding. One of number, text or code; components in their own rows."""

    __tablename__ = "observation"
    __table_args__ = (
        Index("ix_observation_patient_id_code_effective_when", "patient_id", "code", "effective_when"),
        # One kind of result over all patients; with the value, so that normal ones are passed over inside the index.
        Index("ix_observation_code_effective_when_value_number", "code", "effective_when", "value_number"),
    )

    category: Mapped[str | None]
    effective_when: Mapped[str | None]
    value_number: Mapped[float | None] = mapped_column(Float)
    value_comparator: Mapped[str | None]
    value_unit: Mapped[str | None]
    value_text: Mapped[str | None]
    value_code: Mapped[str | None]
    value_code_system: Mapped[str | None]
    interpretation: Mapped[str | None]
    reference_low: Mapped[float | None] = mapped_column(Float)
    reference_high: Mapped[float | None] = mapped_column(Float)
    absent_reason: Mapped[str | None]
    encounter_source: Mapped[str | None]


class ObservationComponent(Imported, Base):
    """One part of an observation, such as the systolic pressure."""

    __tablename__ = "observation_component"

    id: Mapped[int] = mapped_column(primary_key=True)
    observation_id: Mapped[int] = mapped_column(ForeignKey("observation.id"), index=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"))
    code_system: Mapped[str | None]
    code: Mapped[str | None]
    text: Mapped[str | None]
    value_number: Mapped[float | None] = mapped_column(Float)
    value_unit: Mapped[str | None]
    value_text: Mapped[str | None]
    value_code: Mapped[str | None]


class Encounter(Fact, Base):
    """A visit or stay. `class_code` is HL7 v3 ActCode (AMB, EMER, IMP, VR ...)."""

    __tablename__ = "encounter"
    __table_args__ = (Index("ix_encounter_class_code_ends_when", "class_code", "ends_when"),)

    class_code: Mapped[str | None]
    starts_when: Mapped[str | None]
    ends_when: Mapped[str | None]
    reason: Mapped[str | None]
    discharge: Mapped[str | None]
    participant: Mapped[str | None]
    location: Mapped[str | None]


class Procedure(Fact, Base):
    """Something done, or recorded as not done."""

    __tablename__ = "procedure"

    performed_when: Mapped[str | None]
    performed_end: Mapped[str | None]
    not_done_reason: Mapped[str | None]


class Immunization(Fact, Base):
    """A vaccination, or one recorded as not done."""

    __tablename__ = "immunization"

    occurred_when: Mapped[str | None]
    not_done_reason: Mapped[str | None]


class QuestionnaireResponse(Fact, Base):
    """Answers to a questionnaire; `items` is a flat list of {link_id, text, code, value}."""

    __tablename__ = "questionnaire_response"
    __table_args__ = (Index("ix_questionnaire_response_authored_when", "authored_when"),)

    questionnaire: Mapped[str | None]
    authored_when: Mapped[str | None]
    language: Mapped[str | None]
    items: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
