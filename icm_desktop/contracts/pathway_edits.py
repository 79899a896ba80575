"""A pathway as the practice has it: what differs from the shipped file, edition by edition, and changing it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from icm_desktop.domain.pathways.edits import Difference, StepEdit


@dataclass(frozen=True, slots=True)
class PartRow:
    """A step or target that may be changed, as the newest edition has it.

    `every` and `owner` as they count now, `edit` what of a step is not as shipped. `value`: of a target.
    """

    id: str
    title: str
    title_es: str
    source: str
    mark: str
    every: str = ""
    owner: tuple[str, ...] = ()
    edit: StepEdit = field(default_factory=StepEdit)
    value: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One edition: who made it when and why, what of it differs from the file, and who adopted it."""

    number: int
    made_at: dt.datetime | None
    made_by: str
    reason: str
    differences: tuple[Difference, ...]
    adopted_by: str = ""
    adopted_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class EditablePathway:
    """A pathway with its parts and every edition, the newest first; `digest` tells the newest from every other.

    `everyone`: it needs no enrolment; `calls`: what it asks is work on Today.
    """

    id: str
    title: str
    title_es: str
    edition: int
    digest: str
    parts: tuple[PartRow, ...]
    editions: tuple[EditionRow, ...]
    everyone: bool = False
    calls: bool = False


@dataclass(frozen=True, slots=True)
class EditStep:
    """Change a step of the edition `expected_edition`, with the reason; an empty edit is as shipped."""

    pathway: str
    expected_edition: int
    step: str
    edit: StepEdit
    reason: str


@dataclass(frozen=True, slots=True)
class EditTarget:
    """Change the value of a target; None is as shipped."""

    pathway: str
    expected_edition: int
    target: str
    value: float | None
    reason: str


@dataclass(frozen=True, slots=True)
class SetCalls:
    """Whether what a pathway for everyone asks is work on Today, with the reason."""

    pathway: str
    expected_edition: int
    calls: bool
    reason: str


@dataclass(frozen=True, slots=True)
class GoBack:
    """Have an earlier edition again (0: as shipped), as a new one, with the reason."""

    pathway: str
    expected_edition: int
    edition: int
    reason: str
