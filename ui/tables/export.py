"""Ctrl+Shift+E: the table of the page as a CSV file, every row that matches and not only those scrolled to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.exports import SaveTable, TableSaved
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.feedback import Level
from ui.tables.view import RowsTable
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Text

TOLD = "export/told"  # this person was told once that the file is not encrypted


def table_of(page: QWidget | None) -> RowsTable[Any] | None:
    """The table a person means: the one with the keyboard, else the first one shown."""
    tables: list[Any] = page.findChildren(RowsTable) if page is not None else []
    shown = [table for table in tables if table.isVisible()]
    return next((table for table in shown if table.hasFocus()), shown[0] if shown else None)


class TableExport(QObject):
    """Writes one table; asks for the rows that are not there yet first."""

    def __init__(self, context: AppContext, table: RowsTable[Any]) -> None:
        super().__init__(table)
        self._context, self._table = context, table
        self._path: Path | None = None

    def start(self) -> None:
        """Tell once what leaves the encryption, then ask where to."""
        if self._context.preferences.flag(TOLD):
            self.ask_where()
            return
        warning = ExportWarning(self._table.window())
        warning.accepted.connect(self._told)
        warning.open()

    def _told(self) -> None:
        self._context.preferences.keep(TOLD, True)
        self.ask_where()

    def ask_where(self) -> None:
        """Ask for the file."""
        name = f"{self._table.view}-{self._context.formatting.today().isoformat()}.csv"
        window, title = self._table.window(), self.tr("Export table")
        path, _kind = QFileDialog.getSaveFileName(window, title, name, "CSV (*.csv)")
        if path:
            self.write(Path(path if path.lower().endswith(".csv") else f"{path}.csv"))

    def write(self, path: Path) -> None:
        """Write every row that matches to this file."""
        self._path = path
        self._table.filled.connect(self._go_on)
        self._go_on()

    def _go_on(self) -> None:
        there, total = self._table.counts()
        if self._table.ask_for_next():
            words = self.tr("Reading {there} of {total} rows…").format(there=there, total=total)
            self._context.feedback.count(words)
            return
        self._table.filled.disconnect(self._go_on)
        if self._path is None:
            return
        header, rows = self._table.as_texts(self._table.rows())
        request = SaveTable(str(self._path), self._table.view, header, rows)
        name = "save_appointments" if self._table.privilege is Privilege.APPOINTMENTS else "save_table"
        refuse = self._context.feedback.refuse
        self._context.jobs.run(f"services.exports.{name}", request, owner=self, done=self._done, failed=refuse)

    def _done(self, saved: TableSaved) -> None:
        words = self.tr("%n rows written. The file is not encrypted: keep it safe.", "", saved.rows)
        if saved.notice is not None:
            words += " " + self.tr("It tells of substance use: the notice of 42 CFR Part 2 stands in a file beside it.")
        self._context.feedback.say(words, Level.GOOD)
        self.deleteLater()


class ExportWarning(QDialog):
    """Asked once of each person: the file will hold patient data and is not encrypted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = Theme.current().px
        self.setWindowTitle(self.tr("Export table"))
        self.setModal(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(20), px(20), px(20))
        column.setSpacing(px(12))
        column.addWidget(Text("title", self.tr("This file will hold patient data"), wrap=True, parent=self))
        words = self.tr(
            "It is not encrypted, and this program cannot take it back. Save it only where your practice allows, and "
            "delete it when it is no longer needed. That you exported it is recorded. You are asked this once."
        )
        column.addWidget(Text("body", words, wrap=True, parent=self))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        self.cancel, self.go_on = Button(self.tr("Cancel"), parent=self), Button(self.tr("&Export"), parent=self)
        self.cancel.clicked.connect(self.reject)
        self.go_on.clicked.connect(self.accept)
        for button in (self.cancel, self.go_on):
            buttons.addWidget(button)
        column.addLayout(buttons)
        self.setMinimumWidth(px(480))
        self.cancel.setFocus()


def export_table(context: AppContext, page: QWidget | None) -> None:
    """Export the table of a page; says so when there is none, or when the role may not."""
    table = table_of(page)
    if table is None or not table.rows():
        words = QApplication.translate("TableExport", "There is no list here to export.")
        context.feedback.say(words, Level.INFO)
        return
    if not context.may(table.privilege):
        words = QApplication.translate("TableExport", "Your role may not export this list.")
        context.feedback.say(words, Level.HIGH)
        return
    TableExport(context, table).start()
