"""The history of one record: who changed what, when, old and new value; imports and undoing named."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.records import FactRef, HistoryRow, RecordHistory
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.pane_window import PaneWindow
from ui.messages import sentence
from ui.pages.record_words import RecordWords
from ui.pages.value_words import kind_name
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.labels import Text
from ui.widgets.scroll import scrolling

_SIZE = (620, 520)


class RecordHistoryDialog(PaneWindow):
    """Reads the history when it opens; the latest change stands first."""

    def __init__(
        self, context: AppContext, ref: FactRef, head: PatientHead | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, head, _SIZE, parent)
        self._context, self.words = context, RecordWords(context)
        self.setWindowTitle(self.tr("History"))
        self.title = Text("section", kind_name(ref.kind), wrap=True, parent=self)
        self.list = FactList(self.tr("History"))
        self.told = Text("body", self.tr("Reading…"), tone="text_2", wrap=True, parent=self)
        self._lay_out()
        context.jobs.run(
            "queries.record_history.of_record", ref, owner=self, done=self.show_history, failed=self._refused
        )

    def _lay_out(self) -> None:
        inside, space = QWidget(), self._context.theme.px(8)
        column = QVBoxLayout(inside)
        column.setContentsMargins(space, 0, space, 0)
        for widget in (self.title, self.told, self.list):
            column.addWidget(widget)
        column.addStretch(1)
        self.hold(scrolling(inside))

    def _refused(self, error: UserError) -> None:
        self.told.setText(sentence(error, self._context.formatting))

    def show_history(self, history: RecordHistory) -> None:
        """Show what happened."""
        kind = history.ref.kind
        self.title.setText(
            self.tr("{kind}: {title}").format(kind=kind_name(kind), title=self.words.title(kind, history.title))
        )
        self.told.setText("" if history.rows else self.tr("Nothing is recorded about this one by itself."))
        self.told.setVisible(not history.rows)
        self.list.set_facts([self._fact(row, at) for at, row in enumerate(history.rows)])
        self.list.setFocus()

    def _fact(self, row: HistoryRow, at: int) -> Fact:
        who = f"{self.words.at(row.at)} · {self.words.who(row)}"
        detail = (who, *self.words.changes(row))
        return Fact(str(at), self.words.what(row), detail, self.words.via(row), strong=True)
