"""The chart of one patient: banner on top, Summary and Care plan beneath, opened over the screen it came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

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
from ui.pages.care_plan import CarePlanTab
from ui.pages.chart_summary import SummaryTab
from ui.pages.patients import correct_details
from ui.widgets.action_button import ActionButton
from ui.widgets.banner import PatientBanner
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import FlowLayout

_BUTTONS = ("patient.print_next_steps", "chart.log_contact", "chart.book", "file.new")
_TABS = ("summary", "care_plan")
_ROOM_FOR_BUTTONS = 400


class ChartPage(PatientPage):
    """Everything about one patient. What was shown of another one is gone before the new one is asked for."""

    name = "chart"
    icon = "file-text"
    order = 0
    privilege = Privilege.DEMOGRAPHICS
    shows = frozenset({"*"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.chart: Chart | None = None
        self._asked = Latest(context.jobs, self)
        self._opened_id: int | None = None
        self.booking = Booking(context, self)
        self.banner = PatientBanner(context)
        self.summary = SummaryTab(context)
        self.plan = CarePlanTab(context)
        self.tabs = QTabWidget()
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
        self.tabs.setDocumentMode(True)
        self.tabs.setMinimumHeight(theme.px(60))
        self.tabs.addTab(self.summary, self.tr("Summary"))
        if self.context.may(Privilege.CLINICAL_READ):
            self.tabs.addTab(self.plan, self.tr("Care plan"))
        else:
            self.plan.setParent(self)
            self.plan.hide()
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
        self.stack.addWidget(QWidget())
        self.stack.addWidget(whole)
        self.stack.addWidget(self.empty)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.stack)

    def _wire(self) -> None:
        self.tabs.currentChanged.connect(self._tab_changed)
        self.empty.chosen.connect(lambda _at: self.context.navigation.close_chart())
        self.banner.chip_clicked.connect(self._chip_clicked)
        self.summary.goal_opened.connect(lambda goal_id: self.show_tab("care_plan", f"goal:{goal_id}"))
        self.summary.referral_opened.connect(self._open_referral)
        self.summary.appointment_opened.connect(self._open_appointment)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the record has the room of the buttons; the menus have every command."""
        super().resizeEvent(event)
        self._bar.setVisible(event.size().height() >= self.context.theme.px(_ROOM_FOR_BUTTONS))

    # what is asked and shown

    def show_patient(self, patient_id: int) -> None:
        if patient_id != self.patient_id:
            self._asked.forget()
            self.chart, self._opened_id = None, None
            self.stack.setCurrentIndex(0)
            self.plan.show_patient(patient_id)
        super().show_patient(patient_id)

    def refresh(self) -> None:
        if self.patient_id is None:
            return
        first = self._opened_id != self.patient_id
        name = "services.charts.open_chart" if first else "queries.chart.chart"
        self._asked.ask(name, self.patient_id, done=self._show, failed=self._missing)
        if self.current_tab() == "care_plan":
            self.plan.refresh()
        else:
            self.plan.stale = True

    def _show(self, chart: Chart) -> None:
        if chart.banner.head.id != self.patient_id:
            return
        self.chart, self._opened_id = chart, self.patient_id
        self.banner.show_banner(chart.banner)
        self.summary.show_chart(chart)
        self.plan.head = chart.banner.head
        self._add_buttons()
        first = self.stack.currentIndex() != 1
        self.stack.setCurrentIndex(1)
        self.title_changed.emit()
        self.context.feedback.count(self.status())
        focus = QApplication.focusWidget()
        # Nobody who began to type elsewhere meanwhile loses the keyboard.
        if first and self.isVisible() and (focus is None or focus is self or self.isAncestorOf(focus)):
            self.focus_first()

    def _missing(self, error: UserError) -> None:
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
        if self.chart is None:
            return ""
        if self.current_tab() == "care_plan":
            return self.plan.status()
        if self.chart.last_import_at is None:
            return ""
        day = self.context.formatting.date(self.chart.last_import_at)
        return self.tr("Last import {date}").format(date=day)

    # tabs

    def current_tab(self) -> str:
        """ "summary" or "care_plan"."""
        return _TABS[self.tabs.currentIndex()]

    def show_tab(self, tab: str, item: str | None = None) -> None:
        """Turn to a tab; `item` is the line of the care plan to stand on."""
        place = _TABS.index(tab) if tab in _TABS else 0
        if place < self.tabs.count():
            self.tabs.setCurrentIndex(place)
            if item is not None:
                self.plan.stand_on(item)
            self.focus_first()

    def next_tab(self) -> None:
        """The next tab, round again."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())
        self.focus_first()

    def _tab_changed(self, _place: int) -> None:
        on_plan = self.current_tab() == "care_plan"
        if on_plan and self.patient_id is not None and self.isVisible():
            self.plan.refresh_if_stale()
        self.plan.enable_actions(on_plan)
        self.title_changed.emit()
        self.context.feedback.count(self.status())

    def panes(self) -> Sequence[QWidget]:
        if self.current_tab() == "care_plan":
            return (self.tabs.tabBar(), self.plan.table, *self.plan.detail.findChildren(ActionButton)[:1])
        return (self.tabs.tabBar(), *(section.list for section in self.summary.sections() if section.list.facts()))

    def focus_first(self) -> None:
        if self.current_tab() == "care_plan":
            self.plan.table.setFocus()
        else:
            self.summary.focus_first()

    # commands

    def actions_offered(self) -> Iterable[Action]:
        here = self.name
        return (
            Action("chart.log_contact", self.tr("&Log contact"), self.log_contact, "Ctrl+L", "phone", "patient", here,
                   Privilege.CALL_LOG, (self.tr("call"),)),
            Action("chart.book", self.tr("&Book…"), self.book, "Ctrl+B", "calendar-plus", "patient", here,
                   Privilege.APPOINTMENTS, (self.tr("appointment"), self.tr("visit"))),
            Action("patient.print_next_steps", self.tr("&Print next steps…"), self.print_next_steps, "Ctrl+P",
                   "printer", "patient", here, Privilege.PRINT_HANDOUT,
                   (self.tr("handout"), self.tr("page for the patient"))),
            Action("chart.edit", self.tr("&Edit…"), self.edit, "F2", "pencil", "patient", here, Privilege.DEMOGRAPHICS,
                   (self.tr("correct"), self.tr("change"))),
            Action("chart.next_tab", self.tr("&Next tab"), self.next_tab, "Ctrl+Tab", None, "view", here,
                   Privilege.CLINICAL_READ),
            *self.plan.actions_offered(here),
        )  # fmt: skip

    def primary_action(self) -> str | None:
        return "plan.new_action"

    def log_contact(self) -> None:
        """Log a contact with this patient."""
        if self.chart is None:
            return
        head = self.chart.banner.head
        dialog = LogContactDialog(self.context, head, None, self)
        name = self.tr("log contact, {family}").format(family=head.family.upper())
        dialog.saved.connect(lambda done: self.context.feedback.done(dialog.told(), name, done.changes))
        dialog.open()

    def print_next_steps(self) -> None:
        """Show the page for this patient before it is printed."""
        if self.chart is not None:
            from ui.dialogs.print_preview import PrintPreview  # here: start-up needs no PDF and no printer

            PrintPreview(self.context, self.chart.banner.head, self).open()

    def book(self) -> None:
        """Book a visit for this patient."""
        if self.patient_id is not None:
            self.booking.book(self.patient_id)

    def edit(self) -> None:
        """Edit the line of the care plan, or on Summary the patient's own details."""
        if self.current_tab() == "care_plan" and self.plan.edit():
            return
        if self.patient_id is not None:
            correct_details(self, self.context, self.patient_id)

    def _chip_clicked(self, key: str) -> None:
        if key == "similar_name" and self.chart is not None:
            family = self.chart.banner.head.family
            self.context.navigation.open("patients", state={"view": ["all"], "search": family})

    def _open_referral(self, referral_id: int) -> None:
        self.context.navigation.open("referrals", state={"referral": referral_id})

    def _open_appointment(self, appointment_id: int) -> None:
        self.context.navigation.open("calendar", state={"appointment": appointment_id})

    # place

    def state(self) -> Mapping[str, object]:
        return {"tab": self.current_tab(), "plan": dict(self.plan.table.place())}

    def restore(self, state: Mapping[str, object]) -> None:
        tab, item, place = state.get("tab"), state.get("item"), state.get("plan")
        self.show_tab(tab if isinstance(tab, str) else "summary", item if isinstance(item, str) else None)
        if isinstance(place, dict):
            self.plan.table.put_back(place)
