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


class TodayHead(QWidget):
    """The heading with a button for each; in a low window the menus have them and the list has their room."""

    def __init__(self, context: AppContext, heading: QWidget) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(heading, 1)
        self._buttons = (agenda_button(context), closing_button(context))
        for button in self._buttons:
            row.addWidget(button)

    def fold(self, low: bool) -> None:
        """Whether the window is low."""
        for button in self._buttons:
            button.setVisible(not low)
