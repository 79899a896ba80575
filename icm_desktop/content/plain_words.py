"""Finds the patient's phrase for what staff and other systems wrote, and tells what prints only when ticked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from icm_desktop.domain.plain_text import folded

_OUTSIDE = re.compile(r"\s*\((?:outside|externa|fuera)\)$")
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS_OF_OURS = 0x250  # Latin letters end here
SUBSTANCE_USE = "substance_use"


@dataclass(frozen=True, slots=True)
class PlainWords:
    """Exact, folded texts and the phrase each stands for, by topic."""

    topics: Mapping[str, Mapping[str, str]]
    ingredients_es: Mapping[str, str]
    purpose_of_ingredient: Mapping[str, str]
    language_words: Mapping[str, frozenset[str]]

    def phrase(self, topic: str, text: str | None) -> str | None:
        """The phrase id for `text` in "visits", "specialties", "purposes", "steps", "bring", "forms" or "units"."""
        return self.topics[topic].get(_OUTSIDE.sub("", folded(text)))

    def form(self, name: str) -> tuple[str, str | None]:
        """The name without its form, and the phrase of the form: "x 5 MG Oral Tablet" is "x 5 MG", "form.tablet"."""
        low = name.casefold()
        for text, phrase in self.topics["forms"].items():
            if low.endswith(f" {text}"):
                return name[: -len(text) - 1].rstrip(" ,"), phrase
        return name, None

    def ingredient(self, name: str) -> str | None:
        """The one known ingredient a medicine's name begins with; None for combinations and unknown ones."""
        words = _WORD.findall(folded(name))
        if " / " in name or not words:
            return None
        known = self.ingredients_es.keys() | self.purpose_of_ingredient.keys()
        return words[0] if words[0] in known else None

    def language(self, text: str) -> str | None:
        """ "en" or "es" when the words of a text tell; None when they do not."""
        if any(letter.isalpha() and ord(letter) >= _SCRIPTS_OF_OURS for letter in text):
            return None
        words = _WORD.findall(folded(text))
        score = {code: sum(word in known for word in words) for code, known in self.language_words.items()}
        if any(letter in "ñ¿¡" for letter in text.casefold()):
            score["es"] += 2
        best = max(score, key=lambda code: score[code])
        others = [value for code, value in score.items() if code != best]
        return best if score[best] > max(others) else None


@dataclass(frozen=True, slots=True)
class Sensitive:
    """Tells what prints only when ticked."""

    icd10: tuple[str, ...]
    snomed: frozenset[str]
    terms: re.Pattern[str]
    hidden_medicines: re.Pattern[str]
    scopes: frozenset[str]
    topics: frozenset[str]
    labels: frozenset[str]
    specialties: frozenset[str]
    groups: tuple[tuple[str | None, re.Pattern[str]], ...]

    def text(self, *texts: str | None) -> bool:
        """Whether any text names behavioural health, substance use, HIV, reproductive health or safety."""
        return any(self.terms.search(folded(text)) for text in texts if text)

    def topics_of(self, *texts: str | None) -> frozenset[str]:
        """Which topics of agreements the texts are about; none when they name nothing sensitive.

        What belongs to no topic, such as violence at home, counts as all of them.
        """
        said = [folded(text) for text in texts if text]
        found = {topic for topic, terms in self.groups if any(terms.search(text) for text in said)}
        return self.topics if None in found else frozenset(topic for topic in found if topic)

    def is_substance_use(self, *texts: str | None) -> bool:
        """Whether the texts are about substance use, so that the notice of 42 CFR Part 2 goes with them."""
        said = [folded(text) for text in texts if text]
        return any(topic == SUBSTANCE_USE and any(terms.search(text) for text in said) for topic, terms in self.groups)

    def code(self, system: str | None, code: str | None) -> bool:
        """Whether a coded thing is sensitive."""
        if not code:
            return False
        if "snomed" in (system or ""):
            return code in self.snomed
        return "icd-10" in (system or "") and code.upper().startswith(self.icd10)

    def consent(self, scope: str | None, topics: Iterable[str], *texts: str | None) -> bool:
        """Whether an agreement tells a condition by itself; `topics` are what it lets be shared."""
        return scope in self.scopes or not self.topics.isdisjoint(topics) or self.text(*texts)

    def medicine(self, name: str | None) -> bool:
        """Whether the name alone tells a sensitive condition."""
        return bool(name and self.hidden_medicines.search(folded(name)))


@cache
def plain_words() -> PlainWords:
    """The shipped words."""
    raw = _read("plain_words.toml")
    topics = {
        topic: {folded(text): phrase for phrase, texts in raw[topic].items() for text in texts}
        for topic in ("visits", "specialties", "purposes", "steps", "bring", "forms", "units")
    }
    topics["forms"] = dict(sorted(topics["forms"].items(), key=lambda item: -len(item[0])))
    return PlainWords(
        topics=topics,
        ingredients_es=raw["ingredient_es"],
        purpose_of_ingredient=raw["purpose_of_ingredient"],
        language_words={code: frozenset(words) for code, words in raw["language_words"].items()},
    )


@cache
def sensitive() -> Sensitive:
    """The shipped list of what prints only when ticked."""
    raw = _read("sensitive.toml")
    terms = [folded(term) for group in raw["terms"].values() for term in group]
    return Sensitive(
        icd10=tuple(raw["codes"]["icd10"]),
        snomed=frozenset(raw["codes"]["snomed"]),
        terms=_beginnings(terms),
        hidden_medicines=_beginnings(raw["medicines"]["hidden"]),
        scopes=frozenset(raw["consents"]["scopes"]),
        topics=frozenset(raw["consents"]["topics"]),
        labels=frozenset(raw["labels"]["security"]),
        specialties=frozenset(raw["codes"]["specialties"]),
        groups=tuple(
            (raw["topics"].get(name), _beginnings([folded(term) for term in group]))
            for name, group in raw["terms"].items()
        ),
    )


def _beginnings(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + ")")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("resources").joinpath("content", "codes", name).read_text("utf-8"))
