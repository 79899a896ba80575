"""What was noticed while somebody signed in, in words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from icm_desktop.contracts.access import ClockDoubt, SignedIn
from ui.context import AppContext
from ui.feedback import Level
from ui.formatting import Formatting


class SignInNotices(QObject):
    """Says it once, in the message bar of the window that just opened."""

    def tell(self, session: SignedIn, context: AppContext) -> None:
        """The clock, the keyring, and an update of the file."""
        feedback = context.feedback
        if session.clock_doubt is not None:
            feedback.say(self._of_the_clock(session.clock_doubt, context.formatting), Level.CRITICAL)
        if session.keyring_lost:
            words = self.tr(
                "The keyring had lost its part of the key; passwords do without it now. Colleagues who cannot sign in "
                "get a new password from an administrator (Admin, Users)."
            )
            feedback.offer(words, "tools.keyring", Level.CAUTION)
        if session.kept_before_update is not None:
            told = self.tr(
                "The records were brought up to date. The file as it was before is kept until the next update: {file}"
            )
            feedback.say(told.format(file=session.kept_before_update))

    def _of_the_clock(self, doubt: ClockDoubt, formatting: Formatting) -> str:
        newest, now = formatting.date_time(doubt.newest), formatting.date_time(doubt.now)
        if doubt.kind == "behind":
            told = self.tr(
                "The clock of this computer says {now}, but the newest entry here is of {newest}. If the clock is "
                "wrong, correct it and sign in again: visits, due days and the record of who did what go by it."
            )
        else:
            told = self.tr(
                "The clock of this computer says {now}, and nothing was entered here since {newest}. If the clock is "
                "wrong, correct it and sign in again: visits, due days and the record of who did what go by it."
            )
        return told.format(now=now, newest=newest)
