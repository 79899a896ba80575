"""The words of a PDF, page by page."""

from __future__ import annotations

import pypdfium2 as pdfium

from icm_desktop.exchange.documents.letters import clean
from icm_desktop.exchange.documents.unreadable import Unreadable

MOST_PAGES = 2000


def pdf_text(data: bytes) -> str:
    """The text of every page, a form feed's worth of blank line between pages; empty for a scan.

    Raises:
        Unreadable: It is damaged, or closed by a password.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        code = "documents.password" if "password" in str(error).lower() else "documents.damaged"
        raise Unreadable(code) from None
    try:
        return "\n\n".join(text for text in (_page(document, n) for n in range(_pages(document))) if text)
    finally:
        document.close()


def _pages(document: pdfium.PdfDocument) -> int:
    return min(len(document), MOST_PAGES)


def _page(document: pdfium.PdfDocument, number: int) -> str:
    """One page; a damaged page among good ones has no words."""
    try:
        page = document[number]
        words = page.get_textpage()
        text = words.get_text_range()
        words.close()
        page.close()
    except pdfium.PdfiumError:
        return ""
    return clean(text).strip()
