"""Paints the lines of a two-level table: headings with the shape of their level, words in two lines at most."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.feedback import Level
from ui.shapes import paint_shape
from ui.tables.base import CHIP, TREND
from ui.tables.delegate import CellDelegate, Index
from ui.tables.tree import HEADING, Heading
from ui.theme import Theme

_LINES = 2
_ALIGN = Qt.ItemDataRole.TextAlignmentRole


class LineDelegate(CellDelegate):
    """Paints headings with the shape of their level; all other cells like every table, in rows of two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme, line = Theme.current(), option.fontMetrics.lineSpacing()
        if isinstance(index.data(HEADING), Heading):
            return QSize(10, max(line + theme.px(10), theme.px(28)))
        return QSize(10, _LINES * line + theme.px(6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        heading = index.data(HEADING)
        if isinstance(heading, Heading):
            self._paint_heading(painter, option, heading)
        elif index.data(CHIP) is not None or index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            super().paint(painter, option, index)
        else:
            self._paint_words(painter, option, index)
            if index.data(TREND):
                self.paint_trend(painter, option, index.data(TREND))

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Two lines at most; what is longer ends in dots and is told whole by the pane beside the table."""
        theme = Theme.current()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        muted = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.save()
        if selected:
            painter.fillRect(option.rect, theme.colour("selection"))
        elif option.features & QStyleOptionViewItem.ViewItemFeature.Alternate:
            painter.fillRect(option.rect, theme.colour("alternate"))
        painter.setFont(index.data(Qt.ItemDataRole.FontRole) or option.font)
        painter.setPen(theme.colour("selection_text") if selected else muted or theme.colour("text"))
        room = option.rect.adjusted(theme.px(8), 0, -theme.px(6), 0)
        text = "\n".join(two_lines(str(index.data() or ""), painter.fontMetrics(), room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter) | int(index.data(_ALIGN) or 0), text)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._paint_focus(painter, option.rect, selected)

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, heading: Heading) -> None:
        theme = Theme.current()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(option.rect, theme.colour("selection"))
        ink, ground = theme.chip_colours(heading.level)
        if selected and theme.tokens.monochrome_selection:
            ink, ground = theme.colour("selection_text"), theme.colour("selection")
        font = theme.font("section")
        painter.setFont(font)
        side = painter.fontMetrics().ascent()
        box = QRectF(option.rect.left() + 4, option.rect.center().y() - side / 2, side, side)
        paint_shape(painter, Level(heading.level), box, ink, ground)
        painter.setPen(theme.colour("selection_text") if selected else theme.colour("text"))
        room = QRect(option.rect).adjusted(side + theme.px(12), 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), heading.text)
        painter.restore()
        if bool(option.state & QStyle.StateFlag.State_HasFocus):
            self._paint_focus(painter, option.rect, selected)


def two_lines(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Words broken over two lines that fit the width; the second ends in dots when more follows."""
    first, broken, rest = text.partition("\n")
    if not broken:
        words, first = text.split(" "), ""
        while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
            first = f"{first} {words.pop(0)}".strip()
        if not first and words:
            first = words.pop(0)
        rest = " ".join(words)
    elide = Qt.TextElideMode.ElideRight
    lines = [metrics.elidedText(first, elide, width)]
    return [*lines, metrics.elidedText(rest, elide, width)] if rest else lines
