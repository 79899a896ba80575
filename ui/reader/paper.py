"""Puts the pages of a PDF or picture on paper, each as large as the sheet allows."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from ui.reader.sources import CannotShow, PageSource, PdfPages, PicturePages

_FINEST_DPI = 300


def paint_pages(data: bytes, is_pdf: bool, printer: QPrinter) -> bool:
    """Paint every page; False when the printer did not take them or they cannot be drawn."""
    painter = QPainter()
    try:
        source: PageSource = PdfPages(data) if is_pdf else PicturePages(data)
    except CannotShow:
        return False
    if not painter.begin(printer):
        source.close()
        return False
    try:
        for page in range(len(source.sizes)):
            if page and not printer.newPage():
                return False
            _paint(source, page, painter, printer)
        return True
    except CannotShow:
        return False
    finally:
        painter.end()
        source.close()


def _paint(source: PageSource, page: int, painter: QPainter, printer: QPrinter) -> None:
    dots = printer.resolution() / 72
    width, height = source.sizes[page]
    room = QSizeF(printer.pageRect(QPrinter.Unit.DevicePixel).size())
    shrink = min(1.0, room.width() / (width * dots), room.height() / (height * dots))
    target = QRect(0, 0, round(width * dots * shrink), round(height * dots * shrink))
    painter.drawImage(target, source.picture(page, min(dots, _FINEST_DPI / 72)))
