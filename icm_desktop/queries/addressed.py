"""Which problems goals from elsewhere are about, and which of them no concern stands for yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from db.models.clinical import Condition
from db.models.exchange import SourceResource
from db.models.plan import Goal
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.concerns import PlanConcernRow
from icm_desktop.permissions import Privilege, requires

_CONDITION = "Condition"


@requires(Privilege.CLINICAL_READ)
def problems_of(uow: UnitOfWork, patient_id: int, goals: Sequence[Goal]) -> Mapping[int, tuple[int, ...]]:
    """The entries of the problem list each goal names, by the goal; from the same source as the goal only."""
    named = {goal.id: goal.addresses for goal in goals if goal.addresses and goal.concern_id is None}
    if not named:
        return {}
    ids = {str(key).removeprefix(f"{_CONDITION}/") for keys in named.values() for key in keys}
    wanted = (
        select(SourceResource.resource_id, SourceResource.target_id)
        .join(Condition, Condition.id == SourceResource.target_id)
        .where(
            SourceResource.resource_id.in_(ids),
            SourceResource.resource_type == _CONDITION,
            SourceResource.target_table == Condition.__tablename__,
            Condition.patient_id == patient_id,
            Condition.removed_at.is_(None),
        )
    )
    known = {f"{_CONDITION}/{row.resource_id}": row.target_id for row in uow.session.execute(wanted)}
    found = {number: tuple(known[key] for key in keys if key in known) for number, keys in named.items()}
    return {number: problems for number, problems in found.items() if problems}


@requires(Privilege.CLINICAL_READ)
def goals_about(uow: UnitOfWork, patient_id: int, condition_id: int) -> list[Goal]:
    """Goals from elsewhere that name a problem and hang under no concern yet."""
    wanted = select(Goal).where(
        Goal.patient_id == patient_id, Goal.removed_at.is_(None), Goal.source_id.is_not(None),
        Goal.concern_id.is_(None),
    )  # fmt: skip
    goals = uow.session.scalars(wanted.order_by(Goal.id)).all()
    named = problems_of(uow, patient_id, goals)
    return [goal for goal in goals if condition_id in named.get(goal.id, ())]


@requires(Privilege.CLINICAL_READ)
def without_concern(
    uow: UnitOfWork, patient_id: int, goals: Sequence[Goal], concerns: Sequence[PlanConcernRow]
) -> tuple[tuple[int, str], ...]:
    """Problems that goals from elsewhere name and no concern stands for: their ids and words."""
    named = {one for problems in problems_of(uow, patient_id, goals).values() for one in problems}
    named -= {row.draft.condition_id for row in concerns if row.draft.condition_id is not None}
    if not named:
        return ()
    wanted = select(Condition.id, Condition.text, Condition.code).where(Condition.id.in_(among(named)))
    return tuple((row.id, row.text or row.code or "") for row in uow.session.execute(wanted.order_by(Condition.id)))
