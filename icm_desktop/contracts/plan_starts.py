"""Starts of a plan: what pathways in use propose, and what came before; nothing is taken over that nobody ticked."""

from __future__ import annotations

from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead

PATHWAYS, BEFORE = "pathways", "before"
CONCERN, GOAL, ACTION = "concern", "goal", "action"
ADDRESSED = ""  # the group of problems that goals from elsewhere are about


@dataclass(frozen=True, slots=True)
class AskStarts:
    """What could be put on a patient's plan: from `pathways` in use, or from what was on it `before`."""

    patient_id: int
    source: str = PATHWAYS
    language: str = "en"


@dataclass(frozen=True, slots=True)
class StartRow:
    """Something that can be ticked. `group`: the pathway, the version or the plan elsewhere it comes from.

    `detail`: target, interval or how it ended, as it is stored; `on_plan`: the same is open on the plan already.
    """

    key: str
    kind: str
    title: str
    detail: str
    group: str
    on_plan: bool


@dataclass(frozen=True, slots=True)
class Starts:
    """Everything that could be put on the plan, group by group."""

    head: PatientHead
    source: str
    rows: tuple[StartRow, ...]


@dataclass(frozen=True, slots=True)
class StartPlan:
    """Put what was ticked (`keys`) on the plan, in one act."""

    patient_id: int
    source: str
    keys: tuple[str, ...]
    language: str = "en"


@dataclass(frozen=True, slots=True)
class PlanStarted:
    """How much was put on the plan."""

    count: int
    changes: Changes
