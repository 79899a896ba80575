"""How hard a text is to read: Flesch-Kincaid grade for English, Fernández-Huerta ease for Spanish."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*", re.UNICODE)
_NUMBER_OR_WORD = re.compile(r"\d[\d:.,/]*|[^\W\d_]+(?:['’][^\W\d_]+)*", re.UNICODE)
_END = re.compile(r"[.!?:]+(?=\s|$)")
_ABBREVIATIONS = re.compile(r"\b(?:a\.\s?m|p\.\s?m|Dr|Dra|Sr|Sra|Mr|Mrs|Ms)\.", re.IGNORECASE)
_EXCEPTIONS = {"diabetes": 4, "idea": 3, "create": 2, "quiet": 2, "science": 2, "area": 3}
_STRONG, _WEAK = "aeoáéóíú", "iuü"  # an accented í or ú breaks a diphthong, as a strong vowel does


@dataclass(frozen=True, slots=True)
class Reading:
    """Counts of a text: sentences, words (numbers count as words) and syllables."""

    sentences: int
    words: int
    syllables: int
    longest_sentence: int


def read(text: str, language: str) -> Reading:
    """Count sentences, words and syllables.

    Args:
        text: Whole sentences; an unfinished last one counts too.
        language: "en" or "es".
    """
    parts = [part for part in _END.split(_ABBREVIATIONS.sub("x", text)) if _NUMBER_OR_WORD.search(part)]
    lengths = [len(_NUMBER_OR_WORD.findall(part)) for part in parts]
    count = spanish_syllables if language == "es" else english_syllables
    syllables = sum(count(word) for word in _WORD.findall(text)) + (sum(lengths) - len(_WORD.findall(text)))
    return Reading(len(parts), sum(lengths), max(syllables, 0), max(lengths, default=0))


def grade(text: str) -> float:
    """Flesch-Kincaid grade level of English; 5.0 is the fifth school year. Source: Kincaid 1975."""
    counts = read(text, "en")
    if not counts.words:
        return 0.0
    return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59


def ease(text: str) -> float:
    """Fernández-Huerta ease of Spanish; 70 and more is easy. Source: Fernández Huerta 1959 in the corrected form
    206.84 - 60 x syllables per word - 1.02 x words per sentence.
    """
    counts = read(text, "es")
    if not counts.words:
        return 100.0
    return 206.84 - 60 * counts.syllables / counts.words - 1.02 * counts.words / counts.sentences


def english_syllables(word: str) -> int:
    """Syllables by vowel groups: a silent final e and -ed do not count, a final -le after a consonant does."""
    word = word.casefold().replace("’", "'").split("'")[0]
    if word in _EXCEPTIONS:
        return _EXCEPTIONS[word]
    groups = len(re.findall(r"[aeiouy]+", word))
    if re.search(r"[^aeiouy]e$", word) and not re.search(r"[^aeiouy]le$", word):
        groups -= 1
    if re.search(r"[^aeiouytd]ed$", word):
        groups -= 1
    if re.search(r"[aeiouy][^aeiouycsxz]es$", word) and not word.endswith(("ches", "shes")):
        groups -= 1
    groups += len(re.findall(r"i[ao]|ua(?!r)", word.replace("tio", "to").replace("cia", "ca").replace("sio", "so")))
    return max(groups, 1)


def spanish_syllables(word: str) -> int:
    """Syllables by vowel groups: two strong vowels, or an accented weak one, make two; que, qui, gue, gui are one."""
    word = unicodedata.normalize("NFC", word.casefold())
    word = re.sub(r"qu(?=[eiéí])", "q", re.sub(r"gu(?=[eiéí])", "g", word))
    word = re.sub(r"y$", "i", word)
    count = 0
    for group in re.findall(rf"[{_STRONG}{_WEAK}]+", word):
        strong = sum(letter in _STRONG for letter in group)
        count += max(strong, 1)
    return max(count, 1)
