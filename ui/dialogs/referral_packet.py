"""The packet of a referral before it leaves: the pages on the left, what goes in on the right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.referral_packets import (
    PacketMade,
    PacketOffer,
    PacketRequest,
    PacketSent,
    SendPacket,
    SentPacket,
)
from icm_desktop.contracts.referrals import ReferralRow
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.print_preview_paper import Paper, paint
from ui.dialogs.referral_packet_options import PacketOptions
from ui.latest import Latest
from ui.messages import sentence
from ui.pages.referrals_words import ReferralWords
from ui.private_file import write_private
from ui.widgets.banner import MicroBanner
from ui.widgets.buttons import Button
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.pdf_view import PdfView
from ui.widgets.scrolling import scrolling
from ui.widgets.shape_label import ShapeLabel


class ReferralPacketDialog(QDialog):
    """Print or save; either keeps the exact pages and records the referral as sent.

    `paper` is where pages go; `save_to` asks for a file (tests give their own of both).
    """

    sent = Signal(object)  # PacketSent

    def __init__(self, context: AppContext, row: ReferralRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self._row = context, row
        self.made: tuple[PacketRequest, PacketMade] | None = None
        self.paper, self.save_to = Paper(), self._ask_file
        self._asked = Latest(context.jobs, self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Letter and documents"))
        self.view, self.options = PdfView(), PacketOptions(context, row.id)
        self.earlier = FactList(self.tr("Sent before"))
        self.earlier.hide()
        self.message = ShapeLabel(parent=self)
        self.message.hide()
        self.print_button = Button(self.tr("Print and &record"), "printer", primary=True)
        self.save_button = Button(self.tr("Save PD&F and record…"), "save")
        self.close_button = Button(self.tr("Close"))
        self._lay_out()
        self.options.changed.connect(self.ask)
        self.print_button.clicked.connect(self.print_pages)
        self.save_button.clicked.connect(self._save)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_pages)
        QShortcut(QKeySequence("Ctrl+S"), self, self._save)
        context.jobs.run("queries.referral_packets.offer", row.id, owner=self, done=self._offered)
        context.jobs.run("queries.referral_packets.sent", row.id, owner=self, done=self._show_earlier)
        self.earlier.opened.connect(self._show_kept)
        self.ask()
        self.print_button.setFocus()

    def _lay_out(self) -> None:
        theme, room = self.context.theme, self.screen().availableSize()
        self.resize(min(theme.px(1200), room.width() - 40), min(theme.px(760), room.height() - 40))
        whole, sides, right = QVBoxLayout(self), QHBoxLayout(), QWidget()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(MicroBanner(self.context, self._row.head, self))
        column = QVBoxLayout(right)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(scrolling(self.options), 1)
        for widget in (self.earlier, self.message, self.print_button, self.save_button, self.close_button):
            column.addWidget(widget)
        for button in (self.print_button, self.save_button, self.close_button):
            button.setMinimumHeight(theme.px(32))
            button.setAutoDefault(False)
        self.print_button.setDefault(True)
        right.setFixedWidth(min(theme.px(360), round(self.width() * 0.55)))
        sides.setSpacing(0)
        sides.addWidget(self.view, 1)
        sides.addWidget(right)
        whole.addLayout(sides, 1)

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
                    self.tr("mark {digits}").format(digits=row.sha256[:8]),
                ) if part),),
            )
            for row in reversed(rows)
        ])  # fmt: skip
        self.earlier.setVisible(bool(rows))

    def _show_kept(self, fact: Fact) -> None:
        """The exact pages that were sent. They are looked at only: another choice shows the pages of now again."""
        self._asked.forget()
        self.made = None
        number = int(fact.key)
        self.context.jobs.run("queries.referral_packets.kept_packet", number, owner=self, done=self.view.show_pdf)
        self._say("info", self.tr("These pages were sent before. Change a choice to see the pages of today."))

    # the pages

    def ask(self) -> None:
        """Ask for the pages as they are wished now."""
        request = self.options.request()
        self.made = None

        def done(made: PacketMade) -> None:
            self.made = (request, made)
            self.view.show_pdf(made.pdf)
            self._tell_of(made)

        self._asked.ask("reports.referral_letter.render", request, done=done, failed=self._refused)

    def _tell_of(self, made: PacketMade) -> None:
        self.message.setVisible(made.withheld > 0)
        if made.withheld:
            self.message.say("caution", self.tr("%n entries are left out: they need an agreement.", "", made.withheld))

    def _refused(self, error: UserError) -> None:
        self._say("high", sentence(error, self.context.formatting))

    def _say(self, level: str, words: str) -> None:
        self.message.say(level, words)
        self.message.show()

    # out of the program

    def print_pages(self) -> None:
        """Choose a printer, keep and record the packet, then put exactly that on paper."""
        if self.made is None:
            return
        if not self.paper.is_there():
            self._say("high", self.tr("This computer knows no printer. Save the PDF instead."))
            self.save_button.setFocus()
            return
        printer = self.paper.choose(self, "letter", self.made[1].pages)
        if printer is None:
            return
        printer.setDocName("referral")  # the print queue is read by others: no name of a patient

        def kept(sent: PacketSent) -> None:
            done = paint(sent.pdf, printer)
            self._left(sent, "" if done else self.tr("The printer did not take the pages. Undo takes the record back."))

        self._send(kept)

    def _save(self) -> None:
        self.save_to()

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the packet"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile("referral.pdf")
        dialog.fileSelected.connect(self.save_pages)
        dialog.open()

    def save_pages(self, path: str) -> None:
        """Keep and record the packet, then write exactly that to a file only this account can read."""

        def kept(sent: PacketSent) -> None:
            problem = ""
            try:
                write_private(Path(path), sent.pdf)
            except OSError as error:
                words = self.tr("The file was not saved: {reason}. Undo takes the record back.")
                problem = words.format(reason=error.strerror or "")
            self._left(sent, problem)

        if self.made is not None:
            self._send(kept)

    def _send(self, kept: Callable[[PacketSent], None]) -> None:
        if self.made is None:
            return
        request, made = self.made
        asked = SendPacket(request, self._row.version, made.content, self.options.how.currentData())
        self.context.jobs.run("services.referral_packets.send", asked, owner=self, done=kept, failed=self._refused)

    def _left(self, sent: PacketSent, problem: str) -> None:
        self.sent.emit(sent)
        if problem:
            self._say("high", problem)
            return
        self.accept()
