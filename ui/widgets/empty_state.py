"""What a page shows when there is nothing: why, and the one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Text


class EmptyState(QWidget):
    """A large line, a sentence and buttons; `chosen` gives the place of the button."""

    chosen = Signal(int)

    def __init__(self, title: str, sentence: str = "", *buttons: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self._title = Text("display", title, wrap=True, parent=self)
        self._sentence = Text("body", sentence, tone="text_2", wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(12))
        column.addStretch(2)
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        for place, words in enumerate(buttons):
            button = Button(words, parent=self, primary=place == 0)
            button.clicked.connect(lambda _checked=False, at=place: self.chosen.emit(at))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def focus_first(self) -> None:
        """Put the keyboard on the first button."""
        if (button := self.findChild(Button)) is not None:
            button.setFocus()

    def offer(self, on: bool) -> None:
        """Show the buttons, or leave them out where there is nothing to press."""
        for button in self.findChildren(Button):
            button.setVisible(on)

    def say(self, title: str, sentence: str = "") -> None:
        """Change the words."""
        self._title.setText(title)
        self._sentence.setText(sentence)
