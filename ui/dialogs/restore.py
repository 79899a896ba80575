"""Restore a backup while somebody is signed in: into a new file beside the one in use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from icm_desktop.contracts.keeping import Restored, RestoreRequest
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.restore_form import RestoreForm


class RestoreDialog(QDialog):
    """Stays open while it works; the status bar has Cancel."""

    restored = Signal(object)  # Restored

    def __init__(self, context: AppContext, backup: Path, target: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Restore a backup"))
        self.form = RestoreForm(backup, target, self._run, signs_in=False)
        self.form.restored.connect(self._done)
        self.form.left.connect(self.reject)
        column = QVBoxLayout(self)
        margin = context.theme.px(20)
        column.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(self.form)
        room = parent.window().size()
        self.resize(min(context.theme.px(600), room.width() - 16), min(context.theme.px(520), room.height() - 16))
        self.form.user.setFocus()

    def _run(
        self, request: RestoreRequest, done: Callable[[Restored], object], failed: Callable[[UserError], object]
    ) -> None:
        label = self.tr("Restore")
        jobs = self._context.jobs
        jobs.run("services.backups.restore", request, owner=self, done=done, failed=failed, lane="long", label=label)

    def _done(self, made: Restored) -> None:
        self.restored.emit(made)
        self.accept()
