"""One question of a questionnaire: its answers as a row of choices that a digit picks, and moves on."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import fill

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QFrame,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from icm_desktop.domain.instruments.answers import Answer
from icm_desktop.domain.instruments.definition import Item, Option
from ui.theme import Theme
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Text

_LONGEST_LINE = 60  # letters of an answer; buttons do not break their lines by themselves
_CLEAR = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}


class Question(QFrame):
    """A question with its answers.

    Digits answer, Backspace takes the answer away, Up, Down and Enter go from one question to the next.

    Args:
        item: The question.
        number: As it is counted on the form.
        language: In which its words are shown.
    """

    answered = Signal()
    moved = Signal(int)  # one question back or forth

    def __init__(self, item: Item, number: int, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        words = item.words[language]
        theme = Theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        column.setSpacing(theme.px(2))
        self.words = Text("body", f"{number}. {words}", wrap=True)
        column.addWidget(self.words)
        self.buttons: dict[int, QAbstractButton] = {}
        self.number: QLineEdit | None = None
        self._group = QButtonGroup(self)
        self._group.setExclusive(item.kind == "choice")
        if item.kind == "number":
            column.addWidget(self._number(words))
        else:
            column.addLayout(self._choices(item.options, language, words))
        self.setFocusProxy(self._first())

    def _choices(self, options: Sequence[Option], language: str, question: str) -> FlowLayout:
        flow = FlowLayout(gap=Theme.current().px(16))
        for one in options:
            said = fill(f"{one.value}  {one.words[language]}", _LONGEST_LINE).replace("&", "&&")
            button = QCheckBox(said) if self.item.kind == "several" else QRadioButton(said)
            button.setAccessibleDescription(question)
            button.setMinimumHeight(Theme.current().px(28))
            button.installEventFilter(self)
            button.clicked.connect(lambda on, value=one.value: self._clicked(value, on))
            self._group.addButton(button)
            self.buttons[one.value] = button
            flow.addWidget(button)
        return flow

    def _number(self, question: str) -> QLineEdit:
        self.number = QLineEdit()
        self.number.setAccessibleName(question)
        self.number.setMaximumWidth(Theme.current().px(96))
        self.number.setMaxLength(len(str(self.item.high if self.item.high is not None else 9999)))
        self.number.installEventFilter(self)
        self.number.textChanged.connect(lambda _text: self.answered.emit())
        return self.number

    def _first(self) -> QWidget:
        if self.number is not None:
            return self.number
        return self._group.checkedButton() or next(iter(self.buttons.values()))

    def answer(self) -> Answer | str | None:
        """The answer: a value, several, what was typed when it is no number, or None."""
        if self.number is not None:
            typed = self.number.text().strip()
            return int(typed) if typed.isdecimal() else typed or None
        chosen = tuple(value for value, button in self.buttons.items() if button.isChecked())
        if self.item.kind == "several":
            return chosen or None
        return chosen[0] if chosen else None

    def choose(self, value: int) -> None:
        """Answer with a value; of several, it is ticked or unticked. "None of these" (0) stands alone."""
        if (button := self.buttons.get(value)) is None:
            return
        if self.item.kind == "several":
            button.setChecked(not button.isChecked())
            self._alone(value)
        else:
            button.setChecked(True)
        button.setFocus()
        self._settled()

    def clear(self) -> None:
        """Take the answer away."""
        self._group.setExclusive(False)
        for button in self.buttons.values():
            button.setChecked(False)
        self._group.setExclusive(self.item.kind == "choice")
        self.answered.emit()

    def focus_here(self) -> None:
        """Put the keyboard on the answer, or the first one."""
        self._first().setFocus(Qt.FocusReason.TabFocusReason)

    def _clicked(self, value: int, on: bool) -> None:
        if self.item.kind == "several" and on:
            self._alone(value)
        self.answered.emit()

    def _alone(self, value: int) -> None:
        """ "None of these" (0) and the others take each other away."""
        for other, button in self.buttons.items():
            if other != value and self.buttons[value].isChecked() and 0 in (value, other):
                button.setChecked(False)

    def _settled(self) -> None:
        self.answered.emit()
        if self.item.kind == "choice":
            self.moved.emit(1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = Qt.Key(event.key())
        if key in _MOVES:
            self.moved.emit(_MOVES[key])
            return True
        if self.number is not None:
            return False
        if key in _CLEAR:
            self.clear()
            return True
        if event.text().isdecimal():
            self.choose(int(event.text()))
            return True
        return False
