"""When the records get their new key, how far it is, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from icm_desktop.contracts.access import KeyChanged, KeyState
from icm_desktop.errors import UserError
from ui import messages
from ui.context import AppContext
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel


class KeyChangeDialog(QDialog):
    """Now, at the end of the day, or later; while it runs the window waits, and everything typed stays."""

    def __init__(self, context: AppContext, state: KeyState, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._state, self._running = context, state, False
        self.setWindowTitle(self.tr("New key for the records"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme = Theme.current()
        column = QVBoxLayout(self)
        margin = theme.px(24)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px(12))
        self.explained = Text("body", self._explained(), wrap=True, parent=self)
        self.older = Text("body", self._of_backups(), wrap=True, tone="text_2", parent=self)
        self.status = ShapeLabel(parent=self)
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(self.windowTitle())
        self.bar.hide()
        for widget in (self.explained, self.older, self.status, self.bar):
            column.addWidget(widget)
        column.addStretch(1)
        self.later = Button(self.tr("&Later"), parent=self)
        self.at_close = Button(self.tr("When the program is &closed today"), parent=self)
        self.now = Button(self.tr("Change the key &now"), parent=self, primary=True)
        self.done_button = Button(self.tr("Close"), parent=self, primary=True)
        self.done_button.hide()
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.later, self.at_close, self.now, self.done_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column.addLayout(foot)
        self.later.clicked.connect(self.reject)
        self.at_close.clicked.connect(self._wait_for_close)
        self.now.clicked.connect(self._begin)
        self.done_button.clicked.connect(self.accept)
        self._show_standing()
        self.setMinimumWidth(theme.px(600))
        self._fit()
        (self.now if self.now.isEnabled() else self.later).setFocus()

    def _fit(self) -> None:
        """As high as its sentences at this width."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            width = max(self.minimumWidth(), layout.sizeHint().width())
            self.resize(width, layout.totalHeightForWidth(width))

    def _explained(self) -> str:
        return self.tr(
            "Somebody who left may have kept a copy of the file with the keys. With a new key their password opens no "
            "record that is written from now on. Everybody else goes on with the password they have, and the recovery "
            "code on the sheet stays the same. Nobody can work while the records are encrypted anew and checked."
        )

    def _of_backups(self) -> str:
        return self.tr(
            "Backups made before keep the key of their time: they open with the passwords and the recovery code of "
            "then, also for whoever left. Keep them where only you can reach them."
        )

    def _show_standing(self) -> None:
        state = self._state
        if not state.recovery_ready:
            words = self.tr(
                "First type the recovery code once (Tools, Check the recovery code), so that the sheet opens the "
                "records afterwards too."
            )
            self.status.say("high", words)
            self.now.setEnabled(False)
            self.at_close.setEnabled(False)
        elif state.waiting:
            words = self.tr(
                "These people have not signed in since the program was brought up to date, and will need a new "
                "password from you (Admin, Users): {names}"
            )
            self.status.say("caution", words.format(names=", ".join(state.waiting)))
        elif state.due_since is not None:
            when = self._context.formatting.date(state.due_since)
            self.status.say("caution", self.tr("Due since {day}.").format(day=when))
        elif state.changed_at is not None:
            when = self._context.formatting.date(state.changed_at)
            self.status.say("good", self.tr("The records got their last new key on {day}.").format(day=when))
        else:
            self.status.hide()

    def _begin(self) -> None:
        self._running = True
        self._hide_choice()
        self.status.hide()
        self.bar.setRange(0, 0)
        self.bar.show()
        self._context.jobs.change_key(self._changed, self._refused, self._tell).ended.connect(self._stop)

    def _hide_choice(self) -> None:
        for button in (self.later, self.at_close, self.now):
            button.hide()

    def _tell(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _changed(self, result: KeyChanged) -> None:
        words = self.tr("The records have a new key. Make a backup now: the older ones still have the old key.")
        level = "good"
        if result.left_out:
            level = "caution"
            told = self.tr("These people need a new password from you (Admin, Users): {names}")
            words = f"{words} {told.format(names=', '.join(result.left_out))}"
        self._end(level, words)

    def _refused(self, error: UserError) -> None:
        self._end("high", messages.sentence(error))

    def _stop(self) -> None:
        """It ended, whatever came of it: the dialog can be closed."""
        self._running = False
        self.bar.hide()
        self.done_button.show()
        self.done_button.setFocus()

    def _end(self, level: str, words: str) -> None:
        self.explained.hide()
        self.older.hide()
        self.status.say(level, words)
        self.status.show()
        self._fit()

    def _wait_for_close(self) -> None:
        self._context.jobs.run("services.access.change_key_at_close", True, owner=None)
        self.accept()

    def reject(self) -> None:
        """Not while it runs."""
        if not self._running:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._running:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._running:
            event.ignore()
        else:
            super().closeEvent(event)
