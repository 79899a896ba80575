"""Text on a page: a kind of type and a tone of colour, plain text only, following the theme."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from ui.clipboard import copy_text
from ui.theme import Theme

_JOINER = "\u2060"  # no line ends here
_DATE = re.compile(r"\b(\d\d-)(?=\w{3}-\d{4}\b)")  # "14-Jul-2026" may break behind its first hyphen
_LONG_WORD = re.compile(r"\w{24}(?=\w{8})")  # longer than any word that is one


def unbroken(text: str) -> str:
    """The text as it is painted over several lines: no date is torn apart at the end of one."""
    return _DATE.sub(f"\\1{_JOINER}", text)


class Text(QLabel):
    """A label that never interprets its text as markup; a word without end is broken rather than widening the page.

    Args:
        kind: Type token: "display", "title", "section", "body", "small", "mono".
        tone: Colour token, "text" or "text_2" or a chip level.
        strong: Semibold.
        wrap: Break lines.
        selectable: The mouse can select it, to copy a number.
    """

    def __init__(
        self,
        kind: str = "body",
        text: str = "",
        *,
        tone: str = "text",
        strong: bool = False,
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._tone, self._strong, self._said = kind, tone, strong, ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setText(text)
        self._dress()
        Theme.current().theme_changed.connect(self._dress)

    def setText(self, text: str) -> None:
        copied = bool(self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse)
        self._said = text
        words = text if copied else _LONG_WORD.sub("\\g<0>\u200b", text)
        super().setText(unbroken(words) if self.wordWrap() else text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            copy_text(self.selectedText().replace(_JOINER, ""))
        else:
            super().keyPressEvent(event)

    def text(self) -> str:
        """What was set, without the marks that say where a line may end."""
        return self._said

    def set_tone(self, tone: str) -> None:
        """Change the tone."""
        self._tone = tone
        self._dress()

    def _dress(self) -> None:
        theme = Theme.current()
        font = theme.font(self._kind)
        if self._strong:
            font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour(self._tone))
        self.setPalette(palette)


class FieldLabel(QLabel):
    """The label of an input: its mnemonic puts the keyboard there."""

    def __init__(self, text: str, buddy: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setBuddy(buddy)
