"""From the words and codes of a medicine to its ingredients; what cannot be told is said, never passed over."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

_PARTS = re.compile(r"\s*(?:/|\+|,|\band\b|\bwith\b)\s*")
_STRENGTH = re.compile(r"[\d.,]+\s*(?:mg|mcg|g|ml|meq|units?|%|mg/ml|mcg/actuat)?\b|\([^)]*\)|\[[^\]]*\]")
_MIX = re.compile(r"(?:\bmix\s*)?(?<![\d./])(\d\d)\s*[/-]\s*(\d\d)(?![\d./])", re.IGNORECASE)  # "Mix 75/25", "70-30"
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Formulary:
    """The ingredients there are. Names and brands are in lower case without accents.

    `codes`: RxNorm code to ingredient. `names`: name or brand to the ingredients it stands for. `classes`: class to its
    ingredients. `silent`: words of a product's name that say nothing about its ingredient.
    """

    codes: Mapping[str, str]
    names: Mapping[str, tuple[str, ...]]
    classes: Mapping[str, frozenset[str]]
    silent: frozenset[str]


@dataclass(frozen=True, slots=True)
class Taken:
    """One medicine a patient takes. `ingredients` empty: not known, `why_not` says why it is not checked.

    `mg_per_day`: of its one ingredient; None when the dose is not known in milligrams or it is a combination.
    """

    entry: int
    text: str
    ingredients: tuple[str, ...]
    mg_per_day: float | None = None
    prescriber: str = ""
    started: dt.date | None = None
    why_not: str = ""


def ingredients_of(formulary: Formulary, text: str, codes: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The ingredients of a medicine: by RxNorm code, else its exact name, else a brand; every part of a combination.

    Empty when any part is not known: half a combination checked would look like a whole one.
    """
    by_code = [formulary.codes[code] for code in codes if code in formulary.codes]
    if by_code:
        return tuple(dict.fromkeys(by_code))
    for whole in (plain(formulary, _MIX.sub(_mixed, text)), plain(formulary, text)):
        if whole in formulary.names:
            return formulary.names[whole]
    parts = [plain(formulary, part) for part in _PARTS.split(_folded(text)) if plain(formulary, part)]
    found = [formulary.names.get(part, ()) for part in parts]
    return tuple(dict.fromkeys(one for part in found for one in part)) if found and all(found) else ()


def words_of(text: str) -> list[str]:
    """The words of a text in lower case without accents."""
    return _WORD.findall(_folded(text))


def _mixed(found: re.Match[str]) -> str:
    """Two parts that make a hundred are a mix, as of insulins; other numbers are strengths."""
    return " mix " if int(found[1]) + int(found[2]) == 100 else found[0]


def plain(formulary: Formulary, text: str) -> str:
    """A medicine's name without strength, salt and form; whole when nothing else is left of it."""
    words = _WORD.findall(_STRENGTH.sub(" ", _folded(text)))
    kept = [one for one in words if one not in formulary.silent]
    for name in (" ".join(words), " ".join(kept)):
        if name in formulary.names:
            return name
    first = kept[0] if kept else ""
    return " ".join(kept) if first not in formulary.names or len(kept) > 1 else first


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    return "".join(one for one in apart if not unicodedata.combining(one))
