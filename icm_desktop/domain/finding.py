"""Finding words inside notes whatever their accents and capitals, and showing the hit with the words around it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_MARKS = re.compile(r"[\u0300-\u036f]")
_BLANKS = re.compile(r"\s+")
_BEFORE, _AFTER = 48, 96


@dataclass(frozen=True, slots=True)
class Hit:
    """A word that was found, with the text before and after it."""

    before: str
    word: str
    after: str

    @property
    def text(self) -> str:
        """The hit in its context, in one line."""
        return f"{self.before}{self.word}{self.after}"


def words_of(typed: str) -> tuple[str, ...]:
    """What is looked for: every word, folded."""
    return tuple(folded(typed).split())


def folded(text: str) -> str:
    """Lower case without accents; everything else stays."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))


def finds(text: str | None, words: Sequence[str]) -> bool:
    """Whether every word stands somewhere in the text."""
    if not text:
        return False
    plain = folded(text)
    return all(word in plain for word in words)


def context(text: str | None, words: Sequence[str]) -> Hit | None:
    """The first of the words that is found, with what stands around it; None when none is.

    Args:
        text: A note of any length.
        words: As `words_of` gives them.
    """
    if not text:
        return None
    plain = folded(text)
    found = sorted((place, word) for word in words if (place := plain.find(word)) >= 0)
    if not found:
        return None
    place, word = found[0]
    start, end = (place, place + len(word)) if len(plain) == len(text) else _unfolded(text, place, place + len(word))
    left, right = max(start - _BEFORE, 0), min(end + _AFTER, len(text))
    before = ("…" if left else "") + _whole_words(text[left:start], at_start=left > 0)
    after = _whole_words(text[end:right][::-1], at_start=right < len(text))[::-1] + ("…" if right < len(text) else "")
    return Hit(_one_line(before), text[start:end], _one_line(after))


def places(text: str, words: str, most: int) -> list[tuple[int, int]]:
    """Where these words stand one after the other in the text, whatever their accents and capitals: from and to.

    Args:
        text: A text of any length.
        words: As they were typed, blanks included.
        most: How many places at most.
    """
    wanted, plain = folded(words), folded(text)
    found: list[tuple[int, int]] = []
    at = plain.find(wanted) if wanted else -1
    while at >= 0 and len(found) < most:
        found.append((at, at + len(wanted)))
        at = plain.find(wanted, at + len(wanted))
    if len(plain) == len(text) or not found:
        return found
    whence = [place for place, char in enumerate(text) for _ in folded(char)]
    return [(whence[start], whence[end - 1] + 1) for start, end in found]


def _unfolded(text: str, start: int, end: int) -> tuple[int, int]:
    """The places in the text of two places in its folded form."""
    places = [at for at, char in enumerate(text) for _ in folded(char)]
    return places[start], places[end - 1] + 1 if end - 1 < len(places) else len(text)


def _whole_words(piece: str, *, at_start: bool) -> str:
    """The piece without the half word at its start."""
    if not at_start:
        return piece
    _, blank, rest = piece.partition(" ")
    return rest if blank else piece


def _one_line(text: str) -> str:
    return _BLANKS.sub(" ", text)
