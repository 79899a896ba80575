"""Lays widgets out in a row that breaks into further rows when the window is narrow or the text large."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Left to right, then down.

    Args:
        gap: Pixels between two items.
        row_gap: Pixels between two rows.
        right: Whether each row ends at the right edge, as the buttons of a dialog do.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, row_gap: int = 6, right: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._row_gap, self._right = gap, row_gap, right
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt adds every widget through this."""
        self._items.append(item)

    def insert(self, place: int, widget: QWidget) -> None:
        """Put a widget before the one that stands at this place."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(size.width() for size in sizes) + self._gap * max(len(sizes) - 1, 0)
        margins = self.contentsMargins()
        high = max((size.height() for size in sizes), default=0)
        return QSize(wide + margins.left() + margins.right(), high + margins.top() + margins.bottom())

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        margins = self.contentsMargins()
        wide = max((size.width() for size in sizes), default=0) + margins.left() + margins.right()
        high = max((size.height() for size in sizes), default=0) + margins.top() + margins.bottom()
        return QSize(wide, high)

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Put the items into rows; the height they take."""
        inner = rect.marginsRemoved(self.contentsMargins())
        rows: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        left = inner.left()
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(inner.width(), item.minimumSize().width()), 10_000))
            if rows[-1] and left + size.width() > inner.right() + 1:
                rows.append([])
                left = inner.left()
            rows[-1].append((item, size))
            left += size.width() + self._gap
        top = inner.top()
        for row in rows:
            high = max((size.height() for _item, size in row), default=0)
            wide = sum(size.width() + self._gap for _item, size in row) - self._gap
            left = inner.left() + (max(inner.width() - wide, 0) if self._right else 0)
            for item, size in row:
                if move:
                    item.setGeometry(QRect(left, top + (high - size.height()) // 2, size.width(), size.height()))
                left += size.width() + self._gap
            top += high + self._row_gap
        margins = self.contentsMargins()
        return top - self._row_gap - inner.top() + margins.top() + margins.bottom()
