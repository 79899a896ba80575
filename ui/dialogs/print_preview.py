"""The page before it is printed: what will come out on the left, what can be chosen on the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.handouts import HandoutKept, HandoutMade, HandoutRequest, HandoutRow, KeepHandout
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.handout_words import kind_words
from ui.dialogs.print_preview_copy import CopyChoice
from ui.dialogs.print_preview_notes import PreviewNotes
from ui.dialogs.print_preview_options import PrintOptions
from ui.dialogs.print_preview_paper import Paper, paint
from ui.latest import Latest
from ui.messages import sentence
from ui.private_file import write_private
from ui.widgets.banner import MicroBanner
from ui.widgets.buttons import Button
from ui.widgets.labels import Text
from ui.widgets.pdf_view import PdfView
from ui.widgets.scrolling import scrolling

_PRINTER = "print/next_steps/printer"  # the last one used here for this kind of page
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PrintPreview(QDialog):
    """ "Your next steps" of one patient. Enter prints, Ctrl+S saves the PDF; either keeps the exact page.

    `paper` is where pages go; `save_to` asks for a file (tests give their own of both).
    """

    def __init__(self, context: AppContext, head: PatientHead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.head = context, head
        self.made: HandoutMade | None = None
        self.paper = Paper(context.preferences.text(_PRINTER))
        self.save_to = self._ask_file
        self._print_when_there = False
        self._ready = False
        self._asked = Latest(context.jobs, self)
        self._last: HandoutRow | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Print next steps"))
        self.view = PdfView()
        self.options = PrintOptions(context, head.id)
        self.notes = PreviewNotes(context)
        self.copy_for = CopyChoice(context, head.id)
        self.last_line = Text("small", "", tone="text_2", wrap=True)
        self.again_button = Button(self.tr("Show t&hat page"))
        self.print_button = Button(self.tr("&Print"), "printer", primary=True)
        self.other_button = Button(self.tr("Print on &another printer…"), "printer")
        self.save_button = Button(self.tr("&Save PDF…"), "save")
        self.close_button = Button(self.tr("Close"))
        self._lay_out()
        self._wire()
        self.ask(self.options.request)
        context.jobs.run("queries.handed_out.history", head.id, owner=self, done=self._show_last)

    def _lay_out(self) -> None:
        theme, room = self.context.theme, self.screen().availableSize()
        self.resize(min(theme.px(1200), room.width() - 40), min(theme.px(690), room.height() - 40))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(MicroBanner(self.context, self.head, self))
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(self.view, 1)
        sides.addWidget(self._right(), 0)
        whole.addLayout(sides, 1)

    def _right(self) -> QWidget:
        theme, side = self.context.theme, QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, theme.px(8), 0)
        inner.setSpacing(theme.px(12))
        for widget in (self.copy_for, self.options, self.notes, self.last_line):
            inner.addWidget(widget)
        inner.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addStretch(1)
        area = scrolling(inside)
        column.addWidget(area, 1)
        column.addWidget(self.print_button)
        if last := self.context.preferences.text(_PRINTER):
            column.addWidget(Text("small", self.tr("Printer: {name}").format(name=last), tone="text_2", wrap=True))
        column.addWidget(self.other_button)
        self.other_button.setVisible(bool(last))
        for button in (self.print_button, self.other_button, self.save_button, self.close_button):
            button.setMinimumHeight(theme.px(32))
            button.setAutoDefault(False)
        self.again_button.setMinimumHeight(theme.px(28))
        self.again_button.setAutoDefault(False)
        self.last_line.hide()
        self.again_button.hide()
        self.print_button.setDefault(True)
        wide = min(theme.px(320), round(self.width() * 0.55))
        side.setFixedWidth(wide)
        column.addLayout(self._other_buttons(wide - theme.px(40)))
        self.options.limit_width(wide - theme.px(16) * 2 - theme.px(8) - area.verticalScrollBar().sizeHint().width())
        return side

    def _other_buttons(self, room: int) -> QBoxLayout:
        """Save and Close side by side, or one over the other where letters are large."""
        buttons = (self.save_button, self.close_button)
        apart = sum(button.sizeHint().width() for button in buttons) <= room
        others = QBoxLayout(QBoxLayout.Direction.LeftToRight if apart else QBoxLayout.Direction.TopToBottom)
        for button in buttons:
            others.addWidget(button)
        return others

    def _wire(self) -> None:
        self.options.changed.connect(self.ask)
        self.options.changed.connect(lambda request: self.copy_for.with_sensitive(bool(request.sensitive_ids)))
        self.again_button.clicked.connect(self._show_again)
        self.print_button.clicked.connect(self.print_page)
        self.other_button.clicked.connect(self.print_elsewhere)
        self.save_button.clicked.connect(self.save_page)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save_page)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_page)
        self.print_button.setFocus()

    # the page

    def ask(self, request: HandoutRequest) -> None:
        """Ask for the page as it is wished now."""
        self._set_ready(False)
        self._asked.ask("reports.handouts.render", request, done=self.show_made, failed=self._refused)

    def show_made(self, made: HandoutMade) -> None:
        """Show a page and what to know of it."""
        self.made = made
        self.view.show_pdf(made.pdf)
        self.options.show_made(made)
        self.notes.show_made(made)
        self.print_button.setText(self.tr("&Print %n page(s)", "", made.pages))
        self._set_ready(True)
        if self._print_when_there:
            self.print_page()

    def _refused(self, error: UserError) -> None:
        self._print_when_there = False
        self._set_ready(self.made is not None)
        self.notes.say("high", sentence(error, self.context.formatting))

    def _set_ready(self, ready: bool) -> None:
        """The buttons stay enabled, so that the keyboard stays on Print; what is pressed too early waits."""
        self._ready = ready

    def _show_last(self, rows: tuple[HandoutRow, ...]) -> None:
        if not rows:
            return
        self._last = rows[0]
        how = self.tr("printed") if rows[0].how == "printed" else self.tr("saved")
        words = self.tr("Last page: {page}, {how} {date} by {name}.")
        at = self.context.formatting.date_time(rows[0].made_at)
        page = kind_words().get(rows[0].kind, rows[0].kind)
        told = words.format(page=page, how=how, date=at, name=rows[0].by)
        whose = self.tr("Copy for {name}.").format(name=rows[0].sent_to) if rows[0].sent_to else ""
        self.last_line.setText(f"{told} {whose}".strip())
        self.last_line.show()
        self.again_button.show()

    def _show_again(self) -> None:
        if self._last is not None:
            self._set_ready(False)
            self._asked.ask("queries.handed_out.kept", self._last.id, done=self.show_made, failed=self._refused)

    # out of the program

    def print_page(self) -> None:
        """Print; pressed before the page is there, it prints as soon as it is."""
        if not self._ready or self.made is None:
            self._print_when_there = True
            return
        self._print_when_there = False
        if not self.copy_for.ready():
            return
        self._print(self.paper.known(self.made.paper, self.made.pages))

    def print_elsewhere(self) -> None:
        """Print on a printer that is chosen now."""
        if self._ready and self.copy_for.ready():
            self._print(None)

    def _print(self, printer: QPrinter | None) -> None:
        """Print on this printer, else on one that is chosen."""
        assert self.made is not None  # noqa: S101  only a page that is shown is printed
        if printer is None and not self.paper.is_there():
            self.notes.say("high", self.tr("This computer knows no printer. Save the PDF instead."))
            self.save_button.setFocus()
            return
        printer = printer or self.paper.choose(self, self.made.paper, self.made.pages)
        if printer is None:
            return
        if not paint(self.made.pdf, printer):
            self.notes.say(
                "high", self.tr("The printer did not take the page. Nothing was recorded. Try again or save.")
            )
            return
        self.context.preferences.keep(_PRINTER, printer.printerName())
        name = printer.printerName() or self.tr("the printer")
        self._keep("printed", self.tr("Sent to {printer}, %n page(s)", "", self.made.pages).format(printer=name))

    def save_page(self) -> None:
        """Save the PDF where the person says; the file can be read by them only."""
        if not self._ready or self.made is None or not self.copy_for.ready():
            return
        chosen = self.save_to()
        if chosen is None:
            return
        try:
            write_private(chosen, self.made.pdf)
        except OSError as error:
            words = self.tr("The file was not saved: {reason}. Choose another place.")
            self.notes.say("high", words.format(reason=error.strerror or ""))
            return
        self._keep("saved", self.tr("Saved as {file}").format(file=chosen.name))

    def _ask_file(self) -> Path | None:
        name, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save PDF"), f"{self.options.request.kind}.pdf", "PDF (*.pdf)"
        )
        return Path(name) if name else None

    def _keep(self, how: str, told: str) -> None:
        assert self.made is not None  # noqa: S101  only a page that is shown can be kept
        person = self.copy_for.person()
        request = KeepHandout(
            self.head.id, self.made, how, person.contact_id if person else None,
            bool(self.options.request.sensitive_ids), self.copy_for.reason.text() or None,
        )  # fmt: skip
        self._set_ready(False)
        self.context.jobs.run(
            "services.handouts.keep",
            request,
            owner=self,
            done=lambda kept: self._kept(kept, told),
            failed=self._refused,
        )

    def _kept(self, kept: HandoutKept, told: str) -> None:
        name = self.tr("record of the page, {family}").format(family=self.head.family.upper())
        self.context.feedback.done(told, name, kept.changes)
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not isinstance(self.focusWidget(), QPushButton):
            self.print_page()
        else:
            super().keyPressEvent(event)
