"""Long work with a dialog of its own: how far it is, stop, hide and go on, and what came of it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from icm_desktop.errors import JobCancelled, UserError
from ui.context import AppContext
from ui.jobs import Job
from ui.messages import sentence
from ui.widgets.buttons import Button
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel


class LongWorkDialog(QDialog):
    """Runs beside the work: hiding it lets the work go on.

    A dialog names `start_button`, puts its own parts into `column`, then calls `add_progress`; `choosing` are the parts
    that rest while it runs, `counted` words how far it is.
    """

    def __init__(self, context: AppContext, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None
        self._running = False
        self.message = ShapeLabel(parent=self)
        self.message.hide()
        self.bar, self.far = QProgressBar(), Text("body", tone="text_2")
        self.start_button = Button("", icon, primary=True)
        self.stop_button = Button(QCoreApplication.translate("LongWorkDialog", "&Stop"))
        self.hide_button = Button(QCoreApplication.translate("LongWorkDialog", "Close"))
        theme = context.theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        self.column.setSpacing(theme.px(10))
        self.start_button.clicked.connect(lambda _on=False: self.start())
        self.stop_button.clicked.connect(lambda _on=False: self.stop())
        self.hide_button.clicked.connect(lambda _on=False: self.hide())

    def add_progress(self, name: str, *, stretch: bool = False) -> None:
        """Add the message, how far it is, and the buttons; `name` says to a screen reader what the bar is of."""
        self.bar.setAccessibleName(name)
        for part in (self.message, self.bar, self.far):
            self.column.addWidget(part)
        if stretch:
            self.column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.stop_button, self.hide_button, self.start_button):
            foot.addWidget(button)
        self.column.addLayout(foot)

    # what a dialog says of itself

    @abstractmethod
    def choosing(self) -> tuple[QWidget, ...]:
        """What is chosen before it starts."""

    @abstractmethod
    def counted(self, done: int, total: int) -> str:
        """How far it is; `total` 0 while nobody knows."""

    @abstractmethod
    def start(self) -> None:
        """Begin."""

    # running

    def show_state(self) -> None:
        """Enable what makes sense now."""
        for part in (*self.choosing(), self.start_button):
            part.setEnabled(not self._running)
        for part in (self.bar, self.far, self.stop_button):
            part.setVisible(self._running)
        self.hide_button.setText(
            QCoreApplication.translate("LongWorkDialog", "Hide and go on working")
            if self._running
            else QCoreApplication.translate("LongWorkDialog", "Close")
        )

    def run(self, name: str, request: object, done: Callable[[Any], None], label: str) -> None:
        """Run a use case in the long lane."""
        self._running = True
        self.say("")
        self._progress(0, 0)
        self.show_state()
        self.hide_button.setFocus()

        def ended(result: Any) -> None:
            self._ended()
            done(result)

        self._job = self._context.jobs.run(
            name, request, owner=self, done=ended, failed=self.failed, progress=self._progress, lane="long",
            label=label,
        )  # fmt: skip

    def stop(self) -> None:
        """Stop at the next step; nothing of it is kept."""
        if self._job is not None and self._running:
            self.far.setText(QCoreApplication.translate("LongWorkDialog", "Stopping…"))
            self._job.cancel()

    def _progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.far.setText(self.counted(done, total))

    def _ended(self) -> None:
        self._running, self._job = False, None
        self.show_state()

    def failed(self, error: UserError) -> None:
        """Show why it did not happen; the dialog comes back when it was hidden."""
        self._ended()
        self.say(sentence(error, self._context.formatting), "info" if isinstance(error, JobCancelled) else "high")
        self.show()
        self.start_button.setFocus()

    def say(self, words: str, level: str = "high") -> None:
        """Show a sentence; "" hides it."""
        self.message.say(level, words)
        self.message.setVisible(bool(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter starts; Escape hides, and what runs goes on."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.start()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
