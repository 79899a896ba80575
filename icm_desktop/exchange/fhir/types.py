"""Which FHIR types become rows, and in plain words why the others do not."""

from __future__ import annotations

from collections.abc import Callable

from icm_desktop.exchange.fhir import (
    attachments,
    claims,
    coverage,
    directory,
    medicines,
    messages,
    orders,
    people,
    plans,
    problems,
    provenance,
    relatives,
    reports,
    results,
    visits,
)
from icm_desktop.exchange.fhir.mapped import Context, Mapped
from icm_desktop.exchange.fhir.values import Json

Map = Callable[[Json, Context], Mapped]

MAPS: dict[str, Map] = {
    "Patient": people.patient,
    "Organization": directory.organization,
    "Location": directory.location,
    "Practitioner": directory.practitioner,
    "PractitionerRole": directory.practitioner_role,
    "Condition": problems.condition,
    "AllergyIntolerance": problems.allergy,
    "Medication": medicines.medication,
    "MedicationRequest": medicines.medication_request,
    "MedicationStatement": medicines.medication_statement,
    "Observation": results.observation,
    "QuestionnaireResponse": results.questionnaire_response,
    "Encounter": visits.encounter,
    "Procedure": visits.procedure,
    "Immunization": visits.immunization,
    "Appointment": visits.appointment,
    "CarePlan": plans.care_plan,
    "CareTeam": plans.care_team,
    "Goal": plans.goal,
    "ServiceRequest": orders.service_request,
    "Task": orders.task,
    "RelatedPerson": relatives.related_person,
    "FamilyMemberHistory": relatives.family_member_history,
    "DiagnosticReport": reports.diagnostic_report,
    "DocumentReference": reports.document_reference,
    "Media": attachments.media,
    "Coverage": coverage.coverage,
    "Consent": coverage.consent,
    "Flag": coverage.flag,
    "Claim": claims.claim,
    "ExplanationOfBenefit": claims.explanation_of_benefit,
    "Communication": messages.communication,
    "MedicationDispense": messages.medication_dispense,
    "Device": messages.device,
    "HealthcareService": messages.healthcare_service,
    "Provenance": provenance.provenance,
}
WITHOUT_PATIENT = frozenset(
    {"Organization", "Location", "Practitioner", "PractitionerRole", "Medication", "HealthcareService"}
)

_NOT_PATIENT_DATA = frozenset(
    """
    ActivityDefinition Binary CapabilityStatement CodeSystem CompartmentDefinition ConceptMap Endpoint EventDefinition
    Evidence EvidenceVariable ExampleScenario GraphDefinition ImplementationGuide InsurancePlan
    Library Linkage Measure MeasureReport MessageDefinition MessageHeader MedicationKnowledge NamingSystem
    OperationDefinition OperationOutcome OrganizationAffiliation Parameters PlanDefinition Questionnaire
    ResearchDefinition ResearchElementDefinition ResearchStudy Schedule SearchParameter Slot StructureDefinition
    StructureMap Subscription Substance TerminologyCapabilities TestReport TestScript ValueSet VerificationResult
    """.split()  # noqa: SIM905  fifty lines of one word each read worse
)
_REASONS = {
    "Binary": "Binary is kept with the document that points to it",
    "Specimen": "Specimen is only used where a result points to it",
    "MedicationAdministration": "MedicationAdministration (one dose given) is kept as it came",
    "ImagingStudy": "ImagingStudy is kept as it came; its report is read",
}


def why_not(kind: str) -> str:
    """Why a type is not understood, in plain words."""
    if kind in _REASONS:
        return _REASONS[kind]
    if kind in _NOT_PATIENT_DATA:
        return f"{kind} is not patient data"
    return f"{kind} is not read yet"


def belongs_to_patients(kind: str) -> bool:
    """Whether resources of a type we do not understand are kept with the patient they are about."""
    return kind not in _NOT_PATIENT_DATA
