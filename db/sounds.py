"""How a name sounds, as a short code: names that are spelt differently and said alike get the same one.

After Metaphone (L. Philips, "Hanging on the Metaphone", Computer Language 7(12), 1990), with what Spanish adds:
B and V, G, J and X before E and I, S and Z, a silent H. Names in other scripts sound as they are written.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LONGEST = 8
_SPECIAL = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d"})
_APOSTROPHES = str.maketrans("", "", "'’ʼ`´")
_WORD = re.compile(r"[^\W_]+")
_RULES = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^(?:kn|gn|pn)", "n"),  # Knight, Gnad, Pnina
        (r"^wr", "r"),
        (r"^(?:ps|sch(?=[^aeiou]))", "s"),
        (r"^x(?=[aei])", "j"),  # Xavier, Ximena
        (r"^v", "b"),  # Vásquez, Básquez
        (r"ph", "f"),
        (r"gh(?=[aeiou])", "g"),
        (r"(?<=[aeiou])gh", ""),  # Wright, Vaughn
        (r"t?ch|tsch", "x"),
        (r"dg(?=[eiy])", "j"),
        (r"sc(?=[eiy])", "s"),
        (r"c(?=[eiy])", "s"),
        (r"ck|c|qu|q", "k"),
        (r"g(?=[eiy])", "j"),
        (r"v", "f"),  # Steven, Stephen
        (r"z", "s"),
        (r"w(?![aeiou])", ""),
        (r"h", ""),
        (r"^[aeiouy]+", "a"),
        (r"(?<!^)[aeiouy]", ""),
        (r"(.)\1+", r"\1"),
    )
)


def words_of(text: str | None) -> list[str]:
    """The words of a name in lower case, without accents and apostrophes: "O'Farrill-Peña" gives ofarrill, pena."""
    if not text:
        return []
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_APOSTROPHES).translate(_SPECIAL))
    return _WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)))


@lru_cache(maxsize=50_000)
def sound_of(word: str) -> str:
    """The code of one word as `words_of` gives it."""
    if not (word.isascii() and word.isalpha()):
        return word[:_LONGEST]
    sound = word
    for pattern, letters in _RULES:
        sound = pattern.sub(letters, sound)
    return sound[:_LONGEST] or word[:1]
