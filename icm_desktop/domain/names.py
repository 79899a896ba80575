"""Person names: tidied, shown in one line, and folded for comparing."""

from __future__ import annotations

import re
import unicodedata

_NOT_LETTERS = re.compile(r"[^\w]+|_+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SPECIAL = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "md", "do", "phd", "np", "pa", "rn", "dds", "pharmd"})
_PREFIXES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "sr", "sra", "srta"})


def tidy(text: str | None) -> str | None:
    """Without control characters, runs of white space as one blank, in Unicode NFC; None when nothing is left."""
    if not text:
        return None
    kept = " ".join(_CONTROL.sub(" ", text).split())
    return unicodedata.normalize("NFC", kept) or None


def folded(text: str | None) -> str:
    """Lower case without accents, apostrophes, hyphens or blanks: "O'Farrill Peña" is "ofarrillpena"."""
    if not text:
        return ""
    if text.isascii():  # most names; four times as fast
        return _NOT_LETTERS.sub("", text.lower())
    # An accent taken off its letter is no letter, so it goes with the apostrophes.
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFKD", text.casefold().translate(_SPECIAL)))


def listed(family: str | None, given: str | None) -> str:
    """As lists show it: "Family, Given Middle"."""
    return ", ".join(part for part in (family, given) if part)


def spoken(given: str | None, family: str | None, prefix: str | None = None, suffix: str | None = None) -> str:
    """As one says it: "Dr. Helen Adeyemi MD"."""
    return " ".join(part for part in (prefix, given, family, suffix) if part)


def is_called(text: str | None, given: str | None, family: str | None) -> bool:
    """Whether a name as somebody wrote it, perhaps with a title, is the name of this person."""
    own, written = folded(spoken(given, family)), folded(text)
    return bool(own) and written.endswith(own) and written.removesuffix(own) in {"", *_PREFIXES}


def split(text: str) -> tuple[str, str | None]:
    """Family and given name of a one-line name: "Núñez, María" and "María Núñez" both give ("Núñez", "María").

    A single word is the family name. Titles in front and degrees behind are left out.
    """
    text = tidy(text) or ""
    family, comma, given = text.partition(",")
    if comma and folded(given) not in _SUFFIXES:
        return family.strip(), given.strip() or None
    words = [word.strip(",") for word in text.split()]
    while len(words) > 1 and folded(words[0]) in _PREFIXES:
        words = words[1:]
    while len(words) > 1 and folded(words[-1]) in _SUFFIXES:
        words = words[:-1]
    return (words[-1] if words else ""), " ".join(words[:-1]) or None


def digits(text: str | None) -> str | None:
    """The digits of a phone number, without a leading +1 or 00; None when there are none."""
    found = "".join(char for char in text or "" if char.isdecimal() and char.isascii())
    if len(found) == 11 and found.startswith("1"):
        found = found[1:]
    return found.removeprefix("00") or None
