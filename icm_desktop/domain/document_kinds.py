"""What sorts of document there are, and which of them are the answer of a consultant."""

from __future__ import annotations

KINDS = (
    *("consult_note", "discharge_summary", "emergency_note", "progress_note", "history_and_physical"),
    *("procedure_note", "referral_letter", "letter", "imaging_report", "laboratory_report", "summary"),
    *("care_plan", "advance_directive", "consent", "form", "photo", "note", "other"),
)
CONSULT = "consult_note"
MISTAKEN = "entered-in-error"
