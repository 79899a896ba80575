"""Facts of which an outside source says something else."""

from __future__ import annotations

SENTENCES = {
    "differences.unknown": "This difference is not on file any more.",
    "differences.decided_meanwhile": "Somebody has already decided about this, or something new came. Look again.",
    "differences.changed_meanwhile": "The record here was changed or removed meanwhile. Nothing was taken over; look at it again.",
    "differences.bad_answer": "Choose ours, theirs or both.",
    "differences.not_both": "Of this there is only one in a record: choose ours or theirs.",
}
