"""A sheet for staff before it is printed: in memory only, until somebody prints or saves it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.context import AppContext
from ui.dialogs.print_preview_paper import TWO_SIDED, Paper, Wanted, paint, printer_key, shape_of
from ui.preferences import Preferences
from ui.private_file import write_private
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.pdf_view import PdfView
from ui.widgets.shape_label import ShapeLabel

_DAY = re.compile(r"-\d{4}-\d{2}-\d{2}$")


def squares_words(missing: str) -> str:
    """What is said before something is printed that no font of ours has."""
    words = QCoreApplication.translate(
        "SheetPreview", "These characters cannot be printed and show as a square: {letters}"
    )
    return words.format(letters=missing)


def ask_pdf_file(parent: QWidget, title: str, name: str, chosen: Callable[[str], None]) -> None:
    """Ask where to save a PDF that is called `name`, without blocking; `chosen` gets the path."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter("PDF (*.pdf)")
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(f"{name}.pdf")
    dialog.fileSelected.connect(chosen)
    dialog.open()


class Sheet(Protocol):
    """Pages that were made, and the characters in them that no font has."""

    @property
    def pdf(self) -> bytes: ...
    @property
    def missing(self) -> str: ...


def show_sheet(context: AppContext, made: Sheet, parent: QWidget, *, title: str, name: str, saved: str = "") -> None:
    """Put pages over a window, to be printed or saved as `name`; `saved`: said after saving."""
    preview = SheetPreview(
        made.pdf, parent, title=title, file_name=name, missing=made.missing, preferences=context.preferences
    )
    preview.saved_words = saved
    preview.open()


class SheetPreview(QDialog):
    """Print, save or close. `paper` is where pages go (tests give their own).

    With `preferences` it prints at once where pages of this kind were printed last on this computer; `file_name` up to
    its day is the kind. Without, the printer is chosen each time.
    """

    saved_words = ""  # said after saving, where there is more to say

    def __init__(
        self,
        pdf: bytes,
        parent: QWidget,
        *,
        title: str = "",
        file_name: str = "icm-recovery",
        missing: str = "",
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__(parent)
        self.pdf, self._preferences = pdf, preferences
        self.kind = _DAY.sub("", file_name)
        self.paper = Paper(preferences.text(printer_key(self.kind)) if preferences else "")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._file_name = file_name
        self.setWindowTitle(title or self.tr("The recovery sheet"))
        theme = Theme.current()
        self.view = PdfView(self)
        self.message = ShapeLabel(parent=self)
        self.message.hide()
        self.print_button = Button(self.tr("&Print"), "printer", self, primary=True)
        self.other_button = Button(self.tr("Print on &another printer…"), "printer", self)
        if not self.paper.name:
            self.other_button.hide()
        self.save_button = Button(self.tr("&Save PDF…"), "save", self)
        self.close_button = Button(self.tr("Close"), parent=self)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.close_button, self.save_button, self.other_button, self.print_button):
            buttons.addWidget(button)
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12))
        column.addWidget(self.view, 1)
        column.addWidget(self.message)
        column.addLayout(buttons)
        room = self.screen().availableSize()
        self.resize(min(theme.px(820), room.width() - 40), min(theme.px(760), room.height() - 40))
        self.print_button.clicked.connect(self.print_sheet)
        self.other_button.clicked.connect(self.print_elsewhere)
        self.save_button.clicked.connect(self._ask_file)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_sheet)
        QShortcut(QKeySequence("Ctrl+S"), self, self._ask_file)
        self.print_button.setDefault(True)
        self.print_button.setFocus()
        if missing:
            self._tell("caution", squares_words(missing))

    def showEvent(self, event: QShowEvent) -> None:
        """Drawn when there is a size to draw it in."""
        super().showEvent(event)
        if self.pdf and not self.view.pages:
            QTimer.singleShot(0, self, self.show_pages)

    def show_pages(self) -> None:
        """Show the pages; their number stands on the button."""
        self.view.show_pdf(self.pdf)
        self.print_button.setText(self.tr("&Print %n page(s)", "", self.view.pages))

    def print_sheet(self) -> None:
        """On the printer of the last time, else on one that is chosen."""
        self.print_on(self.paper.usual)

    def print_elsewhere(self) -> None:
        """On a printer that is chosen now."""
        self.print_on(self.paper.choose)

    def print_on(self, printer_for: Callable[[QWidget, str, int], QPrinter | None]) -> None:
        """Paint every page on the printer that this answers for a paper and a number of pages."""
        printer = self.printer(printer_for, *shape_of(self.pdf))
        if printer is None:
            return
        if paint(self.pdf, printer):
            self.remember(printer)
            self.accept()
        else:
            self._tell("high", self.tr("The printer did not take the page."))

    def printer(
        self,
        printer_for: Callable[[QWidget, str, int], QPrinter | None],
        paper: str,
        pages: int,
        *,
        both_sides: bool = True,
    ) -> QPrinter | None:
        """The printer, ready for these pages; None when there is none, which is said, or nobody wants one."""
        if not self.paper.is_there():
            self._tell("high", self.tr("This computer knows no printer. Save the PDF instead."))
            self.save_button.setFocus()
            return None
        both = both_sides and (self._preferences is None or self._preferences.flag(TWO_SIDED, True))
        self.paper.wanted = Wanted(1, two_sided=both, name=self._file_name)
        return printer_for(self, paper, pages)

    def remember(self, printer: QPrinter) -> None:
        """The next page of this kind goes there, too."""
        if self._preferences is not None and printer.printerName():
            self._preferences.keep(printer_key(self.kind), printer.printerName())

    def _ask_file(self) -> None:
        ask_pdf_file(self, self.tr("Save the sheet"), self._file_name, self.save_sheet)

    def save_sheet(self, path: str) -> None:
        """Write a file only this account can read."""
        try:
            write_private(Path(path), self.pdf)
        except OSError as error:
            words = self.tr("The file was not saved: {reason}. Choose another place.")
            self._tell("high", words.format(reason=error.strerror or ""))
        else:
            told = self.tr("Saved. It can name patients: delete the file once it is printed.")
            self._tell("caution", self.saved_words or told)

    def _tell(self, level: str, words: str) -> None:
        self.message.say(level, words)
        self.message.show()
