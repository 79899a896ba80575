"""Columns that mean something only together: half of ours with half of theirs would say what nobody said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_NAME = ("text", "code", "code_system", "other_codes")
_GROUPS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "condition": (_NAME, ("status", "abated_when")),
    "allergy_intolerance": (_NAME,),
    "medication_entry": (
        _NAME,
        ("dosage", "dose_value", "dose_unit", "times_per_day", "as_needed", "morning", "noon", "evening", "bedtime"),
        ("status", "status_reason", "ends_when"),
    ),
    "observation": (
        _NAME,
        ("value_number", "value_comparator", "value_unit", "value_text", "value_code", "value_code_system",
         "interpretation", "absent_reason"),
        ("reference_low", "reference_high", "reference_text"),
    ),
    "observation_component": (
        ("value_number", "value_comparator", "value_unit", "value_text", "value_code", "interpretation"),
    ),
    "goal": (
        ("target_text", "target_comparator", "target_value", "target_unit", "target_low", "target_high",
         "measure_code"),
    ),
    "patient": (("family", "given"), ("deceased", "deceased_on")),
    "patient_name": (("family", "given"),),
    "patient_telecom": (("system", "value", "digits"),),
    "patient_address": (("text", "line", "city", "state", "postal_code", "country"),),
}  # fmt: skip


def with_their_group(table: str, columns: set[str]) -> set[str]:
    """Columns of a table with all that say one thing together with one of them."""
    found = set(columns)
    for group in _GROUPS.get(table, ()):
        if found & set(group):
            found |= set(group)
    return found


def groups_among(table: str, columns: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Of these columns of a table those that say one thing together, group by group."""
    have = set(columns)
    groups = (tuple(name for name in group if name in have) for group in _GROUPS.get(table, ()))
    return tuple(group for group in groups if len(group) > 1)
