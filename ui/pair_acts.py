"""What one does with two look-alikes: the same acts on the list of look-alikes and on the Exchange screen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.duplicates import Decided, DuplicateRow, Merged, PairOf
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.dialogs.merge_records import MergeDialog


class PairActs(QWidget):
    """Invisible; lives on the page whose rows it acts on."""

    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self.hide()

    def not_the_same(self, row: DuplicateRow | None) -> None:
        """Note that the two are two people."""
        self._decide("services.matching.decisions.not_the_same", row, self._told_different)

    def open_again(self, row: DuplicateRow | None) -> None:
        """Make the two a question again."""
        self._decide("services.matching.decisions.open_again", row, self._told_again)

    def _decide(self, name: str, row: DuplicateRow | None, then: object) -> None:
        if row is not None and callable(then):
            self._context.jobs.run(name, PairOf(row.one.id, row.other.id), owner=self, done=then)

    def _told_different(self, done: Decided) -> None:
        undo = self.tr("not the same person, {family}").format(family=done.family.upper())
        self._context.feedback.done(self.tr("Noted: not the same person."), undo, done.changes)

    def _told_again(self, done: Decided) -> None:
        undo = self.tr("open the question again, {family}").format(family=done.family.upper())
        self._context.feedback.done(self.tr("The two are on the list again."), undo, done.changes)

    def merge(self, row: DuplicateRow | None) -> None:
        """Merge the pair: the newer record, on the right of the list, into the older one."""
        if row is None or not self._context.may(Privilege.MERGE):
            return
        dialog = MergeDialog(self._context, row.other.id, row.one.id, self.window())
        dialog.saved.connect(self._merged)
        dialog.open()

    def _merged(self, done: Merged) -> None:
        name = self._context.formatting.name(done.survivor)
        told = self.tr("Merged {number} into {name}.").format(number=done.source_number, name=name)
        self._context.feedback.done(told, self.tr("merge into {name}").format(name=name), done.changes)
