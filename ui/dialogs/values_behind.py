"""Every value behind a trajectory, newest first, with what does not count and why."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.progress import TrajectoryRow, ValueRow
from ui.context import AppContext
from ui.dialogs.room import resize_within
from ui.pages.progress_words import ProgressWords
from ui.tables.base import Column
from ui.tables.view import RowsTable
from ui.widgets.banner import MicroBanner
from ui.widgets.buttons import Button
from ui.widgets.labels import Text

_Numbered = tuple[int, ValueRow]


class ValuesDialog(QDialog):
    """Esc or Enter closes; Ctrl+C copies the lines chosen."""

    def __init__(
        self, context: AppContext, head: PatientHead, row: TrajectoryRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._row, self._words = context, row, ProgressWords(context)
        words = self._words
        self.setWindowTitle(self.tr("{name}: every value").format(name=words.name(row)))
        self.table: RowsTable[_Numbered] = RowsTable(
            context, "values_behind", self._columns(), lambda each: each[0], self._sentence
        )
        self.table.setAccessibleName(self.windowTitle())
        self.table.set_rows(tuple(reversed(tuple(enumerate(row.values)))))
        close = Button(self.tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        self.table.opened.connect(lambda _row: self.accept())
        theme = context.theme
        inner = QVBoxLayout()
        inner.setContentsMargins(*(theme.px(16),) * 4)
        inner.setSpacing(theme.px(8))
        counted = self.tr("{counted} of {all} values count. {slope}").format(
            counted=len(row.counted), all=len(row.values), slope=words.slope(row)
        )
        for text in (counted, words.source(row)):
            inner.addWidget(Text("body", text, wrap=True, tone="text_2", selectable=True))
        inner.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        inner.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(MicroBanner(context, head, self))
        whole.addLayout(inner, 1)
        resize_within(self, self.parentWidget(), 640, 460)
        self.table.setFocus()

    def _columns(self) -> tuple[Column[_Numbered], ...]:
        words, row = self._words, self._row
        shown = self._context.formatting
        return (
            Column("when", self.tr("Date"), lambda each: shown.partial_date(each[1].when), width=12,
                   sort=lambda each: each[1].when, copy=lambda each: each[1].when),
            Column("value", self.tr("Value"), lambda each: words.value(row, each[1]), width=18, number=True,
                   sort=lambda each: each[1].value),
            Column("band", self.tr("Band"), lambda each: words.band(each[1].band), width=16),
            Column("note", self.tr("Note"), lambda each: words.why_left_out(each[1]), width=20, stretch=True),
            Column("source", self.tr("Source"), lambda each: each[1].source or self.tr("here"), width=16),
        )  # fmt: skip

    def _sentence(self, each: _Numbered) -> str:
        value = each[1]
        parts = (
            self._context.formatting.partial_date(value.when), self._words.value(self._row, value),
            self._words.band(value.band), self._words.why_left_out(value),
        )  # fmt: skip
        return ", ".join(part for part in parts if part)
