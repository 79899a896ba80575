"""Meetings of the team."""

from __future__ import annotations

SENTENCES = {
    "conferences.unknown": "This meeting is no longer here.",
    "conferences.changed_meanwhile": "Somebody else changed this meanwhile. Nothing was saved; look at it again first.",
    "conferences.no_title": "Give the meeting a name, such as Tuesday case review.",
    "conferences.bad_day": "This date cannot be right. Check the year.",
    "conferences.bad_time": "Write the time as hours and minutes, for example 12:30.",
    "conferences.bad_how": "Choose how you met.",
    "conferences.nobody": "Say who took part.",
    "conferences.twice": "This patient is on the list of this meeting already.",
    "conferences.reason_missing": "Write why it was decided.",
    "conferences.task_empty": "Write what is to be done.",
    "conferences.bad_due": "Say until when: today or a later day.",
}
