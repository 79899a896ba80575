"""Every kind of page for a patient in every language and size, as PDFs and on one picture side by side."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter

from icm_desktop.contracts.handouts import KINDS, HandoutMade, HandoutRequest
from ui.dialogs.handout_words import kind_words
from ui.tour.driver import Driver, TourStuck
from ui.widgets.pdf_view import PdfDocument

FORMS = tuple(itertools.product(("en", "es"), (False, True)))
_SCALE = 0.62  # pixels to the point
_CELL = (380, 492)  # a page of Letter
_CAPTION, _GAP = 22, 12


def keep(driver: Driver, patient_id: int) -> None:
    """Make all of them and keep them."""
    workplace = driver.keeper.workplace
    if workplace is None:
        raise TourStuck("nobody is signed in")
    made: list[HandoutMade] = []
    for kind, (language, large) in itertools.product(KINDS, FORMS):
        request = HandoutRequest(patient_id, kind=kind, language=language, large_print=large)
        before = len(made)
        workplace.window.context.jobs.run("reports.handouts.render", request, owner=workplace.window, done=made.append)
        driver.until(lambda before=before: len(made) > before, f"the page {kind}")  # type: ignore[misc]  # used at once
        driver.pdf(f"{kind}-{language}-{'large' if large else 'standard'}", made[-1].pdf)
    file = driver.out / "contact-sheet.png"
    if not _sheet(made).save(str(file)):
        raise TourStuck(f"{file} cannot be written")
    driver.pictures.append(str(file))


def _sheet(made: list[HandoutMade]) -> QImage:
    """A row for each kind, a column for each language and size; the first side, and how many there are."""
    width, height = _CELL[0] + _GAP, _CELL[1] + _CAPTION + _GAP
    picture = QImage(width * len(FORMS) + _GAP, height * len(KINDS) + _GAP, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.lightGray)
    painter = QPainter(picture)
    painter.setFont(QFont(painter.font().family(), 11))
    words = kind_words()
    for number, page in enumerate(made):
        x = _GAP + width * (number % len(FORMS))
        y = _GAP + height * (number // len(FORMS))
        size = "18 pt" if page.large_print else "12 pt"
        caption = f"{words[page.kind]} · {page.language} · {size} · {page.pages}"
        painter.drawText(QRect(x, y, _CELL[0], _CAPTION), Qt.AlignmentFlag.AlignVCenter, caption)
        document = PdfDocument(page.pdf)
        shown = document.picture(0, _SCALE)
        document.close()
        painter.drawImage(x, y + _CAPTION, shown)
    painter.end()
    return picture
