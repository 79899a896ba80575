"""The flat header of every table: title, sort mark, a rule beneath."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.theme import Theme


class FlatHeader(QHeaderView):
    """Paints its sections from the theme; the text keeps the same 8 px as the cells beneath."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        Theme.current().theme_changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme, model = Theme.current(), self.model()
        title = model.headerData(section, Qt.Orientation.Horizontal, int(Qt.ItemDataRole.DisplayRole))
        font = model.headerData(section, Qt.Orientation.Horizontal, int(Qt.ItemDataRole.FontRole))
        align = model.headerData(section, Qt.Orientation.Horizontal, int(Qt.ItemDataRole.TextAlignmentRole))
        painter.save()
        painter.fillRect(rect, theme.colour("window"))
        painter.setPen(QPen(theme.colour("divider"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inset = theme.px(8)
        painter.drawLine(rect.right(), rect.top() + inset, rect.right(), rect.bottom() - inset)
        bold = isinstance(font, QFont)
        painter.setFont(font if isinstance(font, QFont) else theme.font())
        painter.setPen(theme.colour("text" if bold else "text_2"))
        room = rect.adjusted(inset, 0, -inset, 0)
        text = painter.fontMetrics().elidedText(str(title or ""), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(align) if align is not None else int(self.defaultAlignment()), text)
        painter.restore()
