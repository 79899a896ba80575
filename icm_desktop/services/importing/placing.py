"""Goals that come after the concern for their problem was made: they go beneath it, as those that came before did."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import ColumnElement, exists, select

from db.models.plan import Goal
from db.models.shared_plan import HealthConcern
from db.unit_of_work import UnitOfWork
from icm_desktop.domain import concerns
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.addressed import problems_of


@requires(Privilege.IMPORT)
def place_goals(uow: UnitOfWork, import_id: int) -> None:
    """Put the new goals of an import beneath open concerns for the problems they name.

    Only what is new: where somebody here placed an earlier goal, or took it out, stays as it is.
    """
    concern_for = [HealthConcern.patient_id == Goal.patient_id, *_stands()]
    new = select(Goal).where(
        Goal.import_id == import_id, Goal.concern_id.is_(None), Goal.addresses.is_not(None), Goal.removed_at.is_(None),
        exists().where(*concern_for),
    )  # fmt: skip
    theirs: dict[int, list[Goal]] = defaultdict(list)
    for goal in uow.session.scalars(new.order_by(Goal.id)):
        theirs[goal.patient_id].append(goal)
    for patient_id, goals in theirs.items():
        stored = select(HealthConcern.condition_id, HealthConcern.id).where(
            HealthConcern.patient_id == patient_id, *_stands()
        )
        by_problem = {row.condition_id: row.id for row in uow.session.execute(stored)}
        named = problems_of(uow, patient_id, goals)
        for goal in goals:
            above = (by_problem[one] for one in named.get(goal.id, ()) if one in by_problem)
            goal.concern_id = next(above, None)


def _stands() -> tuple[ColumnElement[bool], ...]:
    return (
        HealthConcern.condition_id.is_not(None), HealthConcern.status == concerns.OPEN,
        HealthConcern.removed_at.is_(None),
    )  # fmt: skip
