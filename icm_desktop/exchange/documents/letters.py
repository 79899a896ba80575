"""Bytes of plain text to letters: the encoding is found, what cannot be seen is left out, lines stay as they are."""

from __future__ import annotations

import codecs
import re
import unicodedata

from icm_desktop.domain.plain_text import visible

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(r"charset\s*=\s*\"?([\w.:-]+)", re.IGNORECASE)
_BREAKS = re.compile(r"\r\n?|\f|\v|\x85|\u2028|\u2029")
_PROBED = 2000


def decode(data: bytes, content_type: str | None = None) -> str:
    """The letters of these bytes: by their mark, as UTF-8, as the sender said, else as Western Windows text."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    wide = _wide(data)
    if wide is not None:
        return data.decode(wide, "replace")
    for said in ("utf-8", _said(content_type), "cp1252"):
        text = _try(data, said)
        if text is not None:
            return text
    return data.decode("latin-1")


def clean(text: str) -> str:
    """The text with one kind of line break and only what can be seen; spaces and tabs keep columns in line."""
    composed = unicodedata.normalize("NFC", _BREAKS.sub("\n", text))
    unseen = {letter for letter in set(composed) if letter not in "\n\t" and not visible(letter)}
    return composed.translate(dict.fromkeys(map(ord, unseen))).strip("\n")


def _said(content_type: str | None) -> str | None:
    found = _CHARSET.search(content_type or "")
    return found.group(1) if found else None


def _try(data: bytes, codec: str | None) -> str | None:
    if codec is None:
        return None
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError):
        return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark has a zero in every second byte of usual text."""
    probe = data[:_PROBED]
    if len(probe) < 4 or len(data) % 2:
        return None
    half = len(probe) // 2
    if probe[1::2].count(0) > half * 0.7 and probe[0::2].count(0) < half * 0.1:
        return "utf-16-le"
    if probe[0::2].count(0) > half * 0.7 and probe[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return None
