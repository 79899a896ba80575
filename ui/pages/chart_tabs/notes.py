"""The Notes tab: what colleagues wrote about the patient, and questions to the team with their answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLineEdit, QWidget

from icm_desktop.contracts.common import Page
from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.notes import NoteRow, OpenedNote, PatientNotes
from icm_desktop.contracts.questions import OPEN, QuestionRow
from icm_desktop.contracts.records import FactRef
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.outcome import Outcome
from ui.feedback import Level
from ui.latest import Latest
from ui.pages.chart_kinds_tab import KindsTab, with_note
from ui.pages.notes_acts import NotesActs
from ui.pages.notes_words import Line, NotesTexts, line_key
from ui.tables.base import Chip, Column
from ui.widgets.action_button import ActionButton
from ui.widgets.shape_label import ShapeLabel

_ALL, _WAITING, _NOTES, _QUESTIONS = "all", "waiting", "notes", "questions"
WRITE, AMEND, ERROR, ANSWER, MORE, CLOSE, REOPEN, EMERGENCY, LETTER, END = (
    "notes.write", "notes.amend", "notes.mistaken", "notes.answer", "notes.more", "notes.close", "notes.reopen",
    "notes.emergency", "notes.letter", "notes.end_emergency",
)  # fmt: skip
_ACTS = (WRITE, ANSWER, MORE, LETTER, CLOSE, REOPEN, AMEND, ERROR, EMERGENCY, END)


class NotesTab(KindsTab):
    """One list, the latest first: notes to colleagues and questions to the team."""

    name = "notes"
    number = 22
    privilege = Privilege.CLINICAL_READ
    shows = frozenset({"care_note", "note_read", "question", "consent", "patient", "user"})
    query = "queries.notes.notes"

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.notes: PatientNotes | None = None
        self.questions: tuple[QuestionRow, ...] | None = None
        self.texts: NotesTexts | None = None
        self._asking = Latest(context.jobs, self)
        self._opening = Latest(context.jobs, self)
        self._item = ""
        self._opened_id = 0
        self.acting = NotesActs(context, self)

    def title(self) -> str:
        return self.tr("Notes")

    def hint(self) -> str:
        return self.tr("Choose a line to read it. Enter opens a note and marks it as read.")

    def nothing(self) -> tuple[str, str]:
        if self.filter_words() or self.search.text().strip():
            return self.tr("Nothing fits this filter."), self.tr("Choose All and empty the search to see every line.")
        words = self.tr("Write a note for colleagues here. Questions to the team are asked on the Team tab.")
        return self.tr("No note and no question yet."), words

    # putting together

    def build(self) -> None:
        words = {
            _ALL: self.tr("All"),
            _WAITING: self.tr("Unread and open"),
            _NOTES: self.tr("Notes"),
            _QUESTIONS: self.tr("Questions"),
        }
        self.choose_among(words)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the words"))
        self.search.setAccessibleName(self.tr("Search the words"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(self.context.theme.px(32))
        self.search.textChanged.connect(lambda _text: self.show_lines())
        self.note_above = ShapeLabel()
        may = [one for one in _ACTS if one in self.context.actions]
        self.buttons = {one: ActionButton(self.context, one) for one in may}
        super().build()
        self.enable_actions(on_tab=False)

    def sections(self) -> QWidget | None:
        return with_note(self.note_above, self.kinds)

    def filters(self) -> Iterable[QWidget]:
        return (self.search, *self.buttons.values())

    def menu(self) -> Sequence[str]:
        return _ACTS

    def filter_words(self) -> str:
        return "" if _ALL in self.kinds.on() else self.kinds.words_on()

    def clear(self) -> None:
        self.notes = self.questions = None
        self._opened_id = 0
        self._asking.forget()
        self._opening.forget()
        super().clear()
        self.kinds.set_on([_ALL])
        self.search.clear()
        self.note_above.hide()

    # what is asked and shown

    def refresh(self) -> None:
        if self.patient_id is None:
            return
        if self.texts is None:
            language = QLocale().name()
            self.context.jobs.run("queries.team.words", language, owner=self, done=self._words_came)
        self.asked.ask(self.query, self.patient_id, done=self._notes_came)
        self._asking.ask("queries.questions.questions", self.patient_id, done=self._questions_came)

    def _words_came(self, lists: Choices) -> None:
        self.texts = NotesTexts(self.context, lists)
        self.show_lines()

    def _notes_came(self, found: PatientNotes) -> None:
        self.notes = found
        self.show_lines()

    def _questions_came(self, found: tuple[QuestionRow, ...]) -> None:
        self.questions = found
        self.show_lines()

    def show_lines(self) -> None:
        if self.notes is None or self.questions is None or self.texts is None:
            return
        texts = self.texts
        told = texts.access(self.notes.access, self.notes.held_back)
        self.note_above.say(Level.CAUTION.value, told)
        self.note_above.setVisible(bool(told))
        lines: list[Line] = [*self.notes.rows, *self.questions]
        rows = sorted((one for one in lines if self._keeps(one)), key=texts.day, reverse=True)
        self._show(Page(tuple(rows), len(rows)))
        if self._item and self.table.go_to(self._item):
            self._item = ""

    def _keeps(self, row: Line) -> bool:
        chosen = next(iter(self.kinds.on()), _ALL)
        waiting = row.unread if isinstance(row, NoteRow) else row.status == OPEN
        fits = {
            _ALL: True,
            _WAITING: waiting,
            _NOTES: isinstance(row, NoteRow),
            _QUESTIONS: isinstance(row, QuestionRow),
        }[chosen]
        text = row.text if isinstance(row, NoteRow) else f"{row.question} {row.answer or ''} {row.asked_name}"
        return fits and all(word in text.casefold() for word in self.search.text().casefold().split())

    # rows

    def columns(self) -> Sequence[Column[Line]]:
        def say(what: str, row: Line) -> str:
            return str(getattr(self.texts, what)(row)) if self.texts is not None else ""

        return (
            Column("state", self.tr("State"), self._word, width=13, chip=self._chip),
            Column("day", self.tr("Day"), self._day, lambda row: say("day", row), width=12,
                   copy=lambda row: say("day", row)),
            Column("kind", self.tr("Kind"), lambda row: say("kind", row), width=18),
            Column("line", self.tr("Words"), lambda row: say("line", row), width=30, stretch=True),
            Column("who", self.tr("From and to"), lambda row: say("who", row), width=22),
            Column("due", self.tr("Answer due"), lambda row: say("due", row), width=12),
        )  # fmt: skip

    def _word(self, row: Line) -> str:
        chip = self._chip(row)
        return chip.word if chip is not None else ""

    def _chip(self, row: Line) -> Chip | None:
        return self.texts.chip(row) if self.texts is not None else None

    def _day(self, row: Line) -> str:
        return self.context.formatting.date(self.texts.day(row)) if self.texts is not None else ""

    def row_key(self, row: Line) -> str:
        return line_key(row)

    def row_ref(self, row: Line) -> FactRef | None:
        return None

    def row_sentence(self, row: Line) -> str:
        return self.texts.sentence(row) if self.texts is not None else ""

    def struck(self, row: Line) -> bool:
        return isinstance(row, NoteRow) and row.mistaken

    def show_row(self, row: Line) -> None:
        if self.texts is None or (isinstance(row, NoteRow) and row.id == self._opened_id):
            return
        self._opened_id = 0
        self._opening.forget()
        self.pane.show_note(self.texts.heading(row), self.texts.facts(row))

    def open_current(self) -> None:
        """Enter: a note is read in full, which marks it as read; of a question the thread."""
        row = self.current()
        if isinstance(row, NoteRow):
            refuse = self.context.feedback.refuse
            self._opening.ask("services.notes.open_note", row.id, done=self._opened, failed=refuse)
        elif row is not None:
            self._open_facts(row)

    def _opened(self, note: OpenedNote) -> None:
        if self.texts is None or self.current() is None:
            return
        if self.pane.isVisible():
            self._opened_id = note.row.id
            self.pane.show_note(self.texts.heading(note.row), self.texts.opened(note))
            self.pane.focus_first()
        else:
            rows = [(fact.text, "\n".join((fact.aside, *fact.detail)).strip()) for fact in self.texts.opened(note)]
            headers = (self.tr("Note"), "")
            Outcome(self.title(), self.texts.heading(note.row), headers, rows, (), self.window()).show()
        self.context.notifier.changed.emit(note.changes)

    def _open_facts(self, row: Line) -> None:
        if self.pane.isVisible():
            self.pane.focus_first()
        elif self.texts is not None:
            rows = [(fact.text, "\n".join((fact.aside, *fact.detail)).strip()) for fact in self.texts.facts(row)]
            Outcome(self.title(), self.texts.heading(row), (self.tr("Question"), ""), rows, (), self.window()).show()

    def stand_on(self, item: str) -> None:
        self._item = ":".join(item.split(":")[:2])  # Today's key of a note names its reader too
        if self.built and self.table.go_to(self._item):
            self._item = ""

    # commands

    def actions_offered(self, here: str) -> Iterable[Action]:
        write = Privilege.CLINICAL_WRITE
        said = (
            (WRITE, self.tr("&Write a note…"), self.acting.write, "Ctrl+Shift+A", "plus"),
            (ANSWER, self.tr("Write down the &answer…"), self.acting.answer, "Ctrl+Return", "check"),
            (MORE, self.tr("&Remind or tell…"), self.acting.say_more, "Ctrl+Shift+S", "send"),
            (LETTER, self.tr("Letter about the question…"), self.acting.write_letter, None, "mail"),
            (CLOSE, self.tr("Needs no answer an&y more…"), self.acting.close, "Ctrl+Shift+X", "circle-x"),
            (REOPEN, self.tr("Open a&gain…"), self.acting.reopen, None, "undo-2"),
            (AMEND, self.tr("A&dd to the note…"), self.acting.amend, "Ctrl+Shift+U", "pencil"),
            (ERROR, self.tr("&Entered in error…"), self.acting.mistaken, None, "circle-x"),
        )
        for action_id, words, do, key, icon in said:
            yield Action(action_id, words, do, key, icon, "work", here, write, (self.tr("note"),))
        words = self.tr("Open sensitive notes in an e&mergency…")
        yield Action(EMERGENCY, words, self.acting.emergency, None, "octagon-alert", "work", here,
                     Privilege.CLINICAL_READ, (self.tr("break the glass"),))  # fmt: skip
        words = self.tr("Close sensiti&ve notes again")
        yield Action(END, words, self.acting.end_emergency, None, "lock", "work", here, Privilege.CLINICAL_READ)

    def primary_action(self) -> str | None:
        return WRITE if WRITE in self.context.actions else None

    def enable_actions(self, on_tab: bool) -> None:
        offered = self._offered() if on_tab and self.notes is not None else frozenset[str]()
        for action_id in _ACTS:
            self.context.actions.set_enabled(action_id, action_id in offered)
        for action_id, button in self.buttons.items() if self.built else ():
            button.setVisible(action_id in offered and action_id != EMERGENCY)

    def _offered(self) -> frozenset[str]:
        row, found = self.current(), {WRITE}
        if self.notes is not None and any(why == "not_granted" for _, why in self.notes.access.closed):
            found.add(EMERGENCY)
        if self.notes is not None and self.notes.access.open_until is not None:
            found.add(END)
        if isinstance(row, NoteRow):
            found |= set() if row.mistaken else {AMEND, ERROR}
        elif row is not None:
            found |= {ANSWER, MORE, LETTER, CLOSE} if row.status == OPEN else {REOPEN}
        return frozenset(found)

    def current(self) -> Line | None:
        """The line the keyboard is on."""
        return self.table.current_row() if self.built and self.notes is not None else None

    def edit(self) -> bool:
        """F2: the act that fits the line."""
        row, offered = self.current(), self._offered()
        if isinstance(row, NoteRow) and AMEND in offered:
            self.acting.amend()
        elif row is not None and ANSWER in offered:
            self.acting.answer()
        return row is not None

    # place

    def search_here(self) -> None:
        self.search.setFocus()
