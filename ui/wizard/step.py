"""What every step of the first run has: a title, a sentence, fields, and whether one may go on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.labels import Text


class Step(QWidget):
    """One step; concrete steps add widgets to `column`."""

    changed = Signal()  # what was entered changed: the wizard asks `complete` again
    next_wanted = Signal()  # Enter in a field that keeps the key to itself

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self.title = Text("display", wrap=True, parent=self)
        self.sentence = Text("body", tone="text_2", wrap=True, parent=self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(12))
        self.column.addWidget(self.title)
        self.column.addWidget(self.sentence)

    def complete(self) -> bool:
        """Whether one may go on."""
        return True

    def problems(self) -> bool:
        """Show what is wrong beside the fields; True when something is."""
        return False

    def speak(self) -> None:
        """Put every word in the language chosen."""

    def first_field(self) -> QWidget | None:
        """Where the keyboard goes."""
        return None
