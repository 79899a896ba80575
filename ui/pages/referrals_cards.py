"""Paints the board: headers with counts and how many are stuck, and the cards."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from icm_desktop.contracts.referrals import ReferralRow
from icm_desktop.domain.referral_states import COLUMNS
from ui.context import AppContext
from ui.feedback import Level
from ui.pages.referrals_board_model import CARD, BoardModel
from ui.pages.referrals_words import ReferralWords
from ui.shapes import paint_shape
from ui.theme import Theme
from ui.widgets.status_chip import chip_size, paint_chip

Index = QModelIndex | QPersistentModelIndex
LINES = 4
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class BoardHeader(QHeaderView):
    """Name and count of a column, and a chip with how many are stuck."""

    def __init__(self, words: ReferralWords, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._words = words
        Theme.current().theme_changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme, model = Theme.current(), self.model()
        if not isinstance(model, BoardModel):
            return
        painter.save()
        painter.fillRect(rect, theme.colour("window"))
        painter.setPen(QPen(theme.colour("divider"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        room = rect.adjusted(theme.px(8), 0, -theme.px(6), 0)
        stuck = model.stuck(section)
        painter.setFont(theme.font("small"))
        if stuck:
            size = chip_size(str(stuck), painter.fontMetrics())
            box = QRect(
                room.right() - size.width(), room.center().y() - size.height() // 2, size.width(), size.height()
            )
            paint_chip(painter, box, Level.HIGH, str(stuck))
            room.setRight(box.left() - theme.px(4))
        bold = theme.font("body")
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(theme.colour("text"))
        count = str(len(model.cards(section)))
        wide = painter.fontMetrics().horizontalAdvance(f"  {count}")
        title = self._words.column(COLUMNS[section])
        name = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width() - wide)
        painter.drawText(room, _LEFT, name)
        painter.setPen(theme.colour("text_2"))
        painter.setFont(theme.font("body"))
        painter.drawText(
            room.adjusted(painter.fontMetrics().horizontalAdvance(name) + theme.px(10), 0, 0, 0), _LEFT, count
        )
        painter.restore()


class CardDelegate(QStyledItemDelegate):
    """Paints a card: who, what for, days against the limit, who is next and with what."""

    def __init__(self, context: AppContext, words: ReferralWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._words = context, words

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card, theme = index.data(CARD), self._context.theme
        if not isinstance(card, ReferralRow):
            return
        current = bool(option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus))
        plain = current and theme.tokens.monochrome_selection
        box = option.rect.adjusted(theme.px(3), theme.px(3), -theme.px(3), -theme.px(3))
        painter.save()
        painter.fillRect(option.rect, theme.colour("window"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("selection" if current else "base"))
        stuck = card.days_over > 0
        edge = theme.colour("focus") if current else theme.colour("high" if stuck else "divider")
        painter.setPen(QPen(edge, 2 if current else 1))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4))
        if stuck:
            bar = theme.colour("selection_text" if plain else "high")
            painter.fillRect(QRect(box.left() + 2, box.top() + 4, theme.px(3), box.height() - 8), bar)
        self._lines(painter, box.adjusted(theme.px(10), theme.px(5), -theme.px(6), -theme.px(4)), card, current)
        painter.restore()

    def _lines(self, painter: QPainter, room: QRect, card: ReferralRow, current: bool) -> None:
        theme = self._context.theme
        high = room.height() // LINES
        text = theme.colour("selection_text" if current else "text")
        soft = text if current and theme.tokens.monochrome_selection else theme.colour("text_2")
        level = Level.HIGH if card.days_over > 0 else None
        urgent = self._words.urgency(card)
        following = f"→ {self._words.next(card)}" if card.limit_name else self._words.state(card.state)
        waiting = f"{self._words.days(card)} · {self._words.ball(card)}" if card.limit_name else self._words.days(card)
        lines = (
            (self._words.wanted(card), theme.font("body"), text, Level.CAUTION if urgent else None),
            (waiting, theme.font("small", tabular=True), soft, level),
            (following, theme.font("small"), soft, None),
        )
        self._who(painter, QRect(room.left(), room.top(), room.width(), high), card, text)
        for at, (words, font, ink, mark) in enumerate(lines, 1):
            line = QRect(room.left(), room.top() + at * high, room.width(), high)
            painter.setFont(font)
            if mark is not None:
                line = self._mark(painter, line, mark, text if current and theme.tokens.monochrome_selection else None)
            painter.setPen(ink)
            painter.drawText(
                line, _LEFT, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, line.width())
            )

    def _who(self, painter: QPainter, line: QRect, card: ReferralRow, ink: QColor) -> None:
        """Name, age and sex; a long name is cut, not what stands after it."""
        name, about = self._context.formatting.name_and_about(card.head)
        bold = self._context.theme.font("body")
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(ink)
        metrics = painter.fontMetrics()
        kept = metrics.horizontalAdvance(f" {about}")
        cut = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(line.width() - kept, 0))
        painter.drawText(line, _LEFT, f"{cut} {about}")

    def _mark(self, painter: QPainter, line: QRect, level: Level, plain: QColor | None) -> QRect:
        """The level's shape in front of a line."""
        ink, ground = self._context.theme.chip_colours(level.value)
        side = float(painter.fontMetrics().ascent())
        box = QRectF(line.left(), line.top() + (line.height() - side) / 2, side, side)
        paint_shape(painter, level, box, plain or ink, ground)
        return line.adjusted(int(side) + self._context.theme.px(4), 0, 0, 0)


def card_height(theme: Theme) -> int:
    """Height of a card with the text size in use."""
    return QFontMetrics(theme.font("body")).height() * LINES + theme.px(18)
