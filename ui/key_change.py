"""A new key for the records after somebody left: asked for at once, a standing warning until it is done."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.access import KeyState
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.feedback import Level

NEW_KEY = "tools.new_key"
STATE = "queries.key_state.state"


class KeyChange(QObject):
    """The command, and the sentence at sign-in while a new key is due."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        context.jobs.resumed.connect(self._ask)

    def actions(self) -> Iterable[Action]:
        """The command of the Tools menu."""
        yield Action(
            NEW_KEY, self.tr("New key for the &records…"), self.open, None, "key", "tools", group=1,
            privilege=Privilege.USERS, synonyms=(self.tr("encryption"), self.tr("somebody left")),
        )  # fmt: skip

    def open(self) -> None:
        """Ask when the new key is to be made."""
        self._context.jobs.run(STATE, owner=self, done=self._open)

    def _open(self, state: KeyState) -> None:
        from ui.dialogs.key_change import KeyChangeDialog  # here: seldom wanted

        KeyChangeDialog(self._context, state, self._window).open()

    def _ask(self) -> None:
        session = self._context.session
        if session.may(Privilege.USERS) and not session.read_only:
            self._context.jobs.run(STATE, owner=self, done=self._tell)

    def _tell(self, state: KeyState) -> None:
        if state.due_since is not None:
            when = self._context.formatting.date(state.due_since)
            words = self.tr("Somebody left on {day}, and the records still have the key they knew.").format(day=when)
            self._context.feedback.offer(words, NEW_KEY, Level.CAUTION)
