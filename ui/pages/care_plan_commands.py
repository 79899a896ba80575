"""What one does with the care plan: add, change, finish, move and take off its lines, each act undoable."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.concerns import PlanBarrierRow, PlanConcernRow
from icm_desktop.contracts.plan_sheet import ProblemChoice
from icm_desktop.contracts.plan_starts import BEFORE, PATHWAYS
from icm_desktop.contracts.plans import CarePlanView, MeasureChoice, PlanActionRow, PlanGoalRow, PlanSaved
from icm_desktop.errors import UserError
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.action import ActionDialog
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.goal import GoalDialog
from ui.dialogs.plan_barrier import BarrierDialog
from ui.dialogs.plan_concern import ConcernDialog
from ui.dialogs.plan_leftovers import Ask, LeftoversDialog
from ui.pages import care_plan_requests as requests
from ui.pages.care_plan_rows import Row, is_open, key_of, open_work
from ui.pages.care_plan_whole import PlanWhole
from ui.pages.chart_tab import CHART

ROW_ACTIONS = ("chart.edit", "plan.insert", "plan.done", "plan.handout", "plan.up", "plan.down", "plan.remove")
_WHEN_OURS = ("plan.done", "plan.handout", "plan.up", "plan.down", "plan.remove")


class PlanDesk(Protocol):
    """What the commands need of the tab they work on."""

    head: PatientHead | None

    def with_view(self, then: Callable[[CarePlanView], object]) -> None:
        """Go on with the plan once it is there."""

    def current_row(self) -> Row | None:
        """The line the keyboard is on."""

    def is_outside(self, row: Row) -> bool:
        """Whether somebody else keeps the line."""

    def saved(self, saved: PlanSaved) -> None:
        """Stand on what was saved."""

    def refresh(self) -> None:
        """Read the plan again."""


class PlanCommands(QObject):
    """The commands of the care plan tab."""

    def __init__(self, context: AppContext, desk: QWidget) -> None:
        super().__init__(desk)
        self.context, self._over = context, desk
        self._desk: PlanDesk = desk  # type: ignore[assignment]  # the tab is both
        self._measures: tuple[MeasureChoice, ...] = ()
        fills = {"concern": self.new_concern, "goal": self.new_goal, "action": self.new_action}
        self.whole = PlanWhole(context, desk, fills)

    def actions(self, here: str) -> Iterable[Action]:
        """The commands as the registry keeps them; `here` is the context of the tab alone."""
        write = Privilege.CLINICAL_WRITE
        return (
            Action("plan.new_action", self.tr("New &task or plan action"), self.new_action, None, "plus", "new", CHART,
                   write, (self.tr("action"), self.tr("to do"))),
            Action("plan.new_goal", self.tr("New &goal"), self.new_goal, None, "target", "new", CHART, write),
            Action("plan.new_concern", self.tr("New &concern"), self.new_concern, None, "flag", "new", CHART, write,
                   (self.tr("problem"), self.tr("social need"), self.tr("risk"))),
            Action("plan.new_barrier", self.tr("New &barrier"), self.new_barrier, None, "octagon-alert", "new", CHART,
                   write, (self.tr("obstacle"),)),
            Action("plan.from_pathway", self.tr("Plan from pathwa&y…"), self.from_pathways, None, "git-branch", "new",
                   CHART, write, (self.tr("pathway"), self.tr("targets"))),
            Action("plan.from_last", self.tr("Plan from the &last one…"), self.from_before, None, "history", "new",
                   CHART, write, (self.tr("carry forward"), self.tr("again"))),
            Action("plan.insert", self.tr("&Add under this line"), self.insert, "Ins", "plus", "work", here, write),
            Action("plan.versions", self.tr("Sign-&off and versions…"), self.whole.open_versions, None, "badge-check",
                   "work", here, write, (self.tr("sign"), self.tr("agree"), self.tr("compare"))),
            Action("plan.print", self.tr("Print the &whole plan…"), self.whole.print_plan, None, "printer", "work",
                   here, write, (self.tr("PDF"), self.tr("copy"), self.tr("send the plan"))),
            Action("plan.parts", self.tr("A&bout the patient, emergency…"), self.whole.open_parts, None, "heart-pulse",
                   "work", here, write, (self.tr("strengths"), self.tr("advance directive"))),
            Action("plan.missing", self.tr("What is m&issing…"), self.whole.open_missing, None, "list", "work", here,
                   Privilege.CLINICAL_READ),
            Action("plan.review", self.tr("Re&view of the plan…"), self.whole.open_review, None, "calendar-check",
                   "work", here, write),
            Action("plan.done", self.tr("Mark &done"), self.finish, "Ctrl+D", "check", "work", CHART, write),
            Action("plan.handout", self.tr("On the &patient's page"), self.toggle_handout, None, "file-check", "work",
                   CHART, write, (self.tr("handout"),)),
            Action("plan.up", self.tr("Move &up (Alt+↑)"), lambda: self.shift(-1), None, "arrow-up", "work", CHART,
                   write),
            Action("plan.down", self.tr("Move do&wn (Alt+↓)"), lambda: self.shift(1), None, "arrow-down", "work", CHART,
                   write),
            Action("plan.remove", self.tr("&Remove"), self.remove, "Ctrl+Backspace", "trash-2", "work", CHART, write,
                   (self.tr("delete"),)),
        )  # fmt: skip

    def enable(self, row: Row | None) -> None:
        """Say which commands make sense for one of our lines; None when the keyboard is on none."""
        for action_id in _WHEN_OURS:
            self.context.actions.set_enabled(action_id, row is not None)
        if row is None:
            return
        done = not isinstance(row, PlanActionRow) and not is_open(row) and row.status in ("completed", "resolved")
        self.context.actions.set_enabled("plan.done", not done)
        self.context.actions.set_enabled("plan.handout", isinstance(row, PlanGoalRow | PlanActionRow))
        for action_id in ("plan.up", "plan.down"):
            self.context.actions.set_enabled(action_id, not isinstance(row, PlanBarrierRow))

    # add and change

    def new_concern(self) -> None:
        """Add a concern."""
        self._desk.with_view(lambda view: self._concern(view, None))

    def new_goal(self) -> None:
        """Add a goal, for the concern the keyboard is on."""
        self._desk.with_view(lambda view: self._goal(view, None))

    def new_action(self) -> None:
        """Add an action, for the goal the keyboard is on."""
        self._desk.with_view(lambda view: self._action(view, None))

    def new_barrier(self) -> None:
        """Add a barrier to the goal or concern the keyboard is on."""
        self._desk.with_view(lambda view: self._barrier(view, None))

    def from_pathways(self) -> None:
        """Take targets and steps of pathways onto the plan."""
        self._desk.with_view(lambda view: self.whole.start_from(PATHWAYS, view.head.id))

    def from_before(self) -> None:
        """Carry forward what was on the plan before."""
        self._desk.with_view(lambda view: self.whole.start_from(BEFORE, view.head.id))

    def insert(self) -> None:
        """Add what belongs under the line: a goal under a concern, an action under a goal, else the like of it."""
        row = self._our_row()
        adds: dict[type[Row], Callable[[], None]] = {
            PlanConcernRow: self.new_goal, PlanGoalRow: self.new_action, PlanActionRow: self.new_action,
            PlanBarrierRow: self.new_barrier,
        }  # fmt: skip
        (adds[type(row)] if row is not None else self.new_goal)()

    def edit(self) -> bool:
        """Change the line the keyboard is on; False on none."""
        row = self._desk.current_row()
        if row is None:
            return False
        if self._desk.is_outside(row):
            self.context.feedback.say(self.tr("This is kept by another organisation and can only be read here."))
        elif isinstance(row, PlanGoalRow):
            self._desk.with_view(lambda view: self._goal(view, row))
        elif isinstance(row, PlanConcernRow):
            self._desk.with_view(lambda view: self._concern(view, row))
        elif isinstance(row, PlanBarrierRow):
            self._desk.with_view(lambda view: self._barrier(view, row))
        else:
            self._desk.with_view(lambda view: self._action(view, row))
        return True

    def _goal(self, view: CarePlanView, row: PlanGoalRow | None) -> None:
        def go_on(measures: tuple[MeasureChoice, ...]) -> None:
            self._measures = measures
            dialog = GoalDialog(self.context, view, measures, row, self._over, self._current_concern())
            told = self.tr("Goal changed.") if row else self.tr("Goal added.")
            self._open(dialog, told, self.tr("change goal") if row else self.tr("add goal"))

        if self._measures:
            go_on(self._measures)
        else:
            self.context.jobs.run("queries.measures.measures", owner=self._over, done=go_on)

    def _concern(self, view: CarePlanView, row: PlanConcernRow | None) -> None:
        def go_on(problems: tuple[ProblemChoice, ...]) -> None:
            dialog = ConcernDialog(self.context, view, problems, row, self._over)
            told = self.tr("Concern changed.") if row else self.tr("Concern added.")
            self._open(dialog, told, self.tr("change concern") if row else self.tr("add concern"))

        self.context.jobs.run("queries.plan_sheet.problems", view.head.id, owner=self._over, done=go_on)

    def _action(self, view: CarePlanView, row: PlanActionRow | None) -> None:
        dialog = ActionDialog(self.context, view, self._current_goal(view), row, self._over)
        told = self.tr("Action changed.") if row else self.tr("Action added.")
        self._open(dialog, told, self.tr("change action") if row else self.tr("add action"))

    def _barrier(self, view: CarePlanView, row: PlanBarrierRow | None) -> None:
        dialog = BarrierDialog(self.context, view, self._place_of_barrier(), row, self._over)
        told = self.tr("Barrier changed.") if row else self.tr("Barrier added.")
        self._open(dialog, told, self.tr("change barrier") if row else self.tr("add barrier"))

    def _open(self, dialog: FormDialog, told: str, name: str) -> None:
        dialog.saved.connect(lambda saved: self._told(saved, told, name))
        dialog.open()

    def _current_goal(self, view: CarePlanView) -> int | None:
        row = self._our_row() if self._over.isVisible() else None
        if isinstance(row, PlanGoalRow):
            return row.id
        if isinstance(row, PlanActionRow):
            return row.goal_id
        if isinstance(row, PlanBarrierRow):
            return row.draft.goal_id
        only = [goal.id for goal in view.goals if goal.status == "active"]
        return only[0] if len(only) == 1 else None

    def _current_concern(self) -> int | None:
        row = self._our_row() if self._over.isVisible() else None
        if isinstance(row, PlanConcernRow):
            return row.id
        return row.draft.concern_id if isinstance(row, PlanGoalRow | PlanBarrierRow) else None

    def _place_of_barrier(self) -> str:
        row = self._our_row() if self._over.isVisible() else None
        if isinstance(row, PlanActionRow):
            return f"goal:{row.goal_id}" if row.goal_id else ""
        return key_of(row) if isinstance(row, PlanGoalRow | PlanConcernRow) else ""

    # acts on a line

    def finish(self) -> None:
        """Mark the action done, the goal reached, the concern solved, the barrier gone."""
        row = self._our_row()
        if row is None:
            return
        told, name = {
            PlanConcernRow: (self.tr("Concern solved."), self.tr("concern solved")),
            PlanBarrierRow: (self.tr("Barrier gone."), self.tr("barrier gone")),
            PlanGoalRow: (self.tr("Goal reached."), self.tr("goal reached")),
            PlanActionRow: (self.tr("Marked done."), self.tr("mark done")),
        }[type(row)]
        verb = self.tr("&Mark done")
        self._end(row, lambda leftovers, reason: requests.done(row, leftovers, reason), verb, (told, name))

    def remove(self) -> None:
        """Take the line off the plan; Undo brings it back."""
        row = self._our_row()
        if row is None:
            return
        told = (self.tr("Removed."), self.tr("remove"))
        verb = self.tr("&Remove")
        self._end(row, lambda leftovers, reason: requests.removed(row, leftovers, reason), verb, told)

    def _end(self, row: Row, ask: Ask, verb: str, told: tuple[str, str]) -> None:
        """End a line; what is still open under it is asked about first."""

        def go_on(view: CarePlanView) -> None:
            work = open_work(view, row)
            if not work:
                self._do(ask((), None), *told)
            else:
                self._open(LeftoversDialog(self.context, view, work, ask, verb, self._over), *told)

        self._desk.with_view(go_on)

    def toggle_handout(self) -> None:
        """Put the line on the patient's page, or take it off."""
        row = self._our_row()
        if isinstance(row, PlanGoalRow | PlanActionRow):
            put = not row.draft.on_handout
            told = self.tr("On the patient's page.") if put else self.tr("Not on the patient's page.")
            self._do(requests.on_handout(row, put), told, self.tr("patient's page"))

    def shift(self, by: int) -> None:
        """Move the line among its like."""
        row = self._our_row()
        if row is not None and not isinstance(row, PlanBarrierRow):
            told = self.tr("Moved up.") if by < 0 else self.tr("Moved down.")
            self._do(requests.moved(row, by), told, self.tr("move"))

    def _our_row(self) -> Row | None:
        row = self._desk.current_row()
        return None if row is None or self._desk.is_outside(row) else row

    def _do(self, asked: requests.Asked, told: str, name: str) -> None:
        service, request = asked
        self.context.jobs.run(
            service, request, owner=self._over, done=lambda saved: self._told(saved, told, name), failed=self._refused
        )

    def _told(self, saved: PlanSaved, words: str, name: str) -> None:
        family = self._desk.head.family.upper() if self._desk.head else ""
        self.context.feedback.done(words, f"{name}, {family}", saved.changes)
        self._desk.saved(saved)

    def _refused(self, error: UserError) -> None:
        self.context.feedback.refuse(error)
        self._desk.refresh()
