"""Letters before they are printed: all in order; what the printer took is kept and noted for each patient."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.letters import KeepLetters, LettersKept, LettersMade
from ui.context import AppContext
from ui.dialogs.print_preview_paper import PaintRun
from ui.dialogs.sheet_preview import SheetPreview, squares_words
from ui.private_file import write_private
from ui.widgets.buttons import Button

_MOST_SHOWN = 30  # pages; of a long batch nobody looks at each


class LettersPreview(SheetPreview):
    """Print or save; either is noted as a letter sent to each patient, and can be taken back."""

    kept = Signal(object)  # LettersKept

    def __init__(self, context: AppContext, made: LettersMade, title: str, parent: QWidget) -> None:
        super().__init__(
            made.pdf, parent, title=title, file_name=made.kind.replace("_", "-"), preferences=context.preferences
        )
        self.context, self.made = context, made
        self._run: PaintRun | None = None
        self.print_button.setText(self.tr("&Print %n page(s)", "", made.pages))
        self.stop_button = Button(self.tr("S&top printing"), "octagon-x", self)
        self.stop_button.hide()
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.stop_button)
        self.stop_button.clicked.connect(self.stop)
        self._say_before()

    def _say_before(self) -> None:
        told = []
        if self.made.pages > _MOST_SHOWN:
            words = self.tr("The first {shown} of {pages} pages are shown; all are printed.")
            told.append(words.format(shown=_MOST_SHOWN, pages=self.made.pages))
        if self.made.missing:
            told.append(squares_words(self.made.missing))
        if told:
            self._tell("caution" if self.made.missing else "info", " ".join(told))

    def showEvent(self, event: QShowEvent) -> None:
        """Drawn when there is a size to draw it in; of a long batch only its beginning."""
        super(SheetPreview, self).showEvent(event)
        if not self.view.pages:
            QTimer.singleShot(0, self, lambda: self.view.show_pdf(self.pdf, _MOST_SHOWN))

    def print_on(self, printer_for: Callable[[QWidget, str, int], QPrinter | None]) -> None:
        """Page by page; it can be stopped. Never on both sides: the next page may be somebody else's."""
        if self._run is not None:
            return
        printer = self.printer(printer_for, self.made.paper, self.made.pages, both_sides=False)
        if printer is None:
            return
        self.remember(printer)
        self._set_printing(True)
        self._run = PaintRun(self.pdf, printer, self)
        self._run.painted.connect(self._painted)
        self._run.ended.connect(self._ended)
        self._run.start()

    def _set_printing(self, on: bool) -> None:
        for button in (self.print_button, self.other_button, self.save_button, self.close_button):
            button.setEnabled(not on)
        self.stop_button.setVisible(on)
        if on:
            self.stop_button.setFocus()

    def _painted(self, done: int, total: int) -> None:
        self._tell("info", self.tr("Page {done} of {total}").format(done=done, total=total))

    def stop(self) -> None:
        """Print no further page."""
        if self._run is not None:
            self._run.stop()

    def _ended(self, pages: int) -> None:
        self._run = None
        self._set_printing(False)
        whole = [one for one in self.made.letters if one.first_page + one.pages - 1 <= pages]
        if pages < self.made.pages:
            words = self.tr("Stopped: {pages} of {all} pages went to the printer, {letters} of {of} letters are whole.")
            told = words.format(pages=pages, all=self.made.pages, letters=len(whole), of=len(self.made.letters))
            self._tell("high", told)
            self._keep(tuple(whole), "printed", close=False)
        else:
            self._keep(self.made.letters, "printed", close=True)

    def _keep(self, letters: tuple[object, ...], how: str, *, close: bool) -> None:
        if not letters:
            if close:
                self.accept()
            return
        request = KeepLetters(self.made.kind, self.made.paper, letters, how)  # type: ignore[arg-type]

        def done(kept: LettersKept) -> None:
            self.kept.emit(kept)
            if close:
                self.accept()

        self.context.jobs.run("services.letters.keep", request, owner=self, done=done, lane="long",
                              label=self.tr("Noting the letters"))  # fmt: skip

    def save_sheet(self, path: str) -> None:
        """Write a file only this account can read; noted like a print."""
        try:
            write_private(Path(path), self.pdf)
        except OSError as error:
            words = self.tr("The file was not saved: {reason}. Choose another place.")
            self._tell("high", words.format(reason=error.strerror or ""))
            return
        self._tell("good", self.tr("Saved. The file holds patient names and is not encrypted: delete it when sent."))
        self._keep(self.made.letters, "saved", close=False)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Not while pages go to the printer."""
        if self._run is not None:
            self.stop()
            event.ignore()
        else:
            super().closeEvent(event)

    def reject(self) -> None:
        """Esc stops the printing first."""
        if self._run is not None:
            self.stop()
        else:
            super().reject()
