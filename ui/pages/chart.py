"""The chart of one patient: banner on top, its tabs beneath, opened over the screen it came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.changes import Changes
from icm_desktop.contracts.chart import Chart
from icm_desktop.errors import UserError
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.log_contact import LogContactDialog
from ui.latest import Latest
from ui.messages import sentence
from ui.page import PatientPage
from ui.pages.calendar_commands import Booking
from ui.pages.chart_exchange import compare, export_record
from ui.pages.chart_pages import ChartPages
from ui.pages.chart_tab import CHART, ChartTab
from ui.pages.chart_tabs import chart_tab_classes
from ui.pages.patients import correct_details
from ui.tables.view import RowsTable
from ui.widgets.action_button import ActionButton
from ui.widgets.banner import PatientBanner
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.tabs_with_more import TabsWithMore

T = TypeVar("T", bound=ChartTab)
_BUTTONS = ("patient.print_next_steps", "patient.print_set", "chart.log_contact", "chart.book", "file.new")
_JUMPS = 9
_ROOM_FOR_BUTTONS = 400


class ChartPage(PatientPage):
    """Everything about one patient. What was shown of another one is gone before the new one is asked for."""

    name = CHART
    icon = "file-text"
    order = 0
    privilege = Privilege.DEMOGRAPHICS
    shows = frozenset({"*"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.chart: Chart | None = None
        self._then = ""  # a command that was asked for together with the chart
        self._asked = Latest(context.jobs, self)
        self._opened_id: int | None = None
        self.booking = Booking(context, self)
        self.paper = ChartPages(context, self, lambda: self.chart.banner.head if self.chart else None)
        self.banner = PatientBanner(context)
        allowed = (made for made in chart_tab_classes() if context.may(made.privilege))
        self._tabs = tuple(made(context) for made in sorted(allowed, key=lambda tab: tab.number or 99))
        self.tabs = TabsWithMore()
        self.empty = EmptyState("", "", self.tr("Back to the list"))
        self.stack = QStackedWidget()
        self._buttons = FlowLayout(gap=context.theme.px(8))
        self._lay_out()
        self._wire()

    def title(self) -> str:
        if self.chart is None:
            return self.tr("Chart")
        shown, head = self.context.formatting, self.chart.banner.head
        tab = self.tabs.tabText(self.tabs.currentIndex())
        return f"{shown.name(head)} · {shown.partial_date(head.birth_date)} · {tab}"

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.tabs.setMinimumHeight(theme.px(60))
        for tab in self._tabs:
            self.tabs.addTab(tab, tab.title())
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, theme.px(8))
        column.setSpacing(theme.px(4))
        column.addWidget(self.banner)
        column.addWidget(self.tabs, 1)
        self._buttons.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), 0)
        self._bar = QWidget()
        self._bar.setLayout(self._buttons)
        column.addWidget(self._bar)
        for shown in (QWidget(), whole, self.empty):
            self.stack.addWidget(shown)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.stack)

    def _wire(self) -> None:
        self.tabs.currentChanged.connect(self._tab_changed)
        self.empty.chosen.connect(lambda _at: self.context.navigation.close_chart())
        self.banner.chip_clicked.connect(self._chip_clicked)
        for tab in self._tabs:
            tab.tab_wanted.connect(lambda name, item: self.show_tab(name, item or None))
            tab.title_changed.connect(self._name_tabs)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the record has the room of the buttons; the menus have every command."""
        super().resizeEvent(event)
        self._bar.setVisible(event.size().height() >= self.context.theme.px(_ROOM_FOR_BUTTONS))

    # what is asked and shown

    def show_patient(self, patient_id: int) -> None:
        if patient_id != self.patient_id:
            self._asked.forget()
            self.chart, self._opened_id, self._then = None, None, ""
            self.stack.setCurrentIndex(0)
            for tab in self._tabs:
                tab.show_patient(patient_id)
        super().show_patient(patient_id)

    def changed(self, changes: Changes) -> None:
        if self.concerns(changes):
            for tab in self._tabs:
                tab.note(changes)
        super().changed(changes)

    def refresh(self) -> None:
        for tab in self._tabs:
            tab.stale = True
        self._ask()

    def refresh_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self._ask()
        elif self.chart is not None:
            self._show_current()  # another tab may have been turned to while the chart was out of sight
            self._follow()

    def _ask(self) -> None:
        if self.patient_id is None:
            return
        first = self._opened_id != self.patient_id
        name = "services.charts.open_chart" if first else "queries.chart.chart"
        self._asked.ask(name, self.patient_id, done=self._show, failed=self._missing)

    def _show(self, chart: Chart) -> None:
        if chart.banner.head.id != self.patient_id:
            return
        self.chart, self._opened_id = chart, self.patient_id
        self.banner.show_banner(chart.banner)
        for tab in self._tabs:
            tab.show_chart(chart)
        self._add_buttons()
        first = self.stack.currentIndex() != 1
        self.stack.setCurrentIndex(1)
        self._show_current()
        self.title_changed.emit()
        self.context.feedback.count(self.status())
        focus = QApplication.focusWidget()
        # Nobody who began to type elsewhere meanwhile loses the keyboard.
        if first and self.isVisible() and (focus is None or focus is self or self.isAncestorOf(focus)):
            self.focus_first()
        self._follow()

    def _missing(self, error: UserError) -> None:
        self._then = ""  # what was to follow must not come up when the chart opens some other time
        self.empty.say(self.tr("This chart cannot be opened."), sentence(error, self.context.formatting))
        self.stack.setCurrentWidget(self.empty)

    def _add_buttons(self) -> None:
        if self._buttons.count():
            return
        for action_id in _BUTTONS:
            if action_id in self.context.actions:
                self._buttons.addWidget(
                    ActionButton(self.context, action_id, primary=action_id == "patient.print_next_steps")
                )

    def status(self) -> str:
        return "" if self.chart is None else self.tab.status()

    # tabs

    @property
    def tab(self) -> ChartTab:
        """The tab shown."""
        return self._tabs[self.tabs.currentIndex()]

    def tab_named(self, name: str) -> ChartTab | None:
        """A tab by its name; None when this role has none such."""
        return next((tab for tab in self._tabs if tab.name == name), None)

    def tab_of(self, kind: type[T]) -> T:
        """The tab of this class; StopIteration when this role has none such."""
        return next(tab for tab in self._tabs if isinstance(tab, kind))

    def current_tab(self) -> str:
        """Name of the tab shown, "summary" at first."""
        return self.tab.name

    def show_tab(self, name: str, item: str | None = None) -> None:
        """Turn to a tab, the first one when there is none such; `item` is what to stand on there."""
        tab = self.tab_named(name) or self._tabs[0]
        self.tabs.setCurrentWidget(tab)
        if item is not None:
            tab.prepare()
            tab.stand_on(item)
        self.focus_first()

    def next_tab(self) -> None:
        """The next tab, round again."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())
        self.focus_first()

    def _tab_changed(self, _place: int) -> None:
        if self.chart is not None and self.isVisible():
            self._show_current()
        self.title_changed.emit()
        self.context.feedback.count(self.status())

    def _show_current(self) -> None:
        """Build and fill the tab shown; those not shown ask for nothing."""
        self.tab.prepare()
        self.tab.refresh_if_stale()
        if self.isVisible():
            self.context.actions.activate(self.contexts())
            self.context.actions.set_enabled("view.reset_columns", bool(self.tab.findChildren(RowsTable)))
        for tab in self._tabs:
            tab.enable_actions(tab is self.tab)

    def _name_tabs(self) -> None:
        for place, tab in enumerate(self._tabs):
            self.tabs.setTabText(place, tab.title())
        self.tabs.arrange()
        self.title_changed.emit()

    def contexts(self) -> frozenset[str]:
        return frozenset({self.name, self.tab.objectName()})

    def panes(self) -> Sequence[QWidget]:
        return (self.tabs.tabBar(), *(self.tab.panes() if self.tab.built else ()))

    def focus_first(self) -> None:
        if self.tab.built:
            self.tab.focus_first()
        else:
            self.setFocus()

    # commands

    def actions_offered(self) -> Iterable[Action]:
        here = self.name
        return (
            Action("chart.log_contact", self.tr("&Log contact"), self.log_contact, "Ctrl+L", "phone", "patient", here,
                   Privilege.CALL_LOG, (self.tr("call"),)),
            Action("chart.book", self.tr("&Book…"), self.book, "Ctrl+B", "calendar-plus", "patient", here,
                   Privilege.APPOINTMENTS, (self.tr("appointment"), self.tr("visit"))),
            *self.paper.actions(here),
            Action("chart.edit", self.tr("&Edit…"), self.edit, "F2", "pencil", "patient", here, Privilege.DEMOGRAPHICS,
                   (self.tr("correct"), self.tr("change"))),
            Action("chart.export", self.tr("E&xport the record…"), self.export_record, None, "download", "patient",
                   here, Privilege.EXPORT, ("FHIR", self.tr("transfer"), self.tr("copy of the record"))),
            Action("chart.compare", self.tr("Compare with what came from &outside…"), self.compare, None, "import",
                   "patient", here, Privilege.CLINICAL_READ, (self.tr("differences"), self.tr("import"))),
            Action("chart.next_tab", self.tr("&Next tab"), self.next_tab, "Ctrl+Tab", None, "view", here),
            Action("chart.find", self.tr("&Search this tab"), self.search_here, "Ctrl+Shift+F", "search", "view",
                   here),
            *(self._jump(tab) for tab in self._tabs),
            *(action for tab in self._tabs for action in tab.actions_offered(tab.objectName())),
        )  # fmt: skip

    def _jump(self, tab: ChartTab) -> Action:
        key = f"Ctrl+Shift+{tab.number}" if 1 <= tab.number <= _JUMPS else None
        words = self.tr("Show {tab}").format(tab=tab.title())
        return Action(f"chart.tab.{tab.name}", words, partial(self.show_tab, tab.name), key, None, "view", self.name,
                      synonyms=(tab.title(),), group=2)  # fmt: skip

    def primary_action(self) -> str | None:
        return self.tab.primary_action() or "plan.new_action"

    def log_contact(self) -> None:
        """Log a contact with this patient."""
        if self.chart is None:
            return
        head = self.chart.banner.head
        dialog = LogContactDialog(self.context, head, None, self)
        name = self.tr("log contact, {family}").format(family=head.family.upper())
        dialog.saved.connect(lambda done: self.context.feedback.done(dialog.told(), name, done.changes))
        dialog.open()

    def export_record(self) -> None:
        """Show what would leave before the record is written into a file."""
        if self.chart is not None:
            export_record(self.context, self.chart.banner.head, self)

    def compare(self) -> None:
        """Facts of which somebody outside says otherwise, side by side."""
        if self.chart is not None:
            compare(self.context, self.chart.banner.head, self)

    def book(self) -> None:
        """Book a visit for this patient."""
        if self.patient_id is not None:
            self.booking.book(self.patient_id)

    def search_here(self) -> None:
        """Search in the tab shown."""
        self.tab.search_here()

    def edit(self) -> None:
        """Edit what the keyboard is on in the tab, or else the patient's own details."""
        if self.tab.built and self.tab.edit():
            return
        if self.patient_id is not None:
            correct_details(self, self.context, self.patient_id)

    def _chip_clicked(self, key: str) -> None:
        if key == "readmission":
            self.show_tab("visits")
        elif key.startswith("alert:"):
            self.show_tab("about", key)
        elif key == "differences":
            self.compare()
        elif key == "outdated_pages":
            self.paper.given()
        elif key == "not_synced":
            self.context.navigation.open("admin", state={"section": "partners"})
        elif key == "similar_name" and self.chart is not None:
            family = self.chart.banner.head.family
            self.context.navigation.open("patients", state={"view": ["all"], "search": family})

    def _follow(self) -> None:
        """The command that was asked for, once the chart is there."""
        if self._then and self.chart is not None and self.isVisible():
            command, self._then = self._then, ""
            self.context.actions.trigger(command)

    # place

    def state(self) -> Mapping[str, object]:
        return {"tab": self.current_tab(), "tabs": {tab.name: dict(tab.state()) for tab in self._tabs if tab.built}}

    def restore(self, state: Mapping[str, object]) -> None:
        tab, item, kept = state.get("tab"), state.get("item"), state.get("tabs")
        self.show_tab(tab if isinstance(tab, str) else "summary", item if isinstance(item, str) else None)
        self._then = str(state.get("then") or "")
        self._follow()
        for name, place in kept.items() if isinstance(kept, dict) else ():
            if (one := self.tab_named(name)) is not None:
                one.restore(place)
