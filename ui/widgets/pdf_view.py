"""Shows a PDF page by page from its bytes in memory; nothing is written to disk."""

from __future__ import annotations

import threading
from collections.abc import Iterable

import pypdfium2 as pdfium
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from icm_desktop.domain import finding
from ui.theme import Theme

DOTS_PER_POINT = 96 / 72  # a page at 100 % on a usual screen
_SMALLEST = 0.6  # smaller could not be read
_SAME = 0.005
_ROUNDING = 2  # dots between the size of a page and of its picture
_AROUND = 32  # space beside a page
_COARSEST, _FINEST = 60, 400  # dots to the inch; a screen that says anything else does not know its size
_MARK = QColor("#b45309")  # on white paper in every theme
_MOST_SOUGHT = 60  # letters; the beginning of a line tells where it stands
_MOST_PLACES = 5
_PARTED = "\x02"  # what PDFium gives for the hyphen of a word parted at the end of a line


_ONE_AT_A_TIME = threading.RLock()  # PDFium knows no threads; documents of the reader are drawn beside the window's own


class PdfDocument:
    """A PDF in memory: page sizes in points, pages as pictures, their text.

    Raises:
        PdfiumError: It is damaged or closed by a password.
    """

    def __init__(self, pdf: bytes) -> None:
        with _ONE_AT_A_TIME:
            self._document = pdfium.PdfDocument(pdf)

    def __len__(self) -> int:
        with _ONE_AT_A_TIME:
            return len(self._document)

    def size(self, page: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        with _ONE_AT_A_TIME:
            width, height = self._document[page].get_size()
        return width, height

    def picture(self, page: int, scale: float) -> QImage:
        """A page as a picture of `scale` pixels to the point."""
        with _ONE_AT_A_TIME:
            bitmap = self._document[page].render(scale=scale, prefer_bgrx=True)
            size = (bitmap.width, bitmap.height, bitmap.stride)
            image = QImage(bytes(bitmap.buffer), *size, QImage.Format.Format_RGB32)
            return image.copy()  # the bytes go away with the bitmap

    def text(self, page: int) -> str:
        """The words of a page in reading order."""
        with _ONE_AT_A_TIME:
            return " ".join(self._document[page].get_textpage().get_text_range().split())

    def find(self, page: int, words: str, most: int) -> list[QRectF]:
        """Where these words stand on a page, in points from its upper left corner, at most `most` places.

        Capitals and accents do not matter.
        """
        places: list[QRectF] = []
        with _ONE_AT_A_TIME:
            sheet = self._document[page]
            height, text = sheet.get_height(), sheet.get_textpage()
            letters, whence = _letters(text)
            for start, end in finding.places(letters, words, most):
                first, last = whence[start], whence[end - 1]
                boxes = [text.get_rect(at) for at in range(text.count_rects(first, last - first + 1))]
                if boxes:
                    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
                    bottom, top = min(box[1] for box in boxes), max(box[3] for box in boxes)
                    places.append(QRectF(left, height - top, right - left, top - bottom))
        return places

    def close(self) -> None:
        """Free the memory."""
        with _ONE_AT_A_TIME:
            self._document.close()


def _letters(text: pdfium.PdfTextPage) -> tuple[str, list[int]]:
    """The letters of a page, and which of PDFium's letters each is; a line ends in a blank, a parted word is whole."""
    letters: list[str] = []
    whence: list[int] = []
    for at in range(text.count_chars()):
        letter = chr(pdfium.raw.FPDFText_GetUnicode(text.raw, at))
        if letter == _PARTED:
            continue
        if letter in "\r\n":
            letter = " "
            if letters and letters[-1] == " ":
                continue
        letters.append(letter)
        whence.append(at)
    return "".join(letters), whence


class _Page(QWidget):
    """One sheet of paper."""

    def __init__(self, document: PdfDocument, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self.number = document, number
        self._picture: QImage | None = None
        self._scale = DOTS_PER_POINT
        self.marks: list[QRectF] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Page {page} of {pages}").format(page=number + 1, pages=len(document)))
        self.setAccessibleDescription(document.text(number))

    def sizeHint(self) -> QSize:
        width, height = self._document.size(self.number)
        return QSize(round(width * self._scale), round(height * self._scale))

    def fit(self, scale: float) -> None:
        """Take this many pixels to the point; the picture comes with `draw`."""
        self._scale = scale
        self.updateGeometry()

    def draw(self) -> None:
        """Make the picture."""
        ratio = self.devicePixelRatioF()
        self._picture = self._document.picture(self.number, self._scale * ratio)
        self._picture.setDevicePixelRatio(ratio)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)  # paper is white in every theme
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self._place(self._picture), self._picture)
        self._paint_marks(painter)
        painter.setPen(Theme.current().colour("border"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_marks(self, painter: QPainter) -> None:
        """A frame around each mark and a bar at the edge of the paper; only here, never on paper."""
        pen = QPen(_MARK, 2)
        for place in self.marks:
            around = QRectF(place.topLeft() * self._scale, place.size() * self._scale).adjusted(-4, -3, 4, 3)
            painter.setPen(pen)
            painter.drawRect(around)
            painter.fillRect(QRectF(0, around.top(), 6, around.height()), _MARK)

    def _place(self, picture: QImage) -> QRect:
        """Dot for dot where the picture is of this size; squeezed by one dot it would lose a row of its letters."""
        size = picture.deviceIndependentSize().toSize()
        off = max(abs(size.width() - self.width()), abs(size.height() - self.height()))
        return QRect(QPoint(), size) if off <= _ROUNDING else self.rect()


class PdfView(QScrollArea):
    """The pages of a PDF under each other, as wide as there is room, at most 100 % (more with larger text).

    The first page is drawn at once, the others one by one after it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: PdfDocument | None = None
        self._pages: list[_Page] = []
        self._waiting: list[_Page] = []
        self._scale = 0.0
        self._true_size = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._draw_next)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Preview"))

    def show_pdf(self, pdf: bytes, most: int = 0) -> None:
        """Show this PDF from its first page on; of a long one only `most` pages."""
        self._timer.stop()
        old, self._document = self._document, PdfDocument(pdf)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(Theme.current().px(12))
        shown = min(most or len(self._document), len(self._document))
        self._pages = [_Page(self._document, number, inside) for number in range(shown)]
        for page in self._pages:
            column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.setWidget(inside)
        if old is not None:
            old.close()
        self._scale = 0.0
        self._fit()
        self._draw_next()

    def clear(self) -> None:
        """Show no page."""
        self._timer.stop()
        self._waiting, self._pages = [], []
        self.setWidget(QWidget())
        if self._document is not None:
            self._document.close()
            self._document = None

    def mark(self, words: Iterable[str]) -> int:
        """Frame these words where they stand; how many of them were found."""
        if self._document is None:
            return 0
        wanted = [" ".join(one.split())[:_MOST_SOUGHT] for one in words]
        found: set[str] = set()
        for page in self._pages:
            page.marks = []
            for one in filter(None, wanted):
                places = self._document.find(page.number, one, _MOST_PLACES)
                page.marks += places
                found |= {one} if places else set()
            page.update()
        return len(found)

    @property
    def true_size(self) -> bool:
        """Whether an inch on paper is an inch on the screen."""
        return self._true_size

    def set_true_size(self, on: bool) -> None:
        """Show pages as large as they are on paper, or as wide as there is room."""
        self._true_size = on
        self._fit()

    def dots_per_point(self) -> float:
        """Pixels to the point at true size: as fine as the screen says it is, if that can be."""
        inch = self.screen().physicalDotsPerInch()
        likely = _COARSEST <= inch <= _FINEST
        return (inch if likely else self.screen().logicalDotsPerInch()) / 72

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return len(self._pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._document is not None:
            self._fit()

    def _fit(self) -> None:
        """Scale the pages to the room; each is drawn anew."""
        if self._document is None:
            return
        widest = max(self._document.size(page.number)[0] for page in self._pages)
        room = self.viewport().width() - Theme.current().px(_AROUND)
        most = DOTS_PER_POINT * Theme.current().px(100) / 100
        scale = self.dots_per_point() if self._true_size else max(min(room / widest, most), _SMALLEST)
        if abs(scale - self._scale) < _SAME:
            return
        self._scale = scale
        for page in self._pages:
            page.fit(scale)
        self._waiting = list(self._pages)
        self._timer.start()

    def _draw_next(self) -> None:
        if self._waiting:
            self._waiting.pop(0).draw()
        else:
            self._timer.stop()
