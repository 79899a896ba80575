"""From a list to the newest consult note of the patient the keyboard is on; Esc comes back to the list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from icm_desktop.contracts.common import PatientHead
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.pages.chart_tab import DOCUMENTS, NEWEST_NOTE


class NewestNote(QObject):
    """Makes the command of one list; `current` gives the patient of its row."""

    def __init__(self, context: AppContext, current: Callable[[], PatientHead | None]) -> None:
        super().__init__()
        self._context, self._current = context, current

    def action(self, here: str) -> Action:
        """The command for the list named `here`."""
        words = (self.tr("specialist"), self.tr("document"))
        return Action(f"{here}.newest_note", self.tr("Newest &consult note"), self.open, "Ctrl+J", "file-text", "work",
                      here, Privilege.CLINICAL_READ, words)  # fmt: skip

    def open(self) -> None:
        """Open the chart at the note."""
        head = self._current()
        if head is not None:
            self._context.navigation.open_chart(head.id, tab=DOCUMENTS, item=NEWEST_NOTE)
