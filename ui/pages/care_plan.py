"""The Care plan tab: goals with their actions in one table, changed in place, each change undoable."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.concerns import PlanConcernRow
from icm_desktop.contracts.plans import CarePlanView, PlanActionRow, PlanSaved
from icm_desktop.contracts.records import FactRef
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.pages.care_plan_bar import PlanBar
from ui.pages.care_plan_commands import ROW_ACTIONS, PlanCommands
from ui.pages.care_plan_detail import PlanDetailPane
from ui.pages.care_plan_rows import HANDOUT, CarePlanWords, Row, keeper, kind_of, of_concern, on_page
from ui.pages.chart_list_tab import ROOM_FOR_PANE
from ui.pages.chart_tab import ChartTab
from ui.record_acts import RecordActs
from ui.tables.base import Column
from ui.tables.tree_view import TreeTable
from ui.widgets.action_button import ActionButton
from ui.widgets.beside import beside
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chips import FilterChips
from ui.widgets.flow import FlowLayout
from ui.widgets.scroll import scrolling

_LARGE_POINTS = 14  # from this size on there is no room for buttons beside the filters
_LETTERS = 14  # of a concern that the filter shows
_PANE = 26  # percent of the width
_ABOUT_WHOLE = ("plan_review:", "plan_answer:")  # items of Today that are about no line of the plan
_ALWAYS = frozenset({"number", "title", "due", "status", HANDOUT})


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
        self.commands = PlanCommands(context, self)
        self.filters = FilterChips(
            [("open", self.tr("Open")), ("mine", self.tr("Mine")), ("patient", self.tr("Patient's own")),
             ("overdue", self.tr("Overdue")), ("barriers", self.tr("Barriers"))]
        )  # fmt: skip
        self.filters.set_on(["open"])
        self.about = QComboBox()
        self.about.setAccessibleName(self.tr("By concern"))
        self.about.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.about.setMinimumContentsLength(_LETTERS)
        self.acts = RecordActs(context, self, self.name, self._record)
        menu = (*ROW_ACTIONS, "", *self.acts.ids)
        self.table = TreeTable(context, self.words.columns(), self.words.sentence, menu=menu, keep=_ALWAYS)
        self.bar = PlanBar(context, self)
        self.detail = PlanDetailPane(context, self.words, ROW_ACTIONS, self.acts.ids)
        self.empty = EmptyState(
            self.tr("No plan yet."),
            self.tr("Start with what matters to the patient, in their own words."),
            self.tr("Add a goal"),
            self.tr("Add a concern"),
            self.tr("Add an action"),
            self.tr("From pathway…"),
            self.tr("From the last plan…"),
        )
        self.stack = QStackedWidget()
        self._buttons = FlowLayout(gap=context.theme.px(8))
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.table.setAccessibleName(self.tr("Care plan"))
        self.table.tree_model.tick = self._ticked
        self.table.tree_model.muted = self.is_outside
        self.table.tree_model.strong = lambda row: isinstance(row, PlanConcernRow)
        top = QHBoxLayout()
        top.addWidget(self.filters, 1)
        top.addLayout(self._buttons)
        self.stack.addWidget(self.table)
        self.stack.addWidget(scrolling(self.empty, sideways=True))
        self.splitter = beside(self.stack, self.detail, _PANE, 200)
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(4))
        page.setSpacing(theme.px(6))
        self.about.setMinimumHeight(theme.px(32))
        self.bar.put(self.about)
        page.addWidget(self.bar)
        page.addLayout(top)
        page.addWidget(self.splitter, 1)

    def _wire(self) -> None:
        self.filters.changed.connect(lambda _on: self._fill())
        self.about.activated.connect(lambda _at: self._fill())
        self.table.row_changed.connect(self._row_changed)
        commands = self.commands
        self.table.opened.connect(lambda _row: commands.edit())
        self.table.ticked.connect(lambda _row: commands.toggle_handout())
        self.table.shifted.connect(commands.shift)
        starts = (
            commands.new_goal, commands.new_concern, commands.new_action, commands.from_pathways,
            commands.from_before,
        )  # fmt: skip
        self.empty.chosen.connect(lambda place: starts[place]())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_pane()

    def _fit_pane(self) -> None:
        """In a narrow window, or with large text, the plan has the room; the menus have every command."""
        for place in range(self._buttons.count()):
            if (item := self._buttons.itemAt(place)) is not None and (button := item.widget()) is not None:
                button.setVisible(self.context.theme.points < _LARGE_POINTS)
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
        self.about.clear()
        self.detail.clear()
        self.bar.clear()
        self.commands.whole.forget()

    def refresh(self) -> None:
        self._with_fresh_view(lambda: None)

    def _with_fresh_view(self, then: Callable[[], object]) -> None:
        if self.patient_id is None or not self.context.may(Privilege.CLINICAL_READ):
            return
        self.stale = False
        self.asked.ask("queries.care_plan.care_plan", self.patient_id, done=lambda view: self._show(view, then))
        self.commands.whole.ask(self.patient_id, self.bar.show_whole)

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
        self._offer_concerns(self.view)
        keep = keeper(self.filters.on(), self.context.session.user_id, self.context.formatting.today())
        shown = of_concern(self.view, self.about.currentData())
        self.table.set_nodes(self.words.nodes(shown, keep))
        if self._wanted is not None and self.table.go_to(self._wanted):
            self._wanted = None
        view = self.view
        has_any = bool(view.concerns or view.goals or view.actions or view.barriers or view.outside)
        self.stack.setCurrentIndex(0 if has_any else 1)
        self._fit_pane()
        self.context.feedback.count(self.status())

    def _offer_concerns(self, view: CarePlanView) -> None:
        """The concerns the plan can be narrowed to; the one that was chosen stays."""
        chosen = self.about.currentData()
        self.about.clear()
        self.about.addItem(self.tr("Every concern"), None)
        for row in view.concerns:
            self.about.addItem(f"{row.number} · {self.words.title(row)}", row.id)
        self.about.setCurrentIndex(max(self.about.findData(chosen), 0))
        self.about.setVisible(bool(view.concerns))

    def _add_buttons(self) -> None:
        if self._buttons.count():
            return
        for action_id in ("plan.new_concern", "plan.new_goal", "plan.new_action"):
            if action_id in self.context.actions:
                self._buttons.addWidget(ActionButton(self.context, action_id))

    def status(self) -> str:
        if self.view is None:
            return ""
        words = self.tr("%n goals", "", len(self.view.goals))
        narrowed = self.about.currentText() if self.about.currentData() is not None else ""
        filters = ", ".join(part for part in (self.filters.words_on(), narrowed) if part) or self.tr("none")
        return self.tr("{goals} · Filter: {filter}").format(goals=words, filter=filters)

    def stand_on(self, item: str) -> None:
        """Put the keyboard on a line of the plan, now or when the plan is there."""
        if not self.table.go_to(item) and not item.startswith(_ABOUT_WHOLE):
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
        if row is None or self.view is None:
            self.detail.clear()
        else:
            self.detail.show_row(row, outside=self.is_outside(row))
        self.enable_actions(True)

    def enable_actions(self, on_tab: bool) -> None:
        """Say which commands make sense for the line the keyboard is on."""
        row = self.table.current_row() if on_tab else None
        self.acts.enable(on_tab)
        self.commands.enable(None if row is None or self.is_outside(row) else row)

    def _record(self) -> tuple[FactRef, PatientHead | None] | None:
        row = self.table.current_row()
        return (FactRef(kind_of(row), row.id), self.head) if row is not None else None

    def _ticked(self, row: Row, column: Column[Row]) -> bool | None:
        return on_page(row) if column.key == HANDOUT and not self.is_outside(row) else None

    # commands

    def actions_offered(self, here: str) -> Iterable[Action]:
        """The commands of the plan, and those of any record."""
        acts = self.acts.actions(here, self.privilege, Privilege.CLINICAL_WRITE)
        return (*acts, *self.commands.actions(here))

    def edit(self) -> bool:
        """F2, Enter: change what the keyboard is on."""
        return self.commands.edit()

    def with_view(self, then: Callable[[CarePlanView], object]) -> None:
        """Go on with the plan once it is there and fresh."""

        def go_on() -> None:
            if self.view is not None:
                then(self.view)

        if self.view is None or self.stale:
            self._with_fresh_view(go_on)
        else:
            go_on()

    def saved(self, saved: PlanSaved) -> None:
        """Stand on what was saved."""
        if self.isVisible():
            self.stand_on(f"{saved.kind}:{saved.id}")
            self.table.setFocus()

    def current_row(self) -> Row | None:
        """The line the keyboard is on."""
        row: Row | None = self.table.current_row()
        return row

    def is_outside(self, row: Row) -> bool:
        """Whether the line belongs to a plan that another organisation keeps."""
        plans = self.view.outside if self.view else ()
        return isinstance(row, PlanActionRow) and any(row.id == one.id for plan in plans for one in plan.actions)
