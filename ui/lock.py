"""The lock: every window covered and its title cleared, and a sign-in on top; what was open stays as it was."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui import clipboard, icons
from ui.sign_in import SignInForm
from ui.theme import Theme
from ui.workers import Workers

TITLE = "ICM Desktop"


class Cover(QWidget):
    """An opaque sheet over one window; it grows with the window and swallows clicks and keys."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.over, self._title = over, over.windowTitle()
        self._focus: QWidget | None = over.focusWidget()
        self.setAccessibleName(self.tr("Locked"))
        over.setWindowTitle(TITLE)
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.show()
        self.raise_()

    def lift(self) -> None:
        """Show the window again, the keyboard where it was."""
        self.over.removeEventFilter(self)
        if self.over.windowTitle() == TITLE:
            self.over.setWindowTitle(self._title)
        self.hide()
        self.deleteLater()
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self.over.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = Theme.current(), QPainter(self)
        painter.fillRect(self.rect(), theme.colour("rail"))
        side = theme.px(32)
        box = QRect(self.rect().center().x() - side // 2, theme.px(40), side, side)
        icons.icon("lock", "rail_text").paint(painter, box)
        painter.setPen(theme.colour("rail_text"))
        painter.setFont(QFont(theme.font("title")))
        painter.drawText(QRect(0, box.bottom() + 8, self.width(), theme.px(32)), Qt.AlignmentFlag.AlignHCenter, TITLE)


class LockScreen(QDialog):
    """Application-modal, so that no window beneath answers; Esc and the close button do not open it."""

    signed_in = Signal(object)  # SignedIn
    quit_wanted = Signal()

    def __init__(self, workers: Workers, database: Path, user: str, hint: str = "") -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.form = SignInForm(workers, database, locked=True, parent=self)
        self.form.show_hint(hint)
        self.form.show_user(user)
        self.form.signed_in.connect(self.signed_in)
        self.form.grown.connect(self._fit, Qt.ConnectionType.QueuedConnection)
        theme = Theme.current()
        self._column = column = QVBoxLayout(self)
        margin = theme.px(24)
        column.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(self.form)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinimumSize)
        self.form.setMinimumWidth(theme.px(400))
        self._covers: list[Cover] = []
        self._active: QWidget | None = None

    def cover(self) -> None:
        """Cover every visible window, empty the clipboard of our copies and show the sign-in."""
        popup = QApplication.activePopupWidget()
        while popup is not None:  # an open menu would lie over the cover
            popup.close()
            popup = QApplication.activePopupWidget()
        self._active = QApplication.activeWindow()
        self._covers = [Cover(window) for window in QApplication.topLevelWidgets() if self._to_cover(window)]
        clipboard.clear_ours()
        self.adjustSize()
        self._fit()
        if self._covers:
            under = max((cover.over for cover in self._covers), key=lambda window: window.width())
            self.move(under.mapToGlobal(under.rect().center()) - self.rect().center())
        self.show()
        self.raise_()
        self.activateWindow()
        self.form.password.setFocus()
        for cover in self._covers:  # painted now: ending the workers comes next and may take a moment
            cover.repaint()

    def _fit(self) -> None:
        """High enough for everything: lines that wrap need more than a size hint says."""
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # what was put in a moment ago has its size
        self.resize(self.width(), max(self.height(), self._column.totalHeightForWidth(self.width())))
        below = self.frameGeometry().bottom() - self.screen().availableGeometry().bottom()
        if below > 0:
            self.move(self.x(), max(self.screen().availableGeometry().top(), self.y() - below))

    def _to_cover(self, window: QWidget) -> bool:
        return window is not self and window.isVisible() and window.isWindow()

    def lift(self) -> None:
        """Take the covers away; the windows are as they were left."""
        self.hide()
        covers, self._covers = self._covers, []
        for cover in covers:
            if isValid(cover):  # its window may have been closed meanwhile
                cover.lift()
        if self._active is not None and isValid(self._active) and self._active.isVisible():
            self._active.activateWindow()  # the dialog that had the keyboard, not whatever lies on top
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Not a way out."""

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.quit_wanted.emit()
