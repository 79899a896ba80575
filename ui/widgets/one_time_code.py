"""The field for the six digits of an authenticator app, written as the app shows them: with a space or without."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import Theme

_FORM = QRegularExpression(r"[0-9]{0,3} ?[0-9]{0,3}")
_LETTERS = 9  # wide enough for six digits and a space


class OneTimeCodeEdit(QLineEdit):
    """Takes digits only. It is shown: a code is over in half a minute."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self.setValidator(QRegularExpressionValidator(_FORM, self))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhNoPredictiveText)
        self.setMinimumHeight(theme.px(32))
        self.setMaximumWidth(theme.px(16) * _LETTERS)

    def code(self) -> str:
        """The digits."""
        return self.text().replace(" ", "")

    def is_whole(self) -> bool:
        """Whether all six digits are there."""
        return len(self.code()) == 6
