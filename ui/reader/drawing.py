"""Draws pages in one thread beside the window's own, so that no page, however heavy, holds the window up."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pypdfium2 as pdfium
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QTransform
from shiboken6 import isValid

from ui.reader.sources import CannotShow, PageSource

_MOST_FINDS = 500


class Drawing(QObject):
    """Opens one source at a time; answers to a source that is gone are dropped."""

    opened = Signal(object)  # sizes of the pages in points
    failed = Signal(str)  # CannotShow.reason
    drawn = Signal(int, float, int, object)  # page, scale, quarter turns, QImage or None when the page is damaged
    found = Signal(str, object)  # words, list of (page, QRectF)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="reader")
        self._source: PageSource | None = None
        self._number = 0
        self._open: list[PageSource] = []  # what is to be closed when the reader goes
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        weakref.finalize(self, _let_go, self._open)

    @Slot(object)
    def _take(self, hand: Callable[[], None]) -> None:
        hand()

    def open(self, make: Callable[[], PageSource]) -> None:
        """Open a source; the one before is closed."""
        self.close()
        number = self._number
        self._run(make, lambda done: self._opened(number, done))

    def draw(self, page: int, scale: float, turns: int) -> None:
        """Draw a page, turned to the right by so many quarters."""
        source, number = self._source, self._number
        if source is not None:
            wish = (page, scale, turns)
            self._run(lambda: _picture(source, *wish), lambda done: self._drawn(number, wish, done))

    def find(self, words: str) -> None:
        """Look for words on every page."""
        source, number = self._source, self._number
        if source is not None:
            self._run(lambda: _find(source, words), lambda done: self._found(number, words, done))

    def close(self) -> None:
        """Let go of the source and of every question on its way."""
        self._number += 1
        source, self._source = self._source, None
        if source is not None:
            self._open.remove(source)
            self._thread.submit(source.close)

    def _run(self, work: Callable[[], Any], done: Callable[[Future[Any]], None]) -> None:
        def arrive(future: Future[Any]) -> None:
            if isValid(self):
                self._arrived.emit(lambda: done(future))

        self._thread.submit(work).add_done_callback(arrive)

    def _opened(self, number: int, done: Future[PageSource]) -> None:
        error = done.exception()
        if isinstance(error, CannotShow):
            if number == self._number:
                self.failed.emit(error.reason)
            return
        source = done.result()
        if number != self._number:
            self._thread.submit(source.close)
            return
        self._source = source
        self._open.append(source)
        self.opened.emit(source.sizes)

    def _drawn(self, number: int, wish: tuple[int, float, int], done: Future[Any]) -> None:
        if number == self._number:
            self.drawn.emit(*wish, done.result())

    def _found(self, number: int, words: str, done: Future[Any]) -> None:
        if number == self._number:
            self.found.emit(words, done.result())


def _picture(source: PageSource, page: int, scale: float, turns: int) -> object:
    try:
        picture = source.picture(page, scale)
        return picture.transformed(QTransform().rotate(90 * turns)) if turns else picture
    except (CannotShow, pdfium.PdfiumError):
        return None


def _find(source: PageSource, words: str) -> list[tuple[int, object]]:
    places: list[tuple[int, object]] = []
    for page in range(len(source.sizes)):
        try:
            places += [(page, place) for place in source.find(page, words, _MOST_FINDS - len(places))]
        except pdfium.PdfiumError:
            continue  # a damaged page among good ones
        if len(places) >= _MOST_FINDS:
            break
    return places


def _let_go(sources: list[PageSource]) -> None:
    for source in sources:
        source.close()
