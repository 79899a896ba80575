"""Text from anywhere, made fit to print and to compare: no control characters, composed letters, single spaces."""

from __future__ import annotations

import re
import unicodedata

_SPACE = re.compile(r"\s+")
# The kind of thing that SNOMED CT writes behind its names.
_TAG = re.compile(
    r" \((?:disorder|finding|procedure|situation|qualifier value|regime/therapy|event|occupation|person|environment"
    r"|record artifact|observable entity|morphologic abnormality|substance|physical object)\)(?=$|,)"
)
# Invisible marks that turn the direction of a line or hide text; joiners (U+200C, U+200D) are part of some scripts.
_STEERING = {"\u200b", "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2060", "\ufeff"}
_STEERING |= {"\u2066", "\u2067", "\u2068", "\u2069"}


def plain(text: str | None) -> str:
    """The text as one line of visible characters; empty for None."""
    if not text:
        return ""
    spaced = _SPACE.sub(" ", unicodedata.normalize("NFC", text))
    return _SPACE.sub(" ", "".join(letter for letter in spaced if visible(letter))).strip()


def untagged(text: str) -> str:
    """The text without the kind of thing that SNOMED CT writes behind its names: "Prediabetes (finding)"."""
    return _TAG.sub("", text)


def folded(text: str | None) -> str:
    """The text for comparing: no accents, capitals or outer punctuation."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", plain(text)).casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(bare.split()).strip(" .,;:!?¿¡\"'")


def is_right_to_left(text: str) -> bool:
    """Whether any letter of the text is read from right to left: Hebrew, Arabic and their neighbours."""
    return any(0x0590 <= ord(letter) <= 0x08FF or 0xFB1D <= ord(letter) <= 0xFEFC for letter in text)


def visible(letter: str) -> bool:
    """Whether a letter can be seen, or joins letters, and steers nothing."""
    return letter not in _STEERING and unicodedata.category(letter) not in ("Cc", "Cs", "Cn")
