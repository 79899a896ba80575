"""What one does on the Notes tab: write, add, call an error, answer, remind, close, open in an emergency."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from icm_desktop.contracts.notes import EmergencyEnded, MayBeAddressed, NoteRow, Opened
from icm_desktop.contracts.questions import QuestionRow
from icm_desktop.contracts.team_letters import ABOUT_QUESTION
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.notes import AmendNoteDialog, EmergencyDialog, MistakenNoteDialog, WriteNoteDialog
from ui.dialogs.questions import AnswerDialog, CloseQuestionDialog, SayMoreDialog
from ui.dialogs.team_letter import TeamLetterDialog
from ui.feedback import Level

if TYPE_CHECKING:
    from ui.pages.chart_tabs.notes import NotesTab


class NotesActs(QObject):
    """The commands of the Notes tab, each about the line it stands on."""

    def __init__(self, context: AppContext, tab: NotesTab) -> None:
        super().__init__(tab)
        self._context, self._tab = context, tab

    def write(self) -> None:
        """Write a note."""
        tab = self._tab

        def open_form(people: tuple[MayBeAddressed, ...]) -> None:
            if tab.head is not None and tab.texts is not None and tab.notes is not None:
                dialog = WriteNoteDialog(self._context, tab.head, tab.texts.lists, tab.notes.access, people, tab)
                self._form(dialog, self.tr("Note written."))

        self._context.jobs.run("queries.notes.may_be_addressed", tab.patient_id, owner=tab, done=open_form)

    def amend(self) -> None:
        """Add to the note."""
        row, tab = self._tab.current(), self._tab
        if isinstance(row, NoteRow) and tab.head is not None and tab.texts is not None:
            dialog = AmendNoteDialog(self._context, tab.head, row, tab.texts.heading(row), tab)
            self._form(dialog, self.tr("Added to the note."))

    def mistaken(self) -> None:
        """Say that the note was an error."""
        row, tab = self._tab.current(), self._tab
        if isinstance(row, NoteRow) and tab.head is not None and tab.texts is not None:
            dialog = MistakenNoteDialog(self._context, tab.head, row, tab.texts.heading(row), tab)
            self._form(dialog, self.tr("Marked as entered in error."))

    def answer(self) -> None:
        """Write down the answer to the question."""
        row, tab = self._tab.current(), self._tab
        if isinstance(row, QuestionRow) and tab.head is not None and tab.texts is not None:
            self._form(AnswerDialog(self._context, tab.head, row, tab.texts.lists, tab), self.tr("Answer noted."))

    def say_more(self) -> None:
        """Note a reminder, or what else they were told."""
        row, tab = self._tab.current(), self._tab
        if isinstance(row, QuestionRow) and tab.head is not None and tab.texts is not None:
            self._form(SayMoreDialog(self._context, tab.head, row, tab.texts.lists, tab), self.tr("Noted."))

    def write_letter(self) -> None:
        """A letter to who was asked, about the question."""
        row, tab = self._tab.current(), self._tab
        if isinstance(row, QuestionRow) and tab.head is not None:
            dialog = TeamLetterDialog(self._context, tab.head, ABOUT_QUESTION, row.asked_name, row.id, tab)
            dialog.sent.connect(lambda kept: self._told(kept, self.tr("Letter kept and noted.")))
            dialog.open()

    def close(self) -> None:
        """Close the question without an answer."""
        self._close(reopen=False)

    def reopen(self) -> None:
        """Open the question again."""
        self._close(reopen=True)

    def _close(self, *, reopen: bool) -> None:
        row, tab = self._tab.current(), self._tab
        if isinstance(row, QuestionRow) and tab.head is not None:
            told = self.tr("Question open again.") if reopen else self.tr("Question closed.")
            self._form(CloseQuestionDialog(self._context, tab.head, row, reopen=reopen, parent=tab), told)

    def emergency(self) -> None:
        """Open the sensitive notes of this patient in an emergency."""
        if self._tab.head is not None:
            dialog = EmergencyDialog(self._context, self._tab.head, self._tab)
            dialog.saved.connect(self._opened)
            dialog.open()

    def end_emergency(self) -> None:
        """Close them again before the hour is over."""
        if self._tab.head is not None:
            self._context.jobs.run(
                "services.emergency_openings.end", self._tab.head.id, owner=self, done=self._ended,
                failed=self._context.feedback.refuse,
            )  # fmt: skip

    def _ended(self, ended: EmergencyEnded) -> None:
        name = self.tr("close sensitive notes again")
        self._context.feedback.done(self.tr("Sensitive notes are closed again."), name, ended.changes)

    def _opened(self, opened: Opened) -> None:
        at = self._context.formatting.time(opened.until)
        self._context.notifier.changed.emit(opened.changes)
        self._context.feedback.say(self.tr("Sensitive notes are open until {at}.").format(at=at), Level.CAUTION)

    def _form(self, dialog: FormDialog, told: str) -> None:
        dialog.saved.connect(lambda saved: self._told(saved, told))
        dialog.open()

    def _told(self, saved: Any, told: str) -> None:
        head = self._tab.head
        name = self.tr("notes, {family}").format(family=head.family.upper() if head is not None else "")
        self._context.feedback.done(told, name, saved.changes)
