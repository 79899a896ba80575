"""How the care plan looks: goals with their actions, loose actions, plans from elsewhere; columns and filters."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.contracts.plans import CarePlanView, OutsidePlan, PlanActionRow, PlanGoalRow
from ui.context import AppContext
from ui.feedback import Level
from ui.pages.plan_words import PlanWords
from ui.tables.base import Chip, Column
from ui.tables.tree import Heading, Node

Row = PlanGoalRow | PlanActionRow
OPEN_GOAL = ("proposed", "planned", "accepted", "active", "on-hold")
OPEN_ACTION = ("not-started", "scheduled", "in-progress", "on-hold")
HANDOUT = "on_handout"


def key_of(row: Row) -> str:
    """The stable key of a line."""
    return f"goal:{row.id}" if isinstance(row, PlanGoalRow) else f"plan_action:{row.id}"


class CarePlanWords:
    """Words and columns of the care plan in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self.plan = PlanWords(context)

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("CarePlanWords", text, note, number)

    def title(self, row: Row) -> str:
        """The goal in the patient's words, or the action."""
        if isinstance(row, PlanGoalRow):
            return self.plan.goal_title(row.draft, row.target)
        return self.tr("Urgent: {text}").format(text=row.draft.text) if row.draft.urgent else row.draft.text

    def chip(self, row: Row) -> Chip:
        """How it stands."""
        if isinstance(row, PlanGoalRow):
            return self.plan.goal_chip(row.status, row.achievement)
        return self.plan.action_chip(row)

    def updated(self, row: Row) -> str:
        """When it was changed last; of an imported line, when its source recorded it."""
        shown = self._context.formatting
        recorded = row.provenance.recorded if row.provenance.source else None
        return shown.partial_date(recorded) if recorded else shown.date(row.updated_at)

    def sentence(self, row: Row) -> str:
        """The whole line for a screen reader."""
        kind = self.tr("Goal") if isinstance(row, PlanGoalRow) else self.tr("Action")
        due = self.plan.due(row.draft)
        parts = (
            f"{kind} {row.number}",
            self.title(row),
            self.tr("owner {name}").format(name=self.plan.owner(row.draft.owner)) if row.draft.owner else "",
            self.tr("due {date}").format(date=due) if due else "",
            self.chip(row).word,
            self.tr("on the patient's page") if row.draft.on_handout else "",
        )
        return ", ".join(part for part in parts if part)

    def columns(self) -> tuple[Column[Row], ...]:
        """Columns of the care plan."""
        return (
            Column("number", self.tr("No."), lambda row: row.number, width=7),
            Column("title", self.tr("Goal / action"), self.title, stretch=True),
            Column("owner", self.tr("Owner"), lambda row: self.plan.owner(row.draft.owner), width=13),
            Column("due", self.tr("Due"), lambda row: self.plan.due(row.draft), width=12,
                   copy=lambda row: str(row.draft.due_on or "")),
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
        """The lines that pass the filter; a goal stays when one of its actions does."""
        found = []
        for goal in view.goals:
            inside = tuple(Node(key_of(action), action) for action in goal.actions if keep(action))
            if inside or keep(goal):
                found.append(Node(key_of(goal), goal, inside))
        loose = tuple(Node(key_of(action), action) for action in view.actions if keep(action))
        if loose:
            found.append(Node("loose", Heading(self.tr("For the plan as a whole"), len(loose)), loose))
        for plan in view.outside:
            inside = tuple(Node(key_of(action), action) for action in plan.actions if keep(action))
            if inside or plan.status in (None, "active"):
                heading = Heading(self.outside_title(plan), len(inside), Level.NEUTRAL.value)
                found.append(Node(f"outside:{plan.id}", heading, inside, opened=plan.status == "active"))
        return found


def keeper(filters: frozenset[str], user_id: int, late: Callable[[Row], bool]) -> Callable[[Row], bool]:
    """What the chips above the table let through; chips of one kind add up."""

    def mine(owner: Owner | None) -> bool:
        return owner is not None and owner.kind is OwnerKind.USER and owner.id == user_id

    def keep(row: Row) -> bool:
        is_open = row.status in (OPEN_GOAL if isinstance(row, PlanGoalRow) else OPEN_ACTION)
        owner = row.draft.owner
        checks = {
            "open": is_open,
            "mine": mine(owner),
            "patient": owner is not None and owner.kind is OwnerKind.PATIENT,
            "overdue": is_open and late(row),
        }
        return all(checks[one] for one in filters)

    return keep


def every_action(view: CarePlanView) -> Iterable[PlanActionRow]:
    """All actions of the plan, ours and from elsewhere."""
    for goal in view.goals:
        yield from goal.actions
    yield from view.actions
    for plan in view.outside:
        yield from plan.actions
