"""A button for a registered command: same words, icon, shortcut and state as its menu entry."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui import icons
from ui.context import AppContext
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout

_LARGE_POINTS = 14


class ActionBar(QWidget):
    """Buttons for those of these commands that the user has, side by side; the first is the usual one."""

    def __init__(self, context: AppContext, *action_ids: str) -> None:
        super().__init__()
        row = FlowLayout(self, gap=context.theme.px(8))
        for action_id in action_ids:
            if action_id in context.actions:
                row.addWidget(ActionButton(context, action_id, primary=action_id == action_ids[0]))


class ActionButton(Button):
    """Runs the command; its face names the shortcut, so that people learn it."""

    def __init__(
        self, context: AppContext, action_id: str, parent: QWidget | None = None, *, primary: bool = False
    ) -> None:
        super().__init__(parent=parent, primary=primary)
        self._context, self._action_id, self._theme = context, action_id, context.theme
        self._room: int | None = None
        self._qaction = context.actions.qaction(action_id)
        self.clicked.connect(self._qaction.trigger)
        self._qaction.changed.connect(self._follow)
        context.theme.theme_changed.connect(self._follow)
        self._follow()

    def keep_within(self, width: int) -> None:
        """Leave the shortcut out where the face would be wider than this; the menu names it too."""
        self._room = width
        self._follow()

    def _follow(self) -> None:
        """Look as the command looks now; large text needs the room of the shortcut, which the menu names too."""
        if not isValid(self._qaction):  # the window of another language took its commands along, this button goes next
            return
        native = QKeySequence.SequenceFormat.NativeText
        key = self._qaction.shortcut().toString(native) if self._theme.points < _LARGE_POINTS else ""
        words = self._qaction.text().replace("&", "")
        self.setText(f"{words}  {key}" if key else words)
        self.setAccessibleName(words)
        picture = self._context.actions.action(self._action_id).icon
        self.setIcon(icons.icon(picture, "on_accent") if self._primary and picture else self._qaction.icon())
        if self._room is not None and key and self.sizeHint().width() > self._room:
            self.setText(words)
        self.setEnabled(self._qaction.isEnabled())
