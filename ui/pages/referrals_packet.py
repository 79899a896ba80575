"""Opens the packet of a referral: all of it for whoever may read it, what was approved for the front desk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from icm_desktop.changes import Changes
from icm_desktop.contracts.referral_packets import PacketApproved, PacketSent
from icm_desktop.contracts.referrals import ReferralRow
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.approved_packet import ApprovedPacketDialog
from ui.dialogs.referral_packet import ReferralPacketDialog
from ui.page import Page


class PacketOfReferral(QObject):
    """The act, its dialog by role, and what is told afterwards; `go_to` keeps the keyboard on the referral."""

    def __init__(
        self,
        context: AppContext,
        page: Page,
        row: Callable[[], ReferralRow | None],
        go_to: Callable[[int], None],
    ) -> None:
        super().__init__(page)
        self._context, self._page, self._row, self._go_to = context, page, row, go_to

    def action(self, here: str) -> Action:
        """The act for the page `here`."""
        return Action("referrals.packet", self.tr("&Letter and documents…"), self.open, "Ctrl+Shift+K", "printer",
                      "work", here, Privilege.REFERRAL_LOGISTICS, (self.tr("fax"), self.tr("send")))  # fmt: skip

    def open(self) -> None:
        """The letter and what follows it, to print or save and record as sent."""
        row = self._row()
        if row is None:
            return
        if not self._context.may(Privilege.REFERRAL_CLINICAL):
            desk = ApprovedPacketDialog(self._context, row, self._page.window())
            desk.sent.connect(lambda sent: self._sent(row, sent))
            desk.open()
            return
        dialog = ReferralPacketDialog(self._context, row, self._page.window())
        dialog.sent.connect(lambda sent: self._sent(row, sent))
        dialog.approved.connect(lambda saved: self._approved(row, saved))
        dialog.taken_back.connect(lambda changes: self._taken_back(row, changes))
        dialog.open()

    def _sent(self, row: ReferralRow, sent: PacketSent) -> None:
        words = self.tr("Packet {number} kept and recorded as sent.").format(number=sent.version)
        self._told(row, words, self.tr("packet"), sent.changes)

    def _approved(self, row: ReferralRow, saved: PacketApproved) -> None:
        words = self.tr("The front desk may send version {number}.").format(number=saved.packet.version)
        self._told(row, words, self.tr("approval"), saved.changes)

    def _taken_back(self, row: ReferralRow, changes: Changes) -> None:
        self._told(row, self.tr("The front desk may no longer send it."), self.tr("approval taken back"), changes)

    def _told(self, row: ReferralRow, words: str, name: str, changes: Changes) -> None:
        self._go_to(row.id)
        self._context.feedback.done(words, f"{name}, {row.head.family.upper()}", changes)
