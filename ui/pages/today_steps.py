"""What somebody says or decides before a row of Today ends: of a pathway's step, of a screen, of an answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.pathways import PathwaySaved
from icm_desktop.contracts.screening import FollowUpRecorded, SafetyAssessed
from icm_desktop.contracts.worklist import WorkRow
from ui.context import AppContext
from ui.dialogs.pathways import DecideStepDialog
from ui.dialogs.safety_assessment import ask_safety
from ui.dialogs.screening_follow_up import ask_follow_up

Told = Callable[[PathwaySaved | SafetyAssessed | FollowUpRecorded, WorkRow, str, str], object]


def asks_first(context: AppContext, row: WorkRow, what: str, parent: QWidget, told: Told) -> bool:
    """Whether the row ends only with something that is written down; then its form opens."""
    if row.kind == "follow_up":
        noted = QCoreApplication.translate("TodaySteps", "Follow-up noted.")
        name = QCoreApplication.translate("TodaySteps", "follow-up")
        ask_follow_up(context, row, what, parent, lambda done: told(done, row, noted, name))
        return True
    if row.kind == "screening":
        assessed = QCoreApplication.translate("TodaySteps", "Assessment recorded.")
        name = QCoreApplication.translate("TodaySteps", "safety assessment")
        ask_safety(context, row, what, parent, lambda done: told(done, row, assessed, name))
        return True
    return False


def ask_step(context: AppContext, row: WorkRow, what: str, parent: QWidget, told: Told) -> None:
    """Ask what was decided about the step of a row; `told` gets what was saved, the words of it and of its undoing."""
    dialog = DecideStepDialog(context, row.head, row.key.split(":")[2], what, parent)
    words = QCoreApplication.translate("TodaySteps", "Decided: {what}.").format(what=what)
    name = QCoreApplication.translate("TodaySteps", "pathway")
    dialog.saved.connect(lambda saved: told(saved, row, words, name))
    dialog.open()
