"""Puts a PDF on paper: the system's print dialog, then every page painted at the printer's own fineness."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRect, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from ui.widgets.pdf_view import PdfDocument

FINEST_DPI = 300  # finer gives larger pictures, not better letters
_SIZES = {"letter": QPageSize.PageSizeId.Letter, "a4": QPageSize.PageSizeId.A4}


class Paper:
    """Where pages go. Printers are looked up when somebody prints, never when the preview opens."""

    def __init__(self, last_printer: str = "") -> None:
        self._last = last_printer

    def choose(self, parent: QWidget, paper: str, pages: int) -> QPrinter | None:
        """Let the person choose a printer in the system's dialog; None when they changed their mind.

        Args:
            paper: "letter" or "a4".
            pages: Two-sided is proposed for more than one.
        """
        printer = ready(QPrinter(self._info(), QPrinter.PrinterMode.HighResolution), paper, pages)
        dialog = QPrintDialog(printer, parent)
        return printer if dialog.exec() == QDialog.DialogCode.Accepted else None

    @staticmethod
    def is_there() -> bool:
        """Whether this computer knows any printer."""
        return bool(QPrinterInfo.availablePrinterNames())

    def _info(self) -> QPrinterInfo:
        last = QPrinterInfo.printerInfo(self._last) if self._last else QPrinterInfo()
        return QPrinterInfo.defaultPrinter() if last.isNull() else last


def ready(printer: QPrinter, paper: str, pages: int) -> QPrinter:
    """Set size and sides."""
    layout = QPageLayout(QPageSize(_SIZES[paper]), QPageLayout.Orientation.Portrait, QMarginsF())
    printer.setPageLayout(layout)
    printer.setFullPage(True)
    printer.setDocName("next-steps")  # the print queue is read by others: no name of a patient
    if pages > 1:
        printer.setDuplex(QPrinter.DuplexMode.DuplexAuto)
    return printer


def paint(pdf: bytes, printer: QPrinter) -> bool:
    """Paint every page in its real size; False when the printer did not take it."""
    document = PdfDocument(pdf)
    painter = QPainter()
    if not painter.begin(printer):
        document.close()
        return False
    try:
        for number in range(len(document)):
            if number and not printer.newPage():
                return False
            _paint_page(document, number, painter, printer)
        return True
    finally:
        painter.end()
        document.close()


def _paint_page(document: PdfDocument, number: int, painter: QPainter, printer: QPrinter) -> None:
    dots = printer.resolution() / 72
    width, height = document.size(number)
    room = QSizeF(printer.paperRect(QPrinter.Unit.DevicePixel).size())
    shrink = min(1.0, room.width() / (width * dots), room.height() / (height * dots))
    target = QRect(0, 0, round(width * dots * shrink), round(height * dots * shrink))
    painter.drawImage(target, document.picture(number, min(dots, FINEST_DPI / 72)))
