"""One's own sign-in code turned on or off, and a colleague's taken off when their telephone is gone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.access import (
    SecondStepState,
    TakeOffSecondStep,
    TurnOffSecondStep,
    TurnOnSecondStep,
    UserRow,
)
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.sign_in import PasswordEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.one_time_code import OneTimeCodeEdit
from ui.widgets.shape_label import ShapeLabel
from ui.widgets.square_code import SquareCode

_SIDE = 190


class SecondStepDialog(FormDialog):
    """The square for the app, the password and a first code; once it is on, the same two turn it off."""

    def __init__(self, context: AppContext, state: SecondStepState, parent: QWidget) -> None:
        super().__init__(context, None, "", parent, prompt=True)
        self.state = state
        self.setWindowTitle(self.tr("My sign-in code"))
        self.save_button.setText(self.tr("&Turn on") if state.since is None else self.tr("&Turn off"))
        self.password, self.code = PasswordEdit(), OneTimeCodeEdit()
        self.password.setMinimumHeight(context.theme.px(32))
        self.at_unlock = QCheckBox(self.tr("Ask for a code after every &lock, too"))
        self.column.addWidget(Text("body", self._explained(), wrap=True))
        if state.since is None:
            self.column.addLayout(self._for_the_app())
        else:
            self._add_standing(context.formatting.date(state.since))
        label, check = self.tr("&Your password"), self._check_password
        self.add("password", FormField(label, self.password, required=True, check=check))
        hint = self.tr("Six digits, as the authenticator app shows them now.")
        label, check = self.tr("&Code of the app"), self._check_code
        self.add("code", FormField(label, self.code, required=True, hint=hint, check=check))
        if state.since is None:
            self.add_box(self.at_unlock)
            self.column.addWidget(Text("small", self._limits(), wrap=True, tone="text_2"))
        self.fit(640)
        self.password.setFocus()

    def _explained(self) -> str:
        if self.state.since is not None:
            return self.tr("You sign in with your password and a code of your authenticator app.")
        return self.tr(
            "Somebody who saw your password cannot sign in here without your telephone: an authenticator app on it "
            "shows a new code every half minute. It needs no network."
        )

    def _limits(self) -> str:
        return self.tr(
            "This program asks for the code; the encryption of the records does not know it. Whoever has a copy of the "
            "file and your password reads it without. Going back to your own session after the lock takes the password "
            "alone, unless you tick the line above. Telephone lost: an administrator turns the code off, or the "
            "recovery code of the practice does."
        )

    def _for_the_app(self) -> QHBoxLayout:
        name = self.tr("Square for the camera of the authenticator app; the same stands beside it as text")
        row, beside = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(self.context.theme.px(16))
        self.square = SquareCode(self.state.square, _SIDE, name)
        row.addWidget(self.square, 0, Qt.AlignmentFlag.AlignTop)
        told = self.tr("Open an authenticator app on your telephone, add an account, and let it read this square.")
        beside.addWidget(Text("body", told, wrap=True))
        beside.addWidget(Text("body", self.tr("Without a camera, type this key:"), wrap=True))
        self.key = Text("mono", self.state.secret, wrap=True, selectable=True)
        self.key.setAccessibleName(self.tr("Key for the app: {key}").format(key=self.state.secret))
        beside.addWidget(self.key)
        once = self.tr("It is shown only now. Whoever reads it makes the same codes.")
        beside.addWidget(Text("small", once, wrap=True, tone="text_2"))
        beside.addStretch(1)
        row.addLayout(beside, 1)
        return row

    def _add_standing(self, since: str) -> None:
        standing = ShapeLabel(parent=self)
        told = self.tr("On since {day}, asked at sign-in.").format(day=since)
        if self.state.at_unlock:
            told = self.tr("On since {day}, asked at sign-in and after every lock.").format(day=since)
        standing.say("good", told)
        self.column.addWidget(standing)
        lost = self.tr(
            "Without the telephone: an administrator turns it off (Admin, Users), or you sign in with the recovery "
            "code of the practice."
        )
        self.column.addWidget(Text("body", lost, wrap=True, tone="text_2"))

    def _check_password(self) -> str:
        return "" if self.password.text() else self.tr("Type your password.")

    def _check_code(self) -> str:
        return "" if self.code.is_whole() else self.tr("Type the six digits.")

    def save(self) -> None:
        if self.state.since is not None:
            self.run("services.second_step.turn_off", TurnOffSecondStep(self.password.text(), self.code.code()))
            return
        asked = TurnOnSecondStep(
            self.password.text(), self.state.secret, self.code.code(), at_unlock=self.at_unlock.isChecked()
        )
        self.run("services.second_step.turn_on", asked)


class TakeOffDialog(FormDialog):
    """A colleague signs in with the password alone again; the reason is kept, and they are told."""

    def __init__(self, context: AppContext, user: UserRow, parent: QWidget) -> None:
        super().__init__(context, None, "", parent, prompt=True)
        self.user = user
        self.setWindowTitle(self.tr("Turn off the sign-in code"))
        self.save_button.setText(self.tr("&Turn off"))
        told = self.tr(
            "{name} then signs in with the password alone, until they turn a code on again. Make sure that it is "
            "{name} who asks: this is what somebody with a stolen password would ask for."
        )
        self.column.addWidget(Text("body", told.format(name=user.display_name), wrap=True))
        self.reason = QLineEdit()
        hint = self.tr("Kept in the audit record. {name} is told at the next sign-in.").format(name=user.display_name)
        label, check = self.tr("&Reason"), self._check_reason
        self.add("reason", FormField(label, self.reason, required=True, hint=hint, check=check))
        self.fit(520)
        self.reason.setFocus()

    def _check_reason(self) -> str:
        return "" if self.reason.text().strip() else self.tr("Write why.")

    def save(self) -> None:
        self.run("services.second_step.take_off", TakeOffSecondStep(self.user.id, self.reason.text()))
