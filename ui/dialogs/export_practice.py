"""Export everything, so that the practice can leave: where to, how far it is, stop, and what was written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from icm_desktop.contracts.record_export import ExportPractice, PracticeExported
from icm_desktop.errors import JobCancelled, UserError
from ui.context import AppContext
from ui.feedback import Level
from ui.jobs import Job
from ui.messages import sentence
from ui.widgets.buttons import Button
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel

_EXPORT = "services.practice_exports.export"


class ExportPracticeDialog(QDialog):
    """Runs beside the work: hiding it lets the export go on. `ask_folder` asks where to (tests give their own)."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None
        self._running = False
        self.ask_folder: Callable[[], Path | None] = self._ask_folder
        self.setWindowTitle(self.tr("Export everything"))
        self.tables = QCheckBox(self.tr("&Tables (CSV) and documents too, not only FHIR"))
        self.tables.setChecked(True)
        self.message = ShapeLabel(parent=self)
        self.message.hide()
        self.bar, self.far = QProgressBar(), Text("body", tone="text_2")
        self.start_button = Button(self.tr("&Export…"), "download", primary=True)
        self.stop_button = Button(self.tr("&Stop"))
        self.hide_button = Button(self.tr("Close"))
        self._lay_out()
        self.start_button.clicked.connect(lambda _on=False: self.start())
        self.stop_button.clicked.connect(lambda _on=False: self.stop())
        self.hide_button.clicked.connect(lambda _on=False: self.hide())
        self._show_state()
        self.start_button.setFocus()

    def _lay_out(self) -> None:
        theme = self._context.theme
        self.bar.setAccessibleName(self.tr("How far the export is"))
        self.tables.setMinimumHeight(theme.px(28))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        column.setSpacing(theme.px(10))
        told = self.tr(
            "Everything this practice has, in forms other programs read: FHIR R4 line by line, tables, documents, and "
            "a manifest with counts and digests. Notes given to a person by name stay here."
        )
        warning = self.tr(
            "Nothing of it is encrypted: put it where nobody else comes, and delete it when it is not needed."
        )
        column.addWidget(Text("body", told, wrap=True))
        column.addWidget(ShapeLabel(Level.CAUTION, warning, self))
        for part in (self.tables, self.message, self.bar, self.far):
            column.addWidget(part)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.stop_button, self.hide_button, self.start_button):
            foot.addWidget(button)
        column.addLayout(foot)
        self.resize(theme.px(600), theme.px(320))

    def _show_state(self) -> None:
        choosing: tuple[QWidget, ...] = (self.tables, self.start_button)
        running: tuple[QWidget, ...] = (self.bar, self.far, self.stop_button)
        for part in choosing:
            part.setEnabled(not self._running)
        for part in running:
            part.setVisible(self._running)
        self.hide_button.setText(self.tr("Hide and go on working") if self._running else self.tr("Close"))

    def start(self) -> None:
        """Ask where to, then export in the long lane."""
        folder = None if self._running else self.ask_folder()
        if folder is None:
            return
        self.say("")
        request = ExportPractice(str(folder), self.tables.isChecked())
        self._progress(0, 0)
        self._running = True
        self._show_state()
        self.hide_button.setFocus()
        self._job = self._context.jobs.run(
            _EXPORT, request, owner=self, done=self._done, failed=self._failed, progress=self._progress, lane="long",
            label=self.tr("Export everything"),
        )  # fmt: skip

    def stop(self) -> None:
        """Stop at the next step; nothing of it is kept."""
        if self._job is not None and self._running:
            self.far.setText(self.tr("Stopping…"))
            self._job.cancel()

    def _progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        words = self.tr("{done} of {total} records and tables").format(done=f"{done:,}", total=f"{total:,}")
        self.far.setText(words if total else self.tr("Looking at what there is…"))

    def _done(self, made: PracticeExported) -> None:
        self._ended()
        words = self.tr("{patients} in {files} files were written to {folder}. Digest of the manifest: {digits}.")
        patients = self.tr("%n patients", "", made.patients)
        told = words.format(
            patients=patients, files=f"{len(made.files) + 1:,}", folder=Path(made.folder).name, digits=made.sha256[:16]
        )
        self.say(told, "good")

    def _failed(self, error: UserError) -> None:
        self._ended()
        self.say(sentence(error, self._context.formatting), "info" if isinstance(error, JobCancelled) else "high")

    def _ended(self) -> None:
        self._running, self._job = False, None
        self._show_state()
        self.show()
        self.start_button.setFocus()

    def say(self, words: str, level: str = "high") -> None:
        """Show a sentence; "" hides it."""
        self.message.say(level, words)
        self.message.setVisible(bool(words))

    def _ask_folder(self) -> Path | None:
        name = f"practice-{self._context.formatting.today().isoformat()}"
        chosen, _kind = QFileDialog.getSaveFileName(self, self.tr("New folder outside the encrypted record"), name)
        return Path(chosen) if chosen else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape hides; an export goes on."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
