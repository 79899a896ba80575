"""Export everything, so that the practice can leave: where to, how far it is, stop, and what was written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from icm_desktop.contracts.record_export import ExportPractice, PracticeExported
from ui.context import AppContext
from ui.dialogs.long_work import LongWorkDialog
from ui.feedback import Level
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel


class ExportPracticeDialog(LongWorkDialog):
    """`ask_folder` asks where to (tests give their own)."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, "download", parent)
        self.start_button.setText(self.tr("&Export…"))
        self.ask_folder: Callable[[], Path | None] = self._ask_folder
        self.setWindowTitle(self.tr("Export everything"))
        self.tables = QCheckBox(self.tr("&Tables (CSV) and documents too, not only FHIR"))
        self.tables.setChecked(True)
        self._lay_out()
        self.show_state()
        self.start_button.setFocus()

    def _lay_out(self) -> None:
        theme = self._context.theme
        self.tables.setMinimumHeight(theme.px(28))
        told = self.tr(
            "Everything this practice has, in forms other programs read: FHIR R4 line by line, tables, documents, and "
            "a manifest with counts and digests. Notes given to a person by name stay here."
        )
        warning = self.tr(
            "Nothing of it is encrypted: put it where nobody else comes, and delete it when it is not needed."
        )
        self.column.addWidget(Text("body", told, wrap=True))
        self.column.addWidget(ShapeLabel(Level.CAUTION, warning, self))
        self.column.addWidget(self.tables)
        self.add_progress(self.tr("How far the export is"), stretch=True)
        self.resize(theme.px(600), theme.px(320))

    def choosing(self) -> tuple[QWidget, ...]:
        return (self.tables,)

    def counted(self, done: int, total: int) -> str:
        words = self.tr("{done} of {total} records and tables").format(done=f"{done:,}", total=f"{total:,}")
        return words if total else self.tr("Looking at what there is…")

    def start(self) -> None:
        """Ask where to, then export in the long lane."""
        folder = None if self._running else self.ask_folder()
        if folder is not None:
            request = ExportPractice(str(folder), self.tables.isChecked())
            self.run("services.practice_exports.export", request, self._done, self.tr("Export everything"))

    def _done(self, made: PracticeExported) -> None:
        words = self.tr("{patients} in {files} files were written to {folder}. Digest of the manifest: {digits}.")
        patients = self.tr("%n patients", "", made.patients)
        told = words.format(
            patients=patients, files=f"{len(made.files) + 1:,}", folder=Path(made.folder).name, digits=made.sha256[:16]
        )
        self.say(told, "good")
        self.show()
        self.start_button.setFocus()

    def _ask_folder(self) -> Path | None:
        name = f"practice-{self._context.formatting.today().isoformat()}"
        chosen, _kind = QFileDialog.getSaveFileName(self, self.tr("New folder outside the encrypted record"), name)
        return Path(chosen) if chosen else None
