"""Signing in: which practice, who, the password; or the recovery code when the password is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.errors import UserError
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.one_time_code import OneTimeCodeEdit
from ui.widgets.shape_label import ShapeLabel

if TYPE_CHECKING:
    from icm_desktop.contracts.access import SignedIn, SignIn
    from ui.workers import Workers

_OLDER = "db.rolled_back"
_OLDER_VERSION = "db.older_schema"
CODE_WANTED, ONE_TIME_CODE = "access.code_wanted", "code"  # what is said first, and the field all about it names
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PasswordEdit(QLineEdit):
    """Hidden letters; tells when Caps Lock seems to be on."""

    caps_lock = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def reveal(self, shown: bool) -> None:
        """Show or hide the letters."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if len(text) == 1 and text.isalpha() and text.upper() != text.lower():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(text.isupper() != shift)
        super().keyPressEvent(event)


class SignInForm(QWidget):
    """Asks and signs in. `fixed_user` is the one who locked the window; another may still type a name.

    Whether somebody signs in with a code, too, is known when their password was right: then it is asked for.
    `ticket_of`: what a user gives instead who goes back to a session of their own.
    """

    signed_in = Signal(object)  # SignedIn
    another_wanted = Signal()
    new_wanted = Signal()
    grown = Signal()  # something more, or something longer, is to be read

    def __init__(
        self, workers: Workers, database: Path, *, locked: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workers, self._database, self._locked = workers, database, locked
        self._recovering = False
        self._busy = False
        self._request: SignIn | None = None
        self.ticket_of: Callable[[str], str | None] = lambda _user: None
        self.title = Text("display", parent=self)
        self.place = Text("body", tone="text_2", wrap=True, parent=self)
        self.hint = Text("body", tone="text_2", wrap=True, parent=self)
        self.user = QLineEdit(self)
        self.password = PasswordEdit(self)
        self.code, self.one_time = QLineEdit(self), OneTimeCodeEdit(self)
        self.show_password = QCheckBox(self.tr("&Show the password"), self)
        self.message = ShapeLabel(parent=self)
        self.open_button = Button(parent=self, primary=True)
        self.older_button = Button(self.tr("Go on with the older copy"), parent=self)
        self.recover_button = Button(self.tr("&Forgot the password?"), parent=self)
        self.another_button = Button(self.tr("&Another practice…"), parent=self)
        self.new_button = Button(self.tr("&New practice…"), parent=self)
        self._lay_out()
        self._wire()
        self.show_database(database)
        self._recover(False)

    def _lay_out(self) -> None:
        theme = Theme.current()
        self.user_field = FormField(self.tr("&User name"), self.user, parent=self)
        self.code_field = FormField(
            self.tr("&Recovery code"), self.code, hint=self.tr("From the printed sheet, groups of four."), parent=self
        )
        self.password_field = FormField(self.tr("&Password"), self.password, parent=self)
        hint = self.tr(
            "Six digits of your authenticator app. Without it: an administrator, or the recovery code (Forgot the "
            "password?)."
        )
        self.one_time_field = FormField(self.tr("&Code of the app"), self.one_time, hint=hint, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        for widget in (self.title, self.place, self.hint, self.user_field, self.code_field, self.password_field):
            column.addWidget(widget)
        column.addWidget(self.show_password)
        column.addWidget(self.one_time_field)
        column.addWidget(self.message)
        column.addWidget(self.open_button)
        column.addWidget(self.older_button)
        links = QHBoxLayout()
        links.addWidget(self.recover_button)
        links.addStretch(1)
        for button in (self.another_button, self.new_button):
            button.setVisible(not self._locked)
            links.addWidget(button)
        column.addLayout(links)
        for edit in (self.user, self.password, self.code):
            edit.setMinimumHeight(theme.px(32))
        for hidden in (self.message, self.older_button, self.one_time_field):
            hidden.hide()

    def _wire(self) -> None:
        self.show_password.toggled.connect(self.password.reveal)
        self.open_button.clicked.connect(self.submit)
        self.older_button.clicked.connect(lambda: self.submit(accept_older=True))
        self.recover_button.clicked.connect(lambda: self._recover(not self._recovering))
        self.another_button.clicked.connect(self.another_wanted)
        self.new_button.clicked.connect(self.new_wanted)
        self.password.caps_lock.connect(self._tell_caps_lock)
        self.user.textEdited.connect(self._forget_one_time)
        for edit in (self.user, self.password, self.code, self.one_time):
            edit.installEventFilter(self)

    def show_database(self, database: Path) -> None:
        """Turn to another practice's file."""
        self._database = database
        self.place.setText(self.tr("Practice file: {file}").format(file=str(database)))

    def show_user(self, name: str) -> None:
        """Fill in who signs in; the keyboard goes to what is missing."""
        self.user.setText(name)
        (self.password if name else self.user).setFocus()

    def show_hint(self, text: str) -> None:
        """A line under the title (the sample practice's password)."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def _forget_one_time(self) -> None:
        """Somebody else signs in, or by another way: whether they have a code is not known yet."""
        self.one_time.clear()
        self._ask_one_time(False)

    def _ask_one_time(self, on: bool) -> None:
        """The code is asked for; what was needed to get here makes room, so that large text fits the screen too."""
        self.one_time_field.setVisible(on)
        for before in (self.place, self.show_password):
            before.setVisible(not on)

    def _recover(self, on: bool) -> None:
        self._recovering = on
        self._forget_one_time()
        self.code_field.setVisible(on)
        self.password_field.label.setText(self.tr("New &password") if on else self.tr("&Password"))
        self.password.setAccessibleName(self.tr("New password") if on else self.tr("Password"))
        self.recover_button.setText(self.tr("&Back to the password") if on else self.tr("&Forgot the password?"))
        self.title.setText(self._title())
        self.open_button.setText(self._verb())
        self.hint.setVisible(bool(self.hint.text()))
        (self.code if on else self.password).setFocus()
        self.grown.emit()

    def _title(self) -> str:
        if self._recovering:
            return self.tr("Open with the recovery code")
        return self.tr("Locked") if self._locked else self.tr("Sign in")

    def _verb(self) -> str:
        if self._busy:
            return self.tr("Opening…")
        return self.tr("Un&lock") if self._locked and not self._recovering else self.tr("&Open")

    def submit(self, *, accept_older: bool = False, update: bool = False) -> None:
        """Ask the worker to open the practice; with `update` it is brought to this version's form first."""
        if self._busy and not update:
            return
        if not self.user.text().strip() or not self.password.text():
            self._tell(self.tr("Type the user name and the password."))
            (self.password if self.user.text().strip() else self.user).setFocus()
            return
        if self.one_time_field.isVisibleTo(self) and not self.one_time.is_whole():
            self._tell(self.tr("Type the six digits."))
            self.one_time.setFocus()
            return
        from icm_desktop.contracts.access import SignIn

        self._set_busy(True)
        request = SignIn(
            str(self._database),
            self.user.text().strip(),
            self.password.text(),
            recovery_code=self.code.text().strip() if self._recovering else None,
            accept_older=accept_older,
            update=update,
            code=self.one_time.code() or None,
            ticket=None if self._recovering else self.ticket_of(self.user.text().strip()),
        )
        self._request = request
        self._workers.sign_in(request, self._opened, self._refused)

    def _opened(self, session: SignedIn) -> None:
        self._set_busy(False)
        self._request = None
        self.password.clear()
        self.code.clear()
        self._forget_one_time()
        self.message.hide()
        self.signed_in.emit(session)

    def _refused(self, error: UserError) -> None:
        if error.code == _OLDER_VERSION and self._request is not None and not self._request.update:
            self._bring_up_to_date(error.params.get("needed_mb"))
            return
        self._set_busy(False)
        from ui import messages

        self.older_button.setVisible(error.code == _OLDER)
        asks = error.field == ONE_TIME_CODE
        self._ask_one_time(asks or self.one_time_field.isVisibleTo(self))
        self._tell(messages.sentence(error), "info" if error.code == CODE_WANTED else "high")
        wrong = self.one_time if asks else self.password
        wrong.selectAll()
        wrong.setFocus()

    def _bring_up_to_date(self, needed_mb: object) -> None:
        """The password was right, but an older version wrote the file: say so and go on by ourselves."""
        words = self.tr(
            "An older version of ICM Desktop wrote this file. A copy is brought up to date and checked, then takes its "
            "place; the file as it is now is kept beside it. This needs {mb} MB of free disk and can take a few "
            "minutes."
        )
        self._tell(words.format(mb=needed_mb), "info")
        self.submit(accept_older=self._request is not None and self._request.accept_older, update=True)

    def tell_error(self, error: UserError) -> None:
        """Show why the window cannot be opened although the password was right."""
        from ui import messages

        self._set_busy(False)
        self._tell(messages.sentence(error))

    def tell(self, sentence: str) -> None:
        """Show a sentence above the button."""
        self._tell(sentence)

    def tell_busy(self, sentence: str) -> None:
        """Something is being made first; the form waits."""
        self._tell(sentence, "info")
        self._set_busy(True)

    def _tell(self, sentence: str, level: str = "high") -> None:
        self.message.say(level, sentence)
        self.message.setVisible(bool(sentence))
        self.password.setAccessibleDescription(sentence)
        self.grown.emit()

    def _tell_caps_lock(self, on: bool) -> None:
        note = self.tr("Caps Lock seems to be on.")
        if on:
            self._tell(note, "caution")
        elif self.message.text == note:
            self.message.hide()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.open_button.setEnabled(not busy)
        self.open_button.setText(self._verb())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter moves on, and from the last field opens."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            if watched is (self.one_time if self.one_time_field.isVisibleTo(self) else self.password):
                self.submit()
            else:
                self.focusNextChild()
            return True
        return super().eventFilter(watched, event)
