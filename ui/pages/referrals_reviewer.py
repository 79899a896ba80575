"""Says on the Referrals page who has a referral from now on, and which clinician reviews its note."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from icm_desktop.contracts.people import Colleague
from icm_desktop.contracts.referrals import ReferralRow, ReferralSaved
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.hand_on import HandOnDialog
from ui.dialogs.name_reviewer import NameReviewerDialog
from ui.page import Page

Told = Callable[[ReferralSaved, str, str], None]


class ReviewerOfReferral(QObject):
    """The act and its dialog; `told` shows what was saved."""

    def __init__(self, context: AppContext, page: Page, row: Callable[[], ReferralRow | None], told: Told) -> None:
        super().__init__(page)
        self._context, self._page, self._row, self._told = context, page, row, told

    def action(self, here: str) -> Action:
        """The act for the page `here`."""
        return Action("referrals.reviewer", self.tr("Who re&views the note…"), self.choose, None, "user-check", "work",
                      here, Privilege.REFERRAL_CLINICAL, (self.tr("clinician"),))  # fmt: skip

    def hand_on_action(self, here: str) -> Action:
        """Handing it on, for the page `here`."""
        return Action("referrals.hand_on", self.tr("&Hand on to…"), self.hand_on, None, "users", "work", here,
                      Privilege.REFERRAL_LOGISTICS, (self.tr("owner"), self.tr("escalate")))  # fmt: skip

    def hand_on(self) -> None:
        """Ask who has the next step of the referral the keyboard is on."""
        row = self._row()
        if row is None:
            return

        def opened(colleagues: tuple[Colleague, ...]) -> None:
            dialog = HandOnDialog(self._context, row, colleagues, self._page.window())
            dialog.saved.connect(lambda saved: self._told(saved, dialog.told(saved), self.tr("hand on")))
            dialog.open()

        self._context.jobs.run("queries.people.colleagues", owner=self._page, done=opened)

    def choose(self) -> None:
        """Ask who reviews the note of the referral the keyboard is on."""
        row = self._row()
        if row is None:
            return

        def opened(colleagues: tuple[Colleague, ...]) -> None:
            dialog = NameReviewerDialog(self._context, row, colleagues, self._page.window())
            dialog.saved.connect(lambda saved: self._told(saved, dialog.told(saved), self.tr("reviewer")))
            dialog.open()

        self._context.jobs.run("queries.people.colleagues", owner=self._page, done=opened)
