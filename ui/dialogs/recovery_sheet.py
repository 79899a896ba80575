"""A fresh recovery code after the old one was used: the same step as in the first run, and no way past it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from icm_desktop.contracts.keeping import SheetRequest
from icm_desktop.errors import UserError
from ui.jobs import Jobs
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.wizard.recovery import RecoveryStep


class RecoverySheet(QDialog):
    """Accepted when the last four groups were typed back."""

    def __init__(self, jobs: Jobs, code: str, practice: str, file: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.setWindowTitle(self.tr("The new recovery code"))
        self.setModal(True)
        self.step = RecoveryStep(self._make, self)
        self.step.show_code(code, practice, file)
        self.done_button = Button(self.tr("&Done"), parent=self, primary=True)
        self.done_button.clicked.connect(self._finish)
        self.step.typed.returnPressed.connect(self._finish)
        column = QVBoxLayout(self)
        column.addWidget(self.step)
        column.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(Theme.current().px(620), Theme.current().px(460))

    def _make(
        self, request: SheetRequest, done: Callable[[bytes], object], failed: Callable[[UserError], object]
    ) -> None:
        self._jobs.run("reports.recovery_sheet.render", request, owner=self, done=done, failed=failed)

    def _finish(self) -> None:
        if not self.step.problems():
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
