"""Why a visit is cancelled: a digit takes a usual reason, or one's own words and Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.context import AppContext
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField


class CancelReason(QWidget):
    """Numbered usual reasons above a field for others."""

    decided = Signal(str)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(4))
        for number, words in enumerate(self.reasons(), 1):
            button = Button(f"{number}  {words}")
            button.clicked.connect(lambda _on=False, why=words: self.decided.emit(why))
            self._buttons.append(button)
            column.addWidget(button)
        self.other = QLineEdit()
        self.other.returnPressed.connect(self._take_other)
        column.addWidget(FormField(self.tr("Another &reason, then Enter"), self.other))
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

    def _take_other(self) -> None:
        if words := self.other.text().strip():
            self.decided.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = int(event.text()) if len(event.text()) == 1 and event.text() in "12345"[: len(self._buttons)] else 0
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
