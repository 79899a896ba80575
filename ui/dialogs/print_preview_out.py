"""How a page leaves the preview: printed, kept for a printer that is not there, saved, or made ready for e-mail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from icm_desktop.contracts.handed_out import EmailWish
from icm_desktop.contracts.handouts import (
    FOR_EMAIL,
    WAITING,
    HandoutKept,
    HandoutMade,
    HandoutText,
    KeepHandout,
)
from icm_desktop.errors import UserError
from ui.dialogs.page_mail import write_mail
from ui.dialogs.print_batch import BatchPage, PrintBatch
from ui.dialogs.print_preview_paper import Wanted, paint, printer_key
from ui.dialogs.print_progress import PrintProgress
from ui.dialogs.teach_back import TeachBackDialog
from ui.messages import sentence
from ui.private_file import write_private

if TYPE_CHECKING:
    from ui.dialogs.print_preview import PrintPreview


class PagesOut(QObject):
    """`save_to` and `folder` ask for a file and a folder (tests give their own)."""

    def __init__(self, preview: PrintPreview) -> None:
        super().__init__(preview)
        self._preview, self._context = preview, preview.context
        self.save_to: Callable[[], Path | None] = self._ask_file
        self.folder: Callable[[], Path | None] = self._ask_folder

    def print_on(self, made: HandoutMade, printer: QPrinter | None) -> None:
        """Print on this printer, else on one that is chosen; without any the page is kept and waits."""
        preview, options = self._preview, self._preview.options
        paper = preview.paper
        paper.wanted = Wanted(options.copies.value(), options.two_sided.isChecked(), made.kind)
        if printer is None and not paper.is_there():
            words = self.tr("No printer is known here: the page is kept and waits in Pages for patients.")
            self._keep(made, WAITING, words)
            return
        printer = printer or paper.choose(preview, made.paper, made.pages)
        if printer is None:
            return
        if not paint(made.pdf, printer):
            preview.notes.say(
                "high", self.tr("The printer did not take the page. Nothing was recorded. Try again or save.")
            )
            return
        self._context.preferences.keep(printer_key(made.kind), printer.printerName())
        name = printer.printerName() or self.tr("the printer")
        self._keep(made, "printed", self.tr("Sent to {printer}, %n page(s)", "", made.pages).format(printer=name))

    def alone(self, made: HandoutMade, then: Callable[[HandoutMade], object]) -> None:
        """Go on with the page as it is without its sheets: a file goes out alone, and must not point to them."""
        if not self._preview.options.sheets_wanted(made):
            then(made)
            return
        request = replace(self._preview.options.request, with_sheets=False)
        self._context.jobs.run("reports.handouts.render", request, owner=self, done=then, failed=self._preview.refused)

    def save(self, made: HandoutMade) -> None:
        """Save the PDF where the person says; the file can be read by them only."""
        chosen = self.save_to()
        if chosen is None:
            return
        try:
            write_private(chosen, made.pdf)
        except OSError as error:
            self._not_written(error)
            return
        self._keep(made, "saved", self.tr("Saved as {file}").format(file=chosen.name))

    def make_ready_for_mail(self, made: HandoutMade) -> None:
        """Where the patient asked for e-mail: files for the person's own mail program."""
        self._context.jobs.run(
            "queries.page_email.wish", self._preview.head.id, owner=self, done=lambda wish: self._mail(made, wish)
        )

    def _mail(self, made: HandoutMade, wish: EmailWish) -> None:
        if not wish.allowed:
            self._refuse("handout.no_email_wish")
        elif made.said.ticked:
            self._refuse("handout.no_email_sensitive")
        elif (folder := self.folder()) is not None:
            request = self._preview.options.request
            self._context.jobs.run(
                "reports.handouts.html", request, owner=self,
                done=lambda page: self._write_mail(made, page, wish, folder), failed=self._preview.refused,
            )  # fmt: skip

    def _write_mail(self, made: HandoutMade, page: HandoutText, wish: EmailWish, folder: Path) -> None:
        try:
            write_mail(folder, made, page, wish)
        except OSError as error:
            self._not_written(error)
            return
        words = self.tr("Ready in {folder} for your mail program, to {address}. Nothing was sent.")
        self._keep(made, FOR_EMAIL, words.format(folder=folder.name, address=wish.address or ""))

    def _refuse(self, code: str) -> None:
        self._preview.notes.say("high", sentence(UserError(code), self._context.formatting))

    def _not_written(self, error: OSError) -> None:
        words = self.tr("The file was not saved: {reason}. Choose another place.")
        self._preview.notes.say("high", words.format(reason=error.strerror or ""))

    def _ask_file(self) -> Path | None:
        name, _kind = QFileDialog.getSaveFileName(
            self._preview, self.tr("Save PDF"), f"{self._preview.options.request.kind}.pdf", "PDF (*.pdf)"
        )
        return Path(name) if name else None

    def _ask_folder(self) -> Path | None:
        name = QFileDialog.getExistingDirectory(self._preview, self.tr("Where your mail program finds the files"))
        return Path(name) if name else None

    # on record

    def _keep(self, made: HandoutMade, how: str, told: str) -> None:
        preview = self._preview
        person = preview.copy_for.person()
        request = KeepHandout(
            preview.head.id, made, how, person.contact_id if person else None, bool(made.said.ticked),
            preview.copy_for.reason.text() or None, preview.hard_reason.text() or None,
            preview.options.copies.value(),
        )  # fmt: skip
        preview.set_ready(False)
        self._context.jobs.run(
            "services.handouts.keep", request, owner=preview, done=lambda kept: self._kept(kept, made, how, told),
            failed=preview.refused,
        )  # fmt: skip

    def _kept(self, kept: HandoutKept, made: HandoutMade, how: str, told: str) -> None:
        preview = self._preview
        name = self.tr("record of the page, {family}").format(family=preview.head.family.upper())
        self._context.feedback.done(told, name, kept.changes)
        window, person = preview.parentWidget(), preview.copy_for.person()
        sheets = preview.options.sheets_wanted(made) if how in ("printed", WAITING) else ()
        preview.accept()
        if how == "printed" and person is None and window is not None:
            TeachBackDialog(self._context, preview.head, (kept.id,), window.window()).open()
        if sheets:
            self._print_sheets(sheets)

    def _print_sheets(self, kinds: tuple[str, ...]) -> None:
        """What did not fit on the page comes out on its own sheets, on the same printer."""
        preview = self._preview
        options, asked, person = preview.options, preview.options.request, preview.copy_for.person()
        pages = [
            BatchPage(
                preview.head,
                replace(asked, kind=kind, most_important=None, with_sheets=False),
                options.copies.value(), options.two_sided.isChecked(), person.contact_id if person else None,
                preview.copy_for.reason.text() or None,
            )
            for kind in kinds
        ]  # fmt: skip
        owner = preview.parentWidget() or preview
        batch = PrintBatch(self._context, pages, paper_for=preview.paper_for)
        PrintProgress(self._context, batch, owner.window()).start()
