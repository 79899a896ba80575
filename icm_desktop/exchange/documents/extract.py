"""The words of a document of any form, for search and for the reader."""

from __future__ import annotations

from icm_desktop.domain.document_forms import DocumentForm, form_of
from icm_desktop.domain.narrative import Narrative, as_text
from icm_desktop.exchange.ccda import narrative as ccda
from icm_desktop.exchange.documents.html_tree import read_html
from icm_desktop.exchange.documents.letters import clean, decode
from icm_desktop.exchange.documents.pdf import pdf_text
from icm_desktop.exchange.documents.rtf import rtf_text
from icm_desktop.exchange.documents.shaping import Shaper
from icm_desktop.exchange.documents.unreadable import Unreadable
from icm_desktop.exchange.documents.xml_tree import read_xml

MOST_LETTERS = 2_000_000


def plain_text(content_type: str | None, data: bytes) -> str | None:
    """The words of a document, for search; None when it has none or cannot be read (a picture, a scan, a damaged file).

    Args:
        content_type: What the sender called it; the bytes themselves are asked first.
        data: The content.
    """
    try:
        text = words(content_type, data)
    except Unreadable:
        return None
    return text or None


def words(content_type: str | None, data: bytes) -> str:
    """As `plain_text`, but says why it could not.

    Raises:
        Unreadable: Damaged, unsafe, or closed by a password.
    """
    form = form_of(content_type, data)
    if form is DocumentForm.PDF:
        text = pdf_text(data)
    elif form is DocumentForm.RTF:
        text = rtf_text(data)
    elif form is DocumentForm.TEXT:
        text = clean(decode(data, content_type))
    elif form in (DocumentForm.XML, DocumentForm.HTML):
        type_inside, inside = opened(content_type, data)
        text = words(type_inside, inside) if inside is not data else clean(as_text(narrative(content_type, data)))
    else:
        text = ""
    return text[:MOST_LETTERS].strip()


def narrative(content_type: str | None, data: bytes) -> Narrative:
    """An XML or HTML document as blocks to show.

    Raises:
        Unreadable: Damaged or unsafe.
    """
    if form_of(content_type, data) is DocumentForm.HTML:
        shaper = Shaper()
        blocks = shaper.blocks(read_html(decode(data, content_type)))
        return Narrative(blocks, shaper.left_out)
    return ccda.narrative_of(read_xml(data))


def opened(content_type: str | None, data: bytes) -> tuple[str | None, bytes]:
    """What is inside a C-CDA envelope that only carries a file, such as a PDF; everything else unchanged.

    Raises:
        Unreadable: Damaged or unsafe XML.
    """
    if form_of(content_type, data) is not DocumentForm.XML:
        return content_type, data
    inside = ccda.embedded(read_xml(data))
    if inside is None or form_of(*inside) is DocumentForm.XML:
        return content_type, data
    return inside


def is_restricted(content_type: str | None, data: bytes) -> bool:
    """Whether the document itself says that it is restricted.

    Raises:
        Unreadable: Damaged or unsafe XML.
    """
    return form_of(content_type, data) is DocumentForm.XML and ccda.is_restricted(read_xml(data))
