"""What came of long work: one sentence, a table that can be read and copied, and what was left out and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.clipboard import copy_text
from ui.room import room_for
from ui.tables.delegate import CellDelegate
from ui.tables.header import FlatHeader
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Text


class Outcome(QDialog):
    """Stays open beside the work until it is closed."""

    def __init__(
        self,
        name: str,
        title: str,
        headers: Sequence[str],
        rows: Sequence[Sequence[str]],
        notes: Sequence[str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme = Theme.current()
        self.title = Text("title", title, wrap=True, parent=self)
        self.table = self._table(name, headers, rows)
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(12))
        column.addWidget(self.title)
        column.addWidget(self.table, 2)
        self.notes = QPlainTextEdit("\n".join(notes), self)
        self.notes.setReadOnly(True)
        self.notes.setTabChangesFocus(True)
        self.notes.setAccessibleName(self.tr("Left out, and why"))
        if notes:
            column.addWidget(Text("section", self.tr("Left out, and why"), parent=self))
            column.addWidget(self.notes, 1)
        else:
            self.notes.hide()
        close = Button(self.tr("Close"), parent=self, primary=True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)
        self.resize(QSize(theme.px(820), theme.px(520)).boundedTo(room_for(self)))

    def _table(self, name: str, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> QTableWidget:
        table = QTableWidget(len(rows), len(headers), self)
        table.setAccessibleName(name)
        table.setHorizontalHeader(FlatHeader(table))
        table.setHorizontalHeaderLabels(list(headers))
        table.setItemDelegate(CellDelegate(table))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        for at, row in enumerate(rows):
            spoken = ", ".join(f"{header} {cell}" for header, cell in zip(headers, row, strict=True))
            for place, cell in enumerate(row):
                item = QTableWidgetItem(cell)
                if place and cell.replace(",", "").isdigit():
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                if not place:
                    item.setData(int(Qt.ItemDataRole.AccessibleTextRole), spoken)
                table.setItem(at, place, item)
        table.resizeColumnsToContents()
        for place in range(len(headers)):
            wanted = table.fontMetrics().horizontalAdvance(headers[place]) + Theme.current().px(28)
            table.setColumnWidth(place, max(table.columnWidth(place) + Theme.current().px(16), wanted))
        table.horizontalHeader().setStretchLastSection(True)
        if rows:
            table.setCurrentCell(0, 0)
        return table

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies the whole table and the notes."""
        if event.matches(QKeySequence.StandardKey.Copy):
            lines = []
            for row in range(self.table.rowCount()):
                items = [self.table.item(row, column) for column in range(self.table.columnCount())]
                lines.append("\t".join(item.text() if item is not None else "" for item in items))
            copy_text("\n".join([*lines, self.notes.toPlainText()]).strip())
        else:
            super().keyPressEvent(event)
