"""How the care plan looks: concerns, goals, actions and barriers as a tree, plans from elsewhere; columns, filters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.contracts.concerns import PlanBarrierRow, PlanConcernRow
from icm_desktop.contracts.plans import CarePlanView, OutsidePlan, PlanActionRow, PlanGoalRow
from icm_desktop.domain.conflicts.states import RESOLVED
from ui.context import AppContext
from ui.feedback import Level
from ui.pages.concern_words import ConcernWords
from ui.pages.conflict_words import ConflictWords
from ui.pages.plan_words import PlanWords
from ui.tables.base import Chip, Column
from ui.tables.tree import Heading, Node

Row = PlanConcernRow | PlanGoalRow | PlanActionRow | PlanBarrierRow
OPEN_GOAL = ("proposed", "planned", "accepted", "active", "on-hold")
OPEN_ACTION = ("not-started", "scheduled", "in-progress", "on-hold")
HANDOUT = "on_handout"
_KINDS: dict[type[Row], str] = {
    PlanConcernRow: "health_concern",
    PlanGoalRow: "goal",
    PlanActionRow: "plan_action",
    PlanBarrierRow: "plan_barrier",
}


def kind_of(row: Row) -> str:
    """The kind of record a line is."""
    return _KINDS[type(row)]


def key_of(row: Row) -> str:
    """The stable key of a line."""
    return f"{kind_of(row)}:{row.id}"


def owner_of(row: Row) -> Owner | None:
    """Who is responsible; nobody owns a barrier."""
    return None if isinstance(row, PlanBarrierRow) else row.draft.owner


def due_of(row: Row) -> dt.date | None:
    """The due day of a goal or action."""
    return row.draft.due_on if isinstance(row, PlanGoalRow | PlanActionRow) else None


def on_page(row: Row) -> bool | None:
    """Whether the line is on the patient's page; None for what never is."""
    return row.draft.on_handout if isinstance(row, PlanGoalRow | PlanActionRow) else None


def is_open(row: Row) -> bool:
    """Whether it still counts."""
    if isinstance(row, PlanGoalRow):
        return row.status in OPEN_GOAL
    return row.status in OPEN_ACTION if isinstance(row, PlanActionRow) else row.status == "active"


class CarePlanWords:
    """Words and columns of the care plan in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self.plan = PlanWords(context)
        self.concerns = ConcernWords()
        self.conflicts = ConflictWords(context)

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("CarePlanWords", text, note, number)

    def title(self, row: Row) -> str:
        """The concern or goal in the patient's words, the action, or what stands in the way."""
        if isinstance(row, PlanConcernRow):
            return self.concerns.concern_title(row)
        if isinstance(row, PlanBarrierRow):
            return self.concerns.barrier_title(row)
        if isinstance(row, PlanGoalRow):
            return self._goal_title(row)
        return self.tr("Urgent: {text}").format(text=row.draft.text) if row.draft.urgent else row.draft.text

    def _goal_title(self, row: PlanGoalRow) -> str:
        """A goal; where a clinician decided between several, what holds instead of it comes first."""
        title = self.plan.goal_title(row.draft, row.target)
        holds = self.conflicts.holds(row.conflict) if row.conflict is not None else ""
        if row.conflict is None or row.conflict.state != RESOLVED or not holds or not is_open(row):
            return title
        by = row.conflict.decision.by if row.conflict.decision is not None else ""
        return self.tr("{value}, decided by {who}, instead of: {goal}").format(value=holds, who=by, goal=title)

    def chip(self, row: Row) -> Chip:
        """How it stands."""
        if isinstance(row, PlanConcernRow):
            return self.concerns.concern_chip(row)
        if isinstance(row, PlanBarrierRow):
            return self.concerns.barrier_chip(row)
        if isinstance(row, PlanGoalRow) and row.conflict is not None and is_open(row):
            settled = row.conflict.state == RESOLVED
            return Chip(Level.GOOD, self.tr("Decided")) if settled else Chip(Level.HIGH, self.tr("Conflict"))
        if isinstance(row, PlanGoalRow):
            return self.plan.goal_chip(row.status, row.achievement)
        return self.plan.action_chip(row)

    def number(self, row: Row) -> str:
        """A for a concern, 1 for a goal, 1.2 for an action."""
        return "" if isinstance(row, PlanBarrierRow) else row.number

    def kind(self, row: Row) -> str:
        """What the line is, with its number."""
        if isinstance(row, PlanBarrierRow):
            return self.tr("Barrier")
        words = {
            PlanConcernRow: self.tr("Concern {number}"),
            PlanGoalRow: self.tr("Goal {number}"),
            PlanActionRow: self.tr("Action {number}"),
        }[type(row)]
        return words.format(number=row.number)

    def due(self, row: Row) -> str:
        """The due day."""
        return self._context.formatting.date(due_of(row))

    def updated(self, row: Row) -> str:
        """When it was changed last; of an imported line, when its source recorded it."""
        shown = self._context.formatting
        imported = isinstance(row, PlanGoalRow | PlanActionRow) and row.provenance.source
        recorded = row.provenance.recorded if imported else None  # type: ignore[union-attr]
        return shown.partial_date(recorded) if recorded else shown.date(row.updated_at)

    def sentence(self, row: Row) -> str:
        """The whole line for a screen reader."""
        owner, due = owner_of(row), self.due(row)
        parts = (
            self.kind(row),
            self.title(row),
            self.tr("owner {name}").format(name=self.plan.owner(owner)) if owner else "",
            self.tr("due {date}").format(date=due) if due else "",
            self.chip(row).word,
            self.tr("on the patient's page") if on_page(row) else "",
        )
        return ", ".join(part for part in parts if part)

    def columns(self) -> tuple[Column[Row], ...]:
        """Columns of the care plan."""
        return (
            Column("number", self.tr("No."), self.number, width=9),
            Column("title", self.tr("Concern / goal / action"), self.title, stretch=True),
            Column("owner", self.tr("Owner"), lambda row: self.plan.owner(owner_of(row)), width=13),
            Column("due", self.tr("Due"), self.due, width=12, copy=lambda row: str(due_of(row) or "")),
            Column("status", self.tr("Status"), lambda _row: "", width=15, chip=self.chip),
            Column("updated", self.tr("Updated"), self.updated, width=12, hidden=True),
            Column(HANDOUT, self.tr("On page"), lambda _row: "", width=8),
        )  # fmt: skip

    def outside_title(self, plan: OutsidePlan) -> str:
        """ "Diabetes self management · Springfield Clinic · since 02-Jun-2026 · active"."""
        shown = self._context.formatting
        since = self.tr("since {date}").format(date=shown.partial_date(plan.starts)) if plan.starts else ""
        received = plan.provenance.received_at
        came = self.tr("imported {date}").format(date=shown.date(received)) if received else ""
        source = plan.provenance.organization or plan.provenance.author or came
        ended = plan.status if plan.status not in (None, "active") else ""
        words = {"completed": self.tr("ended"), "revoked": self.tr("withdrawn"), "on-hold": self.tr("on hold")}
        parts = (plan.title or self.tr("Care plan"), source, since, words.get(ended or "", ended or ""))
        return self.tr("From elsewhere: {plan}").format(plan=" · ".join(part for part in parts if part))

    def nodes(self, view: CarePlanView, keep: Callable[[Row], bool]) -> list[Node]:
        """The lines that pass the filter; a line stays when one beneath it does."""
        tree = _Tree(view, keep)
        found = [node for row in view.concerns if (node := tree.node(row, tree.of_concern(row.id)))]
        apart = [node for goal in view.goals if goal.draft.concern_id is None and (node := tree.goal(goal))]
        if apart and view.concerns:
            found.append(Node("apart", Heading(self.tr("Goals without a concern"), len(apart)), tuple(apart)))
        else:
            found += apart
        loose = tree.rows((*view.actions, *tree.barriers(None, None)))
        if loose:
            found.append(Node("loose", Heading(self.tr("For the plan as a whole"), len(loose)), loose))
        for plan in view.outside:
            inside = tree.rows(plan.actions)
            if inside or plan.status in (None, "active"):
                heading = Heading(self.outside_title(plan), len(inside), Level.NEUTRAL.value)
                found.append(Node(f"outside:{plan.id}", heading, inside, opened=plan.status == "active"))
        return found


class _Tree:
    """Lines with what hangs beneath them."""

    def __init__(self, view: CarePlanView, keep: Callable[[Row], bool]) -> None:
        self._view, self._keep = view, keep

    def node(self, row: Row, inside: tuple[Node, ...]) -> Node | None:
        return Node(key_of(row), row, inside) if inside or self._keep(row) else None

    def rows(self, rows: Iterable[Row]) -> tuple[Node, ...]:
        return tuple(Node(key_of(row), row) for row in rows if self._keep(row))

    def barriers(self, goal_id: int | None, concern_id: int | None) -> Sequence[PlanBarrierRow]:
        wanted = (goal_id, concern_id)
        return [row for row in self._view.barriers if (row.draft.goal_id, row.draft.concern_id) == wanted]

    def goal(self, goal: PlanGoalRow) -> Node | None:
        return self.node(goal, self.rows((*self.barriers(goal.id, None), *goal.actions)))

    def of_concern(self, concern_id: int) -> tuple[Node, ...]:
        goals = [goal for goal in self._view.goals if goal.draft.concern_id == concern_id]
        own = self.rows(self.barriers(None, concern_id))
        return (*own, *(node for goal in goals if (node := self.goal(goal))))


def keeper(filters: frozenset[str], user_id: int, today: dt.date) -> Callable[[Row], bool]:
    """What the chips above the table let through; chips of one kind add up."""

    def keep(row: Row) -> bool:
        owner, due = owner_of(row), due_of(row)
        checks = {
            "open": is_open(row),
            "mine": owner is not None and owner.kind is OwnerKind.USER and owner.id == user_id,
            "patient": owner is not None and owner.kind is OwnerKind.PATIENT,
            "overdue": is_open(row) and due is not None and due < today,
            "barriers": isinstance(row, PlanBarrierRow),
        }
        return all(checks[one] for one in filters)

    return keep


def of_concern(view: CarePlanView, concern_id: int | None) -> CarePlanView:
    """The plan narrowed to one concern with what is beneath it; the whole plan for None."""
    if concern_id is None:
        return view
    goals = tuple(goal for goal in view.goals if goal.draft.concern_id == concern_id)
    ids = {goal.id for goal in goals}
    barriers = tuple(
        row for row in view.barriers if row.draft.concern_id == concern_id or (row.draft.goal_id or 0) in ids
    )
    concerns = tuple(row for row in view.concerns if row.id == concern_id)
    return replace(view, concerns=concerns, goals=goals, barriers=barriers, actions=(), outside=())


def open_work(view: CarePlanView, row: Row) -> tuple[Row, ...]:
    """What is still open under a concern or goal, in the order of the plan."""
    if isinstance(row, PlanConcernRow):
        goals = [goal for goal in view.goals if goal.draft.concern_id == row.id and is_open(goal)]
        inside: list[Row] = [each for goal in goals for each in (goal, *open_work(view, goal))]
        own = [each for each in view.barriers if each.draft.concern_id == row.id]
        return (*inside, *(each for each in own if is_open(each)))
    if isinstance(row, PlanGoalRow):
        barriers = (each for each in view.barriers if each.draft.goal_id == row.id)
        under: tuple[Row, ...] = (*row.actions, *barriers)
        return tuple(each for each in under if is_open(each))
    return ()
