"""What could be put on a plan: targets and steps of the pathways a patient is in, and lines that were on it before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from db.models.plan import Goal, PlanAction
from db.models.shared_plan import HealthConcern
from db.unit_of_work import UnitOfWork
from icm_desktop.content import codes
from icm_desktop.content.care_plan import in_language
from icm_desktop.contracts.plan_starts import (
    ACTION,
    ADDRESSED,
    BEFORE,
    CONCERN,
    GOAL,
    PATHWAYS,
    AskStarts,
    StartRow,
    Starts,
)
from icm_desktop.contracts.plans import CarePlanView, GoalDraft
from icm_desktop.domain import concerns as concern_rules
from icm_desktop.domain import goals as goal_rules
from icm_desktop.domain.names import folded
from icm_desktop.domain.pathways.conditions import Target
from icm_desktop.domain.plan_difference import Item, items_of
from icm_desktop.domain.units import quantity_text
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.addressed import without_concern
from icm_desktop.queries.care_plan import care_plan, ordered_goals
from icm_desktop.queries.pathways import of_patient
from icm_desktop.queries.pathways_in_use import in_use
from icm_desktop.queries.plan_versions import stored_versions

_COMPARATORS = {"below": "<", "at_most": "<=", "at_least": ">=", "above": ">"}
_MODELS = {"goal": Goal, "plan_action": PlanAction, "health_concern": HealthConcern}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row with what it becomes: a goal as a draft, an action or concern as its words."""

    row: StartRow
    goal: GoalDraft | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Group:
    """Rows that come from one place; `open_texts` is what is open on the plan already."""

    title: str
    open_texts: frozenset[str]

    def row(self, key: str, kind: str, title: str, detail: str = "") -> StartRow:
        return StartRow(key, kind, title, detail, self.title, folded(title) in self.open_texts)


@requires(Privilege.CLINICAL_READ)
def starts(uow: UnitOfWork, asked: AskStarts) -> Starts:
    """Everything that could be put on the plan, group by group.

    Raises:
        NotFound: patients.unknown.
        Invalid: plans.bad_choice.
    """
    view = care_plan(uow, asked.patient_id)
    return Starts(view.head, asked.source, tuple(one.row for one in proposals(uow, asked, view)))


@requires(Privilege.CLINICAL_READ)
def proposals(uow: UnitOfWork, asked: AskStarts, view: CarePlanView) -> tuple[Proposal, ...]:
    """The same with what each row becomes.

    Raises:
        Invalid: plans.bad_choice.
    """
    if asked.source == PATHWAYS:
        return _once(_of_pathways(uow, asked, view))
    if asked.source == BEFORE:
        return tuple(_of_before(uow, asked, view))
    raise Invalid("plans.bad_choice", field="source")


def _once(rows: Iterator[Proposal]) -> tuple[Proposal, ...]:
    """What several pathways ask for stands under the first of them."""
    found: dict[tuple[str, str], Proposal] = {}
    for one in rows:
        found.setdefault((one.row.kind, folded(one.row.title)), one)
    return tuple(found.values())


def _of_pathways(uow: UnitOfWork, asked: AskStarts, view: CarePlanView) -> Iterator[Proposal]:
    """Each adopted pathway the patient is in: itself as a concern, its targets as goals, what it asks for as actions.

    An action has no due day: the pathway keeps it, and its step is the work on Today.
    """
    known = of_patient(uow, asked.patient_id)
    theirs = {one.pathway for one in known.targets} | {one.pathway for one in known.due}
    own = {one.id: one.own for one in known.targets if one.own is not None}
    open_texts = _open_texts(view)
    for one in in_use(uow).pathways:
        if one.id not in theirs:
            continue
        group = _Group(in_language({"en": one.title, "es": one.title_es}, asked.language), open_texts)
        if not one.entry.everyone:
            yield Proposal(group.row(f"pathway:{one.id}:concern", CONCERN, group.title), text=group.title)
        for target in one.targets:
            if target.value is not None and not target.choice_of:
                yield _target(one.id, target, own.get(target.id, target.value), group, asked.language)
        for step in known.due:
            if step.pathway == one.id:
                title = in_language({"en": step.title, "es": step.title_es}, asked.language)
                row = group.row(f"pathway:{one.id}:step:{step.step}", ACTION, title, step.interval.iso)
                yield Proposal(row, text=title)


def _target(pathway: str, target: Target, value: float, group: _Group, language: str) -> Proposal:
    """A goal: the patient's own value counts where there is one."""
    title = in_language({"en": target.title, "es": target.title_es}, language)
    comparator = _COMPARATORS.get(target.op)
    draft = GoalDraft(
        None, title, measure_code=_measure(target), target_comparator=comparator, target_value=value,
        target_unit=target.unit,
    )  # fmt: skip
    detail = f"{comparator or ''} {quantity_text(value, target.unit)}".strip()
    return Proposal(group.row(f"pathway:{pathway}:target:{target.id}", GOAL, title, detail), draft, title)


def _measure(target: Target) -> str | None:
    """The LOINC code of a measurement this program knows that the target looks at."""
    wanted = {each.rpartition(":")[2] for each in (target.source.codes if target.source else ())}
    return next((one.codes[0] for one in codes.measurements() if wanted & set(one.codes)), None)


def _of_before(uow: UnitOfWork, asked: AskStarts, view: CarePlanView) -> Iterator[Proposal]:
    """Lines of the newest version that are not open any more, problems that goals from elsewhere are about, then what
    plans elsewhere say and ours does not."""
    open_now, open_texts = _open_keys(view), _open_texts(view)
    for version in stored_versions(uow, asked.patient_id)[-1:]:
        group = _Group(str(version.number), open_texts)
        for line in items_of(version.content):
            if _comes_again(uow, line, open_now):
                row = group.row(line.id, _kind(line), line.title, line.facts.get("target", ""))
                yield Proposal(row, text=line.title)
    goals = ordered_goals(uow, asked.patient_id)
    for number, text in without_concern(uow, asked.patient_id, goals, view.concerns):
        yield Proposal(_Group(ADDRESSED, open_texts).row(f"condition:{number}", CONCERN, text), text=text)
    for plan in view.outside:
        for action in plan.actions:
            row = _Group(plan.title, open_texts).row(f"plan_action:{action.id}", ACTION, action.draft.text)
            yield Proposal(row, text=action.draft.text)


def _kind(line: Item) -> str:
    return {"concern": CONCERN, "goal": GOAL}.get(line.section, ACTION)


def _comes_again(uow: UnitOfWork, line: Item, open_now: frozenset[str]) -> bool:
    """Whether a line of a version is over, or gone, and its record can be read to make it anew."""
    if line.section not in ("concern", "goal", "action") or line.id in open_now:
        return False
    name, _, number = line.id.partition(":")
    return name in _MODELS and number.isdecimal() and uow.session.get(_MODELS[name], int(number)) is not None


def _open_keys(view: CarePlanView) -> frozenset[str]:
    actions = [*view.actions, *(action for goal in view.goals for action in goal.actions)]
    return frozenset(
        [f"health_concern:{row.id}" for row in view.concerns if row.status == concern_rules.OPEN]
        + [f"goal:{row.id}" for row in view.goals if row.status in goal_rules.OPEN]
        + [f"plan_action:{row.id}" for row in actions if row.status in goal_rules.ACTION_OPEN]
    )


def _open_texts(view: CarePlanView) -> frozenset[str]:
    """Words of what is open on the plan, to be compared."""
    found: list[str | None] = []
    for concern in view.concerns:
        if concern.status == concern_rules.OPEN:
            found += [concern.draft.text, concern.draft.words, concern.problem]
    for goal in view.goals:
        if goal.status in goal_rules.OPEN:
            found += [goal.draft.text, goal.draft.words]
    for action in (*view.actions, *(each for goal in view.goals for each in goal.actions)):
        if action.status in goal_rules.ACTION_OPEN:
            found.append(action.draft.text)
    return frozenset(folded(text) for text in found if text)
