"""The Care plan tab: goals with their actions in one table, changed in place, each change undoable."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.plans import (
    CarePlanView,
    MeasureChoice,
    PlanActionRow,
    PlanGoalRow,
    PlanSaved,
)
from icm_desktop.contracts.records import FactRef
from icm_desktop.errors import UserError
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.action import ActionDialog
from ui.dialogs.goal import GoalDialog
from ui.pages import care_plan_requests as requests
from ui.pages.care_plan_detail import PlanDetailPane
from ui.pages.care_plan_rows import HANDOUT, CarePlanWords, Row, keeper
from ui.pages.chart_list_tab import ROOM_FOR_PANE
from ui.pages.chart_tab import CHART, ChartTab
from ui.record_acts import RecordActs
from ui.tables.base import Column
from ui.tables.tree_view import TreeTable
from ui.widgets.action_button import ActionButton
from ui.widgets.beside import beside
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chips import FilterChips
from ui.widgets.flow import FlowLayout
from ui.widgets.scrolling import scrolling

_ROW_ACTIONS = ("chart.edit", "plan.done", "plan.handout", "plan.up", "plan.down", "plan.remove")
_PANE = 26  # percent of the width
_ALWAYS = frozenset({"number", "title", "due", "status", HANDOUT})
_WHEN_OURS = ("plan.done", "plan.handout", "plan.up", "plan.down", "plan.remove")


class CarePlanTab(ChartTab):
    """Our goals and actions first, then what came from elsewhere, read-only."""

    name = "care_plan"
    number = 2
    privilege = Privilege.CLINICAL_READ
    shows = frozenset({"*"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.words = CarePlanWords(context)
        self.view: CarePlanView | None = None
        self._wanted: str | None = None
        self._measures: tuple[MeasureChoice, ...] = ()
        self.filters = FilterChips(
            [("open", self.tr("Open")), ("mine", self.tr("Mine")), ("patient", self.tr("Patient's own")),
             ("overdue", self.tr("Overdue"))]
        )  # fmt: skip
        self.filters.set_on(["open"])
        self.acts = RecordActs(context, self, self.name, self._record)
        menu = (*_ROW_ACTIONS, "", *self.acts.ids)
        self.table = TreeTable(context, self.words.columns(), self.words.sentence, menu=menu, keep=_ALWAYS)
        self.detail = PlanDetailPane(context, self.words, _ROW_ACTIONS, self.acts.ids)
        self.empty = EmptyState(
            self.tr("No plan yet."),
            self.tr("Start with what matters to the patient, in their own words."),
            self.tr("Add a goal"),
            self.tr("Add an action"),
        )
        self.stack = QStackedWidget()
        self._buttons = FlowLayout(gap=context.theme.px(8))
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.table.setAccessibleName(self.tr("Care plan"))
        self.table.tree_model.tick = self._ticked
        self.table.tree_model.muted = self._is_outside
        top = QHBoxLayout()
        top.addWidget(self.filters, 1)
        top.addLayout(self._buttons)
        self.stack.addWidget(self.table)
        self.stack.addWidget(scrolling(self.empty, sideways=True))
        self.splitter = beside(self.stack, self.detail, _PANE, 200)
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(4))
        page.setSpacing(theme.px(6))
        page.addLayout(top)
        page.addWidget(self.splitter, 1)

    def _wire(self) -> None:
        self.filters.changed.connect(lambda _on: self._fill())
        self.table.row_changed.connect(self._row_changed)
        self.table.opened.connect(lambda _row: self.edit())
        self.table.ticked.connect(lambda _row: self.toggle_handout())
        self.table.shifted.connect(self.shift)
        self.empty.chosen.connect(lambda place: self.new_action() if place else self.new_goal())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_pane()

    def _fit_pane(self) -> None:
        """In a narrow window, or with large text, the plan has the room; the menus have every command."""
        room = self.width() >= self.context.theme.px(ROOM_FOR_PANE)
        self.detail.setVisible(room and self.stack.currentIndex() == 0)

    # what is asked and shown

    def title(self) -> str:
        return self.tr("Care plan")

    def show_patient(self, patient_id: int) -> None:
        super().show_patient(patient_id)
        self.view = None
        self.table.set_nodes([])
        self.filters.set_on(["open"])
        self.detail.clear()

    def refresh(self) -> None:
        self._with_fresh_view(lambda: None)

    def _with_fresh_view(self, then: Callable[[], object]) -> None:
        if self.patient_id is None or not self.context.may(Privilege.CLINICAL_READ):
            return
        self.stale = False
        self.asked.ask("queries.care_plan.care_plan", self.patient_id, done=lambda view: self._show(view, then))

    def _with_view(self, then: Callable[[], object]) -> None:
        if self.view is None or self.stale:
            self._with_fresh_view(then)
        else:
            then()

    def _show(self, view: CarePlanView, then: Callable[[], object]) -> None:
        if view.head.id != self.patient_id:
            return
        self.view, self.head = view, view.head
        self._fill()
        then()

    def _fill(self) -> None:
        if self.view is None:
            return
        self._add_buttons()
        today = self.context.formatting.today()
        keep = keeper(
            self.filters.on(), self.context.session.user_id,
            lambda row: row.draft.due_on is not None and row.draft.due_on < today,
        )  # fmt: skip
        self.table.set_nodes(self.words.nodes(self.view, keep))
        if self._wanted is not None and self.table.go_to(self._wanted):
            self._wanted = None
        has_any = bool(self.view.goals or self.view.actions or self.view.outside)
        self.stack.setCurrentIndex(0 if has_any else 1)
        self._fit_pane()
        self.context.feedback.count(self.status())

    def _add_buttons(self) -> None:
        if self._buttons.count():
            return
        for action_id in ("plan.new_goal", "plan.new_action"):
            if action_id in self.context.actions:
                self._buttons.addWidget(ActionButton(self.context, action_id))

    def status(self) -> str:
        if self.view is None:
            return ""
        words = self.tr("%n goals", "", len(self.view.goals))
        filters = self.filters.words_on() or self.tr("none")
        return self.tr("{goals} · Filter: {filter}").format(goals=words, filter=filters)

    def stand_on(self, item: str) -> None:
        """Put the keyboard on a goal or action, now or when the plan is there."""
        if not self.table.go_to(item):
            self._wanted = item

    def panes(self) -> Sequence[QWidget]:
        return (self.table, *self.detail.findChildren(ActionButton)[:1])

    def focus_first(self) -> None:
        self.table.setFocus()

    def state(self) -> Mapping[str, object]:
        return dict(self.table.place())

    def restore(self, state: Mapping[str, object]) -> None:
        if state:
            self.table.put_back(state)

    def _row_changed(self, row: Row | None) -> None:
        if row is None:
            self.detail.clear()
        else:
            self.detail.show_row(row, outside=self._is_outside(row))
        self.enable_actions(True)

    def enable_actions(self, on_tab: bool) -> None:
        """Say which commands make sense for the line the keyboard is on."""
        row = self.table.current_row() if on_tab else None
        ours = row is not None and not self._is_outside(row)
        self.acts.enable(on_tab)
        for action_id in _WHEN_OURS:
            self.context.actions.set_enabled(action_id, ours)
        if isinstance(row, PlanGoalRow):
            self.context.actions.set_enabled("plan.done", row.status != "completed")

    def _record(self) -> tuple[FactRef, PatientHead | None] | None:
        row = self.table.current_row()
        kind = "goal" if isinstance(row, PlanGoalRow) else "plan_action"
        return (FactRef(kind, row.id), self.head) if row is not None else None

    def _is_outside(self, row: Row) -> bool:
        """Whether the line belongs to a plan that another organisation keeps."""
        plans = self.view.outside if self.view else ()
        return isinstance(row, PlanActionRow) and any(row.id == one.id for plan in plans for one in plan.actions)

    def _ticked(self, row: Row, column: Column[Row]) -> bool | None:
        return row.draft.on_handout if column.key == HANDOUT and not self._is_outside(row) else None

    # commands

    def actions_offered(self, here: str) -> Iterable[Action]:
        acts, write = tuple(self.acts.actions(here, self.privilege, Privilege.CLINICAL_WRITE)), Privilege.CLINICAL_WRITE
        here = CHART
        return (
            *acts,
            Action("plan.new_action", self.tr("New &task or plan action"), self.new_action, None, "plus", "new", here,
                   write, (self.tr("action"), self.tr("to do"))),
            Action("plan.new_goal", self.tr("New &goal"), self.new_goal, None, "target", "new", here, write),
            Action("plan.done", self.tr("Mark &done"), self.finish, "Ctrl+D", "check", "work", here, write),
            Action("plan.handout", self.tr("On the &patient's page"), self.toggle_handout, None, "file-check", "work",
                   here, write, (self.tr("handout"),)),
            Action("plan.up", self.tr("Move &up (Alt+↑)"), lambda: self.shift(-1), None, "arrow-up", "work", here,
                   write),
            Action("plan.down", self.tr("Move do&wn (Alt+↓)"), lambda: self.shift(1), None, "arrow-down", "work", here,
                   write),
            Action("plan.remove", self.tr("&Remove"), self.remove, "Ctrl+Backspace", "trash-2", "work", here, write,
                   (self.tr("delete"),)),
        )  # fmt: skip

    def new_goal(self) -> None:
        """Add a goal."""
        self._with_view(lambda: self._with_measures(lambda: self._open_goal(None)))

    def new_action(self) -> None:
        """Add an action, for the goal the keyboard is on."""
        self._with_view(lambda: self._open_action(None))

    def edit(self) -> bool:
        row = self.table.current_row()
        if row is None:
            return False
        if self._is_outside(row):
            self.context.feedback.say(self.tr("This is kept by another organisation and can only be read here."))
        elif isinstance(row, PlanGoalRow):
            self._with_measures(lambda: self._open_goal(row))
        else:
            self._open_action(row)
        return True

    def _with_measures(self, then: Callable[[], object]) -> None:
        if self._measures:
            then()
            return

        def keep(measures: tuple[MeasureChoice, ...]) -> None:
            self._measures = measures
            then()

        self.context.jobs.run("queries.measures.measures", owner=self, done=keep)

    def _open_goal(self, row: PlanGoalRow | None) -> None:
        if self.view is not None:
            dialog = GoalDialog(self.context, self.view, self._measures, row, self)
            told = self.tr("Goal changed.") if row else self.tr("Goal added.")
            name = self.tr("change goal") if row else self.tr("add goal")
            dialog.saved.connect(lambda saved: self._told(saved, told, name))
            dialog.open()

    def _open_action(self, row: PlanActionRow | None) -> None:
        if self.view is not None:
            dialog = ActionDialog(self.context, self.view, self._current_goal(), row, self)
            told = self.tr("Action changed.") if row else self.tr("Action added.")
            name = self.tr("change action") if row else self.tr("add action")
            dialog.saved.connect(lambda saved: self._told(saved, told, name))
            dialog.open()

    def _current_goal(self) -> int | None:
        row = self.table.current_row() if self.isVisible() else None
        if isinstance(row, PlanGoalRow):
            return row.id
        if row is not None and not self._is_outside(row):
            goal_id: int | None = row.goal_id
            return goal_id
        only = [goal.id for goal in self.view.goals if goal.status == "active"] if self.view else []
        return only[0] if len(only) == 1 else None

    def finish(self) -> None:
        """Mark the action done, or the goal reached."""
        row = self._our_row()
        if isinstance(row, PlanGoalRow):
            self._do(requests.done(row), self.tr("Goal reached."), self.tr("goal reached"))
        elif row is not None:
            self._do(requests.done(row), self.tr("Marked done."), self.tr("mark done"))

    def toggle_handout(self) -> None:
        """Put the line on the patient's page, or take it off."""
        if (row := self._our_row()) is not None:
            put = not row.draft.on_handout
            told = self.tr("On the patient's page.") if put else self.tr("Not on the patient's page.")
            self._do(requests.on_handout(row, put), told, self.tr("patient's page"))

    def shift(self, by: int) -> None:
        """Move the line among its like."""
        if (row := self._our_row()) is not None:
            told = self.tr("Moved up.") if by < 0 else self.tr("Moved down.")
            self._do(requests.moved(row, by), told, self.tr("move"))

    def remove(self) -> None:
        """Take the line off the plan; Undo brings it back."""
        if (row := self._our_row()) is not None:
            self._do(requests.removed(row), self.tr("Removed."), self.tr("remove"))

    def _our_row(self) -> Row | None:
        row: Row | None = self.table.current_row()
        return None if row is None or self._is_outside(row) else row

    def _do(self, asked: requests.Asked, told: str, name: str) -> None:
        service, request = asked
        self.context.jobs.run(
            service, request, owner=self, done=lambda saved: self._told(saved, told, name), failed=self._refused
        )

    def _told(self, saved: PlanSaved, words: str, name: str) -> None:
        family = self.head.family.upper() if self.head else ""
        self.context.feedback.done(words, f"{name}, {family}", saved.changes)
        if self.isVisible():
            self.stand_on(f"{saved.kind}:{saved.id}")
            self.table.setFocus()

    def _refused(self, error: UserError) -> None:
        self.context.feedback.refuse(error)
        self.refresh()
