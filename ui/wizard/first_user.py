"""Step 4: the first user, an administrator, and a password; the rules in words while typing."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from ui.sign_in import PasswordEdit
from ui.theme import Theme
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel
from ui.wizard.step import Step

SHORTEST = 15


class FirstUserStep(Step):
    """User name, password twice. The full rules are the worker's; length and sameness are told at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self.user, self.password, self.again = QLineEdit(self), PasswordEdit(self), PasswordEdit(self)
        self.shown = QCheckBox(self)
        self.keyring = QCheckBox(self)
        self._keyring_note = Text("small", tone="text_2", wrap=True, parent=self)
        self._keyring_note.setIndent(theme.px(24))
        self.strength = ShapeLabel(parent=self)
        self._user_field = FormField("x", self.user, required=True, check=self._check_user, parent=self)
        self._password_field = FormField("x", self.password, required=True, parent=self)
        self._again_field = FormField("x", self.again, required=True, parent=self)
        for edit in (self.user, self.password, self.again):
            edit.setMinimumHeight(theme.px(32))
        for widget in (self._user_field, self._password_field, self.strength, self._again_field, self.shown):
            self.column.addWidget(widget)
        for offered in (self.keyring, self._keyring_note):
            self.column.addWidget(offered)
            offered.hide()
        self.column.addStretch(1)
        self.password.textChanged.connect(self._tell_strength)
        self.shown.toggled.connect(self.password.reveal)
        self.shown.toggled.connect(self.again.reveal)
        self.speak()

    def speak(self) -> None:
        self.title.setText(self.tr("The first user"))
        self.sentence.setText(
            self.tr(
                "This person is the administrator and can add the others. A sentence you can remember is a good "
                "password: at least {count} characters, spaces and any letters are welcome."
            ).format(count=SHORTEST)
        )
        self._user_field.set_label(self.tr("&User name"))
        self._password_field.set_label(self.tr("&Password"))
        self._again_field.set_label(self.tr("Password &again"))
        self.shown.setText(self.tr("&Show the password"))
        self.keyring.setText(self.tr("&Tie the password to this computer's keyring too"))
        note = self.tr(
            "A stolen copy of the file then cannot be opened by guessing the password. When this computer is lost, "
            "only the recovery code opens a backup."
        )
        self._keyring_note.setText(note)
        self.keyring.setAccessibleDescription(note)
        self._tell_strength()

    def offer_keyring(self, answers: bool) -> None:
        """The keyring of this computer kept a secret, gave it back and forgot it: it may be used."""
        self.keyring.setVisible(answers)
        self._keyring_note.setVisible(answers)

    def _tell_strength(self) -> None:
        """Strength in words, never as a bar alone."""
        missing = SHORTEST - len(self.password.text())
        if not self.password.text():
            self.strength.say("neutral", self.tr("Not typed yet."))
        elif missing > 0:
            self.strength.say("caution", self.tr("%n more character(s) needed.", "", missing))
        else:
            self.strength.say("good", self.tr("Long enough."))

    def _check_user(self) -> str:
        return "" if self.user.text().strip() else self.tr("Write a user name, for example your first name.")

    def problems(self) -> bool:
        short = len(self.password.text()) < SHORTEST
        self._password_field.show_problem(
            self.tr("Use at least {count} characters.").format(count=SHORTEST) if short else ""
        )
        differs = self.password.text() != self.again.text()
        self._again_field.show_problem(self.tr("The two passwords are not the same.") if differs else "")
        if self._user_field.problem():
            self.user.setFocus()
            return True
        if short or differs:
            (self.password if short else self.again).setFocus()
        return short or differs

    def show_refusal(self, field: str | None, sentence: str) -> None:
        """What the worker said about the name or the password."""
        target = self._user_field if field == "user" else self._password_field
        target.show_problem(sentence)
        target.edit.setFocus()

    def first_field(self) -> QWidget:
        return self.user
