"""Forty texts that break programs, and what the program says it keeps of a text (written anew here, not imported)."""

from __future__ import annotations

import unicodedata

REFUSED = "refused"
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"

HOSTILE = (
    "O'Brien", "D’Angelo-Núñez", "<b>bold</b>", "<b", "<img src=x onerror=a()>", "&amp;lt;", "=1+1",
    "=cmd|'/c calc'!A0", "+1+1", "-2+3", "@SUM(A1:A9)", "\t=1+1", "'; DROP TABLE patient;--", '" OR ""="',
    "Robert'); --", "name* NEAR (x)",
    'AND OR NOT "', "^col:x -y", "%s %d {0} {x}", "${jndi:ldap://x}", "../../etc/passwd", "C:\\con\\nul.txt", "a\0b",
    "bell\x07 esc\x1b[31m", "line\r\nbreak", "\u202eevil\u202c txt", "a\u200bb\u200d\u200cc", "😀👩‍👩‍👧 Ann",
    "Zoe\u0308 Lo\u0301pez", "Z\u0334\u0335\u0336a\u0300\u0301\u0302\u0303l", "ﬁﬂ ½ Å", "محمد علي", "王小明",
    "नाम", "\ufeffBOM", "  two  spaces\u00a0", "\x85next\u2028line", "\U0001f9ec\U00020000", "x" * 5000, "\ud800 half",
)  # fmt: skip
HUGE = "A" * 1_000_000


def kept(text: str, longest: int) -> str | None:
    """What is kept of a typed text: NFC, no control or turning characters, single blanks; or REFUSED."""
    if any(0xD800 <= ord(letter) <= 0xDFFF for letter in text):
        return REFUSED
    visible = "".join(letter for letter in text if letter not in _TURNING)
    spaced = "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in visible)
    tidy = unicodedata.normalize("NFC", " ".join(spaced.split()))
    return REFUSED if len(tidy) > longest else tidy or None
