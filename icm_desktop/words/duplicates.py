"""Look-alikes and merging two records."""

from __future__ import annotations

SENTENCES = {
    "duplicates.decided_meanwhile": "Somebody has already decided about these two. Look at the list again.",
    "duplicates.not_decided": "Nobody has decided about these two, so there is nothing to open again.",
    "merging.same_record": "These are not two records but one. Choose another record.",
    "merging.not_to_take": "This field cannot be taken from the other record.",
    "merging.changed_meanwhile": "Somebody changed one of these records meanwhile. Nothing was merged; look at both again.",
    "merging.import_running": "An import is running. Wait until it is done, then merge or take the merge back.",
    "merging.unknown": "This merge is not on file.",
    "merging.already_undone": "This merge was taken back already.",
    "merging.changed_since": "Records that were moved have been changed or used since. Undo what was done since, the latest first, then take the merge back.",
}
