"""Pages under each other: only those in sight are drawn, at the size wished; words found on them are marked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.reader.drawing import Drawing
from ui.reader.sources import PageSource
from ui.theme import Theme
from ui.widgets.pdf_view import DOTS_PER_POINT

ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_KEPT = 10  # drawn pages in memory
_GAP = 12
_MARK = QColor(255, 214, 0, 110)
_MARK_HERE = QColor(255, 120, 0, 150)
_Wish = tuple[int, float, int]  # a page, how many dots to the point, quarter turns


class PagesView(QAbstractScrollArea):
    """Shows the pages of one source.

    Keys: Up, Down, Page Up, Page Down, Space, Home, End walk; Left and Right turn over the pages where there is nothing
    beside what is seen; + and - change the size, 0 fits the width; R turns the pages to the right, Shift+R to the left.
    """

    opened = Signal(int)  # number of pages
    failed = Signal(str)  # CannotShow.reason
    place_changed = Signal(int, int)  # page in sight (from 1), pages
    found = Signal(int, int)  # which match (from 1; 0 none), how many

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = Drawing(self)
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._tops: list[float] = []
        self._zoom: float | None = None  # None: as wide as there is room, at most 100 %
        self._turns = 0  # quarters to the right
        self._pictures: dict[_Wish, QImage | None] = {}
        self._asked: set[_Wish] = set()
        self._matches: list[tuple[int, QRectF]] = []
        self._match = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the width to fit stays the same
        self._drawing.opened.connect(self._opened)
        self._drawing.failed.connect(self.failed)
        self._drawing.drawn.connect(self._drawn)
        self._drawing.found.connect(self._found)

    # what is shown

    def open(self, make: Callable[[], PageSource]) -> None:
        """Show the pages of this source from the first one on."""
        self.clear()
        self._drawing.open(make)

    def clear(self) -> None:
        """Show nothing and forget what was there."""
        self._drawing.close()
        self._sizes, self._tops, self._zoom, self._turns = (), [], None, 0
        self._pictures.clear()
        self._asked.clear()
        self._matches, self._match = [], -1
        self._lay_out()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def drawn_pages(self) -> frozenset[int]:
        """Pages that are drawn at the size shown."""
        return frozenset(wish[0] for wish in self._pictures if wish == self._wish(wish[0]))

    @property
    def percent(self) -> int:
        """The size shown."""
        return round(self._scale() / DOTS_PER_POINT * 100)

    def page(self) -> int:
        """The page in the middle of sight, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return max((at for at, top in enumerate(self._tops) if top <= middle), default=0)

    def go_to(self, page: int) -> None:
        """Show a page from its top."""
        if self._tops:
            at = min(max(page, 0), len(self._tops) - 1)
            self.verticalScrollBar().setValue(round(self._tops[at]) - self._gap() // 2)

    def zoom(self, step: int) -> None:
        """One size up or down; 0 fits the width."""
        page = self.page()
        if step == 0:
            self._zoom = None
        else:
            now = self._scale() / DOTS_PER_POINT
            sizes = [size for size in ZOOMS if (size > now * 1.01 if step > 0 else size < now * 0.99)]
            self._zoom = (min(sizes) if step > 0 else max(sizes)) if sizes else now
        self._lay_out()
        self.go_to(page)

    def step_page(self, step: int) -> None:
        """The next page, or the one before."""
        self.go_to(self.page() + step)

    def turn(self, step: int) -> None:
        """Turn all pages a quarter to the right, or with -1 to the left: a scan may lie on its side."""
        page = self.page()
        self._turns = (self._turns + step) % 4
        self._sizes = tuple((height, width) for width, height in self._sizes)
        self._lay_out()
        self.go_to(page)

    @property
    def turned(self) -> int:
        """How far the pages are turned to the right, in degrees."""
        return 90 * self._turns

    # finding

    def find_words(self, words: str) -> None:
        """Mark these words on every page and go to the first."""
        self._matches, self._match = [], -1
        if words.strip():
            self._drawing.find(words.strip())
        else:
            self.found.emit(0, 0)
        self.viewport().update()

    def next_match(self, step: int = 1) -> None:
        """The next place of the words, round again."""
        if self._matches:
            self._match = (self._match + step) % len(self._matches)
            self._show_match()
            self.found.emit(self._match + 1, len(self._matches))

    def _found(self, _words: str, places: list[tuple[int, QRectF]]) -> None:
        self._matches, self._match = places, -1
        if places:
            self.next_match()
        else:
            self.found.emit(0, 0)
        self.viewport().update()

    def _show_match(self) -> None:
        page, place = self._matches[self._match]
        top = self._tops[page] + self._turned(page, place).top() * self._scale()
        self.verticalScrollBar().setValue(round(top - self.viewport().height() / 3))
        self.viewport().update()

    # sizes

    def _gap(self) -> int:
        return Theme.current().px(_GAP)

    def _scale(self) -> float:
        """Dots to the point."""
        usual = DOTS_PER_POINT * Theme.current().px(100) / 100
        if self._zoom is not None:
            return DOTS_PER_POINT * self._zoom
        widest = max((width for width, _ in self._sizes), default=1.0)
        return max(min((self.viewport().width() - 2 * self._gap()) / max(widest, 1.0), usual), 0.1)

    def _wish(self, page: int) -> _Wish:
        """A page in the size and turn shown."""
        return page, round(self._scale() * self.devicePixelRatioF(), 3), self._turns

    def _turned(self, page: int, place: QRectF) -> QRectF:
        """A place of the page as it lies now; `place` is told as the page was written."""
        width, height = self._sizes[page] if self._turns % 2 == 0 else self._sizes[page][::-1]
        for _ in range(self._turns):
            place = QRectF(height - place.bottom(), place.left(), place.height(), place.width())
            width, height = height, width
        return place

    def _lay_out(self) -> None:
        scale, gap, top = self._scale(), self._gap(), float(self._gap())
        self._tops = []
        for _, height in self._sizes:
            self._tops.append(top)
            top += height * scale + gap
        widest = max((width for width, _ in self._sizes), default=0.0) * scale + 2 * gap
        room = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(round(top) - room.height(), 0))
        self.verticalScrollBar().setPageStep(room.height())
        self.verticalScrollBar().setSingleStep(Theme.current().px(40))
        self.horizontalScrollBar().setRange(0, max(round(widest) - room.width(), 0))
        self.horizontalScrollBar().setPageStep(room.width())
        self._pictures = {wish: picture for wish, picture in self._pictures.items() if wish == self._wish(wish[0])}
        self._say_place()
        self.viewport().update()

    def _say_place(self) -> None:
        if self._sizes:
            words = self.tr("Page {page} of {pages}")
            self.viewport().setAccessibleName(words.format(page=self.page() + 1, pages=self.pages))
            self.place_changed.emit(self.page() + 1, self.pages)

    def _box(self, page: int) -> QRectF:
        """Where a page lies on the viewport."""
        width, height = (side * self._scale() for side in self._sizes[page])
        room = self.viewport().width()
        left = (room - width) / 2 if width <= room else self._gap()
        at = QPointF(left - self.horizontalScrollBar().value(), self._tops[page] - self.verticalScrollBar().value())
        return QRectF(round(at.x()), round(at.y()), round(width), round(height))

    # drawing

    def _opened(self, sizes: tuple[tuple[float, float], ...]) -> None:
        self._sizes = sizes
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.opened.emit(len(sizes))
        self._ask()

    def _ask(self) -> None:
        """Have the pages in sight drawn that are not yet, and the one after them."""
        seen = [at for at in range(self.pages) if self._box(at).intersects(QRectF(self.viewport().rect()))]
        for page in (*seen, *(at + 1 for at in seen[-1:] if at + 1 < self.pages)):
            wish = self._wish(page)
            if wish not in self._pictures and wish not in self._asked:
                self._asked.add(wish)
                self._drawing.draw(*wish)

    def _drawn(self, page: int, scale: float, turns: int, image: QImage | None) -> None:
        wish = page, scale, turns
        self._asked.discard(wish)
        if wish == self._wish(page):
            self._pictures[wish] = image
            far = sorted(self._pictures, key=lambda key: abs(key[0] - self.page()))[_KEPT:]
            for key in far:
                del self._pictures[key]
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self.viewport()), Theme.current()
        painter.fillRect(self.viewport().rect(), theme.colour("neutral_ground"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in range(self.pages):
            box = self._box(page)
            if not box.intersects(QRectF(self.viewport().rect())):
                continue
            painter.fillRect(box, Qt.GlobalColor.white)  # paper is white in every theme
            picture = self._pictures.get(self._wish(page))
            if picture is not None:
                painter.drawImage(box, picture)
            self._paint_matches(painter, page, box)
            painter.setPen(theme.colour("border"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        self._ask()

    def _paint_matches(self, painter: QPainter, page: int, box: QRectF) -> None:
        scale = self._scale()
        for at, (where, place) in enumerate(self._matches):
            if where == page:
                lies = self._turned(page, place)
                spot = QRectF(lies.topLeft() * scale + box.topLeft(), lies.size() * scale).adjusted(-1, -1, 1, 1)
                painter.fillRect(spot, _MARK_HERE if at == self._match else _MARK)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._say_place()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        page = self.page()
        self._lay_out()
        if self._zoom is None and event.oldSize().width() != event.size().width() and page:
            self.go_to(page)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bar = event.key(), self.verticalScrollBar()
        back = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        steps: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Plus: lambda: self.zoom(1), Qt.Key.Key_Equal: lambda: self.zoom(1),
            Qt.Key.Key_Minus: lambda: self.zoom(-1), Qt.Key.Key_0: lambda: self.zoom(0),
            Qt.Key.Key_Home: lambda: bar.setValue(0), Qt.Key.Key_End: lambda: bar.setValue(bar.maximum()),
            Qt.Key.Key_Space: lambda: bar.setValue(bar.value() + back * bar.pageStep()),
            Qt.Key.Key_R: lambda: self.turn(back),
        }  # fmt: skip
        if self.horizontalScrollBar().maximum() == 0:
            steps |= {Qt.Key.Key_Left: lambda: self.step_page(-1), Qt.Key.Key_Right: lambda: self.step_page(1)}
        if key in steps and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps[key]()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)
