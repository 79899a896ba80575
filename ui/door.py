"""The window before anybody is signed in: the sign-in screen or the first run, beside the name of the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.sign_in import SignInForm
from ui.theme import Theme

if TYPE_CHECKING:
    from icm_desktop.contracts.keeping import Restored
    from ui.restore_form import RestoreForm
    from ui.wizard.wizard import Wizard
    from ui.workers import Workers

_SIDE = 300
SUFFIX = ".icm"


class _Side(QWidget):
    """The dark panel at the left."""

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = Theme.current(), QPainter(self)
        painter.fillRect(self.rect(), theme.colour("rail"))
        painter.setPen(theme.colour("rail_text"))
        room = self.rect().adjusted(theme.px(32), theme.px(48), -theme.px(24), 0)
        painter.setFont(theme.font("display"))
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap), "ICM Desktop")
        used = painter.boundingRect(room, int(Qt.TextFlag.TextWordWrap), "ICM Desktop")
        painter.setFont(theme.font("section"))
        below = QRect(room.left(), used.bottom() + theme.px(16), room.width(), room.height())
        words = self.tr("One shared plan for every patient: who does what next, and when.")
        painter.drawText(below, int(Qt.TextFlag.TextWordWrap), words)


class Door(QWidget):
    """Shows one of the two ways in."""

    signed_in = Signal(object)  # SignedIn
    finished = Signal(object)  # wizard.Finished
    sample_wanted = Signal()
    language_chosen = Signal(str)
    database_chosen = Signal(str)
    restore_done = Signal(object)  # SignIn: how to go into the restored practice, or to look at the backup itself
    closed = Signal()

    def __init__(self, workers: Workers) -> None:
        super().__init__()
        self.setObjectName("door")
        self.setWindowTitle("ICM Desktop")
        self._workers = workers
        self.form: SignInForm | None = None
        self.wizard: Wizard | None = None
        self.restoring: RestoreForm | None = None
        theme = Theme.current()
        self._side = _Side(self)
        self._inner = QVBoxLayout()
        margin = theme.px(48)
        self._inner.setContentsMargins(margin, margin, margin, theme.px(24))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addLayout(self._inner, 1)
        self.resize(theme.px(1040), theme.px(680))
        theme.theme_changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """The dark panel gives way when the text is large for the window."""
        theme = Theme.current()
        self._side.setFixedWidth(theme.px(_SIDE))
        self._side.setVisible(self.width() >= theme.px(_SIDE + 560))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def ask(self, database: Path, user: str = "", hint: str = "") -> SignInForm:
        """Show the sign-in screen for a practice."""
        self._clear()
        form = SignInForm(self._workers, database, parent=self)
        form.setMaximumWidth(Theme.current().px(560))
        form.show_hint(hint)
        form.signed_in.connect(self.signed_in)
        form.another_wanted.connect(self._ask_file)
        form.new_wanted.connect(lambda: self.database_chosen.emit(""))
        self._inner.addStretch(1)
        self._inner.addWidget(form)
        self._inner.addStretch(2)
        form.show_user(user)
        self.form = form
        return form

    def begin(self, file: Path, language: str, *, can_leave: bool) -> Wizard:
        """Show the first run."""
        from ui.wizard.wizard import Wizard

        self._clear()
        wizard = Wizard(self._workers, file, language, can_leave=can_leave, parent=self)
        wizard.setMaximumWidth(Theme.current().px(680))
        wizard.finished.connect(self.finished)
        wizard.sample_wanted.connect(self.sample_wanted)
        wizard.existing_chosen.connect(self.database_chosen)
        wizard.language_chosen.connect(self.language_chosen)
        self._inner.addWidget(wizard, 1)
        self.wizard = wizard
        return wizard

    def restore(self, backup: Path, target: Path) -> RestoreForm:
        """A backup was chosen: ask where its records go and what opens it."""
        from ui.restore_form import RestoreForm

        self._clear()
        form = RestoreForm(backup, target, self._workers.restore, parent=self)
        form.setMaximumWidth(Theme.current().px(680))
        form.restored.connect(self._go_in)
        form.look_wanted.connect(lambda: self._look(backup))
        self._inner.addWidget(form, 1)
        self.restoring = form
        form.user.setFocus()
        return form

    def _go_in(self, made: Restored) -> None:
        self._sign_in_as_restored(Path(made.database), read_only=False)

    def _look(self, backup: Path) -> None:
        self._sign_in_as_restored(backup, read_only=True)

    def _sign_in_as_restored(self, file: Path, *, read_only: bool) -> None:
        from icm_desktop.contracts.access import SignIn

        form = self.restoring
        if form is not None:
            recovery = form.code.text().strip() if form.by_code else None
            user, password, code = form.user.text().strip(), form.password.text(), form.one_time.code() or None
            request = SignIn(str(file), user, password, recovery_code=recovery, read_only=read_only, code=code)
            self.restore_done.emit(request)

    def _clear(self) -> None:
        while (item := self._inner.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, QWidget):
                widget.hide()
                widget.deleteLater()
        self.form = self.wizard = self.restoring = None

    def _ask_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self, self.tr("Open a practice"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("ICM Desktop practice") + f" (*{SUFFIX})", self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(self.database_chosen)
        dialog.open()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
