"""Names of a person's facts and of the kinds of records a patient owns."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication


class RecordWords:
    """Words in the language of the screen."""

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("RecordWords", text, note, number)

    def counts(self, counts: Iterable[tuple[str, int]]) -> str:
        """ "Results 40, Visits 12": the kinds with most first."""
        ordered = sorted(counts, key=lambda one: (-one[1], one[0]))
        return ", ".join(f"{self.kind(kind)} {count:,}" for kind, count in ordered if count)

    def field(self, field: str) -> str:
        """The name of a fact about a person."""
        return self._fields().get(field, field)

    def kind(self, table: str) -> str:
        """The name of a kind of record."""
        return (self._clinical() | self._work() | self._person()).get(table, table)

    def _fields(self) -> dict[str, str]:
        return {
            "name": self.tr("Name"),
            "names": self.tr("Other names"),
            "preferred_name": self.tr("Preferred name"),
            "birth_date": self.tr("Born"),
            "sex": self.tr("Sex"),
            "birth_sex": self.tr("Sex at birth"),
            "gender_identity": self.tr("Gender identity"),
            "sexual_orientation": self.tr("Sexual orientation"),
            "pronouns": self.tr("Pronouns"),
            "race": self.tr("Race"),
            "ethnicity": self.tr("Ethnicity"),
            "marital_status": self.tr("Marital status"),
            "multiple_birth": self.tr("Multiple birth"),
            "language": self.tr("Language"),
            "interpreter_needed": self.tr("Interpreter needed"),
            "interpreter_language": self.tr("Interpreter's language"),
            "phone": self.tr("Main phone"),
            "phones": self.tr("Phones and e-mail"),
            "addresses": self.tr("Addresses"),
            "identifiers": self.tr("Outside numbers"),
            "record_number": self.tr("Record number"),
            "preferred_channel": self.tr("Preferred way of contact"),
            "voicemail_rule": self.tr("Voicemail"),
            "best_time": self.tr("Best time to call"),
            "contact_note": self.tr("Note about contact"),
            "deceased": self.tr("Deceased"),
            "deceased_on": self.tr("Died"),
            "deceased_note": self.tr("Note about the death"),
            "do_not_call": self.tr("Do not call"),
            "no_letters": self.tr("No letters"),
            "large_print": self.tr("Large print"),
            "no_known_allergies_on": self.tr("No known allergies"),
            "coordinator_id": self.tr("Coordinator"),
        }

    def _clinical(self) -> dict[str, str]:
        return {
            "allergy_intolerance": self.tr("Allergies"),
            "condition": self.tr("Problems"),
            "device": self.tr("Devices"),
            "diagnostic_report": self.tr("Reports"),
            "document": self.tr("Documents"),
            "document_content": self.tr("Files of documents"),
            "encounter": self.tr("Visits and stays"),
            "family_member_history": self.tr("Family history"),
            "immunization": self.tr("Vaccines"),
            "import_difference": self.tr("Questions about values from outside"),
            "medication_adherence": self.tr("Notes on taking medicines"),
            "medication_dispense": self.tr("Refills"),
            "medication_entry": self.tr("Medicines"),
            "medication_reconciliation": self.tr("Reconciliations of medicines"),
            "reconciled_medicine": self.tr("Reconciled medicines"),
            "observation": self.tr("Results"),
            "observation_component": self.tr("Parts of results"),
            "procedure": self.tr("Procedures"),
            "provenance": self.tr("Notes on origin"),
            "questionnaire_response": self.tr("Questionnaires"),
            "safety_assessment": self.tr("Safety assessments"),
            "screening_follow_up": self.tr("Follow-ups of screens"),
            "social_need": self.tr("Social needs"),
        }

    def _work(self) -> dict[str, str]:
        return {
            "appointment": self.tr("Appointments"),
            "approved_packet": self.tr("Approved packets of referrals"),
            "care_plan": self.tr("Care plans"),
            "case_recommendation": self.tr("Recommendations of case reviews"),
            "relapse_plan": self.tr("Relapse-prevention plans"),
            "care_team": self.tr("Care teams"),
            "care_team_member": self.tr("Members of care teams"),
            "claim": self.tr("Claims"),
            "communication": self.tr("Messages"),
            "contact_log": self.tr("Calls"),
            "detected_issue": self.tr("Work on conflicts"),
            "goal": self.tr("Goals"),
            "health_concern": self.tr("Health concerns"),
            "handout": self.tr("Printed pages"),
            "print_set": self.tr("Pages chosen for the patient"),
            "pathway_enrolment": self.tr("Pathways"),
            "pathway_target": self.tr("Targets of their own"),
            "plan_action": self.tr("Actions"),
            "plan_barrier": self.tr("Barriers"),
            "plan_copy": self.tr("Copies of the plan given out"),
            "plan_part": self.tr("Written parts of the plan"),
            "plan_sign_off": self.tr("Answers about the plan"),
            "plan_version": self.tr("Versions of the plan"),
            "referral_event": self.tr("Steps of referrals"),
            "service_request": self.tr("Referrals and orders"),
            "step_decision": self.tr("Decisions about pathway steps"),
            "task": self.tr("Tasks"),
            "care_note": self.tr("Notes"),
            "care_note_reader": self.tr("Readers of notes"),
            "conference_case": self.tr("Cases of team meetings"),
            "emergency_access": self.tr("Openings in an emergency"),
            "near_miss": self.tr("Near misses"),
            "team_member": self.tr("Members of our team"),
            "team_message": self.tr("Answers and reminders"),
            "team_question": self.tr("Questions to the team"),
            "worklist_hold": self.tr("Items on hold"),
            "appointment_series": self.tr("Series of visits"),
            "wait_list_entry": self.tr("Places on the wait list"),
            "program_enrolment": self.tr("Programs"),
            "time_entry": self.tr("Logged minutes"),
            "transition": self.tr("Discharges"),
            "transition_step": self.tr("Steps after discharges"),
            "population_exclusion": self.tr("Left out of populations"),
            "risk_adjustment": self.tr("Risk levels set by a clinician"),
            "partner_patient": self.tr("Patients of exchange partners"),
            "partner_copy": self.tr("Records at exchange partners"),
        }

    def _person(self) -> dict[str, str]:
        return {
            "consent": self.tr("Consents"),
            "coverage": self.tr("Insurance"),
            "disclosure": self.tr("Disclosures"),
            "patient_request": self.tr("Requests of the patient"),
            "flag": self.tr("Alerts"),
            "patient_address": self.tr("Addresses"),
            "patient_contact": self.tr("Contacts"),
            "patient_identifier": self.tr("Outside numbers"),
            "patient_name": self.tr("Names"),
            "patient_photo": self.tr("Photographs"),
            "patient_telecom": self.tr("Phones and e-mail"),
        }
