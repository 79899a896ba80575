"""The pages that are printed for a patient by one key."""

from __future__ import annotations

from dataclasses import dataclass

MOST_COPIES = 9


@dataclass(frozen=True, slots=True)
class ChosenSet:
    """Which pages and how: language and size None as the patient reads, paper None as this computer prints."""

    kinds: tuple[str, ...]
    language: str | None = None
    large_print: bool | None = None
    paper: str | None = None
    copies: int = 1
    two_sided: bool = False


@dataclass(frozen=True, slots=True)
class PatientSet:
    """The set of a patient; `chosen_here` is False while nobody chose one: it is the usual one then."""

    patient_id: int
    chosen: ChosenSet
    chosen_here: bool


@dataclass(frozen=True, slots=True)
class KeepPrintSet:
    """Keep this set for the patient."""

    patient_id: int
    chosen: ChosenSet
