"""One field of a form: label with buddy, the word "required", the message under it on leaving."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.labels import FieldLabel, Text
from ui.widgets.shape_label import ShapeLabel

_LEAST_LETTERS = 12


class FormField(QWidget):
    """A labelled input.

    Args:
        label: Translated, with a mnemonic: "&Phone".
        edit: The input widget; it gets the label as its accessible name.
        required: Show the word "required" beside the label.
        check: Gives the sentence that is wrong with the value, or "" (called on leaving the field and by `problem`).
    """

    def __init__(
        self,
        label: str,
        edit: QWidget,
        *,
        required: bool = False,
        hint: str = "",
        check: Callable[[], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.edit, self._check, self._hint = edit, check, hint
        if isinstance(edit, QComboBox):  # one long name must not make the form wider than its window
            edit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            edit.setMinimumContentsLength(_LEAST_LETTERS)
        self.label = FieldLabel(label, edit, self)
        edit.setAccessibleName(label.replace("&", ""))
        self._message = ShapeLabel(parent=self)
        self._lay_out(required)
        (edit.focusProxy() or edit).installEventFilter(self)

    def _lay_out(self, required: bool) -> None:
        theme = Theme.current()
        head = QHBoxLayout()
        head.addWidget(self.label)
        self._required = Text("small", self.tr("required"), tone="text_2", parent=self)
        self._required.setVisible(required)
        head.addWidget(self._required)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(3))
        column.addLayout(head)
        column.addWidget(self.edit)
        if self._hint:
            hint = Text("small", self._hint, tone="text_2", wrap=True, parent=self)
            self.edit.setAccessibleDescription(self._hint)
            column.addWidget(hint)
        column.addWidget(self._message)
        self._message.hide()

    def set_label(self, label: str) -> None:
        """Change the words of the label (another language was chosen)."""
        self.label.setText(label)
        self.edit.setAccessibleName(label.replace("&", ""))

    def problem(self) -> str:
        """Check now; shows and returns the sentence, "" when all is well."""
        told = self._check() if self._check else ""
        self.show_problem(told)
        return told

    def show_problem(self, sentence: str) -> None:
        """Show a sentence under the field; "" clears it."""
        self._message.say("high", sentence)
        self._message.setVisible(bool(sentence))
        inner = self.edit.focusProxy() or self.edit
        inner.setAccessibleDescription(sentence or self._hint)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._required.setText(self.tr("required"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self._check is not None:
            self.problem()
        return super().eventFilter(watched, event)
