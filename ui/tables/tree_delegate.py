"""Paints the lines of a two-level table: headings with a shape, words in as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTreeView

from ui.feedback import Level
from ui.shapes import paint_shape
from ui.tables.base import CHIP, TREND
from ui.tables.delegate import CellDelegate, Index
from ui.tables.tree import HEADING, Heading
from ui.theme import Theme

_LINES, _MOST_LINES = 2, 6
_ALIGN = Qt.ItemDataRole.TextAlignmentRole


class LineDelegate(CellDelegate):
    """Paints headings with the shape of their level; all other cells like every table, in rows of two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme, line = Theme.current(), option.fontMetrics.lineSpacing()
        if isinstance(index.data(HEADING), Heading):
            return QSize(10, max(line + theme.px(10), theme.px(28)))
        return QSize(10, max(_LINES, self._lines(option, index)) * line + theme.px(6))

    @staticmethod
    def _lines(option: QStyleOptionViewItem, index: Index) -> int:
        """How many lines the words of a cell take in its column as it is now; the first one is never narrow."""
        view = option.widget
        if not isinstance(view, QTreeView) or index.column() == 0 or index.data(CHIP) is not None:
            return 0
        room = view.header().sectionSize(index.column()) - _margins()
        return len(broken(str(index.data() or ""), option.fontMetrics, room))

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
        """What is longer than six lines ends in dots and is told whole by the pane beside the table."""
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
        text = "\n".join(broken(str(index.data() or ""), painter.fontMetrics(), room.width()))
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


def _margins() -> int:
    return Theme.current().px(8) + Theme.current().px(6)


def broken(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Words broken over lines that fit the width, six at most; the last one ends in dots when more follows."""
    lines: list[str] = []
    for part in text.split("\n"):
        if metrics.horizontalAdvance(part) <= width:
            lines.append(part)
            continue
        line = ""
        for word in part.split(" "):
            longer = f"{line} {word}" if line else word
            if line and metrics.horizontalAdvance(longer) > width:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    if len(lines) > _MOST_LINES:
        lines[_MOST_LINES - 1 :] = [" ".join(lines[_MOST_LINES - 1 :])]
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]
