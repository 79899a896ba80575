"""The plan as a whole: its written parts, what is missing, when it is reviewed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes


@dataclass(frozen=True, slots=True)
class ProblemChoice:
    """An entry of the problem list a concern may stand for."""

    id: int
    text: str


@dataclass(frozen=True, slots=True)
class AskSheet:
    """The sheet of a patient's plan, worded in a language of the program."""

    patient_id: int
    language: str = "en"


@dataclass(frozen=True, slots=True)
class PlanPartRow:
    """A written part; `version` is None while nothing is written. `group`: person, assessment or emergency."""

    part: str
    group: str
    title: str
    hint: str
    text: str | None
    version: int | None
    written_on: dt.date | None
    written_by: str | None


@dataclass(frozen=True, slots=True)
class MissingElement:
    """Something a whole plan has and this one has not. `fill` and `part` say where it is filled in.

    `goals` are the numbers of the goals that lack it; `confirmed`: whether the source is more than memory.
    """

    id: str
    title: str
    standards: tuple[str, ...]
    fill: str
    part: str | None
    goals: tuple[str, ...]
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class PlanReview:
    """When the plan is reviewed; `levels` are the levels of risk with the months between two reviews."""

    plan_id: int | None
    version: int | None
    risk: str | None
    reviewed_on: dt.date | None
    review_due: dt.date | None
    days_late: int
    levels: tuple[tuple[str, int], ...]
    confirmed: bool


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """Written parts, what is missing of how much that is looked for, and the review."""

    patient_id: int
    parts: tuple[PlanPartRow, ...]
    missing: tuple[MissingElement, ...]
    looked_for: int
    review: PlanReview


@dataclass(frozen=True, slots=True)
class PartText:
    """A part as it was typed; `version` as it was read, None when nothing was written before."""

    part: str
    version: int | None
    text: str | None


@dataclass(frozen=True, slots=True)
class SaveParts:
    """Write parts of the plan; those that are not named stay."""

    patient_id: int
    parts: tuple[PartText, ...]


@dataclass(frozen=True, slots=True)
class SetReview:
    """Say how often the plan is reviewed and when next; `reviewed`: it was looked through today.

    Without `review_due` it is the interval of the risk from the day of the last review.
    """

    patient_id: int
    expected_version: int | None
    risk: str
    review_due: dt.date | None = None
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class SheetSaved:
    """The written parts or the review were saved."""

    patient_id: int
    changes: Changes
