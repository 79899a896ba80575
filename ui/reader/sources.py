"""Where pages to draw come from: a PDF or a picture in memory. Used by one thread beside the window's own."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import pypdfium2 as pdfium
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from icm_desktop.domain.document_forms import picture_type
from ui.widgets.pdf_view import PdfDocument

MOST_DOTS = 24_000_000  # one picture of a page in memory: about 100 MB
MOST_PICTURE_DOTS = 64_000_000  # a larger picture may be made to exhaust the memory
MOST_PAGES = 2_000
_POINTS = 72 / 96  # a dot of a picture on a usual screen


class CannotShow(Exception):
    """The pages cannot be drawn. `reason`: "damaged", "password", "too_large"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class PageSource(Protocol):
    """Pages that can be drawn."""

    sizes: tuple[tuple[float, float], ...]

    def picture(self, page: int, scale: float) -> QImage:
        """A page at `scale` dots to the point."""

    def find(self, page: int, words: str, most: int) -> list[QRectF]:
        """Where words stand on a page, in points."""

    def close(self) -> None:
        """Free the memory."""


class PdfPages:
    """The pages of a PDF."""

    def __init__(self, data: bytes) -> None:
        try:
            self._document = PdfDocument(data)
            pages = range(min(len(self._document), MOST_PAGES))
            self.sizes: tuple[tuple[float, float], ...] = tuple(self._document.size(page) for page in pages)
        except pdfium.PdfiumError as error:
            raise CannotShow("password" if "password" in str(error).lower() else "damaged") from None
        if not self.sizes:
            raise CannotShow("damaged")

    def picture(self, page: int, scale: float) -> QImage:
        width, height = self.sizes[page]
        return self._document.picture(page, _bounded(scale, width, height))

    def find(self, page: int, words: str, most: int) -> list[QRectF]:
        return self._document.find(page, words, most)

    def close(self) -> None:
        self._document.close()


class PicturePages:
    """The pages of a picture file; a fax in TIFF has several."""

    def __init__(self, data: bytes) -> None:
        self._bytes = QByteArray(data)
        self._format = (picture_type(data) or "").removeprefix("image/")
        self._last: tuple[int, QImage] | None = None
        with self._reading() as reader:
            count = max(reader.imageCount(), 1)
        self.sizes: tuple[tuple[float, float], ...] = tuple(self._size(page) for page in range(min(count, MOST_PAGES)))

    @contextmanager
    def _reading(self, page: int = 0) -> Iterator[QImageReader]:
        """Reads one page in the one format the bytes begin with; no other format's reader sees them."""
        buffer = QBuffer()
        buffer.setData(self._bytes)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer, QByteArray(self._format.encode()))
        reader.setAutoDetectImageFormat(False)
        reader.setAutoTransform(True)
        try:
            if not self._format or (page and not reader.jumpToImage(page)):
                raise CannotShow("damaged")
            yield reader
        finally:
            reader.setDevice(None)  # type: ignore[arg-type]  # the bytes are let go before their holder goes

    def _size(self, page: int) -> tuple[float, float]:
        with self._reading(page) as reader:
            size, turned = reader.size(), reader.transformation().value & 4  # the quarter turn is in it
        if not size.isValid() or size.isEmpty():
            raise CannotShow("damaged")
        if size.width() * size.height() > MOST_PICTURE_DOTS:
            raise CannotShow("too_large")
        width, height = (size.height(), size.width()) if turned else (size.width(), size.height())
        return width * _POINTS, height * _POINTS

    def picture(self, page: int, scale: float) -> QImage:
        if self._last is None or self._last[0] != page:
            with self._reading(page) as reader:
                image = reader.read()
            if image.isNull():
                raise CannotShow("damaged")
            self._last = page, image
        width, height = self.sizes[page]
        scale = _bounded(scale, width, height)
        size = QSize(max(round(width * scale), 1), max(round(height * scale), 1))
        smooth = Qt.TransformationMode.SmoothTransformation
        return self._last[1].scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)

    def find(self, page: int, words: str, most: int) -> list[QRectF]:
        return []

    def close(self) -> None:
        self._last = None
        self._bytes = QByteArray()


def _bounded(scale: float, width: float, height: float) -> float:
    """At most so fine that one page fits the memory set aside for it."""
    return min(scale, math.sqrt(MOST_DOTS / max(width * height, 1)))
