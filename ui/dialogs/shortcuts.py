"""Ctrl+/: the shortcuts that work now, by menu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.context import AppContext
from ui.tables.delegate import CellDelegate
from ui.tables.header import FlatHeader


class ShortcutSheet(QDialog):
    """A plain table, so that it can be read aloud, searched by letter and copied."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        actions = [action for action in context.actions.all() if action.shortcut]
        self.table = QTableWidget(len(actions), 3, self)
        self.table.setAccessibleName(self.windowTitle())
        self.table.setHorizontalHeader(FlatHeader(self.table))
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setHorizontalHeaderLabels([self.tr("Command"), self.tr("Keys"), self.tr("Works")])
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        native = QKeySequence.SequenceFormat.NativeText
        for row, action in enumerate(actions):
            keys = ", ".join(QKeySequence(key).toString(native) for key in action.all_keys())
            usable = self.tr("now") if context.actions.is_enabled(action.id) else self.tr("on another screen or row")
            for column, text in enumerate((action.plain_text, keys, usable)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setColumnWidth(1, self.table.columnWidth(1) + context.theme.px(24))
        self.table.selectRow(0)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(self.table)
        whole.addWidget(buttons)
        theme = context.theme
        self.resize(min(theme.px(680), parent.width() - 40), min(theme.px(520), parent.height() - 40))
