"""Puts a PDF on paper: the system's print dialog, then every page painted at the printer's own fineness."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QObject, QRect, QSizeF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from ui.widgets.pdf_view import PdfDocument

TWO_SIDED = "print/two_sided"  # the setting whether more than one page is printed on both sides
FINEST_DPI = 300  # finer gives larger pictures, not better letters
_MOST_COPIES = 9
_SIZES = {
    "letter": QPageSize.PageSizeId.Letter, "a4": QPageSize.PageSizeId.A4, "number-10": QPageSize.PageSizeId.Envelope10,
    "dl": QPageSize.PageSizeId.EnvelopeDL, "c5": QPageSize.PageSizeId.EnvelopeC5,
}  # fmt: skip
_BETWEEN = 817.0  # points: a page of A4 is higher, one of Letter is not
_ACROSS = ("number-10", "dl", "c5")


@dataclass(frozen=True, slots=True)
class Wanted:
    """How pages leave the printer. `two_sided` None: when there is more than one; `name`: what the queue shows."""

    copies: int = 1
    two_sided: bool | None = None
    name: str = "next-steps"


def printer_key(kind: str) -> str:
    """The setting that remembers the printer of a kind of page on this computer."""
    return f"print/{kind.replace('-', '_')}/printer"


class Paper:
    """Where pages go. Printers are looked up when somebody prints, never when the preview opens."""

    def __init__(self, last_printer: str = "") -> None:
        self._last = last_printer
        self.wanted = Wanted()

    @property
    def name(self) -> str:
        """The printer used last; empty when there was none."""
        return self._last

    def choose(self, parent: QWidget, paper: str, pages: int) -> QPrinter | None:
        """Let the person choose a printer in the system's dialog; None when they changed their mind.

        Args:
            paper: "letter" or "a4".
            pages: Two-sided is proposed for more than one.
        """
        printer = ready(QPrinter(self._info(), QPrinter.PrinterMode.HighResolution), paper, pages, self.wanted)
        dialog = QPrintDialog(printer, parent)
        return printer if dialog.exec() == QDialog.DialogCode.Accepted else None

    def last(self) -> QPrinter:
        """The printer used last, else the computer's own, with its own paper."""
        return QPrinter(self._info(), QPrinter.PrinterMode.HighResolution)

    def known(self, paper: str, pages: int) -> QPrinter | None:
        """The printer used last, without asking; None when this computer does not know it any more."""
        last = QPrinterInfo.printerInfo(self._last) if self._last else QPrinterInfo()
        if last.isNull():
            return None
        return ready(QPrinter(last, QPrinter.PrinterMode.HighResolution), paper, pages, self.wanted)

    def usual(self, parent: QWidget, paper: str, pages: int) -> QPrinter | None:
        """The printer used last, without asking; where there is none, one that is chosen."""
        return self.known(paper, pages) or self.choose(parent, paper, pages)

    @staticmethod
    def is_there() -> bool:
        """Whether this computer knows any printer."""
        return bool(QPrinterInfo.availablePrinterNames())

    def _info(self) -> QPrinterInfo:
        last = QPrinterInfo.printerInfo(self._last) if self._last else QPrinterInfo()
        return QPrinterInfo.defaultPrinter() if last.isNull() else last


def shape_of(pdf: bytes) -> tuple[str, int]:
    """Which paper a document is made for, by its first page, and how many pages it has."""
    document = PdfDocument(pdf)
    try:
        return ("a4" if document.size(0)[1] > _BETWEEN else "letter"), len(document)
    finally:
        document.close()


def ready(printer: QPrinter, paper: str, pages: int, wanted: Wanted | None = None) -> QPrinter:
    """Set size, sides and copies."""
    wanted = wanted or Wanted()
    across = QPageLayout.Orientation.Landscape if paper in _ACROSS else QPageLayout.Orientation.Portrait
    layout = QPageLayout(QPageSize(_SIZES[paper]), across, QMarginsF())
    printer.setPageLayout(layout)
    printer.setFullPage(True)
    printer.setDocName(wanted.name)  # the print queue is read by others: no name of a patient
    printer.setCopyCount(max(1, min(wanted.copies, _MOST_COPIES)))
    printer.setCollateCopies(True)
    printer.setDuplex(sides(pages, wanted))
    return printer


def sides(pages: int, wanted: Wanted) -> QPrinter.DuplexMode:
    """One sheet never needs both sides."""
    both = pages > 1 and wanted.two_sided is not False
    return QPrinter.DuplexMode.DuplexAuto if both else QPrinter.DuplexMode.DuplexNone


class PaintRun(QObject):
    """Paints many pages one after the other; the window goes on between two of them, and it can be stopped."""

    painted = Signal(int, int)  # pages done, in all
    ended = Signal(int)  # pages the printer took

    def __init__(self, pdf: bytes, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._printer, self._painter = PdfDocument(pdf), printer, QPainter()
        self._done, self._stopped = 0, False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        """Begin; `ended` tells when it is over."""
        if self._painter.begin(self._printer):
            self._timer.start()
        else:
            self._end()

    def stop(self) -> None:
        """Paint no further page."""
        self._stopped = True

    def _next(self) -> None:
        total = len(self._document)
        if self._stopped or self._done == total or (self._done and not self._printer.newPage()):
            self._end()
            return
        _paint_page(self._document, self._done, self._painter, self._printer)
        self._done += 1
        self.painted.emit(self._done, total)

    def _end(self) -> None:
        self._timer.stop()
        if self._painter.isActive():
            self._painter.end()
        self._document.close()
        self.ended.emit(self._done)


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
