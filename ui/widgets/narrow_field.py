"""A field to search with that takes no more room than its words, so that it stands beside what else filters."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import Theme


class NarrowField(QLineEdit):
    """So wide in pixels of the usual letter size, with large text too."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wide = width
        self._fit()
        Theme.current().theme_changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedWidth(Theme.current().px(self._wide))
