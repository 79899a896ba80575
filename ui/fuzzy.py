"""How well typed letters fit a command's words: a small scorer for the palette."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def plain(text: str) -> str:
    """Lower case without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def score(typed: str, text: str) -> int:
    """0 when the letters do not all occur in order; more for whole words, word starts and runs."""
    wanted, offered = plain(typed).strip(), plain(text)
    if not wanted:
        return 1
    if wanted in offered:
        at = offered.index(wanted)
        starts_word = at == 0 or not offered[at - 1].isalnum()
        return 1000 + (500 if at == 0 else 250 if starts_word else 0) - len(offered)
    words = wanted.split()
    if len(words) > 1 and all(word in offered for word in words):
        return 900 - len(offered)
    return _scattered(wanted.replace(" ", ""), offered)


def _scattered(wanted: str, offered: str) -> int:
    total, at, last = 0, 0, -2
    for letter in wanted:
        found = offered.find(letter, at)
        if found < 0:
            return 0
        starts_word = found == 0 or not offered[found - 1].isalnum()
        total += 1 + (8 if found == last + 1 else 0) + (10 if starts_word else 0)
        last, at = found, found + 1
    average = total / len(wanted)
    return int(average * 20) if average >= 5 else 0  # letters strewn anywhere are no match


def best(typed: str, texts: Iterable[str]) -> int:
    """The best score of several texts; synonyms count a little less than the name."""
    scores = [score(typed, text) - (10 if place else 0) for place, text in enumerate(texts)]
    return max(scores, default=0)
