"""Why a visit is cancelled: a digit takes a usual reason, or one's own words and Enter."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.context import AppContext
from ui.line_draft import LineDraft
from ui.pages.value_words import coded
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField


class CancelReason(QWidget):
    """Numbered usual reasons above a field for others."""

    decided = Signal(str)
    resumed = Signal()  # somebody goes on with words that an interruption left
    columns = 1

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._draft: LineDraft | None = None
        self._buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(4))
        self._list = QGridLayout()
        self._list.setSpacing(context.theme.px(4))
        column.addLayout(self._list)
        self.offer((words, words) for words in self.reasons())
        self.other = QLineEdit()
        self.other.returnPressed.connect(self._take_other)
        self.other_field = FormField(self.tr("Another &reason, then Enter"), self.other)
        column.addWidget(self.other_field)

    def offer(self, choices: Iterable[tuple[str, str]]) -> None:
        """Numbered buttons, each with what it decides and its words."""
        for number, (why, words) in enumerate(choices, 1):
            button = Button(f"{number}  {words}")
            button.clicked.connect(lambda _on=False, why=why: self.decided.emit(why))
            self._buttons.append(button)
            self._list.addWidget(button, (number - 1) // self.columns, (number - 1) % self.columns)
        if self._buttons:
            self.setFocusProxy(self._buttons[0])

    def reasons(self) -> tuple[str, ...]:
        """The usual reasons."""
        return (
            self.tr("The patient asked"),
            self.tr("The patient is ill"),
            self.tr("The clinician is away"),
            self.tr("No transport"),
            self.tr("Booked by mistake"),
        )

    def keep(self, name: str, patient_id: int) -> None:
        """Keep own words through an interruption: `name` says what they are about ("cancel_visit:12")."""
        if self._draft is not None:
            self._draft.save_now()
            self._draft.leave()
            self.other.clear()
        self._draft = LineDraft(self._context, self.other, name, patient_id)
        self._draft.resumed.connect(self.resumed)
        self._draft.load()

    def go_on(self) -> None:
        """The keyboard goes to the words that were left."""
        self.other.setFocus()
        self.other.end(False)

    def forget(self) -> None:
        """It is decided: nothing is kept any more."""
        if self._draft is not None:
            self._draft.forget()

    def _take_other(self) -> None:
        if words := self.other.text().strip():
            self.decided.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digits = "123456789"[: len(self._buttons)]
        number = int(event.text()) if len(event.text()) == 1 and event.text() in digits else 0
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if number and plain and not self.other.hasFocus():
            self._buttons[number - 1].click()
        else:
            super().keyPressEvent(event)


class BookAgainReason(CancelReason):
    """Why what became of a visit is taken back."""

    def reasons(self) -> tuple[str, ...]:
        """The usual reasons."""
        return (
            self.tr("Marked by mistake"),
            self.tr("The wrong visit was marked"),
            self.tr("The patient comes after all"),
        )


class NoShowReason(CancelReason):
    """Why a visit was missed: one of the practice's list, asked for when it is shown first."""

    columns = 2  # a long list, and a window that must not be higher than the screen

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.other_field.hide()

    def reasons(self) -> tuple[str, ...]:
        """They come from the content of the practice."""
        return ()

    def ask(self) -> None:
        """Show the list and put the keyboard on it."""
        if self._buttons:
            self.setFocus()
            return
        self._context.jobs.run("queries.missed_before.no_show_reasons", owner=self, done=self._came)

    def _came(self, codes: tuple[str, ...]) -> None:
        self.offer((code, coded(code)) for code in codes)
        self.setFocus()
        QTimer.singleShot(0, self, self._make_room)  # once the buttons know how high they are

    def _make_room(self) -> None:
        whole = self.window()
        whole.resize(whole.sizeHint().expandedTo(whole.size()))
