"""Paints one cell of the day: open or closed ground, a free start with its number, a visit with shape and word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from icm_desktop.contracts.scheduling import AppointmentRow
from icm_desktop.domain.appointment_states import CANCELLED
from ui.context import AppContext
from ui.feedback import Level
from ui.icons import icon
from ui.pages.calendar_grid_model import CELL, DayCell
from ui.pages.calendar_layout import OUTSIDE
from ui.pages.calendar_words import VisitWords
from ui.shapes import paint_shape
from ui.tables.base import Chip

Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_ROWS_OF_AN_HOUR = 4


class DayDelegate(QStyledItemDelegate):
    """The delegate of the day."""

    def __init__(self, context: AppContext, words: VisitWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._words = context, words

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL)
        if not isinstance(cell, DayCell):
            return
        current = bool(option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus))
        active = bool(option.state & QStyle.StateFlag.State_Active)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._ground(painter, option.rect, cell)
        if cell.block is None and cell.number is not None:
            self._free(painter, option.rect, cell.number, current)
        if current and cell.block is None:
            self._ring(painter, option.rect, strong=active, on_fill=cell.number is not None)
        painter.restore()

    def paint_visit(self, painter: QPainter, box: QRect, visit: AppointmentRow, *, current: bool, active: bool) -> None:
        """A visit over the ground of its rows; the table calls this when every cell is painted."""
        painter.save()
        self._visit(painter, box, visit, current)
        if current:
            self._ring(painter, box, strong=active, on_fill=True)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, cell: DayCell) -> None:
        """Open hours are the base; closed ones the window with a hatch, so that it does not rest on colour."""
        theme = self._context.theme
        outside = cell.column.key == OUTSIDE
        painter.fillRect(box, theme.colour("base" if cell.open else "window"))
        if not cell.open and not outside:
            hatch = theme.colour("divider")
            hatch.setAlpha(255 if theme.tokens.monochrome_selection else 110)
            painter.fillRect(box, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
        rule = theme.colour("divider")
        painter.setPen(
            QPen(rule, 1, Qt.PenStyle.SolidLine if cell.row % _ROWS_OF_AN_HOUR == 0 else Qt.PenStyle.DotLine)
        )
        painter.drawLine(box.left(), box.top(), box.right(), box.top())
        painter.setPen(QPen(rule, 1, Qt.PenStyle.DashLine if outside else Qt.PenStyle.SolidLine))
        painter.drawLine(box.right(), box.top(), box.right(), box.bottom())

    def _free(self, painter: QPainter, box: QRect, number: int, current: bool) -> None:
        theme = self._context.theme
        lit = current and theme.tokens.monochrome_selection
        inner = box.adjusted(theme.px(3), 2, -theme.px(4), -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(theme.colour("selection") if current else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(inner).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(theme.colour("selection_text" if current or lit else "accent"))
        painter.setFont(theme.font("small", tabular=True))
        words = QCoreApplication.translate("VisitWords", "{number}  free").format(number=number)
        painter.drawText(inner.adjusted(theme.px(6), 0, -2, 0), _LEFT, words)

    def _visit(self, painter: QPainter, box: QRect, visit: AppointmentRow, current: bool) -> None:
        theme, chip = self._context.theme, self._words.status(visit.status)
        ink, ground = theme.chip_colours(chip.level.value)
        if current and theme.tokens.monochrome_selection:
            ink, ground = theme.colour("selection_text"), theme.colour("selection")
        inner = box.adjusted(theme.px(2), 1, -theme.px(3), -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, 1.4, Qt.PenStyle.DashLine if visit.outside else Qt.PenStyle.SolidLine))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(inner).adjusted(0.7, 0.7, -0.7, -0.7), theme.px(4), theme.px(4))
        marks = self._marks(painter, inner, visit)
        if visit.overbook_reason:  # a shape of its own: it stands where something was in the way
            side = theme.px(11)
            corner = QRectF(inner.right() - side - 2 - marks, inner.top() + 3, side, side)
            marks += side + 2
            paint_shape(painter, Level.HIGH, corner, *theme.chip_colours(Level.HIGH.value))
        if not visit.outside:
            painter.fillRect(QRect(inner.left() + 1, inner.top() + 3, theme.px(4), inner.height() - 6), ink)
        plain = current and theme.tokens.monochrome_selection
        room = inner.adjusted(theme.px(9), 0, -theme.px(4) - marks, 0)
        self._words_of(painter, room, visit, chip, plain=plain)

    def _marks(self, painter: QPainter, box: QRect, visit: AppointmentRow) -> int:
        """Pictures at the right for an interpreter and a ride, which the tooltip has in words; how wide they are."""
        theme = self._context.theme
        side, wide = theme.px(14), 0
        for picture, needed in (("languages", visit.interpreter is not None), ("car", visit.transport)):
            if needed:
                wide += side + theme.px(2)
                place = QRect(box.right() - wide, box.top() + theme.px(2), side, side)
                icon(picture).paint(painter, place)
        return wide

    def _words_of(self, painter: QPainter, box: QRect, visit: AppointmentRow, chip: Chip, *, plain: bool) -> None:
        """Shape and name first; the status word beneath with times and kind, or before the name in a single line.

        Where both do not fit, the shape says the status and the line is the name's.
        """
        theme = self._context.theme
        ink, ground = theme.chip_colours(chip.level.value)
        text = theme.colour("selection_text" if plain else "text")
        ink = text if plain else ink
        painter.setFont(theme.font("body"))
        metrics = painter.fontMetrics()
        small = self._line_height()
        tight = box.height() < metrics.height() + theme.px(4) + small  # two lines fit when they stand closer
        name_high = max(min(box.height() - small, metrics.height()), 0) if tight else metrics.height() + theme.px(4)
        if name_high < metrics.ascent():  # one line only
            name_high = box.height()
        line = QRect(box.left(), box.top(), box.width(), name_high)
        room = QRect(box.left(), line.bottom() + 1, box.width(), box.bottom() - line.bottom())
        side = metrics.ascent() * 0.95
        shape = QRectF(line.left(), line.top() + (line.height() - side) / 2, side, side)
        paint_shape(painter, chip.level, shape, ink, ground)
        rest = line.adjusted(int(side) + theme.px(4), 0, 0, 0)
        alone = room.height() < small
        beside = metrics.horizontalAdvance(chip.word) + theme.px(8)
        least = metrics.horizontalAdvance(f"{visit.head.family.upper()}, MM…")
        if alone and beside + least < rest.width():
            painter.setPen(ink)
            painter.drawText(rest, _LEFT, chip.word)
            rest = rest.adjusted(beside, 0, 0, 0)
        painter.setPen(text)
        self._name(painter, rest, visit)
        if not alone:
            self._details(painter, room, (chip.word, *self._words.facts(visit)))

    def _name(self, painter: QPainter, room: QRect, visit: AppointmentRow) -> None:
        bold = self._context.theme.font("body")
        bold.setWeight(QFont.Weight.DemiBold)
        bold.setStrikeOut(visit.status == CANCELLED)
        painter.setFont(bold)
        metrics = painter.fontMetrics()
        name = metrics.elidedText(self._words.name(visit), Qt.TextElideMode.ElideRight, max(room.width(), 0))
        painter.drawText(room, _LEFT, name)

    def _line_height(self) -> int:
        return QFontMetrics(self._context.theme.font("small")).lineSpacing()

    def _details(self, painter: QPainter, room: QRect, parts: Sequence[str]) -> None:
        """As many whole lines as there is room for; a line breaks between two facts, never within a time."""
        painter.setFont(self._context.theme.font("small", tabular=True))
        high = self._line_height()
        lines = broken(parts, painter.fontMetrics(), room.width())[: room.height() // high]
        for at, words in enumerate(lines):
            line = QRect(room.left(), room.top() + at * high, room.width(), high)
            painter.drawText(
                line, _LEFT, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, line.width())
            )

    def _ring(self, painter: QPainter, box: QRect, *, strong: bool, on_fill: bool) -> None:
        theme = self._context.theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        token = "focus_on_selection" if on_fill and theme.tokens.monochrome_selection else "focus"
        painter.setPen(QPen(theme.colour(token), 2 if strong else 1))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -2, -1), 4, 4)


def broken(parts: Sequence[str], metrics: QFontMetrics, width: int) -> list[str]:
    """Facts joined by dots, broken into lines that fit the width."""
    lines: list[str] = []
    for part in parts:
        joined = f"{lines[-1]} · {part}" if lines else part
        if lines and metrics.horizontalAdvance(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(part)
    return lines
