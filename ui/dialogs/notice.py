"""A window with a few sentences to read, and details that can be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Text


class Notice(QDialog):
    """Title, text, Close; with `details` a field to copy from."""

    def __init__(self, title: str, text: str, details: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self.setWindowTitle(title)
        self.setModal(True)
        self.text, self.details = text, details
        column = QVBoxLayout(self)
        margin = theme.px(20)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px(12))
        column.addWidget(Text("title", title, wrap=True, parent=self))
        column.addWidget(Text("body", text, wrap=True, selectable=True, parent=self))
        if details:
            field = QPlainTextEdit(details, self)
            field.setReadOnly(True)
            field.setTabChangesFocus(True)
            field.setAccessibleName(self.tr("Details"))
            column.addWidget(field, 1)
        close = Button(self.tr("Close"), parent=self, primary=True)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(foot)
        self.setMinimumWidth(theme.px(480))
        close.setFocus()
