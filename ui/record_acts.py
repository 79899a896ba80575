"""What can be done about any record, wherever it is shown: read its history, say it is an error, take that back."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.records import FactDetail, FactRef, Marked, UnmarkMistaken
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.mark_mistaken import MarkMistakenDialog
from ui.dialogs.record_history import RecordHistoryDialog
from ui.feedback import Level
from ui.latest import Latest
from ui.pages.record_words import RecordWords

Current = tuple[FactRef, PatientHead | None]


class RecordActs(QObject):
    """The commands of a list or pane about the record it stands on.

    Args:
        context: The context of the window.
        owner: The widget the forms open over.
        name: Begins the ids of the commands: "calendar" makes "calendar.history" and "calendar.mistaken".
        current: The record and whose it is; None when there is none.
    """

    marked = Signal()

    def __init__(self, context: AppContext, owner: QWidget, name: str, current: Callable[[], Current | None]) -> None:
        super().__init__(owner)
        self._context, self._owner, self._current = context, owner, current
        self._words, self._asked = RecordWords(context), Latest(context.jobs, owner)
        self._history, self._mistaken = self.ids = f"{name}.history", f"{name}.mistaken"

    def actions(self, here: str, read: Privilege | None, write: Privilege = Privilege.DEMOGRAPHICS) -> Iterable[Action]:
        """The two commands, the same words and keys everywhere; `read` and `write` are what the records need."""
        yield Action(self._history, self._words.history_words(), self.open_history, "Ctrl+Shift+H", "history", "work",
                     here, read)  # fmt: skip
        yield Action(self._mistaken, self._words.mistaken_words(), self.mark, None, "circle-x", "work", here, write)

    def enable(self, on: bool = True) -> None:
        """Enable the commands when there is a record to stand on, and `on`."""
        for action_id in self.ids:
            self._context.actions.set_enabled(action_id, on and self._current() is not None)

    def open_history(self) -> None:
        """Who changed the record, when, and what it said before."""
        if (current := self._current()) is not None:
            RecordHistoryDialog(self._context, *current, self._owner).open()

    def mark(self) -> None:
        """Ask why the record is an error."""
        if (current := self._current()) is not None:
            self.mark_record(*current)

    def mark_record(self, ref: FactRef, head: PatientHead | None) -> None:
        """Ask why this record is an error."""
        refuse = self._context.feedback.refuse
        self._asked.ask("queries.records.fact", ref, done=lambda detail: self._ask_why(detail, head), failed=refuse)

    def _ask_why(self, detail: FactDetail, head: PatientHead | None) -> None:
        if not detail.can_mark:
            self._context.feedback.say(self.tr("This cannot be marked as an error here."), Level.INFO)
            return
        dialog = MarkMistakenDialog(self._context, detail, self._words.heading(detail), head, self._owner)
        told, name = self.tr("Marked as entered in error."), self.tr("entered in error")
        dialog.saved.connect(lambda done: self._tell(done, told, name, head))
        dialog.open()

    def unmark(self, detail: FactDetail) -> None:
        """Say that a record was no error after all."""
        current = self._current()
        head = current[1] if current is not None else None
        told, name = self.tr("It counts again."), self.tr("not an error")
        self._context.jobs.run(
            "services.mistakes.unmark", UnmarkMistaken(detail.ref, detail.version), owner=self._owner,
            done=lambda done: self._tell(done, told, name, head), failed=self._context.feedback.refuse,
        )  # fmt: skip

    def _tell(self, done: Marked, told: str, name: str, head: PatientHead | None) -> None:
        family = f", {head.family.upper()}" if head is not None else ""
        self._context.feedback.done(told, f"{name}{family}", done.changes)
        self.marked.emit()
