"""The history of one record: who changed what, when, old and new value; imports and undoing named."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.records import FactRef, HistoryRow, RecordHistory
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.messages import sentence
from ui.pages.record_words import RecordWords
from ui.pages.value_words import kind_name
from ui.widgets.banner import MicroBanner
from ui.widgets.buttons import Button
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.labels import Text

_SIZE = (620, 520)


class RecordHistoryDialog(QDialog):
    """Reads the history when it opens; the latest change stands first."""

    def __init__(
        self, context: AppContext, ref: FactRef, head: PatientHead | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self.words = context, RecordWords(context)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("History"))
        self.title = Text("section", kind_name(ref.kind), wrap=True, parent=self)
        self.list = FactList(self.tr("History"))
        self.told = Text("body", self.tr("Reading…"), tone="text_2", wrap=True, parent=self)
        self._lay_out(head)
        context.jobs.run(
            "queries.record_history.of_record", ref, owner=self, done=self.show_history, failed=self._refused
        )

    def _lay_out(self, head: PatientHead | None) -> None:
        theme = self._context.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(16))
        column.setSpacing(theme.px(8))
        if head is not None:
            column.addWidget(MicroBanner(self._context, head, self))
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        for widget in (self.title, self.told, self.list):
            inner.addWidget(widget)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        column.addWidget(area, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        foot.addStretch(1)
        close = Button(self.tr("Close"), primary=True)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        column.addLayout(foot)
        parent: QWidget | None = self.parentWidget()
        above = parent.window().size() if parent is not None else self.screen().size()
        self.resize(min(theme.px(_SIZE[0]), above.width() - 16), min(theme.px(_SIZE[1]), int(above.height() * 0.95)))

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
