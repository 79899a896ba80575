"""A document leaves the program: a copy in a file, or on paper; either is recorded before it leaves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from icm_desktop.contracts.documents import DocumentFile, DocumentShown
from icm_desktop.domain.document_forms import DocumentForm, suffix_of
from ui.context import AppContext
from ui.feedback import Level
from ui.reader.words_view import WordsView

_KIND = "document"  # whose printer is remembered on this computer


class DocumentOut(QObject):
    """`ask_file` and `ask_printer` are the system's dialogs (tests give their own)."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self.ask_file: Callable[[str], Path | None] = self._choose_file
        self.ask_printer: Callable[[], QPrinter | None] = self._choose_printer

    def save(self, shown: DocumentShown) -> None:
        """Save the attachment as it came, where the person says."""
        chosen = self.ask_file(f"document-{shown.row.id}{_suffix(shown)}") if shown.row.parts else None
        if chosen is not None:
            self._take(shown, "saved", lambda file: self._write(chosen, file))

    def print_pages(self, shown: DocumentShown, text: WordsView) -> None:
        """Print what the reader shows."""
        if shown.problem is not None:
            self._context.feedback.say(self.tr("This document cannot be printed here. Save a copy instead."))
            return
        printer = self.ask_printer()
        if printer is not None:
            printer.setDocName("document")  # the print queue is read by others: no name of a patient
            self._take(shown, "printed", lambda _file: self._print(shown, text, printer))

    def _take(self, shown: DocumentShown, how: str, then: Callable[[DocumentFile], None]) -> None:
        if shown.part >= len(shown.row.parts):
            self._context.feedback.say(self.tr("There is nothing in this document to copy."))
            return
        part = shown.row.parts[shown.part]
        self._context.jobs.run("services.documents.take_out", part.id, how, owner=self, done=then)

    def _write(self, chosen: Path, file: DocumentFile) -> None:
        from ui.private_file import write_private

        try:
            write_private(chosen, file.data)
        except OSError as error:
            words = self.tr("The file was not saved: {reason}. Choose another place.")
            self._context.feedback.say(words.format(reason=error.strerror or ""), Level.HIGH)
            return
        words = self.tr("Saved as {file}. This copy is outside the encrypted record: delete it when it is not needed.")
        self._context.feedback.say(words.format(file=chosen.name), Level.CAUTION)

    def _print(self, shown: DocumentShown, text: WordsView, printer: QPrinter) -> None:
        if shown.data is not None:
            from ui.reader.paper import paint_pages

            done = paint_pages(shown.data, shown.form is DocumentForm.PDF, printer)
        else:
            text.printed().print_(printer)
            done = True
        if done:
            self._remember(printer)
            self._context.feedback.say(self.tr("Sent to the printer."), Level.GOOD)
        else:
            self._context.feedback.say(self.tr("The printer did not take the document. Try again or save a copy."),
                                       Level.HIGH)  # fmt: skip

    def _remember(self, printer: QPrinter) -> None:
        from ui.dialogs.print_preview_paper import printer_key

        if printer.printerName():
            self._context.preferences.keep(printer_key(_KIND), printer.printerName())

    def _choose_file(self, name: str) -> Path | None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self._window, self.tr("Save a copy outside the encrypted record"), name
        )
        return Path(chosen) if chosen else None

    def _choose_printer(self) -> QPrinter | None:
        from ui.dialogs.print_preview_paper import Paper, printer_key

        printer = Paper(self._context.preferences.text(printer_key(_KIND))).last()
        dialog = QPrintDialog(printer, self._window)
        return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def _suffix(shown: DocumentShown) -> str:
    """How the name of the copy ends; the name itself says nothing of the patient."""
    said = shown.row.parts[shown.part].content_type
    return suffix_of(said, shown.data or b"") or {DocumentForm.RTF: ".rtf", DocumentForm.TEXT: ".txt"}.get(
        shown.form, ".xml" if shown.form is DocumentForm.XML else ""
    )
