"""The plan as a whole: its written parts, what is missing and where to fill it in, when it is reviewed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.clinical import Condition
from db.models.plan import CarePlan
from db.models.shared_plan import PlanPart
from db.unit_of_work import UnitOfWork
from icm_desktop.content import care_plan as content
from icm_desktop.content.care_plan import Element
from icm_desktop.content.policies import UNCONFIRMED
from icm_desktop.contracts.concerns import PlanConcernRow
from icm_desktop.contracts.plan_sheet import (
    AskSheet,
    MissingElement,
    PlanPartRow,
    PlanReview,
    PlanSheet,
    ProblemChoice,
)
from icm_desktop.contracts.plan_versions import VersionRow
from icm_desktop.contracts.plans import PlanGoalRow
from icm_desktop.domain import concerns, goals
from icm_desktop.domain.deadlines import days_late
from icm_desktop.domain.plain_text import untagged
from icm_desktop.domain.plan_versions import AGREED
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.care_plan import care_plan
from icm_desktop.queries.plan_signers import signers
from icm_desktop.queries.plan_versions import stored_versions, version_rows

_PROPOSAL = "P"


@requires(Privilege.CLINICAL_READ)
def sheet(uow: UnitOfWork, asked: AskSheet) -> PlanSheet:
    """Written parts, missing elements and the review of one patient's plan.

    Raises:
        NotFound: patients.unknown.
    """
    view = care_plan(uow, asked.patient_id)
    parts = _parts(uow, asked)
    facts = _Facts(
        concerns=view.concerns,
        goals=tuple(row for row in view.goals if row.status in goals.OPEN),
        written=frozenset(part.part for part in parts if part.text),
        has_team=any(each.usual for each in signers(uow, asked.patient_id)),
        review=review_of(uow, asked.patient_id),
        in_force=_in_force(uow, asked.patient_id),
    )
    missing = tuple(found for each in content.elements() if (found := _missing(each, facts, asked.language)))
    return PlanSheet(asked.patient_id, parts, missing, len(content.elements()), facts.review)


@requires(Privilege.CLINICAL_READ)
def problems(uow: UnitOfWork, patient_id: int) -> tuple[ProblemChoice, ...]:
    """Entries of the problem list a concern may stand for, by name."""
    wanted = select(Condition.id, Condition.text, Condition.code).where(
        Condition.patient_id == patient_id,
        Condition.removed_at.is_(None),
        Condition.status.is_(None) | Condition.status.in_(("active", "recurrence", "relapse")),
        Condition.verification.is_(None) | Condition.verification.not_in(("entered-in-error", "refuted")),
    )
    found = {
        untagged(row.text or row.code or ""): row.id
        for row in uow.session.execute(wanted.order_by(Condition.id.desc()))
    }
    return tuple(ProblemChoice(number, text) for text, number in sorted(found.items()) if text)


@requires(Privilege.CLINICAL_READ)
def our_plan(uow: UnitOfWork, patient_id: int) -> CarePlan | None:
    """The row that keeps how often and when our plan is reviewed."""
    wanted = select(CarePlan).where(
        CarePlan.patient_id == patient_id, CarePlan.source_id.is_(None), CarePlan.removed_at.is_(None)
    )
    return uow.session.scalars(wanted.order_by(CarePlan.id.desc()).limit(1)).first()


@requires(Privilege.CLINICAL_READ)
def review_of(uow: UnitOfWork, patient_id: int) -> PlanReview:
    """When the plan was and is reviewed."""
    plan = our_plan(uow, patient_id)
    return PlanReview(
        plan_id=plan.id if plan else None,
        version=plan.version if plan else None,
        risk=plan.risk if plan else None,
        reviewed_on=plan.reviewed_on if plan else None,
        review_due=plan.review_due if plan else None,
        days_late=days_late(plan.review_due if plan else None, uow.today),
        levels=tuple(content.review_months().items()),
        confirmed=False,
    )


def _parts(uow: UnitOfWork, asked: AskSheet) -> tuple[PlanPartRow, ...]:
    wanted = (
        select(PlanPart, UserAccount.display_name)
        .outerjoin(UserAccount, UserAccount.id == PlanPart.updated_by_id)
        .where(PlanPart.patient_id == asked.patient_id, PlanPart.removed_at.is_(None))
        .order_by(PlanPart.id)
    )
    stored = {row.part: (row, by) for row, by in uow.session.execute(wanted)}
    found = []
    for part in content.parts().values():
        row, by = stored.get(part.id, (None, None))
        title, hint = (content.in_language(words, asked.language) for words in (part.title, part.hint))
        found.append(
            PlanPartRow(
                part.id,
                part.group,
                title,
                hint,
                row.text if row else None,
                row.version if row else None,
                row.written_on if row else None,
                by,
            )
        )
    return tuple(found)


def _in_force(uow: UnitOfWork, patient_id: int) -> VersionRow | None:
    rows = version_rows(uow, patient_id, stored_versions(uow, patient_id))
    return next((row for row in rows if row.state == AGREED), None)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is looked at; only open goals count."""

    concerns: tuple[PlanConcernRow, ...]
    goals: tuple[PlanGoalRow, ...]
    written: frozenset[str]
    has_team: bool
    review: PlanReview
    in_force: VersionRow | None


def _missing(element: Element, facts: _Facts, language: str) -> MissingElement | None:
    """The element when the plan lacks it."""
    lacking = _LACK[element.check](element, facts)
    if lacking is None:
        return None
    parts = [part for part in element.parts if part not in facts.written]
    return MissingElement(
        id=element.id,
        title=content.in_language(element.title, language),
        standards=element.standards,
        fill=element.fill,
        part=parts[0] if parts else None,
        goals=lacking,
        source=element.source,
        confirmed=element.mark not in (UNCONFIRMED, _PROPOSAL),
    )


_Lack = tuple[str, ...] | None  # numbers of the goals that lack it; None when nothing lacks


def _simply(there: bool) -> _Lack:
    return None if there else ()


def _goals_without(facts: _Facts, has: Callable[[PlanGoalRow], bool]) -> _Lack:
    """Goals without it; a plan without any goal lacks it as well."""
    if not facts.goals:
        return ()
    return tuple(goal.number for goal in facts.goals if not has(goal)) or None


def _is_measured(goal: PlanGoalRow) -> bool:
    return bool(goal.target)


def _has_action(goal: PlanGoalRow) -> bool:
    return any(action.status in goals.ACTION_OPEN for action in goal.actions)


def _copied(facts: _Facts) -> bool:
    copies = facts.in_force.copies if facts.in_force else ()
    return any(copy.to_kind in ("patient", "caregiver") for copy in copies)


_LACK: dict[str, Callable[[Element, _Facts], _Lack]] = {
    "concerns": lambda _, facts: _simply(any(row.status == concerns.OPEN for row in facts.concerns)),
    "parts": lambda element, facts: _simply(facts.written.issuperset(element.parts)),
    "measurable_goals": lambda _, facts: _simply(any(_is_measured(goal) for goal in facts.goals)),
    "own_words": lambda _, facts: _simply(any(goal.draft.words for goal in facts.goals)),
    "actions": lambda _, facts: _goals_without(facts, _has_action),
    "owners": lambda _, facts: _goals_without(facts, lambda goal: goal.draft.owner is not None),
    "team": lambda _, facts: _simply(facts.has_team),
    "outcomes": lambda _, facts: _goals_without(facts, lambda goal: bool(goal.last or goal.achievement)),
    "review": lambda _, facts: _simply(facts.review.review_due is not None),
    "agreed": lambda _, facts: _simply(facts.in_force is not None),
    "copy": lambda _, facts: _simply(_copied(facts)),
}
CHECKS = frozenset(_LACK)
