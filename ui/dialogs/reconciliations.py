"""Signed reconciliations: each as it was signed, what still waits for an answer, how it is settled, and its pages."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.contracts.reconciliation import ReconciledRow, Reconciliation, ReconciliationPrint
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.dialogs.reconcile_prompts import SettlePrompt
from ui.dialogs.room import resize_within
from ui.dialogs.sheet_preview import show_sheet
from ui.feedback import Level
from ui.pages.reconcile_words import ReconcileWords
from ui.tables.base import Column
from ui.tables.view import RowsTable
from ui.widgets.banner import MicroBanner
from ui.widgets.beside import beside
from ui.widgets.buttons import Button
from ui.widgets.fact_pane import FactPane
from ui.widgets.flow import FlowLayout
from ui.widgets.form_field import FormField
from ui.widgets.shape_label import ShapeLabel


class ReconciliationsDialog(QDialog):
    """The latest first; a medicine that was asked about is settled here once the answer has come."""

    settled = Signal(object)  # ReconciliationSaved

    def __init__(self, context: AppContext, found: tuple[Reconciliation, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self._found, self.words = context, found, ReconcileWords(context)
        self.setWindowTitle(self.tr("Signed reconciliations"))
        self.setModal(True)
        self.which, self.status = QComboBox(), ShapeLabel()
        for one in found:
            self.which.addItem(self.words.signed(one), one.id)
        self.table: RowsTable[ReconciledRow] = RowsTable(
            context, "reconciliations", self._columns(), lambda row: row.id, self._sentence
        )
        self.table.setAccessibleName(self.windowTitle())
        self.pane = FactPane(context, self.tr("Choose a medicine to see what was decided and why."))
        self._lay_out()
        self.which.currentIndexChanged.connect(lambda _at: self._show())
        self.table.row_changed.connect(self._row_changed)
        self._show()
        resize_within(self, parent, 1060, 620)
        self.table.setFocus()

    def _lay_out(self) -> None:
        px = self.context.theme.px
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, px(16))
        whole.addWidget(MicroBanner(self.context, self._found[0].head, self))
        inner = QVBoxLayout()
        inner.setContentsMargins(px(16), px(8), px(16), 0)
        inner.setSpacing(px(8))
        inner.addWidget(FormField(self.tr("&Which"), self.which))
        inner.addWidget(self.status)
        inner.addWidget(beside(self.table, self.pane, 38, 260), 1)
        whole.addLayout(inner, 1)
        whole.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        px = self.context.theme.px
        self.settle_button = Button(self.tr("&Settle…"), "check", self, primary=True)
        self.staff_button = Button(self.tr("Print for the &prescriber…"), "printer", self)
        self.patient_button = Button(self.tr("Print for the p&atient…"), "printer", self)
        self.close_button = Button(self.tr("Close"), parent=self)
        acts = (
            (self.settle_button, self.settle),
            (self.staff_button, lambda: self.print_it(for_patient=False)),
            (self.patient_button, lambda: self.print_it(for_patient=True)),
            (self.close_button, self.accept),
        )
        row = QHBoxLayout()
        row.setContentsMargins(px(16), px(8), px(16), 0)
        flow = FlowLayout(gap=px(8))
        for button, act in acts:
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, do=act: do())
            flow.addWidget(button)
        row.addLayout(flow, 1)
        return row

    def _columns(self) -> tuple[Column[ReconciledRow], ...]:
        words = self.words
        return (
            Column("outcome", self.tr("Decision"), lambda row: getattr(words.outcome(row), "word", ""), width=20,
                   chip=words.outcome),
            Column("medicine", self.tr("Medicine"), lambda row: row.medicine, width=24, stretch=True, least="x" * 20),
            Column("difference", self.tr("The lists"), lambda row: words.difference(row.difference).word, width=20,
                   chip=lambda row: words.difference(row.difference)),
            Column("becomes", self.tr("Changed to"), lambda row: row.becomes or "", width=22, hidden=True),
        )  # fmt: skip

    def _sentence(self, row: ReconciledRow) -> str:
        chip = self.words.outcome(row)
        parts = (row.medicine, chip.word if chip else "", row.becomes, row.reason, row.question, row.answer)
        return ", ".join(part for part in parts if part)

    @property
    def shown(self) -> Reconciliation:
        """The reconciliation on the screen."""
        return self._found[max(self.which.currentIndex(), 0)]

    def _show(self) -> None:
        one = self.shown
        waiting = sum(row.open for row in one.rows)
        lists = "; ".join(self.words.list_named(*each) for each in one.lists)
        open_ones = self.tr("%n medicine(s) not resolved.", "", waiting) if waiting else self.tr("All resolved.")
        told = self.tr("Compared: {lists}. {open}").format(lists=lists, open=open_ones)
        self.status.say((Level.CAUTION if waiting else Level.GOOD).value, told)
        self.table.set_rows(one.rows)
        first = next((row for row in one.rows if row.open), one.rows[0] if one.rows else None)
        self.table.clearSelection()
        if first is not None:
            self.table.go_to(first.id)
        self._row_changed(self.table.current_row())

    def _row_changed(self, row: ReconciledRow | None) -> None:
        if row is None:
            self.pane.clear()
        else:
            self.pane.show_note(row.medicine, self.words.signed_facts(row))
        may = self.context.session.may(Privilege.RECONCILE)
        self.settle_button.setEnabled(bool(row is not None and row.open and may))

    def settle(self) -> None:
        """Say how the medicine that was asked about ended."""
        row = self.table.current_row()
        if row is None or not row.open:
            return
        prompt = SettlePrompt(self.context, self.shown.head, row, self)
        prompt.saved.connect(self._settled)
        prompt.open()

    def _settled(self, saved: object) -> None:
        self.settled.emit(saved)
        self.context.jobs.run(
            "queries.reconciliations.signed", self.shown.head.id, owner=self, done=self._again,
            failed=self.context.feedback.refuse,
        )  # fmt: skip

    def _again(self, found: tuple[Reconciliation, ...]) -> None:
        self._found = found
        self._show()

    def print_it(self, *, for_patient: bool) -> None:
        """The signed decisions on paper."""
        one = self.shown
        own = one.head.language or "en"
        language = own if for_patient else QLocale().name()
        request = ReconciliationPrint(one.id, "es" if language.startswith("es") else "en", for_patient=for_patient)

        def made(sheet: SheetMade) -> None:
            name = f"medicines-{one.signed_on.isoformat()}"
            show_sheet(self.context, sheet, self, title=self.windowTitle(), name=name)

        self.context.jobs.run(
            "reports.reconciliation.render", request, owner=self, done=made, failed=self.context.feedback.refuse
        )
