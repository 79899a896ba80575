"""The strip over every screen: find patient, commands, whose practice this is, who is signed in, lock."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QResizeEvent
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
            row.addWidget(widget, 1000 if widget is self.search else 0)
        row.addStretch(1)
        self._mark: StatusChip | None = None
        if context.session.read_only or context.session.is_practice_data:
            self._mark = StatusChip(*self._marked(short=False), self)
            row.addWidget(self._mark)
        self._practice = Text("body", context.session.practice_name, tone="text_2", parent=self)
        self._user = Text("body", context.session.display_name, strong=True, parent=self)
        row.addWidget(self._practice)
        row.addWidget(self._user)
        row.addWidget(self.lock)
        self._words = {button: button.text() for button in (self.commands, self.lock)}
        theme.theme_changed.connect(self._fit)

    # room

    def minimumSizeHint(self) -> QSize:
        """Words give way before the window has to grow, so only the height is asked for."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Take words away, the least needed first, until the strip fits the window; large text needs that."""
        for step in range(5):
            self._practice.setVisible(step < 1)
            for button, words in self._words.items():
                button.setText(words if step < 2 else "")  # the icon, its name and its tip stay
                button.setAccessibleName(words.replace("&", ""))
            self._user.setVisible(step < 4)
            if self._mark is not None:
                self._mark.show_status(*self._marked(short=step > 2))
            if self._needed() <= self.width():
                break
        self.update()

    def _marked(self, *, short: bool) -> tuple[Level, str]:
        """What has to be known about these records at every moment."""
        if when := self._context.session.read_only:
            whole = self.tr("BACKUP OF {when}, READ ONLY").format(when=when)
            return Level.CRITICAL, self.tr("READ ONLY") if short else whole
        return Level.HIGH, self.tr("NOT REAL") if short else self.tr("PRACTICE DATA, NOT REAL")

    def _needed(self) -> int:
        row = self.layout()
        if row is None:
            return 0
        row.invalidate()
        return row.totalMinimumSize().width()

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
        if self._context.session.is_practice_data or self._context.session.read_only:
            stripe = QRectF(0, 0, self.width(), theme.px(4))
            painter.fillRect(stripe, QBrush(theme.colour("high"), _HATCH))


_HATCH = QBrush().style().BDiagPattern
