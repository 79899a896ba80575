"""What dialogs of pages for others share: the pages on the left, the way out of the program on the right."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.print_preview_paper import TWO_SIDED, Paper, Wanted, paint, printer_key
from ui.dialogs.sheet_preview import ask_pdf_file
from ui.latest import Latest
from ui.messages import sentence
from ui.private_file import write_private
from ui.widgets.banner import MicroBanner
from ui.widgets.buttons import Button
from ui.widgets.pdf_view import PdfView
from ui.widgets.shape_label import ShapeLabel


class PacketDialog(QDialog):
    """Print or save; either keeps the exact pages and records that they left.

    `paper` is where pages go; `save_to` asks for a file (tests give their own of both). A subclass says how many
    `pages` are ready (0: none) and `keep`s what leaves; what it kept has the exact `pdf`. `file_name` names no patient:
    others read the print queue. `made` is what was asked for and the pages of it, None while there are none.
    """

    sent = Signal(object)  # what was kept
    made: tuple[Any, Any] | None
    file_name = "referral"

    def __init__(self, context: AppContext, head: PatientHead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self._head, self.made = context, head, None
        self.asked = Latest(context.jobs, self)
        self.paper = Paper(context.preferences.text(printer_key(self.file_name)))
        self.save_to = self._ask_file
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.view = PdfView()
        self.message = ShapeLabel(parent=self)
        self.message.hide()
        self.print_button = Button(
            QCoreApplication.translate("PacketDialog", "Print and &record"), "printer", primary=True
        )
        self.other_button = Button(QCoreApplication.translate("PacketDialog", "Print on &another printer…"), "printer")
        if not self.paper.name:
            self.other_button.hide()
        self.save_button = Button(QCoreApplication.translate("PacketDialog", "Save PD&F and record…"), "save")
        self.close_button = Button(QCoreApplication.translate("PacketDialog", "Close"))
        self.print_button.clicked.connect(self.print_pages)
        self.other_button.clicked.connect(self.print_elsewhere)
        self.save_button.clicked.connect(self._save)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_pages)
        QShortcut(QKeySequence("Ctrl+S"), self, self._save)

    @abstractmethod
    def pages(self) -> int:
        """How many pages are ready to leave."""

    @abstractmethod
    def keep(self, kept: Callable[[Any], None]) -> None:
        """Keep and record the pages, then go on with what was kept."""

    def lay_out(self, choices: QWidget, *below: QWidget) -> None:
        """Choices above, what else there is below them, then the ways out."""
        theme, room = self.context.theme, self.screen().availableSize()
        self.resize(min(theme.px(1200), room.width() - 40), min(theme.px(760), room.height() - 40))
        whole, sides, right = QVBoxLayout(self), QHBoxLayout(), QWidget()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(MicroBanner(self.context, self._head, self))
        column = QVBoxLayout(right)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(choices, 1)
        self._add(
            column, (*below, self.message, self.print_button, self.other_button, self.save_button, self.close_button)
        )
        self.print_button.setDefault(True)
        right.setFixedWidth(min(theme.px(360), round(self.width() * 0.55)))
        sides.setSpacing(0)
        sides.addWidget(self.view, 1)
        sides.addWidget(right)
        whole.addLayout(sides, 1)

    def _add(self, column: QVBoxLayout, parts: Sequence[QWidget]) -> None:
        for part in parts:
            column.addWidget(part)
            if isinstance(part, Button):
                part.setMinimumHeight(self.context.theme.px(32))
                part.setAutoDefault(False)

    def make(self, name: str, request: object, told: Callable[[Any], None]) -> None:
        """Ask the use case `name` for pages, show them, and then what is to be told of them."""
        self.made = None

        def done(made: Any) -> None:
            self.made = (request, made)
            self.view.show_pdf(made.pdf)
            told(made)

        self.asked.ask(name, request, done=done, failed=self.refused)

    def look_at(self, name: str, number: int, words: str) -> None:
        """Show kept pages. They are looked at only: another choice shows the pages of now again."""
        self.make_nothing()
        self.context.jobs.run(name, number, owner=self, done=self.view.show_pdf)
        self.say("info", words)

    def make_nothing(self) -> None:
        """Nothing is ready to leave; what is on its way is not shown."""
        self.asked.forget()
        self.made = None

    def refused(self, error: UserError) -> None:
        """Say why something is not possible."""
        self.say("high", sentence(error, self.context.formatting))

    def say(self, level: str, words: str) -> None:
        """A sentence above the buttons."""
        self.message.say(level, words)
        self.message.show()

    def print_pages(self) -> None:
        """On the printer of the last time, else on one that is chosen."""
        self._print(self.paper.usual)

    def print_elsewhere(self) -> None:
        """On a printer that is chosen now."""
        self._print(self.paper.choose)

    def _print(self, printer_for: Callable[[QWidget, str, int], QPrinter | None]) -> None:
        """Find the printer, keep and record the pages, then put exactly that on paper."""
        if not self.pages():
            return
        if not self.paper.is_there():
            self.say(
                "high",
                QCoreApplication.translate("PacketDialog", "This computer knows no printer. Save the PDF instead."),
            )
            self.save_button.setFocus()
            return
        both = self.context.preferences.flag(TWO_SIDED, True)
        self.paper.wanted = Wanted(two_sided=both, name=self.file_name)
        printer = printer_for(self, "letter", self.pages())
        if printer is None:
            return

        def kept(sent: Any) -> None:
            done = paint(sent.pdf, printer)
            if done and printer.printerName():
                self.context.preferences.keep(printer_key(self.file_name), printer.printerName())
            self._left(
                sent,
                ""
                if done
                else QCoreApplication.translate(
                    "PacketDialog", "The printer did not take the pages. Undo takes the record back."
                ),
            )

        self.keep(kept)

    def _save(self) -> None:
        if self.pages():
            self.save_to()

    def _ask_file(self) -> None:
        title = QCoreApplication.translate("PacketDialog", "Save the pages")
        ask_pdf_file(self, title, self.file_name, self.save_pages)

    def save_pages(self, path: str) -> None:
        """Keep and record the pages, then write exactly that to a file only this account can read."""

        def kept(sent: Any) -> None:
            problem = ""
            try:
                write_private(Path(path), sent.pdf)
            except OSError as error:
                words = QCoreApplication.translate(
                    "PacketDialog", "The file was not saved: {reason}. Undo takes the record back."
                )
                problem = words.format(reason=error.strerror or "")
            self._left(sent, problem)

        if self.pages():
            self.keep(kept)

    def _left(self, sent: Any, problem: str) -> None:
        self.sent.emit(sent)
        if problem:
            self.say("high", problem)
            return
        self.accept()
