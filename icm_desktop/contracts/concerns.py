"""Concerns and barriers of the shared plan, and what becomes of the work that something on the plan leaves behind."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.contracts.common import Owner


@dataclass(frozen=True, slots=True)
class ConcernDraft:
    """A health concern to add or change: `kind` is problem, social or risk.

    `condition_id` is the entry of the problem list it stands for.
    """

    kind: str
    words: str | None
    text: str | None
    words_language: str | None = None
    condition_id: int | None = None
    priority: str | None = None
    note: str | None = None
    noticed_on: dt.date | None = None
    owner: Owner | None = None
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class BarrierDraft:
    """A barrier to add or change: what stands in the way (`text`), of which goal or concern, and what would help."""

    kind: str
    text: str
    help_text: str | None = None
    goal_id: int | None = None
    concern_id: int | None = None
    noticed_on: dt.date | None = None
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Leftover:
    """What becomes of one open thing: keep, cancel, replace (by `text`) or hand_over (to `owner`).

    `kind` is goal, plan_action or plan_barrier; `version` as it was read.
    """

    kind: str
    id: int
    version: int
    what: str = "keep"
    text: str | None = None
    owner: Owner | None = None


@dataclass(frozen=True, slots=True)
class AddConcern:
    """Add a concern at the end of the plan's concerns."""

    patient_id: int
    concern: ConcernDraft


@dataclass(frozen=True, slots=True)
class ChangeConcern:
    """Change a concern as read at `expected_version`; when it ends, `leftovers` says what becomes of its open work."""

    concern_id: int
    expected_version: int
    concern: ConcernDraft
    status: str
    reason: str | None = None
    leftovers: tuple[Leftover, ...] = ()


@dataclass(frozen=True, slots=True)
class AddBarrier:
    """Add a barrier."""

    patient_id: int
    barrier: BarrierDraft


@dataclass(frozen=True, slots=True)
class ChangeBarrier:
    """Change a barrier as read at `expected_version`; `status` is active or resolved."""

    barrier_id: int
    expected_version: int
    barrier: BarrierDraft
    status: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class PlanBarrierRow:
    """One barrier of the plan."""

    id: int
    version: int
    draft: BarrierDraft
    status: str
    updated_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class PlanConcernRow:
    """One concern of the plan; `problem` is the entry of the problem list it stands for."""

    id: int
    version: int
    number: str
    draft: ConcernDraft
    status: str
    problem: str | None
    updated_at: dt.datetime | None
