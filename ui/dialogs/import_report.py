"""What an import did: per kind, per file, what was left out and why, and who may be on file twice."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from icm_desktop.contracts.csv_files import SaveRefused
from icm_desktop.contracts.exchange import ImportReport
from ui.clipboard import copy_text
from ui.context import AppContext
from ui.dialogs.import_words import ImportWords
from ui.dialogs.left_out import left_out_table
from ui.dialogs.room import resize_within
from ui.feedback import Level
from ui.messages import sentence
from ui.tables.base import Column
from ui.tables.export import export_table
from ui.tables.view import RowsTable
from ui.widgets.buttons import Button
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel


class ImportReportDialog(QDialog):
    """Stays open beside the work; a preview offers to import for good."""

    import_wanted = Signal()

    def __init__(self, context: AppContext, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self.report = context, report
        self.words = ImportWords()
        self.setWindowTitle(self.tr("Import preview") if report.id is None else self.tr("Import finished"))
        self.title = Text("title", self.words.title(report), wrap=True)
        self.trouble = ShapeLabel(Level.CAUTION, self.words.trouble(report), self)
        self.trouble.setVisible(bool(self.trouble.text))
        self.told = Text("small", tone="text_2", wrap=True)
        self.whole = Text("small", tone="text_2", wrap=True, selectable=True)
        self.tabs = QTabWidget()
        self._fill()
        self.tabs.currentChanged.connect(self._show_whole)
        self._show_whole()
        self._lay_out()
        resize_within(self, parent, 1040, 560)
        self.tabs.currentWidget().setFocus()

    def _fill(self) -> None:
        words, report = self.words, self.report
        self._tab(self.tr("&Kinds"), "import_kinds", words.type_columns(), report.totals, lambda row: row[0])
        self._tab(self.tr("&Files"), "import_files", words.file_columns(), report.files, lambda row: row.path)
        if report.left_out:
            self._add(left_out_table(self._context, report.left_out), self.tr("Not sho&wn"), len(report.left_out))
        if notes := words.notes(report):
            self._tab(self.tr("Left &out"), "import_notes", words.note_columns(), notes, lambda row: row.number)
        if report.matches:
            doubles = self.tr("Likely &doubles")
            self._tab(doubles, "import_matches", words.match_columns(), report.matches, lambda row: row.refs)
        if any(file.status == "refused" for file in report.files):
            self.tabs.setCurrentIndex(1)

    def _tab(self, title: str, view: str, columns: Sequence[Column[Any]], rows: Sequence[Any], row_id: Any) -> None:
        def key(row: Any) -> Hashable:
            found: Hashable = row_id(row)
            return found

        def spoken(row: Any) -> str:
            cells = table.rows_model.copied(row, columns)
            return ", ".join(f"{column.title} {cell}" for column, cell in zip(columns, cells, strict=True) if cell)

        table: RowsTable[Any] = RowsTable(self._context, view, columns, key, spoken)
        table.setAccessibleName(title.replace("&", ""))
        table.set_rows(rows)
        self._add(table, title, len(rows))

    def _add(self, table: RowsTable[Any], title: str, count: int) -> None:
        spoken = table.rows_model.sentence
        table.row_changed.connect(lambda row: self.whole.setText(spoken(row) if row is not None else ""))
        self.tabs.addTab(table, f"{title} ({count:,})")

    def _lay_out(self) -> None:
        theme, foot = self._context.theme, QHBoxLayout()
        copy, save = Button(self.tr("&Copy report"), "copy"), Button(self.tr("&Save report…"), "save")
        close = Button(self.tr("C&lose"), primary=self.report.id is not None)
        copy.clicked.connect(lambda _on=False: self.copy())
        save.clicked.connect(lambda _on=False: self.choose_file())
        close.clicked.connect(self.reject)
        self.refused_button = Button(self.tr("Save &refused lines…"), "save")
        self.refused_button.setVisible(any(file.lines for file in self.report.files))
        self.refused_button.clicked.connect(lambda _on=False: self.choose_refused())
        for button in (copy, save, self.refused_button):
            foot.addWidget(button)
        foot.addWidget(self.told, 1)
        if self.report.id is None:
            go_on = Button(self.tr("&Import now"), "import", primary=True)
            go_on.clicked.connect(lambda _on=False: self._go_on())
            foot.addWidget(go_on)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        column.setSpacing(theme.px(10))
        for widget in (self.title, self.trouble, self.tabs, self.whole):
            column.addWidget(widget)
        column.setStretch(2, 1)
        column.addLayout(foot)
        QShortcut("Ctrl+Shift+E", self, lambda: export_table(self._context, self.tabs.currentWidget().parentWidget()))

    def _show_whole(self) -> None:
        """The current line in full beneath the table: cells may be cut, this never is."""
        table = self.tabs.currentWidget()
        if isinstance(table, RowsTable):
            table.row_changed.emit(table.current_row())

    def copy(self) -> None:
        """Put the whole report on the clipboard."""
        copy_text(self.words.as_text(self.report))
        self.told.setText(self.tr("Copied."))

    def choose_file(self) -> None:
        """Ask where the report goes."""
        dialog = QFileDialog(self, self.tr("Save report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Text") + " (*.txt)")
        dialog.setDefaultSuffix("txt")
        dialog.selectFile("import-report.txt")
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, path: str) -> None:
        """Write the report as text."""
        try:
            Path(path).write_text(self.words.as_text(self.report), encoding="utf-8")
        except OSError as problem:
            self.told.setText(self.tr("Not saved: {why}. Choose another place.").format(why=problem.strerror))
        else:
            self.told.setText(self.tr("Saved: {file}").format(file=path))

    def choose_refused(self) -> None:
        """Ask where the refused lines go; of several lists they are those of the first that has any."""
        files = [file for file in self.report.files if file.lines]
        dialog = QFileDialog(self, self.tr("Save refused lines"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("CSV (*.csv)")
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("refused-lines.csv")
        dialog.fileSelected.connect(lambda path: self.save_refused(files[0].path, files[0].lines, path))
        dialog.open()

    def save_refused(self, path: str, lines: tuple[tuple[int, str], ...], to: str) -> None:
        """Write refused lines with the reason of each, to be mended and imported again."""
        self._context.jobs.run(
            "services.csv_files.save_refused", SaveRefused(path, lines, to), owner=self,
            done=lambda done: self.told.setText(self.tr("Saved: {file}").format(file=done.path)),
            failed=lambda error: self.told.setText(sentence(error, self._context.formatting)),
        )  # fmt: skip

    def _go_on(self) -> None:
        self.accept()
        self.import_wanted.emit()
