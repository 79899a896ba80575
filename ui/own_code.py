"""The command with which everybody turns their own sign-in code on or off."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.access import SecondStepState
from ui.actions import Action
from ui.context import AppContext
from ui.feedback import Level

OWN_CODE = "tools.second_step"


class OwnCode(QObject):
    """Asks how it stands, shows the form, says what follows."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window

    def actions(self) -> Iterable[Action]:
        """The command of the Tools menu."""
        yield Action(
            OWN_CODE, self.tr("My sign-in &code…"), self.open, None, "key", "tools", group=1,
            synonyms=(self.tr("two steps"), self.tr("authenticator"), "TOTP", "2FA"),
        )  # fmt: skip

    def open(self) -> None:
        """Show the form as it stands."""
        self._context.jobs.run("reports.second_step.state", owner=self, done=self._open)

    def _open(self, state: SecondStepState) -> None:
        from ui.dialogs.second_step import SecondStepDialog  # here: seldom wanted

        dialog = SecondStepDialog(self._context, state, self._window)
        on = state.since is None
        told = (
            self.tr("From the next sign-in on you are asked for a code, too.")
            if on
            else self.tr("You sign in with your password alone again.")
        )
        dialog.saved.connect(lambda _changes: self._context.feedback.say(told, Level.GOOD))
        dialog.open()
