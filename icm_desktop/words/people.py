"""The practice, drafts and undo."""

from __future__ import annotations

SENTENCES = {
    "people.no_practice": "This database was never set up as a practice. Make a new one.",
    "drafts.too_long": "This is too long to be kept as a draft. Use at most {most} characters.",
    "drafts.no_form": "This form cannot keep a draft.",
    "history.unknown_act": "There is nothing to undo.",
    "history.not_yours": "Somebody else did this. Ask them, or an administrator, to undo it.",
}
