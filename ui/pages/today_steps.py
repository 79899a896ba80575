"""What somebody decides about a step of a pathway that stands on Today."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.pathways import PathwaySaved
from icm_desktop.contracts.worklist import WorkRow
from ui.context import AppContext
from ui.dialogs.pathways import DecideStepDialog

Told = Callable[[PathwaySaved, WorkRow, str, str], object]


def ask_step(context: AppContext, row: WorkRow, what: str, parent: QWidget, told: Told) -> None:
    """Ask what was decided about the step of a row; `told` gets what was saved, the words of it and of its undoing."""
    dialog = DecideStepDialog(context, row.head, row.key.split(":")[2], what, parent)
    words = QCoreApplication.translate("TodaySteps", "Decided: {what}.").format(what=what)
    name = QCoreApplication.translate("TodaySteps", "pathway")
    dialog.saved.connect(lambda saved: told(saved, row, words, name))
    dialog.open()
