"""What to do after an answer about death or self-harm: steps, levels of risk, what was done. Values only."""

from __future__ import annotations

from dataclasses import dataclass

from icm_desktop.domain.instruments.definition import Words


@dataclass(frozen=True, slots=True)
class SafetyProtocol:
    """`risks` and `done` by code. `reviewed_by`: who of the practice confirmed it; empty while nobody did."""

    steps: tuple[Words, ...]
    risks: tuple[tuple[str, Words], ...]
    done: tuple[tuple[str, Words], ...]
    source: str
    mark: str
    reviewed_by: str
    crisis_line: str = ""
