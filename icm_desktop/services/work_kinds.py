"""The kinds of worklist rows: the record behind each, who may end one, and what ends elsewhere than on Today."""

from __future__ import annotations

from typing import Any

from db.models.clinical import Encounter, Observation, QuestionnaireResponse
from db.models.collaborative import CaseRecommendation, RelapsePlan
from db.models.conferences import NearMiss
from db.models.notes import CareNote, EmergencyAccess
from db.models.patient import Patient
from db.models.plan import CarePlan, PlanAction, Task
from db.models.privacy import PatientRequest
from db.models.reconciliation import MedicationReconciliation
from db.models.scheduling import Appointment, ServiceRequest, WaitListEntry
from db.models.shared_plan import PlanSignOff
from db.models.team import TeamQuestion
from icm_desktop.permissions import Privilege

PATHWAY = "pathway"

Source = (
    PlanAction
    | CarePlan
    | PlanSignOff
    | Task
    | Appointment
    | ServiceRequest
    | Encounter
    | Observation
    | QuestionnaireResponse
    | Patient
    | WaitListEntry
    | TeamQuestion
    | CareNote
    | NearMiss
    | CaseRecommendation
    | RelapsePlan
    | EmergencyAccess
    | PatientRequest
)
MODELS: dict[str, Any] = {
    "plan_action": PlanAction,
    "plan_review": CarePlan,
    "plan_answer": PlanSignOff,
    "task": Task,
    "appointment": Appointment,
    "referral": ServiceRequest,
    "encounter": Encounter,
    "result": Observation,
    "follow_up": Observation,
    "form": QuestionnaireResponse,
    "rescreen": Observation,
    "screening": QuestionnaireResponse,
    "patient": Patient,
    "wait_list": WaitListEntry,
    PATHWAY: Patient,
    "question": TeamQuestion,
    "care_note": CareNote,
    "near_miss": NearMiss,
    "recommendation": CaseRecommendation,
    "relapse": Patient,
    "relapse_plan": RelapsePlan,
    "reconciliation": MedicationReconciliation,
    "emergency_access": EmergencyAccess,
    "request": PatientRequest,
}
NEEDS: dict[str, Privilege] = {
    "plan_action": Privilege.CLINICAL_WRITE,
    "plan_review": Privilege.CLINICAL_WRITE,
    "plan_answer": Privilege.CLINICAL_WRITE,
    "task": Privilege.CLINICAL_WRITE,
    "appointment": Privilege.CALL_LOG,
    "referral": Privilege.REFERRAL_LOGISTICS,
    "encounter": Privilege.CLINICAL_WRITE,
    "result": Privilege.REVIEW_NOTES,
    "follow_up": Privilege.CLINICAL_WRITE,
    "form": Privilege.CLINICAL_WRITE,
    "rescreen": Privilege.CLINICAL_WRITE,
    "screening": Privilege.REVIEW_NOTES,
    "patient": Privilege.CALL_LOG,
    "wait_list": Privilege.APPOINTMENTS,
    PATHWAY: Privilege.CLINICAL_WRITE,
    "question": Privilege.CLINICAL_WRITE,
    "care_note": Privilege.CLINICAL_READ,
    "near_miss": Privilege.NEAR_MISS_READ,
    "recommendation": Privilege.CLINICAL_WRITE,
    "relapse": Privilege.CLINICAL_WRITE,
    "relapse_plan": Privilege.CLINICAL_WRITE,
    "reconciliation": Privilege.RECONCILE,
    "emergency_access": Privilege.USERS,
    "request": Privilege.PATIENT_RIGHTS,
}
# What is not ticked off here, and the sentence that says where it is done.
DONE_ELSEWHERE = {
    "referral": "today.referral_moves_on",
    "question": "today.question_needs_answer",
    "request": "today.request_needs_answer",
    "care_note": "today.note_is_opened",
    "near_miss": "today.near_miss_in_admin",
    "plan_review": "today.plan_moves_on",
    "plan_answer": "today.plan_moves_on",
    "recommendation": "today.recommendation_answered",
    "reconciliation": "today.reconciliation_is_signed",
    "relapse": "today.relapse_written",
    "follow_up": "today.say_what_followed",
    "form": "today.say_what_followed",
    "rescreen": "today.ask_it_again",
}
