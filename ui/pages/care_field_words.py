"""The words for fields, coded values and kinds of records of transitions, programs and time."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

NAMES = {
    "activity": QT_TRANSLATE_NOOP("FieldWords", "What the time was for"),
    "acute": QT_TRANSLATE_NOOP("FieldWords", "Admitted in an emergency"),
    "complexity": QT_TRANSLATE_NOOP("FieldWords", "How complex"),
    "visit_days": QT_TRANSLATE_NOOP("FieldWords", "Visit within days"),
    "visit_reason": QT_TRANSLATE_NOOP("FieldWords", "Why these days"),
    "consent_by": QT_TRANSLATE_NOOP("FieldWords", "Consent by"),
    "consent_how": QT_TRANSLATE_NOOP("FieldWords", "Consent given"),
    "consent_on": QT_TRANSLATE_NOOP("FieldWords", "Consent on"),
    "consent_taken_by": QT_TRANSLATE_NOOP("FieldWords", "Asked by"),
    "done_by": QT_TRANSLATE_NOOP("FieldWords", "Signed by"),
    "ends_at": QT_TRANSLATE_NOOP("FieldWords", "Ends"),
    "enrolled_on": QT_TRANSLATE_NOOP("FieldWords", "Enrolled on"),
    "gates": QT_TRANSLATE_NOOP("FieldWords", "What holds"),
    "practitioner": QT_TRANSLATE_NOOP("FieldWords", "Practitioner"),
    "program": QT_TRANSLATE_NOOP("FieldWords", "Program"),
    "source": QT_TRANSLATE_NOOP("FieldWords", "Came by"),
    "to_role": QT_TRANSLATE_NOOP("FieldWords", "For whom"),
    "given_by": QT_TRANSLATE_NOOP("FieldWords", "Given by"),
    "outcome_on": QT_TRANSLATE_NOOP("FieldWords", "Answered on"),
    "outcome_by": QT_TRANSLATE_NOOP("FieldWords", "Answered by"),
    "outcome_reason": QT_TRANSLATE_NOOP("FieldWords", "Why"),
    "check_on": QT_TRANSLATE_NOOP("FieldWords", "Next check-in"),
    "agreed_by": QT_TRANSLATE_NOOP("FieldWords", "Agreed by"),
    "agreed_how": QT_TRANSLATE_NOOP("FieldWords", "Agreed how"),
    "written_by": QT_TRANSLATE_NOOP("FieldWords", "Written by"),
    "user_id": QT_TRANSLATE_NOOP("FieldWords", "Person"),
}
VALUES = {
    "captured": QT_TRANSLATE_NOOP("ValueWords", "Captured"),
    "typed": QT_TRANSLATE_NOOP("ValueWords", "Typed"),
    "verbal": QT_TRANSLATE_NOOP("ValueWords", "Verbal"),
    "written": QT_TRANSLATE_NOOP("ValueWords", "Written"),
    "on_hold": QT_TRANSLATE_NOOP("ValueWords", "On hold"),
    "ended": QT_TRANSLATE_NOOP("ValueWords", "Ended"),
    "chart": QT_TRANSLATE_NOOP("ValueWords", "Chart"),
    "call": QT_TRANSLATE_NOOP("ValueWords", "Call"),
    "task": QT_TRANSLATE_NOOP("ValueWords", "Task"),
    "summary": QT_TRANSLATE_NOOP("ValueWords", "Discharge summary reviewed"),
    "pending_tests": QT_TRANSLATE_NOOP("ValueWords", "Pending tests asked about"),
    "referrals": QT_TRANSLATE_NOOP("ValueWords", "Referrals and services asked about"),
    "red_flags": QT_TRANSLATE_NOOP("ValueWords", "Red flags taught, told back"),
    "medication_reconciliation": QT_TRANSLATE_NOOP("ValueWords", "Medicines reconciled"),
    "readmitted": QT_TRANSLATE_NOOP("ValueWords", "Readmitted"),
    "died": QT_TRANSLATE_NOOP("ValueWords", "Died"),
    "not_reached": QT_TRANSLATE_NOOP("ValueWords", "Not reached"),
    "moved": QT_TRANSLATE_NOOP("ValueWords", "Cared for elsewhere"),
    "not_needed": QT_TRANSLATE_NOOP("ValueWords", "Not needed"),
}
KINDS = {
    "transition": QT_TRANSLATE_NOOP("ValueWords", "Transition after a stay"),
    "transition_step": QT_TRANSLATE_NOOP("ValueWords", "Step after a discharge"),
    "program_enrolment": QT_TRANSLATE_NOOP("ValueWords", "Enrolment in a program"),
    "time_entry": QT_TRANSLATE_NOOP("ValueWords", "Time spent"),
}
