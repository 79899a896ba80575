"""The Progress tab: where values are going, how medicines are taken, which appointments were kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.adherence import Adherence, AdherenceSaved
from icm_desktop.contracts.progress import Progress
from icm_desktop.contracts.risk import PatientRisk
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.latest import Latest
from ui.pages.chart_summary import FactSection, beside_each_other
from ui.pages.chart_tab import CHART, ChartTab
from ui.pages.progress_words import ProgressWords
from ui.pages.risk_level_words import LEVEL
from ui.pages.risk_words import RiskWords
from ui.widgets.fact_paint import Fact
from ui.widgets.labels import Text
from ui.widgets.scroll import scrolling

_ROOM_FOR_COLUMNS = 560  # pixels at the usual text size
_MEDICINES, _VISITS = "medicines", "visits"


class ProgressTab(ChartTab):
    """Values on the left, medicines and appointments on the right; Enter shows the values or asks how it is taken."""

    name = "progress"
    number = 7
    privilege = Privilege.CLINICAL_READ
    shows = frozenset({"medication_adherence", "appointment", "import", "observation", "condition", "patient", "risk"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.progress: Progress | None = None
        self.adherence: Adherence | None = None
        self.found_risk: PatientRisk | None = None
        self._asked_medicines, self._asked_risk = Latest(context.jobs, self), Latest(context.jobs, self)
        self._to_medicines, self._medicine, self._to_visits = False, "", False

    def title(self) -> str:
        return self.tr("Progress")

    def build(self) -> None:
        self._words = ProgressWords(self.context)
        more = self.tr("Show all {count}")
        self.values = FactSection(self.context, self.tr("Values over time"), self.tr("No value recorded."), 9, more)
        self.medicines = FactSection(
            self.context, self.tr("How medicines are taken"), self.tr("No current medicine recorded."), 20, more
        )
        self.visits = FactSection(self.context, self.tr("Appointments"), "", 3, more)
        self.risk = FactSection(self.context, self.tr("Calculated by the program"), "", 5, more)
        self.risk.opened.connect(self._open_risk)
        self.values.opened.connect(self._show_values)
        self.medicines.opened.connect(lambda fact: self.ask_about(int(fact.key)))
        self.visits.opened.connect(lambda _fact: None)
        self._lay_out()

    def _lay_out(self) -> None:
        theme, inside = self.context.theme, QWidget()
        row = self._row = QHBoxLayout(inside)
        row.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        row.setSpacing(theme.px(20))
        self.method = Text("small", "", tone="text_2", wrap=True)
        self.method.setContentsMargins(theme.px(8), 0, 0, 0)
        columns: tuple[tuple[QWidget, ...], ...] = (
            (self.values, self.method, self.risk, self.visits),
            (self.medicines,),
        )
        for widgets in columns:
            column = QVBoxLayout()
            column.setSpacing(theme.px(8))
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch(1)
            row.addLayout(column, 1)
        self._area = scrolling(inside)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.built:
            beside_each_other(self._row, self.width() >= self.context.theme.px(_ROOM_FOR_COLUMNS))

    # what is asked and shown

    def show_patient(self, patient_id: int) -> None:
        self._asked_medicines.forget()
        self._asked_risk.forget()
        self.progress, self.adherence, self.found_risk = None, None, None
        super().show_patient(patient_id)

    def clear(self) -> None:
        self.method.setText("")
        for section in (self.values, self.medicines, self.visits, self.risk):
            section.show_facts([], again=False)

    def refresh(self) -> None:
        if self.patient_id is not None:
            self.asked.ask("queries.progress.progress", self.patient_id, done=self._show)
            self._asked_medicines.ask("queries.adherence.adherence", self.patient_id, done=self._show_medicines)
            self._asked_risk.ask("queries.risk.of_patient", self.patient_id, done=self._show_risk)

    def _show(self, found: Progress) -> None:
        if found.head.id != self.patient_id:
            return
        again, self.progress, self.head = self.progress is not None, found, found.head
        facts = [self._words.trajectory(row) for row in found.trajectories]
        self.values.show_facts(facts, again=again)
        self.method.setText(self._words.method(found.trajectories[0]))
        self.visits.show_facts([self._words.appointments(found.appointments)], again=again)
        self.tell_status()

    def _show_risk(self, found: PatientRisk) -> None:
        if found.head.id == self.patient_id:
            self.found_risk = found
            self.risk.show_facts(RiskWords(self.context).facts(found), again=True)

    def _open_risk(self, fact: Fact) -> None:
        """The points of the risk level, and another level with the reason."""
        from ui.dialogs.risk_level import RiskLevelDialog

        if fact.key != LEVEL or self.found_risk is None:
            return
        dialog = RiskLevelDialog(self.context, self.found_risk.head, self.found_risk.level, self)
        family = self.found_risk.head.family.upper()
        dialog.saved.connect(
            lambda saved: self.context.feedback.done(
                self.tr("Risk level set"), self.tr("set the risk level, {family}").format(family=family), saved.changes
            )
        )
        dialog.open()

    def _show_medicines(self, found: Adherence) -> None:
        if found.head.id != self.patient_id:
            return
        again, self.adherence = self.adherence is not None, found
        self.medicines.show_facts([self._words.medicine(row) for row in found.medicines], again=again)
        if self._to_medicines and found.medicines:
            self._to_medicines = False
            self.medicines.list.setFocus()
            keys = [fact.key for fact in self.medicines.list.facts()]
            if self._medicine in keys:
                self.medicines.list.setCurrentIndex(self.medicines.list.model().index(keys.index(self._medicine), 0))

    def _show_values(self, fact: Fact) -> None:
        from ui.dialogs.values_behind import ValuesDialog

        rows = [row for row in self.progress.trajectories if row.id == fact.key] if self.progress else []
        if rows and self.head is not None:
            dialog = ValuesDialog(self.context, self.head, rows[0], self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    # commands

    def actions_offered(self, here: str) -> Iterable[Action]:
        return (
            Action("chart.adherence", self.tr("How &medicines are taken"), self.show_medicines, "Ctrl+M", "pill",
                   "patient", CHART, Privilege.CLINICAL_READ, (self.tr("adherence"), self.tr("refill"))),
        )  # fmt: skip

    def show_medicines(self) -> None:
        """From any tab: this tab, the keyboard on the medicines."""
        self.tab_wanted.emit(self.name, _MEDICINES)

    def ask_about(self, medication_entry_id: int) -> None:
        """Write down how the patient takes a medicine."""
        from ui.dialogs.adherence import AdherenceDialog

        found = self.adherence
        rows = [row for row in found.medicines if row.medication_entry_id == medication_entry_id] if found else []
        if found is None or not rows or not self.context.may(Privilege.CLINICAL_WRITE):
            return
        dialog = AdherenceDialog(self.context, found.head, rows[0], found.reasons, self)
        dialog.saved.connect(self._told)
        dialog.open()

    def _told(self, saved: AdherenceSaved) -> None:
        family = self.head.family.upper() if self.head else ""
        name = self.tr("how a medicine is taken")
        place = self.medicines.list.currentIndex().row()
        self.context.feedback.done(self.tr("Written down."), f"{name}, {family}", saved.changes)
        following = self.medicines.list.model().index(place + 1, 0)
        if following.isValid():  # one medicine after the other
            self.medicines.list.setCurrentIndex(following)
        self.medicines.list.setFocus()

    # place

    def edit(self) -> bool:
        key = self.medicines.list.current_key() if self.built and self.medicines.list.hasFocus() else None
        if key is not None:
            self.ask_about(int(key))
        return key is not None

    def stand_on(self, item: str) -> None:
        kind, _, number = item.partition(":")
        self._to_visits = item == _VISITS
        if item == _MEDICINES or kind == "medicine":
            self._to_medicines, self._medicine = True, number
            if self.adherence is not None and not self.stale:
                self._show_medicines(self.adherence)

    def panes(self) -> Sequence[QWidget]:
        return tuple(section.list for section in (self.values, self.visits, self.medicines) if section.list.facts())

    def focus_first(self) -> None:
        wanted = self.medicines if self._to_medicines or self.medicines.list.hasFocus() else self.values
        (self.visits if self._to_visits else wanted).list.setFocus()
        self._to_visits = False

    def status(self) -> str:
        if self.progress is None:
            return ""
        count = sum(len(row.counted) for row in self.progress.trajectories)
        return self.tr("%n value(s) counted", "", count)

    def state(self) -> Mapping[str, object]:
        return {"scroll": self._area.verticalScrollBar().value()}
