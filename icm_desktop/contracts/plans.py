"""The care plan: goals with their actions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.chart import TrendPoint
from icm_desktop.contracts.common import Owner, PatientHead, Provenance
from icm_desktop.contracts.concerns import Leftover, PlanBarrierRow, PlanConcernRow
from icm_desktop.contracts.conflicts import ConflictAnswer, ConflictRow


@dataclass(frozen=True, slots=True)
class GoalDraft:
    """A goal to add or change. Target: comparator with value, or low..high, in UCUM unit; free text otherwise.

    `words` are the patient's own, in `words_language`; `measure_code` is a LOINC code. `baseline_value`: where it stood
    on `baseline_on`, in the target's unit; `confidence`: how sure the patient is, 0 to 10.
    """

    words: str | None
    text: str | None
    words_language: str | None = None
    measure_code: str | None = None
    target_comparator: str | None = None
    target_value: float | None = None
    target_low: float | None = None
    target_high: float | None = None
    target_unit: str | None = None
    target_text: str | None = None
    due_on: dt.date | None = None
    owner: Owner | None = None
    on_handout: bool = True
    sensitive: bool = False
    concern_id: int | None = None
    priority: str | None = None
    baseline_value: float | None = None
    baseline_on: dt.date | None = None
    confidence: int | None = None


@dataclass(frozen=True, slots=True)
class AddGoal:
    """Add a goal to the shared plan; `answers`: what was chosen about stop-level conflicts it brings."""

    patient_id: int
    goal: GoalDraft
    answers: tuple[ConflictAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeGoal:
    """Change a goal as read at `expected_version`; `status` is FHIR lifecycleStatus, `reason` why when it ends.

    When it ends, `leftovers` says what becomes of each open action and barrier.
    """

    goal_id: int
    expected_version: int
    goal: GoalDraft
    status: str
    achievement: str | None = None
    reason: str | None = None
    leftovers: tuple[Leftover, ...] = ()
    answers: tuple[ConflictAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionDraft:
    """An action: verb first. `patient_words` maps "en"/"es" to what the patient reads.

    `phrase` names a phrase-bank sentence. `appointment_type_id`: the kind of visit it asks for.
    """

    text: str
    owner: Owner | None = None
    due_on: dt.date | None = None
    status: str = "not-started"
    patient_words: tuple[tuple[str, str], ...] = ()
    phrase: str | None = None
    on_handout: bool = True
    sensitive: bool = False
    urgent: bool = False
    appointment_type_id: int | None = None


@dataclass(frozen=True, slots=True)
class AddAction:
    """Add an action for a goal, or for the plan as a whole (`goal_id` None)."""

    patient_id: int
    goal_id: int | None
    action: ActionDraft


@dataclass(frozen=True, slots=True)
class ChangeAction:
    """Change an action as read at `expected_version`."""

    action_id: int
    expected_version: int
    action: ActionDraft
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class SetActionStatus:
    """Complete, start, hold, stop or reopen an action as read at `expected_version`; `reason` why it ended undone."""

    action_id: int
    expected_version: int
    status: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class RemoveItem:
    """Take a concern, goal, action or barrier off the plan as read at `expected_version`; undo brings it back.

    `leftovers` says what becomes of the open work under it, `reason` why something of it is called off.
    """

    kind: str
    id: int
    expected_version: int
    reason: str | None = None
    leftovers: tuple[Leftover, ...] = ()


@dataclass(frozen=True, slots=True)
class MoveItem:
    """Put a concern, goal or action one place up (-1) or down (+1)."""

    kind: str
    id: int
    by: int


@dataclass(frozen=True, slots=True)
class PlanActionRow:
    """One action line of the care plan."""

    id: int
    version: int
    goal_id: int | None
    number: str
    draft: ActionDraft
    status: str
    days_late: int
    updated_at: dt.datetime | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class PlanGoalRow:
    """One goal line with its actions. `conflict`: the open or decided conflict with other goals it is in."""

    id: int
    version: int
    number: str
    draft: GoalDraft
    status: str
    achievement: str | None
    target: str | None
    last: TrendPoint | None
    trend: tuple[TrendPoint, ...]
    actions: tuple[PlanActionRow, ...]
    updated_at: dt.datetime | None
    provenance: Provenance
    conflict: ConflictRow | None = None


@dataclass(frozen=True, slots=True)
class OutsidePlan:
    """A care plan that came from elsewhere, with its activities."""

    id: int
    title: str
    status: str | None
    starts: str | None
    ends: str | None
    addresses: tuple[str, ...]
    actions: tuple[PlanActionRow, ...]
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class CarePlanView:
    """The care plan tab: concerns, goals, actions without a goal, barriers, then plans from elsewhere."""

    head: PatientHead
    goals: tuple[PlanGoalRow, ...]
    actions: tuple[PlanActionRow, ...]
    outside: tuple[OutsidePlan, ...]
    owners: tuple[Owner, ...]
    language: str | None
    concerns: tuple[PlanConcernRow, ...] = ()
    barriers: tuple[PlanBarrierRow, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanSaved:
    """What was saved: kind "health_concern", "goal", "plan_action" or "plan_barrier", and its id."""

    kind: str
    id: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class MeasureChoice:
    """Something a goal can be measured by; `codes` are the LOINC codes that mean it, the usual one first."""

    name: str
    codes: tuple[str, ...]
