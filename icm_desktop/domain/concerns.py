"""Concerns and barriers: which kinds and states they have."""

from __future__ import annotations

KINDS = ("problem", "social", "risk")
# FHIR Condition.clinicalStatus, those a person chooses from
STATUSES = ("active", "inactive", "resolved")
OPEN = "active"

BARRIER_KINDS = (
    "transport",
    "cost",
    "language",
    "understanding",
    "time",
    "work",
    "housing",
    "food",
    "support",
    "symptoms",
    "mood",
    "trust",
    "access",
    "technology",
    "other",
)
BARRIER_ACTIVE = "active"
BARRIER_STATUSES = (BARRIER_ACTIVE, "resolved")

KEEP, CANCEL, REPLACE, HAND_OVER = "keep", "cancel", "replace", "hand_over"
WAYS = (KEEP, CANCEL, REPLACE, HAND_OVER)
