"""A letter to somebody invented, before anybody gets it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.day_sheets import SheetMade
from ui.context import AppContext
from ui.dialogs.sheet_preview import SheetPreview


class LetterSample(SheetPreview):
    """Looked at, printed or saved like a sheet; nothing is kept or noted."""

    def __init__(self, context: AppContext, made: SheetMade, parent: QWidget, title: str) -> None:
        super().__init__(
            made.pdf, parent, title=title, file_name="letter", missing=made.missing, preferences=context.preferences
        )
        self.saved_words = self.tr("Saved.")
