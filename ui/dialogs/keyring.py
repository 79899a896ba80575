"""Tie passwords to this computer's keyring, or free them of it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.keeping import KeyringState
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.sign_in import PasswordEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel


class KeyringDialog(FormDialog):
    """One password and one button; without a keyring that keeps secrets only the reason."""

    def __init__(self, context: AppContext, state: KeyringState, parent: QWidget) -> None:
        super().__init__(context, None, "", parent, prompt=True)
        self._state = state
        self.setWindowTitle(self.tr("Passwords and this computer's keyring"))
        self.column.addWidget(Text("body", self._explained(), wrap=True, tone="text_2"))
        self.status = ShapeLabel(parent=self)
        self.status.say(*self._standing())
        self.column.addWidget(self.status)
        self.password = PasswordEdit()
        check = self._check
        self._field = FormField(self.tr("&Your password"), self.password, required=True, check=check)
        self.add("password", self._field)
        can = state.answers or state.in_use
        self._field.setVisible(can)
        self.save_button.setVisible(can)
        if not can:
            self.cancel_button.setText(self.tr("Close"))
        self.save_button.setText(self.tr("&Turn off") if state.in_use else self.tr("&Turn on"))
        self.fit(560)
        if can:
            self.password.setFocus()

    def _explained(self) -> str:
        return self.tr(
            "With a secret kept in the keyring of this computer, a password opens the records only here: a stolen copy "
            "of the file cannot be opened by guessing. The printed recovery code always opens them anywhere, and is "
            "needed when this computer is lost: check first that the sheet is there."
        )

    def _standing(self) -> tuple[str, str]:
        state = self._state
        if not state.answers and not state.in_use:
            return "info", self.tr("This computer has no keyring that keeps secrets safely.")
        if not state.in_use:
            return "neutral", self.tr("Not in use. Keyring of this computer: {name}.").format(name=state.name)
        if not state.answers:
            return "high", self.tr("In use, but the keyring is locked or does not answer now.")
        told = self.tr("In use, with {name}.").format(name=state.name)
        if state.untied:
            told += " " + self.tr("%n password(s) follow at the next sign-in.", "", state.untied)
        return "good", told

    def _check(self) -> str:
        return "" if self.password.text() else self.tr("Type your password.")

    def save(self) -> None:
        name = "services.keyring.turn_off" if self._state.in_use else "services.keyring.turn_on"
        self.run(name, self.password.text())
