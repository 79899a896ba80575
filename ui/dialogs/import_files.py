"""Import: choose files and folders, look first if one likes, watch how far it is, stop it, read what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QListWidget,
    QWidget,
)

from icm_desktop.contracts.exchange import ImportReport, ImportRequest
from ui.context import AppContext
from ui.dialogs.csv_lists import CsvLists, is_list
from ui.dialogs.import_report import ImportReportDialog
from ui.dialogs.long_work import LongWorkDialog
from ui.feedback import Level
from ui.widgets.buttons import Button
from ui.widgets.labels import Text

_IMPORT = "services.exchange.import_files"


class ImportDialog(LongWorkDialog):
    """The report comes when it is done."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, "import", parent)
        self._again_of: int | None = None
        self.report: ImportReportDialog | None = None
        self.lists = CsvLists(context, self)
        self.setWindowTitle(self.tr("Import"))
        self.setAcceptDrops(True)
        self.files = QListWidget()
        self.preview = QCheckBox(self.tr("&Preview only: read and report, save nothing"))
        self._lay_out()
        self._wire()
        self.resize(context.theme.px(600), context.theme.px(400))
        self.show_state()
        self._add_files_button.setFocus()

    # putting together

    def _lay_out(self) -> None:
        theme = self._context.theme
        self.files.setAccessibleName(self.tr("Files and folders to import"))
        self.files.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.preview.setMinimumHeight(theme.px(28))
        hint = self.tr(
            "FHIR (JSON, NDJSON, XML), C-CDA documents, HL7 v2 messages, and lists of patients or visits in CSV. "
            "A folder is one import: its files may refer to each other."
        )
        self.column.addWidget(Text("body", hint, wrap=True, tone="text_2"))
        self.column.addLayout(self._chooser(), 1)
        self.column.addWidget(self.preview)
        self.add_progress(self.tr("How far the import is"))

    def _chooser(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self._context.theme.px(8))
        self._add_files_button = Button(self.tr("Add &files…"), "file-plus")
        self._add_folder_button = Button(self.tr("Add f&older…"), "folder-open")
        self._remove_button = Button(self.tr("&Remove"), "x")
        self._columns_button = Button(self.tr("&Columns…"), "list")
        self._columns_button.setToolTip(self.tr("What the columns of the chosen list mean"))
        buttons = (self._add_files_button, self._add_folder_button, self._remove_button, self._columns_button)
        grid.addWidget(self.files, 0, 0, len(buttons) + 1, 1)
        for row, button in enumerate(buttons):
            grid.addWidget(button, row, 1)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(buttons), 1)
        return grid

    def _wire(self) -> None:
        self._add_files_button.clicked.connect(lambda _on=False: self.choose_files())
        self._add_folder_button.clicked.connect(lambda _on=False: self.choose_folder())
        self._remove_button.clicked.connect(lambda _on=False: self.remove_selected())
        self._columns_button.clicked.connect(lambda _on=False: self.show_columns())
        self.files.itemSelectionChanged.connect(self.show_state)
        self.preview.toggled.connect(lambda _on: self.show_state())

    def choosing(self) -> tuple[QWidget, ...]:
        return self.files, self.preview, self._add_files_button, self._add_folder_button

    def show_state(self) -> None:
        """Name the main button after what it does."""
        super().show_state()
        self._remove_button.setEnabled(not self._running and bool(self.files.selectedItems()))
        self._columns_button.setEnabled(not self._running and self._chosen_list() is not None)
        self.start_button.setEnabled(not self._running and self.files.count() > 0)
        self.start_button.setText(self.tr("&Preview") if self.preview.isChecked() else self.tr("&Import"))

    def counted(self, done: int, total: int) -> str:
        words = self.tr("{done} of {total} entries").format(done=f"{done:,}", total=f"{total:,}")
        return words if total else self.tr("Looking through the files…")

    # what to import

    def paths(self) -> tuple[str, ...]:
        """The files and folders chosen, in order."""
        return tuple(self.files.item(row).text() for row in range(self.files.count()))

    def add(self, paths: list[str]) -> None:
        """Add files or folders; one that is there already is not added twice."""
        self.files.addItems([path for path in dict.fromkeys(paths) if path not in self.paths()])
        if self.files.count():
            self.files.setCurrentRow(self.files.count() - 1)
        self.say("")
        self.show_state()
        self.start_button.setFocus()

    def read_again(self, paths: tuple[str, ...], import_id: int) -> None:
        """Begin with the files that failed in an import; it is no failure any more once they were read."""
        self._again_of = import_id
        self.add(list(paths))

    def choose_files(self) -> None:
        """Ask for files."""
        dialog = QFileDialog(self, self.tr("Files to import"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                self.tr("Health records") + " (*.json *.ndjson *.jsonl *.xml *.ccd *.cda *.csv *.hl7)",
                self.tr("All files") + " (*)",
            ]
        )
        dialog.filesSelected.connect(self.add)
        dialog.open()

    def choose_folder(self) -> None:
        """Ask for a folder."""
        dialog = QFileDialog(self, self.tr("Folder to import"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.filesSelected.connect(self.add)
        dialog.open()

    def remove_selected(self) -> None:
        """Take the selected ones off the list."""
        for item in self.files.selectedItems():
            self.files.takeItem(self.files.row(item))
        self.show_state()

    def _chosen_list(self) -> str | None:
        chosen = [item.text() for item in self.files.selectedItems()]
        return chosen[0] if len(chosen) == 1 and is_list(chosen[0]) else None

    def show_columns(self) -> None:
        """Show what the columns of the chosen list mean, to put it right."""
        path = self._chosen_list()
        if path is not None:
            self.lists.change(path, self.failed)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not self._running:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files dropped here are the same as files chosen with the button."""
        self.add([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])

    # running

    def start(self, *, preview: bool | None = None) -> None:
        """Run the import, or the preview, in the long lane."""
        if self._running or not self.files.count():
            return
        self.say("")
        self.lists.ask(self.paths(), lambda: self._run(preview=preview))

    def _run(self, *, preview: bool | None) -> None:
        if self._running:
            return
        dry_run = self.preview.isChecked() if preview is None else preview
        request = ImportRequest(self.paths(), dry_run, self.lists.mappings(self.paths()), self._again_of)
        self.run(_IMPORT, request, self._done, self.tr("Import"))

    def _done(self, report: ImportReport) -> None:
        self.hide()
        self.report = ImportReportDialog(self._context, report, self.parentWidget())
        self.report.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.report.import_wanted.connect(self._import_for_good)
        self.report.show()
        self.report.activateWindow()
        if report.id is not None and (report.matches or report.differences):
            told = self.tr("What came in has questions: who somebody is, or which value is right.")
            self._context.feedback.offer(told, "exchange.show", Level.CAUTION)

    def _import_for_good(self) -> None:
        self.preview.setChecked(False)
        self.show()
        self.start(preview=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes a line off the list."""
        if event.key() == Qt.Key.Key_Delete and self.files.hasFocus():
            self.remove_selected()
        else:
            super().keyPressEvent(event)
