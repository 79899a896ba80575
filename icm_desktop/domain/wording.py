"""What is hard to understand in a text for a patient: its grade, long sentences, passive voice, jargon, sums, no why.

Nothing is changed: each finding says where it stands and what might be said instead. Names of medicines, people and
places do not count for the grade, because nobody can choose an easier one; which were left out is told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from icm_desktop.domain.readability import grade, inflesz, sentences

EASY, WARN, STOP = "easy", "warn", "stop"
LONG, PASSIVE, JARGON, SUMS, NO_WHY = "long", "passive", "jargon", "sums", "no_why"
MOST_LETTERS = 6_000
"""A longer text is judged by its beginning: nobody reads more."""
_CAPITAL = re.compile(
    r"(?<![.!?:•\n]\s)(?<!^)(?<!\n)\b[A-ZÁÉÍÓÚÑ][\w'’áéíóúñü-]*(?:\s+(?:de|del|la)?\s*[A-ZÁÉÍÓÚÑ][\w'’áéíóúñü-]*)*"
)
_WORD = re.compile(r"\w+")
_TIMES = frozenset(
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March",
     "April", "May", "June", "July", "August", "September", "October", "November", "December", "I", "AM", "PM")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rules:
    """When a text of one language is too hard; from `resources/content/paper/reading.toml`.

    `target`, `warn` and `stop` are school grades in English (more is harder) and INFLESZ values in Spanish (less is
    harder); `passive` and `sums` are patterns; `jargon` pairs a word with what to say instead.
    """

    language: str
    target: int
    warn: int
    stop: int
    most_words: int
    passive: tuple[str, ...]
    sums: tuple[str, ...]
    why: tuple[str, ...]
    jargon: tuple[tuple[str, str], ...]

    def level(self, value: float) -> str:
        """EASY, WARN or STOP."""
        harder = -1 if self.language == "es" else 1
        if harder * value > harder * self.stop:
            return STOP
        return WARN if harder * value > harder * self.warn else EASY


@dataclass(frozen=True, slots=True)
class Finding:
    """Something hard: its kind, where it stands in the text (letters from the start), and what to say instead or ""."""

    kind: str
    start: int
    length: int
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """How hard a text is: grade or INFLESZ value, its level, what was left out of the count, and what was found."""

    value: float
    level: str
    left_out: tuple[str, ...]
    findings: tuple[Finding, ...]


def judged(text: str, rules: Rules, *, names: Collection[str] = (), why: bool = False) -> Judged:
    """Judge a text.

    Args:
        text: What a patient reads; only its first `MOST_LETTERS` are judged.
        rules: Those of its language.
        names: Names of medicines, people and places in it, beside the words with a capital inside a sentence.
        why: Whether it asks the patient to do something and should say the reason.
    """
    text = text[:MOST_LETTERS]
    counted, left_out = without_names(text, names)
    value = inflesz(counted) if rules.language == "es" else grade(counted)
    found = sorted((*_found(text, rules), *(_no_why(text, rules) if why else ())), key=lambda one: one.start)
    return Judged(value, rules.level(value) if counted.strip() else EASY, left_out, tuple(found))


def without_names(text: str, names: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """The text without names, and the names in the order they stood in."""
    single, longer = _names(tuple(names))
    left_out: dict[str, None] = {}

    def leave(found: re.Match[str]) -> str:
        if found[0] in _TIMES:
            return found[0]
        left_out[found[0]] = None
        return ""

    counted = longer.sub(leave, text) if longer else text
    counted = _WORD.sub(lambda found: leave(found) if found[0].casefold() in single else found[0], counted)
    return _CAPITAL.sub(leave, counted), tuple(left_out)


def _found(text: str, rules: Rules) -> Iterator[Finding]:
    for start, sentence, words in sentences(text):
        if words > rules.most_words:
            yield Finding(LONG, start, len(sentence))
    for kind, patterns in ((PASSIVE, rules.passive), (SUMS, rules.sums)):
        for pattern in patterns:
            for found in re.finditer(pattern, text, re.IGNORECASE):
                yield Finding(kind, found.start(), len(found[0]))
    instead = {word.casefold(): better for word, better in rules.jargon}
    jargon = _any_of(tuple(sorted(instead, key=len, reverse=True)))
    better = _any_of(tuple(sorted(set(instead.values()), key=len, reverse=True)))
    said = [found.span() for found in better.finditer(text)] if better else []
    for found in jargon.finditer(text) if jargon else ():
        if not any(start <= found.start() and found.end() <= end for start, end in said):
            yield Finding(JARGON, found.start(), len(found[0]), instead[found[0].casefold()])


def _no_why(text: str, rules: Rules) -> Iterator[Finding]:
    why = _any_of(rules.why)
    if text.strip() and not (why and why.search(text)):
        yield Finding(NO_WHY, 0, 0)


@lru_cache(maxsize=8)
def _names(names: tuple[str, ...]) -> tuple[frozenset[str], re.Pattern[str] | None]:
    """Names of one word, which are looked up word by word, and a pattern of the few that are longer."""
    longer = tuple(
        sorted((name for name in names if name.strip() and not _WORD.fullmatch(name)), key=len, reverse=True)
    )
    return frozenset(name.casefold() for name in names if _WORD.fullmatch(name)), _any_of(longer)


@lru_cache(maxsize=64)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """Any of these as whole words, in any case; a word of capitals such as PO or BID only in capitals."""
    if not words:
        return None
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE)
