"""Says on the Referrals page which clinician reviews the note of a referral."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from icm_desktop.contracts.people import Colleague
from icm_desktop.contracts.referrals import ReferralRow, ReferralSaved
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
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
