"""Tabs in one row: those it has no room for are in a menu at its end, and the open one always stands in the row."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QTabBar, QTabWidget, QToolButton, QWidget

from ui import icons
from ui.theme import Theme
from ui.widgets.buttons import SIDE

_LEAST = 24  # pixels of what is hit with a mouse


class _Row(QTabBar):
    """A row of tabs that says how wide each wants to be."""

    def wide(self, place: int) -> int:
        """Pixels of a tab, shown or not."""
        return self.tabSizeHint(place).width()

    def minimumSizeHint(self) -> QSize:
        """As wide as one tab: the others can go into the menu."""
        return QSize(max((self.wide(place) for place in range(self.count())), default=0), super().sizeHint().height())


class TabsWithMore(QTabWidget):
    """Nothing scrolls: a tab is in the row or in the menu "More"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = _Row(self)
        self.setTabBar(self._row)
        self.setDocumentMode(True)
        self.setUsesScrollButtons(False)
        self._row.setExpanding(False)
        self._row.setElideMode(Qt.TextElideMode.ElideRight)
        self.more = QToolButton(self)
        self.more.setAutoRaise(True)
        self.more.setIcon(icons.icon("chevron-down"))
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.menu = QMenu(self.more)
        self.more.clicked.connect(lambda _on=False: self.open_menu())
        self.more.hide()
        self.setCornerWidget(self.more, Qt.Corner.TopRightCorner)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.arrange)
        self.currentChanged.connect(lambda _place: self.arrange())
        Theme.current().theme_changed.connect(self._later.start)

    def setCurrentIndex(self, place: int) -> None:
        """Turn to a tab, out of the menu too: Qt itself opens none that is not in the row."""
        if 0 <= place < self.count():
            self.setTabVisible(place, True)
        super().setCurrentIndex(place)

    def setCurrentWidget(self, tab: QWidget) -> None:
        """Turn to a tab by what it shows."""
        self.setCurrentIndex(self.indexOf(tab))

    def in_menu(self) -> tuple[int, ...]:
        """Places of the tabs that are in the menu."""
        return tuple(place for place in range(self.count()) if not self.isTabVisible(place))

    def open_menu(self) -> None:
        """Show the tabs that are not in the row."""
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        if self.menu.actions():
            self.menu.setActiveAction(self.menu.actions()[0])

    def arrange(self) -> None:
        """Show as many tabs as fit beside the menu, the open one among them."""
        wide = [self._row.wide(place) for place in range(self.count())]
        room, current = self.width(), self.currentIndex()
        if sum(wide) > room:
            self._name(len(wide))
            room -= self.more.sizeHint().width() + wide[current]
            shown = {current}
            for place in (each for each in range(len(wide)) if each != current):
                if wide[place] > room:
                    break
                room -= wide[place]
                shown.add(place)
        else:
            shown = set(range(len(wide)))
        for place in range(len(wide)):
            self.setTabVisible(place, place in shown)
        self._fill()

    def _name(self, count: int) -> None:
        self.more.setText(self.tr("More ({count})").format(count=count))
        self.more.setAccessibleName(self.tr("More tabs"))

    def _fill(self) -> None:
        hidden = self.in_menu()
        self.menu.clear()
        for place in hidden:
            self.menu.addAction(self.tabText(place)).triggered.connect(partial(self._choose, place))
        self._name(len(hidden))
        side = Theme.current().px(SIDE)
        self.more.setIconSize(QSize(side, side))
        self.more.setFixedHeight(max(self._row.sizeHint().height(), _LEAST))
        self.more.setVisible(bool(hidden))

    def _choose(self, place: int, *_checked: object) -> None:
        self.setCurrentIndex(place)
        self._row.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.arrange()
