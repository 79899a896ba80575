"""What one committed use case touched, so that open pages can refresh and the act can be undone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """Kinds of record touched ("appointment", "goal", ...), whose, and the act that can be undone."""

    kinds: frozenset[str] = frozenset()
    patient_id: int | None = None
    action_id: int | None = None

    @classmethod
    def of(cls, *kinds: str, patient_id: int | None = None, action_id: int | None = None) -> Changes:
        """Changes of these kinds."""
        return cls(frozenset(kinds), patient_id, action_id)
