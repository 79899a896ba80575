"""Asks what a backup is restored into and what opens it; used before anybody signed in and from the File menu."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.keeping import Restored, RestoreRequest
from icm_desktop.errors import UserError
from ui import messages
from ui.sign_in import CODE_WANTED, ONE_TIME_CODE, PasswordEdit
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.one_time_code import OneTimeCodeEdit
from ui.widgets.scroll import scrolling
from ui.widgets.shape_label import ShapeLabel

SUFFIX = ".icm"
Run = Callable[[RestoreRequest, Callable[[Restored], object], Callable[[UserError], object]], object]


class RestoreForm(QWidget):
    """The backup is only read; the records come back in a new file.

    Args:
        backup: The backup's file.
        target: The new file, as a proposal.
        run: Does it (a worker before sign-in, a job after); gets the request and what to call then.
        signs_in: Whether somebody signs in to the new file at once: with the printed code that takes a new password.
    """

    restored = Signal(object)  # Restored
    look_wanted = Signal()  # only look at the backup: nothing is restored
    left = Signal()

    def __init__(
        self, backup: Path, target: Path, run: Run, *, signs_in: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._backup, self._run, self._signs_in = backup, run, signs_in
        self._busy = False
        self.made: Restored | None = None
        self.by_code = False
        self.title = Text("display", self.tr("Restore a backup"), wrap=True, parent=self)
        words = self.tr(
            "The backup is only read, and no other file is touched: its records come back in a new file, checked from "
            "the first page to the last."
        )
        self.sentence = Text("body", words, tone="text_2", wrap=True, parent=self)
        self.from_line = Text("body", self.tr("Backup: {file}").format(file=str(backup)), wrap=True, parent=self)
        self.target, self.user, self.code = QLineEdit(str(target), self), QLineEdit(self), QLineEdit(self)
        self.password, self.one_time = PasswordEdit(self), OneTimeCodeEdit(self)
        self.browse = Button(self.tr("&Choose a place…"), "folder-open", self)
        self.other_way = Button(parent=self)
        self.message = ShapeLabel(parent=self)
        self.message.hide()
        self.go = Button(self.tr("Re&store"), parent=self, primary=True)
        self.back = Button(self.tr("Cancel"), parent=self)
        self.look = Button(self.tr("Only &look, read-only"), "eye", self)
        self.look.setVisible(signs_in)
        self._lay_out()
        self._wire()
        self.use_code(on=False)

    def _lay_out(self) -> None:
        theme = Theme.current()
        self._target_field = FormField(self.tr("&New file"), self.target, required=True, check=self._check_target)
        self._user_field = FormField(self.tr("&User name"), self.user)
        hint = self.tr("From the printed sheet, groups of four.")
        self._code_field = FormField(self.tr("&Recovery code"), self.code, hint=hint)
        self._password_field = FormField("x", self.password)
        hint = self.tr("Six digits of your authenticator app.")
        self._one_time_field = FormField(self.tr("&Code of the app"), self.one_time, hint=hint)
        self._one_time_field.hide()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(10))
        for widget in (self.title, self.sentence, self.from_line, self._target_field):
            column.addWidget(widget)
        column.addLayout(_row(self.browse))
        for widget in (self._code_field, self._user_field, self._password_field, self._one_time_field):
            column.addWidget(widget)
        column.addLayout(_row(self.other_way))
        column.addWidget(self.message)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.look)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.go)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside), 1)
        whole.addLayout(buttons)
        for edit in (self.target, self.user, self.password, self.code):
            edit.setMinimumHeight(theme.px(32))

    def _wire(self) -> None:
        self.browse.clicked.connect(self._ask_place)
        self.other_way.clicked.connect(lambda: self.use_code(on=not self.by_code))
        self.go.clicked.connect(self.submit)
        self.back.clicked.connect(self.left)
        self.look.clicked.connect(self.only_look)
        for edit in (self.password, self.one_time):
            edit.returnPressed.connect(self.submit)

    def use_code(self, *, on: bool) -> None:
        """Open the backup with the printed code, or with a password as it was when the backup was made."""
        self.by_code = on
        needs_password = not on or self._signs_in
        self._code_field.setVisible(on)
        self._user_field.setVisible(needs_password)
        self._password_field.setVisible(needs_password)
        self._one_time_field.hide()
        self._password_field.set_label(self.tr("New &password") if on else self.tr("&Password when it was made"))
        self.other_way.setText(self.tr("Use a pass&word") if on else self.tr("Use the prin&ted recovery code"))
        (self.code if on else self.user).setFocus()

    def submit(self) -> None:
        """Restore; when that was done before and only signing in failed, go on from there."""
        if self._busy:
            return
        if self.made is not None:
            self._set_busy(True)
            self.restored.emit(self.made)
            return
        if self._target_field.problem() or not self._is_complete():
            return
        self._set_busy(True)
        code = self.code.text().strip() if self.by_code else None
        password = "" if self.by_code else self.password.text()
        request = RestoreRequest(str(self._backup), str(self.path()), self.user.text().strip(), password, code)
        self._run(request, self._done, self.refuse)

    def only_look(self) -> None:
        """In an emergency: the schedule, charts and plans as they were, at once; nothing is written."""
        named = self.user.text().strip() and (self.code.text().strip() if self.by_code else self.password.text())
        if self._busy or self.made is not None:
            return
        if not named:
            opens = self.tr("the recovery code") if self.by_code else self.tr("the password")
            self._tell("high", self.tr("Type the user name and {what}.").format(what=opens))
            (self.user if not self.user.text().strip() else self.code if self.by_code else self.password).setFocus()
            return
        self._set_busy(True)
        self.look_wanted.emit()

    def path(self) -> Path:
        """The new file, with its ending."""
        path = Path(self.target.text().strip()).expanduser()
        return path if path.suffix else path.with_suffix(SUFFIX)

    def refuse(self, error: UserError) -> None:
        """Say what is wrong."""
        self._set_busy(False)
        told = messages.sentence(error)
        if error.code in {"db.exists", "db.shared_folder"}:
            self._target_field.show_problem(told)
            self.target.setFocus()
        else:
            self._tell("info" if error.code == CODE_WANTED else "high", told)
        if error.field == ONE_TIME_CODE:
            self._one_time_field.show()
            self.one_time.selectAll()
            self.one_time.setFocus()

    def _done(self, made: Restored) -> None:
        self._set_busy(self._signs_in)
        self.made = made
        for widget in (self.target, self.browse):
            widget.setEnabled(False)
        self.restored.emit(made)

    def _is_complete(self) -> bool:
        missing = [edit for edit in (self.code, self.user, self.password)
                   if edit.isVisibleTo(self) and not edit.text().strip()]  # fmt: skip
        if missing:
            self._tell("high", self.tr("Fill in every field."))
            missing[0].setFocus()
        return not missing

    def _check_target(self) -> str:
        if not self.target.text().strip():
            return self.tr("Choose where the new file should be.")
        if self.made is None and self.path().exists():
            return self.tr("There is a file of this name already. Choose another name.")
        return ""

    def _tell(self, level: str, words: str) -> None:
        self.message.say(level, words)
        self.message.show()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.go.setEnabled(not busy)
        self.go.setText(self.tr("Restoring…") if busy else self.tr("Re&store"))
        if busy:
            self._tell("info", self.tr("Reading and checking. This can take a few minutes."))
        else:
            self.message.hide()

    def _ask_place(self) -> None:
        dialog = QFileDialog(self, self.tr("Where the restored records are kept"), str(self.path().parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("ICM Desktop practice") + f" (*{SUFFIX})")
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(self.path().name)
        dialog.fileSelected.connect(self.target.setText)
        dialog.open()


def _row(button: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    return row
