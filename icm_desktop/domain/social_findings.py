"""Tells social findings and reminders from medical problems among what came as Condition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

ICD10 = "http://hl7.org/fhir/sid/icd-10-cm"
SNOMED = "http://snomed.info/sct"
_SOCIAL_CATEGORY = "sdoh"


@dataclass(frozen=True, slots=True)
class NotProblems:
    """Codes of conditions that are no medical problem: ICD-10-CM by their beginning, SNOMED CT whole."""

    icd10: tuple[str, ...] = ()
    snomed: frozenset[str] = field(default_factory=frozenset)

    def holds(self, codes: Iterable[tuple[str | None, str | None]], category: str | None) -> bool:
        """Whether a condition with these (system, code) pairs and this category is no medical problem."""
        if category and _SOCIAL_CATEGORY in category.lower():
            return True
        return any(self._is_one(system or "", code or "") for system, code in codes)

    def _is_one(self, system: str, code: str) -> bool:
        if system == SNOMED:
            return code in self.snomed
        return "icd-10" in system and bool(code) and code.upper().startswith(self.icd10)
