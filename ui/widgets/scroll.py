"""Lets what is higher than its window be scrolled; the keyboard brings what it reaches into view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class VerticalScroll(QScrollArea):
    """As wide as there is room, as high as its content, without a frame and never a stop for Tab itself."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def follow(self, part: QWidget) -> None:
        """Bring a part into view when a command or F6 puts the keyboard there; Tab does so for every part."""
        part.installEventFilter(_IntoView(self))


class _IntoView(QObject):
    """Hears the parts alone: a filter on the area itself would be asked about every event of all areas."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        by_key = isinstance(event, QFocusEvent) and event.reason() != Qt.FocusReason.MouseFocusReason
        if by_key and event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._area.ensureWidgetVisible(watched)
        return False


def scrolling(inside: QWidget, *, sideways: bool = False) -> QScrollArea:
    """What is higher than its room scrolls; `sideways` for what cannot be made narrower either, such as a table."""
    area = VerticalScroll(inside)
    if sideways:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    return area


class AsHighAsNeeded(VerticalScroll):
    """Takes no more height than its words need, and never more than `most`; what is beyond can be scrolled to."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(inside, parent)
        self._inside, self.most = inside, 10_000

    def fit(self) -> None:
        """Reckon the height anew: the words or the room have changed."""
        wanted = self._inside.heightForWidth(self.viewport().width())
        self.setFixedHeight(max(1, min(wanted, self.most)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()
