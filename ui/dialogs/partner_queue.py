"""What waits for a partner, was refused there or was changed on both sides; a person decides what needs it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.partners import MINE, THEIRS, AnswerCopy, WaitingCopy
from ui.context import AppContext
from ui.dialogs.export_record_words import ExportRecordWords
from ui.dialogs.partner_list import PartnerListDialog
from ui.feedback import Level
from ui.messages import say
from ui.pages.field_words import field_name
from ui.tables.base import Chip, Column
from ui.tables.view import RowsTable
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState

_QUESTION, _FAILED = "question", "failed"


class PartnerQueueDialog(PartnerListDialog):
    """Keep ours or take theirs where both changed it; try again what was refused; Enter opens the chart."""

    query = "queries.partners.queue"

    def __init__(self, context: AppContext, partner_id: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(context, partner_id, self.tr("Waiting for {partner}").format(partner=name), parent)
        self._kinds = ExportRecordWords()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table: RowsTable[WaitingCopy] = RowsTable(
            context, "partner_queue", self._columns(), lambda row: row.id, self._sentence
        )
        self.table.setAccessibleName(self.tr("What waits"))
        self.empty = EmptyState(self.tr("Nothing waits"), self.tr("Everything that may go is there."))
        self.mine_button = Button(self.tr("&Keep ours"))
        self.theirs_button = Button(self.tr("&Take theirs"))
        self.chart_button = Button(self.tr("&Open the chart"))
        self.close_button = Button(self.tr("Close"), primary=True)
        self.mine_button.clicked.connect(lambda _on=False: self.answer(MINE))
        self.theirs_button.clicked.connect(lambda _on=False: self.answer(THEIRS))
        self.chart_button.clicked.connect(lambda _on=False: self.open_chart())
        self.close_button.clicked.connect(self.reject)
        self.table.opened.connect(lambda _row: self.open_chart())
        self.lay_out((self.mine_button, self.theirs_button, self.chart_button), self.close_button, (980, 480))

    def _columns(self) -> tuple[Column[WaitingCopy], ...]:
        shown = self._context.formatting
        return (
            Column("state", self.tr("State"), lambda _row: "", width=20, chip=self._chip),
            Column("kind", self.tr("What"), lambda row: self._kinds.kind(row.kind), width=16),
            Column("title", self.tr("Called"), lambda row: row.title, width=22),
            Column("since", self.tr("Waits since"), lambda row: shown.date_time(row.queued_at) if row.queued_at else "",
                   width=20),
            Column("why", self.tr("Why"), self._why, stretch=True, tip=self._why),
        )  # fmt: skip

    def _chip(self, row: WaitingCopy) -> Chip:
        return {
            _QUESTION: Chip(Level.HIGH, self.tr("Both changed it")),
            _FAILED: Chip(Level.CAUTION, self.tr("Refused there")),
            "held": Chip(Level.NEUTRAL, self.tr("Not allowed to go")),
        }.get(row.state, Chip(Level.INFO, self.tr("Waits")))  # fmt: skip

    def _why(self, row: WaitingCopy) -> str:
        if row.problem:
            return say(row.problem, self._context.formatting, **row.params).strip()
        if row.state == _QUESTION and row.ours != row.title:
            return self.tr("Ours: {ours}. Theirs: {theirs}").format(ours=row.ours, theirs=row.title)
        return ", ".join(field_name(name) for name in row.differing)

    def _sentence(self, row: WaitingCopy) -> str:
        return ", ".join((self._chip(row).word, self._kinds.kind(row.kind), row.title, self._why(row)))

    def enable(self) -> None:
        row = self.table.current_row()
        asked = row is not None and row.state == _QUESTION
        refused = row is not None and row.state == _FAILED
        self.mine_button.setText(self.tr("Try a&gain") if refused else self.tr("&Keep ours"))
        self.mine_button.setEnabled(asked or refused)
        self.theirs_button.setVisible(not refused)
        self.theirs_button.setEnabled(asked)
        self.chart_button.setEnabled(row is not None)

    def answer(self, take: str) -> None:
        """Decide about the current row; what is to be sent goes with the next round."""
        row = self.table.current_row()
        if row is not None:
            self._context.jobs.run(
                "services.partners.answer",
                AnswerCopy(row.id, take),
                owner=self,
                done=self._done,
                failed=self._refused,
            )

    def open_chart(self) -> None:
        """Whose it is, to look at both before deciding."""
        row = self.table.current_row()
        if row is not None and row.patient_id:
            self.reject()
            self._context.navigation.open_chart(row.patient_id)
