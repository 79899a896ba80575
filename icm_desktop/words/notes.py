"""Notes of colleagues, and who may read the sensitive kinds."""

from __future__ import annotations

SENTENCES = {
    "today.emergency_access": "Look at it: {by} opened sensitive notes in an emergency",
    "today.why_emergency_access": "On {found_on}: {reason} ({whom})",
    "notes.emergency_personnel": "Write which medical personnel gets to know.",
    "notes.emergency_affiliation": "Write where they work.",
    "notes.none_open": "No sensitive notes are open any more.",
    "notes.apart_for_nobody": "A note that is kept apart is for you alone. Take the readers away.",
    "today.done_emergency_access": "Emergency opening looked at",
    "notes.emergency_stays": "That sensitive notes were opened in an emergency stays on record.",
    "today.own_emergency": "Another administrator looks at what you opened yourself.",
    "notes.unknown": "This note is not here, or not yours to read.",
    "notes.changed_meanwhile": "Somebody else changed this meanwhile. Nothing was saved; look at it again first.",
    "notes.mistaken": "This note was entered in error. Write a new one.",
    "notes.empty": "Write the note.",
    "notes.no_such_kind": "Choose the kind of note from the list.",
    "notes.not_given": "Such notes are written by whom an administrator gave them to (Admin, Users).",
    "notes.no_such_reader": "This colleague no longer works here. Choose somebody else.",
    "notes.reader_not_given": "{name} was not given such notes. Choose somebody else, or ask an administrator.",
    "notes.not_this_patient": "This belongs to another patient. Choose it from the list.",
    "notes.reason_missing": "Write why, so that the others understand it.",
    "notes.emergency_reason": "Write what the emergency is, so that others can understand it later.",
    "notes.role_reads_none": "The front desk reads no clinical notes. Give the person another role first.",
    "notes.closed_not_granted": "Not given to you by the practice",
    "notes.closed_refused": "The patient refused to share these",
    "notes.closed_no_agreement": "The patient's written agreement is not on file",
}
