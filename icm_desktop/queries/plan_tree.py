"""Concerns and barriers of a plan, and the order of goals under their concerns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from db.models.clinical import Condition
from db.models.plan import Goal
from db.models.shared_plan import HealthConcern, PlanBarrier
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.concerns import BarrierDraft, ConcernDraft, PlanBarrierRow, PlanConcernRow
from icm_desktop.domain import concerns as rules
from icm_desktop.domain import goals
from icm_desktop.domain.plain_text import untagged
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.owner_names import owner_of


@requires(Privilege.CLINICAL_READ)
def ordered_concerns(uow: UnitOfWork, patient_id: int) -> Sequence[HealthConcern]:
    """Concerns as the plan lists them: those that matter now in their order, then ended ones."""
    stored = uow.session.scalars(
        select(HealthConcern).where(HealthConcern.patient_id == patient_id, HealthConcern.removed_at.is_(None))
    )
    return sorted(stored, key=lambda row: (row.status != rules.OPEN, row.position, row.id))


@requires(Privilege.CLINICAL_READ)
def concern_rows(uow: UnitOfWork, patient_id: int) -> tuple[PlanConcernRow, ...]:
    """Concerns as the plan shows them, numbered by letters."""
    stored = ordered_concerns(uow, patient_id)
    problems = _problems(uow, stored)
    return tuple(
        PlanConcernRow(
            id=row.id,
            version=row.version,
            number=letters(place),
            draft=_concern_draft(row),
            status=row.status,
            problem=problems.get(row.condition_id or 0),
            updated_at=row.updated_at,
        )
        for place, row in enumerate(stored)
    )


@requires(Privilege.CLINICAL_READ)
def barrier_rows(uow: UnitOfWork, patient_id: int) -> tuple[PlanBarrierRow, ...]:
    """Barriers as the plan shows them, those that stand first."""
    stored = uow.session.scalars(
        select(PlanBarrier).where(PlanBarrier.patient_id == patient_id, PlanBarrier.removed_at.is_(None))
    )
    rows = sorted(stored, key=lambda row: (row.status != rules.OPEN, row.id))
    return tuple(
        PlanBarrierRow(
            row.id,
            row.version,
            BarrierDraft(row.kind, row.text, row.help_text, row.goal_id, row.concern_id, row.noticed_on, row.sensitive),
            row.status,
            row.updated_at,
        )
        for row in rows
    )


def in_tree_order(stored: Sequence[Goal], concerns: Sequence[PlanConcernRow]) -> list[Goal]:
    """Open goals first, each concern's together in the order of the concerns, those without one last."""
    places = {concern.id: place for place, concern in enumerate(concerns)}
    last = len(places)
    return sorted(
        stored,
        key=lambda goal: ((goal.status or "active") not in goals.OPEN, places.get(goal.concern_id or 0, last)),
    )


def letters(place: int) -> str:
    """A, B ... Z, AA, AB: the number of a concern by its place from 0."""
    before, digit = divmod(place, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + digit)


def _problems(uow: UnitOfWork, stored: Sequence[HealthConcern]) -> Mapping[int, str]:
    ids = [row.condition_id for row in stored if row.condition_id is not None]
    if not ids:
        return {}
    wanted = select(Condition.id, Condition.text, Condition.code).where(Condition.id.in_(among(ids)))
    return {row.id: untagged(row.text or row.code or "") for row in uow.session.execute(wanted)}


def _concern_draft(row: HealthConcern) -> ConcernDraft:
    return ConcernDraft(
        kind=row.kind,
        words=row.words,
        text=row.text,
        words_language=row.words_language,
        condition_id=row.condition_id,
        priority=row.priority,
        note=row.note,
        noticed_on=row.noticed_on,
        owner=owner_of(row),
        sensitive=row.sensitive,
    )
