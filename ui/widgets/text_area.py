"""A field of several lines that a pasted book cannot bring to a standstill."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit

_MOST = 10_000  # letters pasted at once; more than any field keeps, so what is cut could not have been saved


class TextArea(QPlainTextEdit):
    """Tab leaves it; Qt needs minutes to break a line of a million letters, so a paste is cut before."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if len(text := source.text()) > _MOST:
            source = QMimeData()
            source.setText(text[:_MOST])
        super().insertFromMimeData(source)
