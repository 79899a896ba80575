"""A short list of facts on a page: words that wrap, a chip, a small trend; read and opened by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.tables.base import Chip
from ui.theme import Theme
from ui.widgets.sparkline import paint_trend
from ui.widgets.status_chip import chip_size, paint_chip

Index = QModelIndex | QPersistentModelIndex
FACT = int(Qt.ItemDataRole.UserRole) + 3
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_TREND_WIDTH = 64


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. `text` and `detail` are never cut.

    `sentence` is what a screen reader says (default: all the words); `tip` tells where the fact came from.
    """

    key: str
    text: str
    detail: tuple[str, ...] = ()
    chip: Chip | None = None
    trend: tuple[float, ...] = ()
    strong: bool = False
    sentence: str = ""
    tip: str = ""

    @property
    def spoken(self) -> str:
        """The whole fact in words."""
        chip = (self.chip.word,) if self.chip else ()
        return self.sentence or ", ".join(part for part in (self.text, *chip, *self.detail) if part)


class FactsModel(QAbstractListModel):
    """Shows facts."""

    def __init__(self) -> None:
        super().__init__()
        self._facts: tuple[Fact, ...] = ()

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Replace every fact."""
        self.beginResetModel()
        self._facts = tuple(facts)
        self.endResetModel()

    def facts(self) -> tuple[Fact, ...]:
        """The facts as shown."""
        return self._facts

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._facts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        fact = self._facts[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return fact.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return fact.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return fact.tip or None
        return fact if role == FACT else None


class _FactDelegate(QStyledItemDelegate):
    """Measures and paints a fact with the tokens of the theme."""

    def height(self, fact: Fact, width: int) -> int:
        """Height of a fact in a list this wide."""
        text, details, chip = self._boxes(fact, QRect(0, 0, width, 10_000))
        bottom = max(text.bottom(), chip.bottom(), *(box.bottom() for box in details))
        return int(bottom) + 1 + Theme.current().px(4)

    def _boxes(self, fact: Fact, box: QRect) -> tuple[QRect, list[QRect], QRect]:
        """Where the words, the lines under them and the chip go."""
        theme = Theme.current()
        inner = box.adjusted(theme.px(8), theme.px(4), -theme.px(8), 0)
        metrics = QFontMetrics(_font(fact))
        chip = QRect(inner.topLeft(), QSize(0, 0))
        left = inner.width()
        below = False
        if fact.chip is not None:
            size = chip_size(fact.chip.word, QFontMetrics(theme.font("body")))
            size.setWidth(min(size.width(), inner.width()))
            below = size.width() > inner.width() * 0.5
            chip = QRect(inner.right() - size.width() + 1, inner.top(), size.width(), size.height())
            left = left if below else left - size.width() - theme.px(6)
        if fact.trend:
            left -= theme.px(_TREND_WIDTH + 6)
        text = metrics.boundingRect(QRect(inner.left(), inner.top(), left, 10_000), _WRAP, fact.text or " ")
        text.setWidth(left)
        top = text.bottom() + 1
        if below:
            chip.moveTo(inner.left(), top + theme.px(2))
            top = chip.bottom() + 1
        lines = []
        plain = QFontMetrics(theme.font("body"))
        for words in fact.detail:
            line = plain.boundingRect(QRect(inner.left(), top, inner.width(), 10_000), _WRAP, words)
            line.setWidth(inner.width())
            lines.append(line)
            top = line.bottom() + 1
        return text, lines or [text], chip

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        fact, theme = index.data(FACT), Theme.current()
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        text, details, chip = self._boxes(fact, option.rect)
        painter.save()
        if focused:
            painter.fillRect(option.rect, theme.colour("selection"))
        painter.setPen(theme.colour("selection_text" if focused else "text"))
        painter.setFont(_font(fact))
        painter.drawText(text, _WRAP, fact.text)
        if fact.trend:
            room = QRectF(text.right() + theme.px(6), text.top() + 3, theme.px(_TREND_WIDTH), text.height() - 6)
            paint_trend(painter, room, fact.trend, theme.colour("selection_text" if focused else "accent"))
        painter.setFont(theme.font("body"))
        if not (focused and theme.tokens.monochrome_selection):
            painter.setPen(theme.colour("text_2"))
        for box, words in zip(details, fact.detail, strict=False):
            painter.drawText(box, _WRAP, words)
        if fact.chip is not None:
            plain = theme.colour("selection_text") if focused and theme.tokens.monochrome_selection else None
            paint_chip(painter, chip, fact.chip.level, fact.chip.word, plain=plain)
        if focused:
            painter.setPen(QPen(theme.colour("focus_on_selection"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        return QSize(width, self.height(index.data(FACT), width))


class FactList(QListView):
    """Facts one under the other, as high as they need; Up and Down walk, Enter opens."""

    opened = Signal(object)  # Fact

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._facts = FactsModel()
        self._delegate = _FactDelegate(self)
        self.setModel(self._facts)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        self.doubleClicked.connect(self._open)
        Theme.current().theme_changed.connect(self._fit)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Replace the facts; the keyboard stays on the same one."""
        key = self.current_key()
        self._facts.set_facts(facts)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if facts else Qt.FocusPolicy.NoFocus)
        places = [fact.key for fact in facts]
        if places:
            self.setCurrentIndex(self._facts.index(places.index(key) if key in places else 0))
        self._fit()

    def facts(self) -> tuple[Fact, ...]:
        """The facts as shown."""
        return self._facts.facts()

    def current_key(self) -> str | None:
        """Key of the fact the keyboard is on."""
        index = self.currentIndex()
        return self._facts.facts()[index.row()].key if index.isValid() else None

    def _fit(self) -> None:
        width = self.viewport().width()
        height = sum(self._delegate.height(fact, width) for fact in self._facts.facts())
        if height != self.height():
            self.setFixedHeight(max(height, 1))
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_delegate"):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._facts.facts()[index.row()])


def _font(fact: Fact) -> QFont:
    font = Theme.current().font("body")
    if fact.strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font
