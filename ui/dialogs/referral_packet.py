"""The packet of a referral before it leaves: the pages on the left, what goes in on the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.referral_packets import (
    ApprovePacket,
    PacketApproved,
    PacketForDesk,
    PacketMade,
    PacketOffer,
    PacketRequest,
    PacketSent,
    SendPacket,
    SentPacket,
)
from icm_desktop.contracts.referrals import ReferralRow
from ui.context import AppContext
from ui.dialogs.approved_packet_list import ApprovedPackets
from ui.dialogs.packet_dialog import PacketDialog
from ui.dialogs.referral_packet_options import PacketOptions
from ui.dialogs.sheet_preview import squares_words
from ui.pages.referrals_words import ReferralWords
from ui.widgets.buttons import Button
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.scroll import scrolling


class ReferralPacketDialog(PacketDialog):
    """Choose what goes; send it, or let the front desk send exactly that."""

    approved = Signal(object)  # PacketApproved
    taken_back = Signal(object)  # Changes
    made: tuple[PacketRequest, PacketMade] | None

    def __init__(self, context: AppContext, row: ReferralRow, parent: QWidget | None = None) -> None:
        super().__init__(context, row.head, parent)
        self._row = row
        self.setWindowTitle(self.tr("Letter and documents"))
        self.options = PacketOptions(context, row.id)
        self.earlier = FactList(self.tr("Sent before"))
        self.earlier.hide()
        self.for_desk = ApprovedPackets(context)
        self.approve_button = Button(self.tr("Let front des&k send it"), "file-check")
        self.lay_out(scrolling(self.options), self.earlier, self.for_desk, self.approve_button)
        self.options.changed.connect(self.ask)
        self.approve_button.clicked.connect(self.approve)
        self.for_desk.opened.connect(self._show_approved)
        self.for_desk.removed.connect(self._take_back)
        context.jobs.run("queries.referral_packets.offer", row.id, owner=self, done=self._offered)
        context.jobs.run("queries.referral_packets.sent", row.id, owner=self, done=self._show_earlier)
        self._ask_approved()
        self.earlier.opened.connect(self._show_kept)
        self.ask()
        self.print_button.setFocus()

    def _offered(self, offer: PacketOffer) -> None:
        self.options.show_offer(offer)

    # the log

    def _show_earlier(self, rows: tuple[SentPacket, ...]) -> None:
        """What was sent to whom, when and by whom; Enter shows the exact pages."""
        shown, words = self.context.formatting, ReferralWords(self.context)
        self.earlier.set_facts([
            Fact(
                str(row.handout_id),
                self.tr("Packet {number}  {time}").format(number=row.version, time=shown.date_time(row.at)),
                (" · ".join(part for part in (
                    row.to or "", words.channel(row.how or ""), row.by or "", self.tr("%n page(s)", "", row.pages),
                    self.tr("approved by {name}").format(name=row.approved_by) if row.approved_by else "",
                    self.tr("mark {digits}").format(digits=row.sha256[:8]),
                ) if part),),
            )
            for row in reversed(rows)
        ])  # fmt: skip
        self.earlier.setVisible(bool(rows))

    def _show_kept(self, fact: Fact) -> None:
        """The exact pages that were sent."""
        words = self.tr("These pages were sent before. Change a choice to see the pages of today.")
        self.look_at("queries.referral_packets.kept_packet", int(fact.key), words)

    # the pages

    def ask(self) -> None:
        """Ask for the pages as they are wished now."""
        self.make("reports.referral_letter.render", self.options.request(), self._tell_of)

    def _tell_of(self, made: PacketMade) -> None:
        told = []
        if made.withheld:
            told.append(self.tr("%n entries are left out: they need an agreement.", "", made.withheld))
        if made.missing:
            told.append(squares_words(made.missing))
        self.message.setVisible(bool(told))
        self.message.say("caution", " ".join(told))

    # out of the program

    def pages(self) -> int:
        return self.made[1].pages if self.made is not None else 0

    def keep(self, kept: Callable[[PacketSent], None]) -> None:
        if self.made is None:
            return
        request, made = self.made
        asked = SendPacket(request, self._row.version, made.content, self.options.how.currentData())
        self.context.jobs.run("services.referral_packets.send", asked, owner=self, done=kept, failed=self.refused)

    # for the front desk

    def _ask_approved(self) -> None:
        def done(found: PacketForDesk) -> None:
            self.for_desk.show_rows(found.approved)

        self.context.jobs.run("queries.approved_packets.for_desk", self._row.id, owner=self, done=done)

    def approve(self) -> None:
        """Let the front desk send exactly the pages that are seen."""
        if self.made is None:
            return
        request, made = self.made
        asked = ApprovePacket(request, self._row.version, made.content, self.options.how.currentData(),
                              self.options.note.text().strip() or None)  # fmt: skip

        def done(saved: PacketApproved) -> None:
            self.approved.emit(saved)
            self.accept()

        self.context.jobs.run("services.approved_packets.approve", asked, owner=self, done=done, failed=self.refused)

    def _show_approved(self, packet_id: int) -> None:
        self.make_nothing()
        self.context.jobs.run(
            "services.approved_packets.open_pages", packet_id, owner=self,
            done=lambda found: self.view.show_pdf(found.pdf), failed=self.refused,
        )  # fmt: skip
        self.say("info", self.tr("These pages the front desk may send. Change a choice to see the pages of today."))

    def _take_back(self, packet_id: int) -> None:
        def done(changes: object) -> None:
            self.taken_back.emit(changes)
            self._ask_approved()

        self.context.jobs.run(
            "services.approved_packets.take_back", packet_id, owner=self, done=done, failed=self.refused
        )
