"""The words of the Notes tab: notes and questions as lines, and each in full for the pane."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.notes import NoteRow, NotesAccess, OpenedNote
from icm_desktop.contracts.questions import OPEN, QuestionMessage, QuestionRow
from ui.context import AppContext
from ui.feedback import Level
from ui.messages import say
from ui.pages.value_words import coded
from ui.tables.base import Chip
from ui.widgets.fact_paint import Fact

Line = NoteRow | QuestionRow
_MOST = 160  # letters of a first line


def line_key(row: Line) -> str:
    """The stable id of a line, as Today names it too."""
    return f"care_note:{row.id}" if isinstance(row, NoteRow) else f"question:{row.id}"


class NotesTexts:
    """Notes and questions in the language of the screen."""

    def __init__(self, context: AppContext, lists: Choices) -> None:
        self._context, self.lists = context, lists

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("NotesTexts", text, note, number)

    def chip(self, row: Line) -> Chip:
        """Where a line stands."""
        if isinstance(row, NoteRow):
            if row.mistaken:
                return Chip(Level.NEUTRAL, self.tr("Error"))
            return Chip(Level.INFO, self.tr("Unread")) if row.unread else Chip(Level.NEUTRAL, self.tr("Note"))
        if row.status != OPEN:
            return Chip(Level.GOOD if row.status == "answered" else Level.NEUTRAL, coded(row.status))
        return Chip(Level.HIGH, self.tr("Overdue")) if row.days_late else Chip(Level.CAUTION, self.tr("Open"))

    def day(self, row: Line) -> dt.date:
        """The day a line is of."""
        if isinstance(row, NoteRow):
            return row.written_at.astimezone(self._context.formatting.zone).date()
        return row.asked_on

    def kind(self, row: Line) -> str:
        """What kind of note, or that it is a question."""
        return self.lists.words("note_kind", row.kind) if isinstance(row, NoteRow) else self.tr("Question")

    def line(self, row: Line) -> str:
        """The first words; of a sensitive note none."""
        if isinstance(row, QuestionRow):
            return f"{row.question} – {row.answer}" if row.answer else row.question
        if row.sensitive:
            return self.tr("Enter opens it; that is recorded")
        first = next((part.strip() for part in row.text.splitlines() if part.strip()), "")
        return first if len(first) <= _MOST else f"{first[: _MOST - 1]}…"

    def who(self, row: Line) -> str:
        """Who wrote it to whom, or who is asked."""
        if isinstance(row, QuestionRow):
            return self.tr("to {name}").format(name=row.asked_name)
        names = ", ".join(one.name for one in row.readers)
        return f"{row.author} → {names}" if names else row.author

    def due(self, row: Line) -> str:
        """When the answer is due."""
        if isinstance(row, NoteRow) or row.status != OPEN or row.due_on is None:
            return ""
        return self._context.formatting.relative(row.due_on)

    def heading(self, row: Line) -> str:
        """What the pane calls it."""
        day = self._context.formatting.date(self.day(row))
        return f"{self.kind(row)} · {self.who(row)} · {day}"

    def sentence(self, row: Line) -> str:
        """The line for a screen reader."""
        day = self._context.formatting.date(self.day(row))
        parts = (self.chip(row).word, day, self.kind(row), self.who(row), self.line(row), self.due(row))
        return ", ".join(part for part in parts if part)

    def facts(self, row: Line) -> tuple[Fact, ...]:
        """What is known without opening it."""
        return tuple(self._question(row) if isinstance(row, QuestionRow) else self._note(row))

    def opened(self, note: OpenedNote) -> tuple[Fact, ...]:
        """A note in full, with what was added later."""
        found = [_words("text", note.text)]
        for number, one in enumerate(note.amendments):
            at = self._context.formatting.date_time(one.written_at)
            title = self.tr("Added {at} by {name}: {why}").format(at=at, name=one.author, why=one.reason)
            found += [Fact(f"added{number}", title, tuple(one.text.splitlines()))]
        return (*found, *self._about(note.row))

    def _note(self, row: NoteRow) -> Iterable[Fact]:
        if row.sensitive:
            words = self.tr("This note is sensitive. Enter opens it; who opened it and when is recorded.")
            yield Fact("closed", words)
        else:
            yield _words("text", row.text)
        if row.amended:
            yield Fact("more", self.tr("%n addition(s) beneath it; Enter shows them", "", row.amended))
        yield from self._about(row)

    def _about(self, row: NoteRow) -> Iterable[Fact]:
        if row.about:
            yield _labelled("about", self.tr("About"), row.about)
        for one in row.readers:
            read = self._context.formatting.date_time(one.read_at) if one.read_at else self.tr("not read yet")
            yield _labelled(f"reader{one.user_id}", one.name, read)

    def _question(self, row: QuestionRow) -> Iterable[Fact]:
        shown = self._context.formatting
        yield _words("question", row.question)
        told = (
            ("due", self.tr("Answer due"), shown.date(row.due_on) if row.due_on and row.status == OPEN else ""),
            ("owner", self.tr("Waits for it"), row.owner.name if row.owner and row.status == OPEN else ""),
            ("next", self.tr("What comes next"), row.next_step or ""),
            ("about", self.tr("About"), row.about or ""),
            ("shared", self.tr("Told all the same because"), row.shared_reason or ""),
        )
        yield from (_labelled(key, title, value) for key, title, value in told if value)
        yield from (self._message(number, one) for number, one in enumerate(row.messages))

    def _message(self, number: int, one: QuestionMessage) -> Fact:
        at, how = self._context.formatting.date_time(one.at), coded(one.channel)
        said = {
            "asked": self.tr("Asked"), "reminded": self.tr("Reminded"), "told": self.tr("Told"),
            "answer": self.tr("Answer of {name}").format(name=one.said_by),
        }[one.kind]  # fmt: skip
        by = self.tr("noted by {name}").format(name=one.by) if one.kind == "answer" and one.by else one.said_by
        return Fact(
            f"said{number}", f"{said} · {at} · {how}", (*one.text.splitlines(), by), strong=one.kind == "answer"
        )

    def access(self, access: NotesAccess, held: tuple[tuple[str, int], ...]) -> str:
        """What the user should know of the sensitive notes of this patient."""
        if access.open_until is not None:
            at = self._context.formatting.time(access.open_until)
            return self.tr("Sensitive notes are open to you until {at}; every opening is recorded.").format(at=at)
        why = dict(access.closed)
        parts = [
            self.tr("%n not shown: {kind}. {why}.", "", count).format(
                kind=self.lists.words("note_kind", kind), why=say(f"notes.closed_{why[kind]}")
            )
            for kind, count in held
            if kind in why
        ]
        return " ".join(parts)


def _labelled(key: str, title: str, value: str) -> Fact:
    return Fact(key, title, aside=value, label=True, sentence=f"{title}: {value}")


def _words(key: str, text: str) -> Fact:
    """A text line by line, the first one too."""
    first, *rest = text.splitlines() or [""]
    return Fact(key, first, tuple(rest))
