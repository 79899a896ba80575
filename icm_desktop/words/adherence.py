"""Whether medicines are taken."""

from __future__ import annotations

SENTENCES = {
    "adherence.unknown_medicine": "This medicine is no longer there.",
    "adherence.bad_answer": "Choose how the medicine is taken from the list.",
    "adherence.bad_reason": "Choose the reason from the list.",
    "adherence.too_long": "This is too long. Use at most {most} characters.",
    "adherence.later": "This day lies after today. Check the date.",
    "adherence.bad_doses": "Write how many doses were missed, 1 to {most}.",
    "adherence.bad_days": "Write in how many days, 1 to {most}.",
    "adherence.days_missing": "Write in how many days they were missed.",
}
