"""What an outside copy says of a fact against what the record here says, and what a person can decide about it."""

from __future__ import annotations

OPEN, MINE, THEIRS, BOTH, AGREED = "open", "mine", "theirs", "both", "agreed"
SOME = "some"  # theirs in some fields, ours in the others
ANSWERS = (MINE, THEIRS, BOTH, SOME)
# Kinds of record of which two may stand beside each other, each said by somebody.
BESIDE = frozenset({"condition", "allergy_intolerance", "medication_entry", "patient_telecom", "patient_address"})
