"""The tiles of outcomes: four families, each tile a value with what is under the line, walked by arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from icm_desktop.contracts.outcomes import CLINICAL, FAMILIES, FigureRow, Outcomes
from ui.context import AppContext
from ui.pages.outcomes_words import OutcomeWords
from ui.theme import Theme
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Text
from ui.widgets.scroll import VerticalScroll
from ui.widgets.sparkline import Sparkline

_WIDE, _HIGH, _GAP, _BAR = 232, 118, 8, 4


class Tile(QFrame):
    """One figure. `opened` by Enter or a double click, `chosen` when the keyboard comes to it.

    The one whose details stand beside the board stays marked while the keyboard is elsewhere.
    """

    opened, chosen = Signal(object), Signal(object)
    walked = Signal(int)  # to the next (1), the one before (-1)

    def __init__(self, words: OutcomeWords, row: FigureRow) -> None:
        super().__init__()
        self.row, self._marked = row, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        px = Theme.current().px
        self.setAccessibleName(words.sentence(row))
        self.setToolTip(words.pick(row.what))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(8))
        column.setSpacing(px(2))
        column.addWidget(Text("small", words.pick(row.title), strong=True, wrap=True))
        column.addStretch(1)
        line = QHBoxLayout()
        enough = row.now.value is not None
        line.addWidget(
            Text("title" if enough else "body", words.value(row, row.now), tone="text" if enough else "text_2")
        )
        line.addStretch(1)
        self._spark, self._words = Sparkline(parent=self), words  # shown without a parent it would be a window
        line.addWidget(self._spark)
        self.show_line(row)
        column.addLayout(line)
        column.addWidget(Text("small", words.under(row), tone="text_2", wrap=True))
        column.addWidget(Text("small", words.target(row), tone="text_2", wrap=True))

    def show_line(self, row: FigureRow) -> None:
        """The figure with its course, which may come after the figure."""
        self.row = row
        told = [one.value for one in row.line if one.value is not None]
        self._spark.show_values(told, self._words.course(row))
        self._spark.setVisible(len(told) > 1)

    def take_room(self, wide: int) -> None:
        """The room that the text of now needs in a width: its size can change while the page is open."""
        self.setFixedWidth(wide)
        self.setMinimumHeight(max(Theme.current().px(_HIGH), self.heightForWidth(wide)))

    def mark(self, on: bool) -> None:
        """Show whether the details beside the board are of this one."""
        self._marked = on
        self.update()

    @property
    def marked(self) -> bool:
        """Whether the details beside the board are of this one."""
        return self._marked

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = Theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "focus" if self.hasFocus() else "accent" if self._marked else "border"
        painter.setPen(QPen(theme.colour(edge), 2 if self.hasFocus() or self._marked else 1))
        painter.setBrush(theme.colour("base"))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, 6, 6)
        if self._marked:
            painter.fillRect(
                QRectF(box.left(), box.top() + 6, theme.px(_BAR), box.height() - 12), theme.colour("accent")
            )

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.chosen.emit(self.row)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.row)
        elif event.key() in steps:
            self.walked.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.row)


class TileBoard(QWidget):
    """Every family with its tiles, or why there is none."""

    opened, chosen = Signal(object), Signal(object)

    def __init__(self, context: AppContext, words: OutcomeWords) -> None:
        super().__init__()
        self._context, self._words = context, words
        self.tiles: list[Tile] = []
        self.inside = QWidget()
        self._column = QVBoxLayout(self.inside)
        self._column.setContentsMargins(0, 0, context.theme.px(8), 0)
        self._column.setSpacing(context.theme.px(8))
        self.area = VerticalScroll(self.inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        context.theme.theme_changed.connect(self._fit)
        self.area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The room for tiles changes with the window and when the bar for scrolling comes."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """As many tiles side by side as there is room for, each as wide as makes the row full."""
        px = self._context.theme.px
        gap, room = px(_GAP), self.area.viewport().width() - px(_GAP) - 1
        many = max(1, (room + gap) // (px(_WIDE) + gap))
        for tile in self.tiles:
            tile.take_room(max(px(_WIDE), (room - gap * (many - 1)) // many) if room > 0 else px(_WIDE))

    def sizeHint(self) -> QSize:
        px = self._context.theme.px
        return QSize(px(760), px(500))

    def show_rows(self, found: Outcomes, keep: str = "") -> None:
        """Show the tiles; the keyboard stays on the one called `keep`."""
        had = any(tile.hasFocus() for tile in self.tiles)
        self._clear()
        for family in FAMILIES:
            rows = [row for row in found.rows if row.family == family]
            self._column.addWidget(Text("section", self._words.family(family)))
            if rows:
                self._column.addWidget(self._family(rows))
            if family == CLINICAL and not found.asked.clinical:
                self._column.addWidget(Text("body", self.tr("Quality measures are being counted…"), tone="text_2"))
            elif not rows:
                self._column.addWidget(Text("body", self.tr("No figure of this family yet."), tone="text_2"))
        self._column.addStretch(1)
        self._fit()
        wanted = next((tile for tile in self.tiles if key_of(tile.row) == keep), self.tiles[0] if self.tiles else None)
        if wanted is not None:
            if had:
                wanted.setFocus()
            self._choose(wanted)

    def show_lines(self, rows: Sequence[FigureRow]) -> None:
        """Courses that came after the figures."""
        known = {key_of(row): row for row in rows}
        for tile in self.tiles:
            tile.show_line(known.get(key_of(tile.row), tile.row))

    def _choose(self, tile: Tile) -> None:
        for one in self.tiles:
            one.mark(one is tile)
        self.chosen.emit(tile.row)

    def _family(self, rows: Sequence[FigureRow]) -> QWidget:
        box = QWidget()
        row = FlowLayout(box, gap=self._context.theme.px(_GAP), row_gap=self._context.theme.px(_GAP))
        for one in rows:
            tile = Tile(self._words, one)
            tile.opened.connect(self.opened.emit)
            tile.chosen.connect(lambda _row, which=tile: self._choose(which))
            tile.walked.connect(lambda step, which=tile: self._walk(which, step))
            self.tiles.append(tile)
            row.addWidget(tile)
        return box

    def _clear(self) -> None:
        self.tiles = []
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()

    def _walk(self, tile: Tile, step: int) -> None:
        place = self.tiles.index(tile) + step
        if 0 <= place < len(self.tiles):
            self.tiles[place].setFocus()
            self.area.ensureWidgetVisible(self.tiles[place])

    def focus_first(self) -> None:
        """Put the keyboard on the first tile."""
        if self.tiles:
            self.tiles[0].setFocus()

    def focus_on(self, figure: str) -> None:
        """Put the keyboard on a figure, by its id."""
        for tile in self.tiles:
            if tile.row.id == figure:
                tile.setFocus()
                self.area.ensureWidgetVisible(tile)
                return


def key_of(row: FigureRow) -> str:
    """What tells one tile from every other."""
    return f"{row.id}/{row.edition or ''}/{row.rate}"
