"""The plan as it is now, line by line, as a version keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from db.models.plan import CareTeam, CareTeamMember
from db.models.practice import Organization
from db.models.shared_plan import PlanPart
from db.unit_of_work import UnitOfWork
from icm_desktop.content.team import text_of
from icm_desktop.contracts.chart import TrendPoint
from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.contracts.concerns import PlanBarrierRow, PlanConcernRow
from icm_desktop.contracts.plans import CarePlanView, PlanActionRow, PlanGoalRow
from icm_desktop.contracts.team import NOW
from icm_desktop.domain import concerns, goals
from icm_desktop.domain.conflicts.states import RESOLVED
from icm_desktop.domain.plan_difference import Item
from icm_desktop.domain.units import number_text, quantity_text
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.care_plan import care_plan
from icm_desktop.queries.goal_decisions import REPLACED, in_signs
from icm_desktop.queries.team import members

_MOST_POINTS, _TWO = 5, 2
_FORMER_TEAM = ("inactive", "entered-in-error", "suspended")


@requires(Privilege.CLINICAL_READ)
def snapshot(uow: UnitOfWork, patient_id: int) -> tuple[Item, ...]:
    """Every line of our plan: concerns, goals, actions, barriers, written parts and the team.

    Raises:
        NotFound: patients.unknown.
    """
    view = care_plan(uow, patient_id)
    lines = [*_concerns(view), *_goals(view), *_actions(view), *_barriers(view)]
    return (*lines, *_parts(uow, patient_id), *_team(uow, patient_id))


def _concerns(view: CarePlanView) -> Iterator[Item]:
    for row in view.concerns:
        draft = row.draft
        facts = _facts(
            kind=draft.kind, words=draft.words, text=draft.text, problem=row.problem, status=row.status,
            priority=draft.priority, owner=_owner(draft.owner), note=draft.note,
        )  # fmt: skip
        title = _concern_title(row)
        yield Item("concern", _id(row), title, facts, None, row.status == concerns.OPEN, draft.sensitive)


def _goals(view: CarePlanView) -> Iterator[Item]:
    for row in view.goals:
        draft = row.draft
        facts = _facts(
            words=draft.words, text=draft.text, target=row.target, due=draft.due_on, owner=_owner(draft.owner),
            status=row.status, achievement=row.achievement, priority=draft.priority, baseline=_baseline(row),
            current=_current(row.last), trend=_trend(row), confidence=draft.confidence,
        )  # fmt: skip
        title = draft.words or draft.text or row.target or ""
        if row.conflict is not None and row.conflict.state == RESOLVED:
            title = in_signs(row.conflict.decision) or title
            facts = {key: value for key, value in facts.items() if key not in REPLACED} | {"target": title}
        under = f"health_concern:{draft.concern_id}" if draft.concern_id else None
        yield Item("goal", _id(row), title, facts, under, row.status in goals.OPEN, draft.sensitive)


def _actions(view: CarePlanView) -> Iterator[Item]:
    of_goals = [(action, _id(goal)) for goal in view.goals for action in goal.actions]
    for row, under in (*of_goals, *((action, None) for action in view.actions)):
        draft = row.draft
        facts = _facts(text=draft.text, owner=_owner(draft.owner), due=draft.due_on, status=row.status)
        yield Item("action", _id(row), draft.text, facts, under, row.status in goals.ACTION_OPEN, draft.sensitive)


def _barriers(view: CarePlanView) -> Iterator[Item]:
    for row in view.barriers:
        draft = row.draft
        facts = _facts(kind=draft.kind, text=draft.text, help=draft.help_text, status=row.status)
        under = f"goal:{draft.goal_id}" if draft.goal_id else None
        under = under or (f"health_concern:{draft.concern_id}" if draft.concern_id else None)
        yield Item("barrier", _id(row), draft.text, facts, under, row.status == concerns.OPEN, draft.sensitive)


def _parts(uow: UnitOfWork, patient_id: int) -> Iterator[Item]:
    written = select(PlanPart.part, PlanPart.text).where(
        PlanPart.patient_id == patient_id, PlanPart.removed_at.is_(None), PlanPart.text.is_not(None)
    )
    for part, text in uow.session.execute(written.order_by(PlanPart.id)):
        yield Item("part", f"part:{part}", part, _facts(text=text))


def _team(uow: UnitOfWork, patient_id: int) -> Iterator[Item]:
    """Our own members of today; then those other systems name and nobody took over."""
    names = set()
    for row in members(uow, patient_id):
        if row.state == NOW:
            names.add(row.name)
            role = row.role_text or text_of("role", row.role_code)
            key = f"team_member:{row.id}" if row.id is not None else f"team_user:{row.user_id}"
            yield Item("team", key, row.name, _facts(role=role, organization=row.organization, phone=row.phone))
    imported = (
        select(CareTeamMember.member_key, CareTeamMember.name, CareTeamMember.role, CareTeamMember.phone,
               Organization.name.label("organization"))
        .join(CareTeam, CareTeam.id == CareTeamMember.care_team_id)
        .outerjoin(Organization, Organization.id == CareTeamMember.organization_id)
        .where(CareTeamMember.patient_id == patient_id, CareTeamMember.removed_at.is_(None),
               CareTeam.removed_at.is_(None),
               CareTeam.status.is_(None) | CareTeam.status.not_in(_FORMER_TEAM))
        .order_by(CareTeamMember.id)
    )  # fmt: skip
    for key, name, said, phone, organization in uow.session.execute(imported):
        if name not in names:
            names.add(name)
            yield Item("team", f"member:{key}", name, _facts(role=said, organization=organization, phone=phone))


def _concern_title(row: PlanConcernRow) -> str:
    return row.draft.words or row.draft.text or row.problem or ""


def _id(row: PlanConcernRow | PlanGoalRow | PlanActionRow | PlanBarrierRow) -> str:
    kinds = {PlanConcernRow: "health_concern", PlanGoalRow: "goal", PlanActionRow: "plan_action"}
    return f"{kinds.get(type(row), 'plan_barrier')}:{row.id}"


def _facts(**values: Any) -> dict[str, str]:
    """What is known, as text: dates as ISO."""
    return {name: str(value) for name, value in values.items() if value not in (None, "")}


def _owner(owner: Owner | None) -> str | None:
    if owner is None:
        return None
    if owner.kind is OwnerKind.PATIENT:
        return "patient"
    return ", ".join(part for part in (owner.name, owner.organization) if part)


def _baseline(row: PlanGoalRow) -> str | None:
    draft = row.draft
    if draft.baseline_value is None:
        return None
    day = f" ({draft.baseline_on.isoformat()})" if draft.baseline_on else ""
    return quantity_text(draft.baseline_value, draft.target_unit) + day


def _current(last: TrendPoint | None) -> str | None:
    return f"{quantity_text(last.value, last.unit)} ({last.on})" if last else None


def _trend(row: PlanGoalRow) -> str | None:
    """The last values, the oldest first: "9.1 (2026-03-02), 8.6 (2026-06-01)"; one value is no trend."""
    points = row.trend[-_MOST_POINTS:]
    if len(points) < _TWO:
        return None
    return ", ".join(f"{number_text(point.value)} ({point.on[:10]})" for point in points)
