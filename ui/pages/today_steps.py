"""What somebody says or decides before a row of Today ends: of a pathway's step, of a screen, of an answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.near_misses import NearMissSaved
from icm_desktop.contracts.pathways import PathwaySaved
from icm_desktop.contracts.screening import FollowUpRecorded, SafetyAssessed
from icm_desktop.contracts.worklist import WorkRow
from ui.context import AppContext
from ui.dialogs.near_miss import follow_up_by_id
from ui.dialogs.pathways import DecideStepDialog
from ui.dialogs.safety_assessment import ask_safety
from ui.dialogs.screening_follow_up import ask_follow_up

Saved = PathwaySaved | SafetyAssessed | FollowUpRecorded | NearMissSaved
Told = Callable[[Saved, WorkRow, str, str], object]


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
    if row.kind == "near_miss":
        open_near_miss(context, row, parent, told)
        return True
    return False


def open_near_miss(context: AppContext, row: WorkRow, parent: QWidget, told: Told) -> None:
    """What happened, who looks after it until when, and what was changed."""
    saved = QCoreApplication.translate("TodaySteps", "Saved.")
    name = QCoreApplication.translate("TodaySteps", "near miss")
    follow_up_by_id(context, int(row.key.split(":")[1]), parent, lambda done: told(done, row, saved, name))


def ask_step(context: AppContext, row: WorkRow, what: str, parent: QWidget, told: Told) -> None:
    """Ask what was decided about the step of a row; `told` gets what was saved, the words of it and of its undoing."""
    if row.head is None:
        return
    dialog = DecideStepDialog(context, row.head, row.key.split(":")[2], what, parent)
    words = QCoreApplication.translate("TodaySteps", "Decided: {what}.").format(what=what)
    name = QCoreApplication.translate("TodaySteps", "pathway")
    dialog.saved.connect(lambda saved: told(saved, row, words, name))
    dialog.open()
