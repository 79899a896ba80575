"""The pages of a patient from anywhere in the window: print their set, choose it, see what they were given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.handed_out import OutdatedRow, WaitingPage
from icm_desktop.contracts.handouts import HandoutRequest
from icm_desktop.contracts.phrases import PageLanguage
from icm_desktop.contracts.print_sets import PatientSet
from ui.context import AppContext
from ui.dialogs.pages_given import PagesGiven
from ui.dialogs.print_batch import BatchDone, BatchPage, PrintBatch
from ui.dialogs.print_preview_paper import Paper
from ui.dialogs.print_progress import PrintProgress
from ui.dialogs.print_set import PrintSetDialog
from ui.dialogs.teach_back import TeachBackDialog


class PatientPages(QObject):
    """`paper_for` says where a kind of page goes (tests give their own)."""

    paper_for: Callable[[str], Paper] | None = None

    def __init__(self, context: AppContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._context, self._owner = context, owner

    def print_set(self, head: PatientHead) -> None:
        """Print the pages chosen for this patient, with the sheets of what does not fit."""
        self._ask_set(head, partial(self._print_set, head))

    def choose_set(self, head: PatientHead) -> None:
        """Choose which pages this patient gets."""

        def opened(current: PatientSet, known: tuple[PageLanguage, ...]) -> None:
            dialog = PrintSetDialog(self._context, head, current, known, self._owner)
            name = self.tr("pages of {family}").format(family=head.family.upper())
            words = self.tr("Kept: F9 on the chart prints these pages.")
            dialog.saved.connect(lambda done: self._context.feedback.done(words, name, done.changes))
            dialog.open()

        def asked(current: PatientSet) -> None:
            done = partial(opened, current)
            self._context.jobs.run("queries.phrase_banks.languages", owner=self, done=done)

        self._ask_set(head, asked)

    def given(self, head: PatientHead) -> None:
        """What was made for this patient."""
        PagesGiven(self._context, head, self._owner).open()

    def print_again(self, rows: Sequence[OutdatedRow]) -> None:
        """Make the pages anew as they were asked for, and print them."""
        self._print(BatchPage(row.head, row.again, contact_id=row.contact_id) for row in rows if not row.needs_ticking)

    def print_waiting(self, rows: Sequence[WaitingPage]) -> None:
        """Print pages that waited for a printer, exactly as they are kept."""
        self._print(
            BatchPage(row.head, HandoutRequest(row.head.id, row.kind), row.copies, handout_id=row.handout_id)
            for row in rows
        )

    def _ask_set(self, head: PatientHead, done: Callable[[PatientSet], object]) -> None:
        self._context.jobs.run("queries.print_sets.of_patient", head.id, owner=self, done=done)

    def _print_set(self, head: PatientHead, current: PatientSet) -> None:
        chosen = current.chosen
        paper = chosen.paper or self._context.preferences.text("print/paper", "letter")
        pages = [
            BatchPage(
                head,
                HandoutRequest(head.id, kind, chosen.language, chosen.large_print, paper, with_sheets=True),
                chosen.copies,
                chosen.two_sided,
            )
            for kind in chosen.kinds
        ]
        self._print(pages, then=partial(self._ask_back, head))

    def _print(self, pages: Iterable[BatchPage], then: Callable[[BatchDone], object] | None = None) -> None:
        batch = PrintBatch(self._context, list(pages), paper_for=self.paper_for)
        if not len(batch):
            self._context.feedback.say(self.tr("Choose the pages first."))
            return
        dialog = PrintProgress(self._context, batch, self._owner.window())
        if then is not None:
            dialog.finished_printing.connect(then)
        dialog.start()

    def _ask_back(self, head: PatientHead, done: BatchDone) -> None:
        if done.printed:
            TeachBackDialog(self._context, head, done.printed, self._owner.window()).open()
