"""A user of the practice: name, role, and how to reach them; passwords of others and one's own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.access import ChangeUser, NewUser, ResetPassword, UserRow
from icm_desktop.permissions import Role
from ui.context import AppContext
from ui.dialogs.set_up.form import SetUpForm, choices, typed
from ui.messages import say
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class PasswordForm(SetUpForm):
    """A form with a new password, typed twice."""

    def add_password(self, words: str, hint: str) -> None:
        """Put the two fields into the form."""
        self.password, self.again = _secret(), _secret()
        self.add("password", FormField(words, self.password, required=True, hint=hint, check=self._check_password))
        words = QCoreApplication.translate("PasswordForm", "Password a&gain")
        self.add("again", FormField(words, self.again, required=True, check=self._check_again))

    def _check_password(self) -> str:
        return "" if self.password.text() else QCoreApplication.translate("PasswordForm", "Type a password.")

    def _check_again(self) -> str:
        if self.password.text() == self.again.text():
            return ""
        return QCoreApplication.translate("PasswordForm", "The two passwords differ.")


class UserDialog(PasswordForm):
    """Add a user with a first password, or change this one."""

    def __init__(self, context: AppContext, user: UserRow | None, parent: QWidget | None = None) -> None:
        super().__init__(context, "", parent)
        self.save_button.setText(self.tr("&Save"))
        self.setWindowTitle(self.tr("Change user") if user else self.tr("Add user"))
        self.user = user
        self.name, self.display = QLineEdit(user.name if user else ""), QLineEdit(user.display_name if user else "")
        self.role = choices(
            QComboBox(), None, [(role.value, say(f"role.{role.value}")) for role in Role], user.role if user else None
        )
        self.job, self.email = QLineEdit(user.job_title or "" if user else ""), QLineEdit()
        self.phone = QLineEdit(user.phone or "" if user else "")
        self.email.setText(user.email or "" if user else "")
        self._lay_out_fields()
        self.keep_draft(f"user:{user.id}" if user else "user:new", but=("password", "again"))
        self.fit(480)
        (self.display if user else self.name).setFocus()

    def _lay_out_fields(self) -> None:
        hint = self.tr("What they type to sign in. It stays for good: the audit record names it.")
        self.add("name", FormField(self.tr("&User name"), self.name, required=True, hint=hint, check=self._check_name))
        self.name.setEnabled(self.user is None)
        display = FormField(self.tr("&Name colleagues read"), self.display, required=True, check=self._check_display)
        self.add("display_name", display)
        hint = self.tr("Admin, Roles shows what each role may do.")
        self.add("role", FormField(self.tr("&Role"), self.role, hint=hint))
        if self.user is None:
            hint = self.tr("A sentence is easy to remember. They choose their own later.")
            self.add_password(self.tr("First &password"), hint)
            return
        self.add("job_title", FormField(self.tr("&Job title"), self.job))
        self.add("email", FormField(self.tr("&E-mail"), self.email))
        self.add("phone", FormField(self.tr("P&hone"), self.phone))

    def _check_name(self) -> str:
        return "" if self.name.text().strip() else self.tr("Write a user name.")

    def _check_display(self) -> str:
        return "" if self.display.text().strip() else self.tr("Write the name colleagues read.")

    def save(self) -> None:
        if self.user is None:
            request = NewUser(
                self.name.text().strip(), self.display.text().strip(), self.role.currentData(), self.password.text()
            )
            self.run("services.access.add_user", request)
            return
        change = ChangeUser(
            self.user.id, self.user.version, self.display.text(), self.role.currentData(), typed(self.job),
            typed(self.email), typed(self.phone),
        )  # fmt: skip
        self.run("services.access.change_user", change)


class PasswordDialog(PasswordForm):
    """A new password: for this user, or (None) for the person at the keyboard."""

    def __init__(
        self, context: AppContext, user: UserRow | None, parent: QWidget | None = None, *, why: str = ""
    ) -> None:
        super().__init__(context, "", parent)
        self.user = user
        self.setWindowTitle(self.tr("New password"))
        self.save_button.setText(self.tr("&Set password"))
        told = why
        if user is not None:
            words = self.tr("{name} signs in with this password next and then chooses their own.")
            told = words.format(name=user.display_name)
        if told:
            self.column.addWidget(Text("body", told, wrap=True))
        self.add_password(self.tr("New &password"), self.tr("A sentence is easy to remember."))
        self.fit(480)
        self.password.setFocus()

    def save(self) -> None:
        if self.user is None:
            self.run("services.access.change_password", self.password.text())
        else:
            self.run("services.access.reset_password", ResetPassword(self.user.id, self.password.text()))


def _secret() -> QLineEdit:
    edit = QLineEdit()
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    return edit
