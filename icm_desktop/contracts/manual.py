"""The manual page about protection: each threat with what stops it, what keeps it stopped, and what does not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Protection:
    """One threat. `by`: encryption, program, people or nothing; `kept_by` the same in words."""

    threat: str
    stopped: str
    by: str
    kept_by: str
    left: str


@dataclass(frozen=True, slots=True)
class ProtectionPage:
    """The page in one language. `headings`: threat, stopped by, kept by, not stopped; `outside` stands at its foot."""

    title: str
    lead: str
    headings: tuple[str, str, str, str]
    rows: tuple[Protection, ...]
    outside: str
