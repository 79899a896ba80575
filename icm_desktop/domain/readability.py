"""How hard a text is to read: Flesch-Kincaid grade for English, INFLESZ for Spanish."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*", re.UNICODE)
_NUMBER_OR_WORD = re.compile(r"\d[\d:.,/]*|[^\W\d_]+(?:['’][^\W\d_]+)*", re.UNICODE)
_END = re.compile(r"[.!?:]+(?=\s|$)")
_ABBREVIATIONS = re.compile(r"\b(?:a\.\s?m|p\.\s?m|Dr|Dra|Sr|Sra|Mr|Mrs|Ms)\.", re.IGNORECASE)
_EXCEPTIONS = {
    "anyone": 3, "aspirin": 3, "barrier": 3, "behavior": 3, "being": 2, "business": 2, "carrier": 3, "client": 2,
    "create": 2, "creatinine": 4, "diabetes": 4, "diet": 2, "earlier": 3, "easier": 3, "entire": 3, "evening": 2,
    "familiar": 3, "february": 4, "fluid": 2, "friend": 1, "heavier": 3, "idea": 3, "insulin": 3, "january": 4,
    "kidney": 2, "maybe": 2, "naked": 2, "opinion": 3, "quiet": 2, "recipe": 3, "retirement": 3, "safety": 2,
    "science": 2, "senior": 2, "suicide": 3, "theater": 3, "tired": 1, "union": 2, "vegetable": 4, "wednesday": 2,
}  # fmt: skip
# What the letters between two vowels change in the count of vowel groups: silent e, compounds, two vowels spoken apart.
_ENGLISH = tuple(
    (re.compile(pattern), step)
    for pattern, step in (
        (r"(?<![aeiouy])(?<![^aeiouy]l)e$", -1),  # take, but ta-ble
        (r"[^aeiouytdlr]ed$|[aeiouy][lr]ed$|[aeiouy]lled$|rred$", -1),  # called, but wan-ted and han-dled
        (r"(?<![aeiouycsxzg])(?<!ch)(?<!sh)(?<![^aeiouyl]l)es$", -1),  # times, but bo-xes
        (r"(?<=[^aeiouy])(?<![^aeiouy]l)(?<!^el)(?<!^c)(?<!pp)(?<!mpl)e(?=(?:ment|less|ness|ful|ly)(?:s|ly)?$)", -1),
        (
            (
                r"^(?:every|fire|fore|frame|guide|here|home(?!less)|house|life|like|live|make|note|pipe|place|rate|safe|side"
                r"|smoke|some|space|stone|table|take|there|time|ware|where|white|whole|wide)(?=[bcdfghjklmnpqrstvwxz][a-z]{2})"
            ),
            -1,
        ),  # some-times
        (r"ically$|(?:ss|rr)iage|(?<=ll)i(?=on)|[gq]ues?$", -1),
        (r"i(?=[ao])(?<![ctsxg]i)|(?<=[ctsxg])i(?=at[eiou])|(?<![ctsxgl]l)i(?=ums?$)", 1),  # di-al, but so-cial
        (r"(?<=[dlnp])i(?=en[ct])|(?<=r)i(?=en[ct])|i(?=et(?:s|y|ies)?$)", 1),  # an-xi-e-ty
        (r"(?<![gq])u(?=a(?!r))|(?<=[^aeiou])y(?=i)|[eou](?=ing)", 1),  # do-ing
        (r"(?<=r)e(?=al[it]|act)|e(?=olog|os?$)|(?<![gcr])e(?=ous)|re(?=at[eio])(?<=cre)", 1),  # re-act, vi-de-o
        (r"sms?$|thms?$|^co(?=o(?:rd|pera))", 1),  # spa-sm, co-or-di-na-te
    )
)
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


def sentences(text: str) -> list[tuple[int, str, int]]:
    """Each sentence as (its place in the text, itself, its words); a line end ends one too."""
    found, start = [], 0
    hidden = _ABBREVIATIONS.sub(lambda match: match[0].replace(".", "x"), text)  # of the same length
    for end in [*(match.end() for match in re.finditer(r"[.!?:]+(?=\s|$)|\n", hidden)), len(text)]:
        sentence = text[start:end].strip()
        if words := len(_NUMBER_OR_WORD.findall(sentence)):
            found.append((text.index(sentence, start), sentence, words))
        start = end
    return found


def grade(text: str) -> float:
    """Flesch-Kincaid grade level of English; 5.0 is the fifth school year. Source: Kincaid 1975."""
    counts = read(text, "en")
    if not counts.words:
        return 0.0
    return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59


def inflesz(text: str) -> float:
    """Szigriszt-Pazos perspicuity of Spanish, judged on the INFLESZ scale: 55 normal, 65 fairly easy, 80 very easy.
    206.835 - 62.3 x syllables per word - words per sentence. Source: Szigriszt Pazos 1993; Barrio-Cantalejo 2008.
    """
    counts = read(text, "es")
    if not counts.words:
        return 100.0
    return 206.835 - 62.3 * counts.syllables / counts.words - counts.words / counts.sentences


def english_syllables(word: str) -> int:
    """Syllables by vowel groups, the rules above and a short list of everyday words no rule tells."""
    word = word.casefold().replace("’", "'").split("'")[0]
    for known in (word, word.removesuffix("s")):
        if known in _EXCEPTIONS:
            return _EXCEPTIONS[known]
    word = re.sub(r"(?<=[aeiou])y(?=[aeiou])", "j", word)
    groups = len(re.findall(r"[aeiouy]+", word))
    return max(groups + sum(step * len(pattern.findall(word)) for pattern, step in _ENGLISH), 1)


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
