"""The packet of a referral for the front desk: exactly what somebody approved, or whom to ask."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from icm_desktop.contracts.referral_packets import (
    ApprovedPacketRow,
    PacketForDesk,
    PacketPages,
    PacketSent,
    SendApproved,
)
from icm_desktop.contracts.referrals import ReferralRow
from icm_desktop.domain.referral_reasons import CHANNELS
from ui.context import AppContext
from ui.dialogs.approved_packet_list import ApprovedPackets
from ui.dialogs.packet_dialog import PacketDialog
from ui.pages.referrals_words import ReferralWords
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class ApprovedPacketDialog(PacketDialog):
    """The newest approved version is shown at once; Print or Save sends exactly that."""

    def __init__(self, context: AppContext, row: ReferralRow, parent: QWidget | None = None) -> None:
        super().__init__(context, row.head, parent)
        self.setWindowTitle(self.tr("Letter and documents"))
        self.packet: ApprovedPacketRow | None = None
        self._rows: dict[int, ApprovedPacketRow] = {}
        self._ready = False
        words = ReferralWords(context)
        self.how = QComboBox()
        for channel in CHANNELS:
            self.how.addItem(words.channel(channel), channel)
        self.way = FormField(self.tr("Sent &by"), self.how)
        self.approved = ApprovedPackets(context, may_take_back=False)
        self.approved.opened.connect(self._open)
        choices = QWidget()
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Text("section", self.tr("What may be sent"), wrap=True))
        column.addWidget(self.approved)
        column.addWidget(self.way)
        column.addStretch(1)
        self.lay_out(choices)
        self._allow(False)
        self.close_button.setFocus()
        context.jobs.run("queries.approved_packets.for_desk", row.id, owner=self, done=self._found)

    def pages(self) -> int:
        return self.packet.pages if self._ready and self.packet is not None else 0

    def keep(self, kept: Callable[[PacketSent], None]) -> None:
        if self.packet is not None:
            asked = SendApproved(self.packet.id, self.how.currentData())
            self.context.jobs.run("services.approved_packets.send", asked, owner=self, done=kept, failed=self.refused)

    def _found(self, found: PacketForDesk) -> None:
        self._rows = {one.id: one for one in found.approved}
        self.approved.show_rows(found.approved)
        fitting = next((one for one in found.approved if one.fits), None)
        if fitting is not None:
            self._open(fitting.id)
            return
        names = ", ".join(found.ask)
        if found.approved:
            told = self.tr("What was approved is for {to}, and the referral now goes to somebody else.")
            self.say("caution", told.format(to=found.approved[0].to or "") + " " + self._ask(names))
        else:
            self.say("caution", self.tr("Nobody has approved a packet for this referral yet.") + " " + self._ask(names))

    def _ask(self, names: str) -> str:
        """Whom to ask, and for what."""
        told = self.tr("Ask {names} to open Letter and documents here and let the front desk send it.")
        return told.format(names=names) if names else self.tr("Ask a coordinator or a clinician.")

    def _open(self, packet_id: int) -> None:
        row = self._rows.get(packet_id)
        if row is None:
            return
        self.packet, self._ready = row, False
        self.how.setCurrentIndex(max(self.how.findData(row.how), 0))

        def done(found: PacketPages) -> None:
            self.view.show_pdf(found.pdf)
            self._ready = True
            self._allow(row.fits)

        self.context.jobs.run(
            "services.approved_packets.open_pages", packet_id, owner=self, done=done, failed=self.refused
        )

    def _allow(self, may: bool) -> None:
        for button in (self.print_button, self.save_button):
            button.setEnabled(may)
            button.setVisible(may)
        self.way.setVisible(may)
        if may:
            self.print_button.setFocus()
