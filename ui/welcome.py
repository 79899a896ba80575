"""What has to be said or done right after somebody signed in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from icm_desktop.contracts.access import SignedIn
from ui.feedback import Level
from ui.own_code import OWN_CODE
from ui.sign_in_notices import SignInNotices
from ui.workplace import Workplace


class Welcome(QObject):
    """Says it in the window of one person. `lock`: what happens when a password that has to be chosen is not."""

    def __init__(self, workplace: Workplace, lock: Callable[[], object]) -> None:
        super().__init__()
        self._workplace, self._lock = workplace, lock

    def say(self, session: SignedIn, to_confirm: str) -> None:
        """Everything about this sign-in; `to_confirm`: the recovery code that was typed back in the first run."""
        self._about_recovery(session, to_confirm)
        if session.must_change_password:
            self._ask_own_password()
        self._workplace.window.watches.signed_in()
        self._about_codes(session)
        SignInNotices(self).tell(session, self._workplace.window.context)

    def _about_recovery(self, session: SignedIn, to_confirm: str) -> None:
        workplace = self._workplace
        jobs, feedback = workplace.jobs, workplace.window.context.feedback
        if session.new_recovery_code is not None:
            from ui.dialogs.recovery_sheet import RecoverySheet

            code = session.new_recovery_code
            sheet = RecoverySheet(jobs, code, session.practice, session.database, workplace.window)
            sheet.accepted.connect(lambda: jobs.run("services.access.confirm_recovery", code, owner=None))
            sheet.open()
        elif to_confirm:
            jobs.run("services.access.confirm_recovery", to_confirm, owner=None)
        elif session.recovery_unconfirmed:
            words = self.tr("Nobody has confirmed yet that the recovery code is on paper.")
            feedback.offer(words, "tools.recovery", Level.CAUTION)
        elif session.recovery_due:
            words = self.tr("Nobody has looked at the recovery sheet for a year. Is it still there?")
            feedback.offer(words, "tools.recovery", Level.CAUTION)

    def _about_codes(self, session: SignedIn) -> None:
        """Somebody knows the password, or did away with the code: only this person can tell whether that is right."""
        feedback = self._workplace.window.context.feedback
        if session.wrong_codes:
            words = self.tr(
                "%n wrong code(s) were typed with your right password since you last signed in. If that was not you, "
                "choose a new password.",
                "",
                session.wrong_codes,
            )
            feedback.offer(words, "tools.my_password", Level.HIGH)
        if session.second_step_ended == "administrator":
            words = self.tr("An administrator turned off your sign-in code. Turn it on again with your telephone.")
            feedback.offer(words, OWN_CODE, Level.CAUTION)
        elif session.second_step_ended is not None:
            words = self.tr("The recovery code turned off your sign-in code. Turn it on again with your telephone.")
            feedback.offer(words, OWN_CODE, Level.CAUTION)

    def _ask_own_password(self) -> None:
        """An administrator set the password: the person chooses their own before anything else, or it is locked."""
        from ui.dialogs.set_up.user import PasswordDialog

        window = self._workplace.window
        if any(one.isVisible() for one in window.findChildren(PasswordDialog)):
            return  # asked before the lock
        why = self.tr("An administrator set your password. Choose one of your own that nobody else knows.")
        dialog = PasswordDialog(window.context, None, window, why=why)
        told = self.tr("Your new password counts from now on.")
        dialog.rejected.connect(self._lock)
        dialog.saved.connect(lambda _changes: window.context.feedback.say(told, Level.GOOD))
        dialog.open()
