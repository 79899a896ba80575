"""Paints table cells: chips where a column declares one, and the theme's selection and focus everywhere."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.tables.base import CHIP, TREND, Chip, RowsModel
from ui.theme import Theme
from ui.widgets.sparkline import paint_trend
from ui.widgets.status_chip import chip_size, paint_chip

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """The delegate of every table."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chip = index.data(CHIP)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if isinstance(chip, Chip):
            self._paint_chip(painter, option, chip, selected)
        else:
            self._paint_text(painter, option, index)
            if index.data(TREND):
                self.paint_trend(painter, option, index.data(TREND))
        if focused:
            self._paint_focus(painter, option.rect, selected)
        model = index.model()
        if isinstance(model, RowsModel) and model.line_above(index.row()):
            self._paint_line(painter, option, model.line_words if index.column() == len(model.columns) - 1 else "")

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
        """A line over the top of the row; its words hang from it at the end of the last column."""
        theme, box = Theme.current(), option.rect
        painter.save()
        painter.fillRect(QRect(box.left(), box.top(), box.width(), theme.px(2)), theme.colour("focus"))
        if words:
            painter.setFont(theme.font("small"))
            metrics = painter.fontMetrics()
            wide, high = metrics.horizontalAdvance(words) + theme.px(12), min(metrics.height(), box.height())
            tag = QRect(box.right() - wide, box.top(), wide, high)
            painter.fillRect(tag, theme.colour("focus"))
            painter.setPen(theme.colour("window"))
            painter.drawText(tag, int(Qt.AlignmentFlag.AlignCenter), words)
        painter.restore()

    def _paint_text(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The style paints ground and text; the text keeps 8 px from the cell's edges."""
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        text, whole.text = whole.text, ""
        style = whole.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, whole.widget)
        margin = Theme.current().px(8)
        room = option.rect.adjusted(margin, 0, -margin, 0)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setFont(whole.font)
        ink = index.data(int(Qt.ItemDataRole.ForegroundRole)) if not selected else None
        painter.setPen(ink if ink is not None else Theme.current().colour("selection_text" if selected else "text"))
        elided = whole.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(whole.displayAlignment), elided)
        painter.restore()

    def _paint_chip(self, painter: QPainter, option: QStyleOptionViewItem, chip: Chip, selected: bool) -> None:
        theme = Theme.current()
        painter.save()
        if selected:
            painter.fillRect(option.rect, theme.colour("selection"))
        elif option.features & QStyleOptionViewItem.ViewItemFeature.Alternate:
            painter.fillRect(option.rect, theme.colour("alternate"))
        painter.setFont(option.font)
        size = chip_size(chip.word, option.fontMetrics)
        margin = theme.px(8)
        width = min(size.width(), option.rect.width() - 2 * margin)
        top = option.rect.top() + (option.rect.height() - size.height()) // 2
        plain = theme.colour("selection_text") if selected and theme.tokens.monochrome_selection else None
        paint_chip(
            painter, QRect(option.rect.left() + margin, top, width, size.height()), chip.level, chip.word, plain=plain
        )
        painter.restore()

    def _paint_focus(self, painter: QPainter, box: QRect, selected: bool) -> None:
        theme = Theme.current()
        painter.save()
        painter.setPen(QPen(theme.colour("focus_on_selection" if selected else "focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(box).adjusted(1, 1, -1, -1))
        painter.restore()

    @staticmethod
    def paint_trend(painter: QPainter, option: QStyleOptionViewItem, values: tuple[float, ...]) -> None:
        """A small line of values, oldest left."""
        theme = Theme.current()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRectF(option.rect).adjusted(theme.px(8), theme.px(8), -theme.px(10), -theme.px(8))
        if len(values) > 1:
            paint_trend(painter, box, values, theme.colour("selection_text" if selected else "accent"))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        chip = index.data(CHIP)
        return size.expandedTo(chip_size(chip.word, option.fontMetrics)) if isinstance(chip, Chip) else size
