"""Clinical facts as they were recorded, ours and others'.

Statuses are FHIR's words. `when` columns hold FHIR dates as text: a date of any precision ("2019", "2019-05",
"2019-05-07")
or an instant in UTC ("2026-06-04T00:30:00Z"); `domain.moments` reads them and turns instants into the practice's local
day.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, Float, ForeignKey, Index, text
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
    __table_args__ = (
        # Who has a condition of a list is answered by the index alone, for a whole practice.
        Index(
            "ix_condition_code",
            *("code", "patient_id", "code_system", "status", "verification", "removed_at", "onset_when"),
            *("recorded_when", "abated_when", "import_id"),
        ),
        Index("ix_condition_other_codes", "other_codes", sqlite_where=text("other_codes IS NOT NULL")),
    )

    verification: Mapped[str | None]
    category: Mapped[str | None]
    severity: Mapped[str | None]
    onset_when: Mapped[str | None]
    abated_when: Mapped[str | None]
    note: Mapped[str | None]
    encounter_source: Mapped[str | None]


class AllergyIntolerance(Fact, Base):
    """An allergy or intolerance. `status` is FHIR clinicalStatus; `kind` is allergy or intolerance.

    `severity`: of the worst reaction, FHIR's mild, moderate, severe; `criticality`: what the next one may do.
    """

    __tablename__ = "allergy_intolerance"

    verification: Mapped[str | None]
    kind: Mapped[str | None]
    category: Mapped[str | None]
    criticality: Mapped[str | None]
    reaction: Mapped[str | None]
    onset_when: Mapped[str | None]
    note: Mapped[str | None]
    severity: Mapped[str | None]


class MedicationEntry(Fact, Base):
    """A MedicationRequest or MedicationStatement (`kind`), or one typed here (kind "entry").

    `morning`, `noon`, `evening`, `bedtime` are amounts per time as the patient reads them ("1", "half"); empty when the
    timing is only free text in `dosage`. `route`: one of `domain.medicines.ROUTES`, when it was typed here.
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
    status_reason: Mapped[str | None]
    note: Mapped[str | None]
    refills: Mapped[int | None]
    days_supply: Mapped[float | None] = mapped_column(Float)
    encounter_source: Mapped[str | None]
    route: Mapped[str | None]


class Observation(Fact, Base):
    """A result or finding. One of number, text or code; components in their own rows.

    `safety_before`: what an answer about safety scored, by the rule that says so, before a later import lowered it or
    took it away while no clinician had assessed it.
    """

    __tablename__ = "observation"
    __table_args__ = (
        Index("ix_observation_patient_id_code_effective_when", "patient_id", "code", "effective_when"),
        # One kind of result over all patients; with the value, so that normal ones are passed over inside the index.
        Index("ix_observation_code_effective_when_value_number", "code", "effective_when", "value_number"),
        Index("ix_observation_safety_before", "patient_id", sqlite_where=text("safety_before IS NOT NULL")),
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
    reference_text: Mapped[str | None]
    note: Mapped[str | None]
    body_site: Mapped[str | None]
    method: Mapped[str | None]
    specimen: Mapped[str | None]
    members: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    safety_before: Mapped[dict[str, float] | None] = mapped_column(JSON(none_as_null=True))
    response_id: Mapped[int | None] = mapped_column(ForeignKey("questionnaire_response.id"), index=True)


class ObservationComponent(Imported, Base):
    """One part of an observation, such as the systolic pressure."""

    __tablename__ = "observation_component"

    id: Mapped[int] = mapped_column(primary_key=True)
    observation_id: Mapped[int] = mapped_column(ForeignKey("observation.id"), index=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    code_system: Mapped[str | None]
    code: Mapped[str | None]
    text: Mapped[str | None]
    value_number: Mapped[float | None] = mapped_column(Float)
    value_unit: Mapped[str | None]
    value_text: Mapped[str | None]
    value_code: Mapped[str | None]
    value_comparator: Mapped[str | None]
    interpretation: Mapped[str | None]
    reference_low: Mapped[float | None] = mapped_column(Float)
    reference_high: Mapped[float | None] = mapped_column(Float)
    reference_text: Mapped[str | None]
    absent_reason: Mapped[str | None]


class Encounter(Fact, Base):
    """A visit or stay. `class_code` is HL7 v3 ActCode (AMB, EMER, IMP, VR ...)."""

    __tablename__ = "encounter"
    # What Today asks of each stay of the last weeks stands in the index: stays are all over the table.
    __table_args__ = (
        Index(
            "ix_encounter_class_code_ends_when",
            *("class_code", "ends_when", "patient_id", "status", "removed_at", "discharge", "version", "import_id"),
        ),
    )

    class_code: Mapped[str | None]
    starts_when: Mapped[str | None]
    ends_when: Mapped[str | None]
    reason: Mapped[str | None]
    discharge: Mapped[str | None]
    participant: Mapped[str | None]
    location: Mapped[str | None]
    admitted_from: Mapped[str | None]
    priority: Mapped[str | None]
    note: Mapped[str | None]


class Procedure(Fact, Base):
    """Something done, or recorded as not done."""

    __tablename__ = "procedure"

    performed_when: Mapped[str | None]
    performed_end: Mapped[str | None]
    not_done_reason: Mapped[str | None]
    reason: Mapped[str | None]
    outcome: Mapped[str | None]
    note: Mapped[str | None]
    encounter_source: Mapped[str | None]


class Immunization(Fact, Base):
    """A vaccination, or one recorded as not done."""

    __tablename__ = "immunization"

    occurred_when: Mapped[str | None]
    not_done_reason: Mapped[str | None]
    lot_number: Mapped[str | None]
    dose_text: Mapped[str | None]
    note: Mapped[str | None]


class QuestionnaireResponse(Fact, Base):
    """Answers to a questionnaire; `items` is a flat list of {link_id, text, code, value}.

    One asked here also says which questionnaire in which version (`instrument_digest` of its file), how it was asked
    (`mode`: interview, phone, paper, self) and what the score was with its cut-off and band as they were that day.
    `safety_before`: see `Observation`.
    """

    __tablename__ = "questionnaire_response"
    __table_args__ = (
        Index("ix_questionnaire_response_authored_when", "authored_when"),
        Index("ix_questionnaire_response_safety_before", "patient_id", sqlite_where=text("safety_before IS NOT NULL")),
    )

    questionnaire: Mapped[str | None]
    authored_when: Mapped[str | None]
    language: Mapped[str | None]
    items: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    instrument: Mapped[str | None]
    instrument_version: Mapped[str | None]
    instrument_digest: Mapped[str | None]
    mode: Mapped[str | None]
    note: Mapped[str | None]
    scores: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    safety_before: Mapped[dict[str, float] | None] = mapped_column(JSON(none_as_null=True))


class DiagnosticReport(Fact, Base):
    """A report of a laboratory, imaging or other service; `results` lists the source keys of its observations."""

    __tablename__ = "diagnostic_report"

    category: Mapped[str | None]
    effective_when: Mapped[str | None]
    issued_when: Mapped[str | None]
    conclusion: Mapped[str | None]
    results: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    encounter_source: Mapped[str | None]


class FamilyMemberHistory(Fact, Base):
    """What relatives had; `conditions` is a list of {code_system, code, text, onset, note}."""

    __tablename__ = "family_member_history"

    relationship_text: Mapped[str | None]
    relationship_code: Mapped[str | None]
    name: Mapped[str | None]
    sex: Mapped[str | None]
    born_when: Mapped[str | None]
    deceased: Mapped[bool | None]
    deceased_when: Mapped[str | None]
    conditions: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    note: Mapped[str | None]


class Device(Fact, Base):
    """An implant or aid of the patient."""

    __tablename__ = "device"

    udi: Mapped[str | None]
    serial_number: Mapped[str | None]
    lot_number: Mapped[str | None]
    manufacturer: Mapped[str | None]
    made_when: Mapped[str | None]
    expires_when: Mapped[str | None]
    note: Mapped[str | None]


class Communication(Fact, Base):
    """Something that was told or sent, elsewhere or here; `text` is what it was about, `message` what was said."""

    __tablename__ = "communication"

    category: Mapped[str | None]
    medium: Mapped[str | None]
    sent_when: Mapped[str | None]
    received_when: Mapped[str | None]
    sender: Mapped[str | None]
    recipient: Mapped[str | None]
    message: Mapped[str | None]
    not_done_reason: Mapped[str | None]


class MedicationDispense(Fact, Base):
    """A medicine handed out by a pharmacy: the last refill."""

    __tablename__ = "medication_dispense"

    medication_source: Mapped[str | None]
    handed_over_when: Mapped[str | None]
    quantity: Mapped[float | None] = mapped_column(Float)
    quantity_unit: Mapped[str | None]
    days_supply: Mapped[float | None] = mapped_column(Float)
    not_done_reason: Mapped[str | None]


class MedicationAdherence(Audited, Imported, Base):
    """What the patient said about taking one medicine on one day.

    `taking`: as_directed, some_missed, stopped, never_started, unknown. `missed_doses` of the last `missed_days` days.
    `reason`: a code of resources/content (cost, side_effects, forgot ...); `reason_text` in their words.
    """

    __tablename__ = "medication_adherence"

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    medication_entry_id: Mapped[int] = mapped_column(ForeignKey("medication_entry.id"), index=True)
    asked_on: Mapped[dt.date]
    taking: Mapped[str]
    missed_doses: Mapped[int | None]
    missed_days: Mapped[int | None]
    reason: Mapped[str | None]
    reason_text: Mapped[str | None]
    last_refill_on: Mapped[dt.date | None]
    asked_by: Mapped[str | None]


class Provenance(Fact, Base):
    """Who recorded or sent which resources; `targets` are source keys."""

    __tablename__ = "provenance"

    activity: Mapped[str | None]
    targets: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
