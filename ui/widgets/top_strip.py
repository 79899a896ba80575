"""The strip over every screen: find patient, commands, whose practice this is, who is signed in, lock."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.context import AppContext
from ui.feedback import Level
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import Text
from ui.widgets.search_box import SearchBox
from ui.widgets.status_chip import StatusChip


class TopStrip(QWidget):
    """Keeps its buttons in reading order: rail, find, commands, practice, user, lock."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        theme = context.theme
        self.menu_button = self._tool("panel-left", "view.rail")
        self.back = self._tool("arrow-left", "nav.back")
        self.forward = self._tool("arrow-right", "nav.forward")
        self.search = SearchBox(context, self)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.setMaximumWidth(theme.px(480))
        self.commands = self._button("command", "help.palette")
        self.lock = self._button("lock", "file.lock")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), theme.px(6), theme.px(12), theme.px(6))
        row.setSpacing(theme.px(8))
        for widget in (self.menu_button, self.back, self.forward, self.search, self.commands):
            row.addWidget(widget, 4 if widget is self.search else 0)
        row.addStretch(1)
        if context.session.is_practice_data:
            row.addWidget(StatusChip(Level.HIGH, self.tr("PRACTICE DATA, NOT REAL"), self))
        self._practice = Text("body", context.session.practice_name, tone="text_2", parent=self)
        self._user = Text("body", context.session.display_name, strong=True, parent=self)
        row.addWidget(self._practice)
        row.addWidget(self._user)
        row.addWidget(self.lock)
        theme.theme_changed.connect(self.update)

    def _tool(self, icon: str, action_id: str) -> IconButton:
        action = self._context.actions.qaction(action_id)
        button = IconButton(icon, self._context.actions.action(action_id).plain_text, self)
        button.setToolTip(action.toolTip())
        button.setEnabled(action.isEnabled())
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        return button

    def _button(self, icon: str, action_id: str) -> Button:
        action = self._context.actions.qaction(action_id)
        button = Button(self._context.actions.action(action_id).plain_text, icon, self)
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._context.theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("divider"))
        if self._context.session.is_practice_data:
            stripe = QRectF(0, 0, self.width(), theme.px(4))
            painter.fillRect(stripe, QBrush(theme.colour("high"), _HATCH))


_HATCH = QBrush().style().BDiagPattern
