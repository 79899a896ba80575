"""Which table becomes which FHIR type, by which function."""

from __future__ import annotations

from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.fhir.writing import (
    coverage,
    directory,
    documents,
    medicines,
    messages,
    orders,
    people,
    plans,
    problems,
    results,
    visits,
)
from icm_desktop.exchange.fhir.writing.rows import Refs, Row, Write
from icm_desktop.exchange.fhir.writing.values import compact

WRITERS: dict[str, tuple[str, Write]] = {
    "patient": ("Patient", people.patient),
    "patient_contact": ("RelatedPerson", people.related_person),
    "condition": ("Condition", problems.condition),
    "health_concern": ("Condition", problems.health_concern),
    "allergy_intolerance": ("AllergyIntolerance", problems.allergy),
    "no_known_allergy": ("AllergyIntolerance", problems.no_known_allergy),
    "medication_entry": ("MedicationStatement", medicines.entry),
    "medication_dispense": ("MedicationDispense", medicines.dispense),
    "observation": ("Observation", results.observation),
    "questionnaire_response": ("QuestionnaireResponse", results.questionnaire_response),
    "diagnostic_report": ("DiagnosticReport", results.diagnostic_report),
    "encounter": ("Encounter", visits.encounter),
    "procedure": ("Procedure", visits.procedure),
    "immunization": ("Immunization", visits.immunization),
    "appointment": ("Appointment", visits.appointment),
    "care_plan": ("CarePlan", plans.care_plan),
    "care_team": ("CareTeam", plans.care_team),
    "team": ("CareTeam", plans.our_team),
    "goal": ("Goal", plans.goal),
    "service_request": ("ServiceRequest", orders.service_request),
    "referral_task": ("Task", orders.referral_task),
    "task": ("Task", orders.task),
    "document": ("DocumentReference", documents.document_reference),
    "coverage": ("Coverage", coverage.coverage),
    "consent": ("Consent", coverage.consent),
    "withheld": ("Consent", coverage.withheld),
    "flag": ("Flag", coverage.flag),
    "communication": ("Communication", messages.communication),
    "patient_request": ("Communication", messages.patient_request),
    "device": ("Device", messages.device),
    "family_member_history": ("FamilyMemberHistory", messages.family_member_history),
    "practice": ("Organization", directory.organization),
    "practice_place": ("Location", directory.practice_place),
    "organization": ("Organization", directory.organization),
    "location": ("Location", directory.location),
    "practitioner": ("Practitioner", directory.practitioner),
    "user_account": ("Practitioner", directory.user),
    "practitioner_role": ("PractitionerRole", directory.practitioner_role),
    "healthcare_service": ("HealthcareService", directory.healthcare_service),
}


def kind_of(row: Row) -> str:
    """The FHIR type a row becomes."""
    if row.table == "medication_entry" and medicines.is_request(row):
        return "MedicationRequest"
    return WRITERS[row.table][0]


def write(row: Row, refs: Refs) -> Json:
    """The resource a row becomes, without its id."""
    return compact({"resourceType": kind_of(row), **WRITERS[row.table][1](row, refs)})
