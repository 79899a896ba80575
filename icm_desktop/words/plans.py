"""The care plan."""

from __future__ import annotations

SENTENCES = {
    "plans.unknown": "This is no longer on the plan.",
    "plans.goal_empty": "Write the goal: in the patient's own words, or what you want to reach.",
    "plans.action_empty": "Write what is to be done, the verb first.",
    "plans.too_long": "This is too long. Use at most {most} characters.",
    "plans.bad_measure": "Choose the measurement from the list, or leave it empty.",
    "plans.bad_comparator": "The target can be under, at most, over or at least a number.",
    "plans.bad_number": "Write the target as a number.",
    "plans.range_turned": "The lower end of the target is not below the upper end.",
    "plans.two_targets": "Give one number or a range, not both.",
    "plans.bad_due": "This date cannot be a due date. Check the year.",
    "plans.bad_status": "Choose the status from the list.",
    "plans.bad_language": "Choose the language from the list.",
    "plans.reason_missing": "Write why, so that the others understand it.",
    "plans.no_such_owner": "This person can no longer be given work. Choose somebody else.",
    "plans.owner_missing": "Write who does it.",
    "plans.outside_read_only": "This is part of a plan made elsewhere. Add an action of our own instead.",
    "plans.changed_meanwhile": "Somebody else changed this meanwhile. Nothing was saved; look at it again first.",
}
