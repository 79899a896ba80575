"""Records of a chart and their mistakes."""

from __future__ import annotations

SENTENCES = {
    "records.unknown": "This record is no longer here.",
    "records.reason_missing": "Write why this was an error.",
    "records.reason_too_long": "This is too long. Use at most {most} characters.",
    "records.never_a_mistake": "Records of this kind cannot be marked as entered in error.",
    "records.already_mistaken": "This is already marked as entered in error.",
    "records.not_marked_here": "This was marked as an error by whoever sent it. Only they can take that back.",
    "records.changed_meanwhile": "Somebody else changed this meanwhile. Nothing was saved; look at it again first.",
}
