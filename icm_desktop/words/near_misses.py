"""Errors and near misses."""

from __future__ import annotations

SENTENCES = {
    "near_misses.unknown": "This is no longer on the list.",
    "near_misses.changed_meanwhile": "Somebody else changed this meanwhile. Nothing was saved; look at it again first.",
    "near_misses.no_such_kind": "Choose what kind it was.",
    "near_misses.empty": "Write in a line what happened.",
    "near_misses.bad_day": "Choose the day it happened: today or earlier.",
    "near_misses.due_past": "Choose today or a later day.",
    "near_misses.due_too_far": "Choose a day within three years.",
    "near_misses.owner_reads_none": "The front desk does not follow these up. Choose somebody else.",
    "near_misses.is_closed": "This is closed. Open it again first.",
    "near_misses.no_such_step": "Somebody else reviewed or closed this already.",
    "near_misses.nothing_changed": "Write what was changed so that it does not happen again, then close it.",
    "today.near_miss": "Follow up a near miss",
    "today.near_miss_of_nobody": "Say who follows up a near miss",
    "today.why_near_miss": "Happened on {happened_on}",
    "today.near_miss_in_admin": "Open it and write down what was changed; who reviews near misses then closes it.",
}
