"""The head of Today: the day, and what concerns the whole of it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.close_day import closing_action, closing_button
from ui.dialogs.day_agenda import agenda_action, agenda_button


def day_actions(context: AppContext, owner: QWidget) -> tuple[Action, ...]:
    """All of one day, and closing it."""
    return agenda_action(context, owner), closing_action(context, owner)


def head_row(context: AppContext, heading: QWidget) -> QHBoxLayout:
    """The heading with a button for each."""
    row = QHBoxLayout()
    row.addWidget(heading, 1)
    for button in (agenda_button(context), closing_button(context)):
        row.addWidget(button)
    return row
