"""A fact and how it is measured and painted: words that wrap, what stands beside and beneath them, a chip, a trend."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.tables.base import Chip
from ui.theme import Theme
from ui.widgets.labels import unbroken
from ui.widgets.sparkline import paint_trend
from ui.widgets.status_chip import chip_size, paint_chip

Index = QModelIndex | QPersistentModelIndex
FACT = int(Qt.ItemDataRole.UserRole) + 3
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_TREND_WIDTH = 64
_FAR = 10_000
_MOST_BESIDE = 0.5  # of the width that trend and chip may take from the words


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. `text`, `aside` (stands beside the text when there is room) and `detail` are never cut.

    `sentence` is what a screen reader says (default: all the words); `tip` tells where the fact came from.
    `label`: the text only names what stands beside or beneath it. `struck`: it was entered in error.
    """

    key: str
    text: str
    detail: tuple[str, ...] = ()
    chip: Chip | None = None
    trend: tuple[float, ...] = ()
    strong: bool = False
    sentence: str = ""
    tip: str = ""
    aside: str = ""
    label: bool = False
    struck: bool = False

    @property
    def spoken(self) -> str:
        """The whole fact in words."""
        chip = (self.chip.word,) if self.chip else ()
        return self.sentence or ", ".join(part for part in (self.text, self.aside, *chip, *self.detail) if part)

    @property
    def font(self) -> QFont:
        """The font of its first words."""
        font = Theme.current().font("body")
        if self.strong:
            font.setWeight(QFont.Weight.DemiBold)
        font.setStrikeOut(self.struck)
        return font


@dataclass(slots=True)
class _Boxes:
    """Where the parts of a fact lie."""

    text: QRect
    trend: QRect = field(default_factory=QRect)
    chip: QRect = field(default_factory=QRect)
    beneath: list[tuple[QRect, str]] = field(default_factory=list)
    aside: QRect = field(default_factory=QRect)

    @property
    def bottom(self) -> int:
        """The lowest pixel."""
        return max(self.text.bottom(), self.chip.bottom(), *(box.bottom() for box, _words in self.beneath), 0)


class FactDelegate(QStyledItemDelegate):
    """Measures and paints facts with the tokens of the theme."""

    def height(self, fact: Fact, width: int) -> int:
        """Height of a fact in a list this wide."""
        return _boxes(fact, QRect(0, 0, width, _FAR)).bottom + 1 + Theme.current().px(3)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        return QSize(width, self.height(index.data(FACT), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        fact, theme = index.data(FACT), Theme.current()
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        plain = focused and theme.tokens.monochrome_selection
        ink = theme.colour("selection_text" if focused else "text")
        second = theme.colour("selection_text" if plain else "text_2")
        first, then = (second, ink) if fact.label else (ink, second)
        boxes = _boxes(fact, option.rect)
        painter.save()
        if focused:
            painter.fillRect(option.rect, theme.colour("selection"))
        painter.setPen(first)
        painter.setFont(fact.font)
        painter.drawText(boxes.text, _WRAP, unbroken(fact.text))
        if fact.trend:
            paint_trend(painter, QRectF(boxes.trend), fact.trend, ink if focused else theme.colour("accent"))
        painter.setFont(theme.font("body"))
        painter.setPen(then)
        if not boxes.aside.isNull():
            painter.drawText(boxes.aside, _WRAP, unbroken(fact.aside))
        for box, words in boxes.beneath:
            painter.drawText(box, _WRAP, unbroken(words))
        if fact.chip is not None:
            paint_chip(painter, boxes.chip, fact.chip.level, fact.chip.word, plain=ink if plain else None)
        if focused:
            painter.setPen(QPen(theme.colour("focus_on_selection"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))
        painter.restore()


def _boxes(fact: Fact, box: QRect) -> _Boxes:
    """Trend and chip stand at the right of the first line; a chip too wide for that goes beneath the words."""
    theme = Theme.current()
    inner = box.adjusted(theme.px(8), theme.px(3), -theme.px(8), 0)
    size = chip_size(fact.chip.word, QFontMetrics(theme.font("body"))) if fact.chip else QSize(0, 0)
    size.setWidth(min(size.width(), inner.width()))
    trend = theme.px(_TREND_WIDTH + 6) if fact.trend else 0
    beside = size.width() + theme.px(6) if size.width() else 0
    under = trend + beside > inner.width() * _MOST_BESIDE
    room = inner.width() - trend - (0 if under else beside)
    metrics = QFontMetrics(fact.font)
    made = _Boxes(_wrapped(metrics, inner.left(), inner.top(), room, fact.text or " "))
    made.trend = QRect(inner.left() + room + theme.px(6), inner.top() + 2, theme.px(_TREND_WIDTH), metrics.height() - 4)
    top = made.text.bottom() + 1
    if fact.chip is not None and under:
        made.chip = QRect(inner.left(), top + theme.px(2), size.width(), size.height())
        top = made.chip.bottom() + 1
    elif fact.chip is not None:
        made.chip = QRect(inner.right() - size.width() + 1, inner.top(), size.width(), size.height())
    _put_beneath(fact, made, QRect(inner.left(), top, inner.width(), 0), room)
    return made


def _put_beneath(fact: Fact, made: _Boxes, start: QRect, room: int) -> None:
    """The aside beside the words when it fits there, else with the details beneath, clear of the chip."""
    theme = Theme.current()
    body, top = QFontMetrics(theme.font("body")), start.top()
    words = QFontMetrics(fact.font).horizontalAdvance(fact.text) + theme.px(8)
    lines = list(fact.detail)
    if fact.aside and words + body.horizontalAdvance(fact.aside) <= room:
        made.aside = QRect(start.left() + words, made.text.top(), room - words, made.text.height())
    elif fact.aside:
        lines.insert(0, fact.aside)
    for line in lines:
        width = start.width()
        if not made.chip.isNull() and top <= made.chip.bottom():
            width -= made.chip.width() + theme.px(6)
        box = _wrapped(body, start.left(), top, width, line)
        made.beneath.append((box, line))
        top = box.bottom() + 1


def _wrapped(metrics: QFontMetrics, left: int, top: int, width: int, words: str) -> QRect:
    box = metrics.boundingRect(QRect(left, top, width, _FAR), _WRAP, unbroken(words))
    return QRect(left, top, width, box.height())
