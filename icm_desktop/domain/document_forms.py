"""What form a document's bytes have, told from the bytes themselves first and from what the sender said second."""

from __future__ import annotations

import re
from enum import StrEnum

_SNIFFED = 4096
_TEXT_TYPES = ("text/plain", "text/markdown", "text/csv", "application/text")
_XML_TYPES = ("text/xml", "application/xml", "application/hl7-v3+xml", "application/cda+xml", "application/fhir+xml")
_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"BM", "image/bmp"),
)
_HTML = re.compile(rb"<(?:!doctype html|html|body|div|p|table|h[1-6])[\s>/]", re.IGNORECASE)
_TYPE_BY_SUFFIX = {
    ".pdf": "application/pdf",
    ".rtf": "application/rtf",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".xml": "text/xml",
    ".ccd": "text/xml",
    ".cda": "text/xml",
    ".ccda": "text/xml",
    ".html": "text/html",
    ".htm": "text/html",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".bmp": "image/bmp",
    ".gif": "image/gif",
    ".webp": "image/webp",
}
_SUFFIX_BY_TYPE = {
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "text/plain": ".txt",
    "text/html": ".html",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/tiff": ".tif",
    "image/bmp": ".bmp",
    "image/gif": ".gif",
    "image/webp": ".webp",
}


class DocumentForm(StrEnum):
    """How the content can be read."""

    PDF = "pdf"
    RTF = "rtf"
    TEXT = "text"
    IMAGE = "image"
    XML = "xml"  # C-CDA whole or in part, or another XML with words in it
    HTML = "html"
    UNKNOWN = "unknown"


def form_of(content_type: str | None, data: bytes) -> DocumentForm:
    """The form of these bytes.

    Args:
        content_type: What the sender called it, such as "application/pdf"; believed only where the bytes say nothing.
        data: The content.
    """
    start = data[:_SNIFFED].lstrip(b"\xef\xbb\xbf\x00 \t\r\n")
    said = (content_type or "").split(";")[0].strip().lower()
    if b"%PDF-" in data[:1024]:
        return DocumentForm.PDF
    if start.startswith(b"{\\rtf"):
        return DocumentForm.RTF
    if picture_type(data) is not None or said.startswith("image/"):
        return DocumentForm.IMAGE
    wide = _wide_start(data)
    return _marked(said, wide if wide is not None else start) or _said(said, data)


def picture_type(data: bytes) -> str | None:
    """The type of a picture by its first bytes; None when it is none we know."""
    for magic, name in _PICTURES:
        if data.startswith(magic) and (name != "image/bmp" or data[6:10] == b"\0\0\0\0"):
            return name
    return "image/webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None


def type_of_name(name: str) -> str | None:
    """The content type a file's name promises."""
    dot = name.rfind(".")
    return _TYPE_BY_SUFFIX.get(name[dot:].lower()) if dot >= 0 else None


def suffix_of(content_type: str | None, data: bytes) -> str:
    """How the name of a saved copy ends, with the dot; empty when nothing is known."""
    form = form_of(content_type, data)
    if form is DocumentForm.IMAGE:
        return _SUFFIX_BY_TYPE.get(picture_type(data) or "", "")
    fixed = {DocumentForm.PDF: ".pdf", DocumentForm.RTF: ".rtf", DocumentForm.TEXT: ".txt"}
    fixed |= {DocumentForm.XML: ".xml", DocumentForm.HTML: ".html"}
    said = (content_type or "").split(";")[0].strip().lower()
    return fixed.get(form) or _SUFFIX_BY_TYPE.get(said, "")


def _wide_start(data: bytes) -> bytes | None:
    """The first letters of UTF-16 text as plain bytes, so that its marks are seen."""
    for mark, codec in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[2:_SNIFFED].decode(codec, "ignore").lstrip().encode("ascii", "replace")
    return None


def _marked(said: str, start: bytes) -> DocumentForm | None:
    if not start.startswith(b"<"):
        return None
    if said in {"text/html", "application/xhtml+xml"}:
        return DocumentForm.HTML
    found = _HTML.search(start[:1024])
    if found is not None and (found.start() == 0 or said == ""):
        return DocumentForm.HTML
    return DocumentForm.XML if said != "text/plain" or start.startswith(b"<?xml") else DocumentForm.TEXT


def _said(said: str, data: bytes) -> DocumentForm:
    if said in ("text/html", "application/xhtml+xml"):
        return DocumentForm.HTML
    if said in _XML_TYPES or said.endswith("+xml"):
        return DocumentForm.XML
    if said in _TEXT_TYPES or said.startswith("text/"):
        return DocumentForm.TEXT
    return DocumentForm.TEXT if said == "" and looks_like_words(data[:_SNIFFED]) else DocumentForm.UNKNOWN


def looks_like_words(data: bytes) -> bool:
    """Whether bytes of unknown type are letters and not some program's own format."""
    if not data:
        return False
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    odd = sum(1 for byte in data if byte < 32 and byte not in (9, 10, 12, 13))
    return odd == 0
