"""What may be chosen about a person: race, gender identity, authority of a proxy, scopes of consent ..."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LISTS = (
    "race", "ethnicity", "birth_sex", "gender_identity", "sexual_orientation", "marital_status", "relationship",
    "authority", "topic", "consent_scope", "consent_how", "coverage_kind", "alert_category",
)  # fmt: skip


@cache
def choices(language: str) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Every list by name with its (code, words), in English unless the language is Spanish."""
    words = "es" if language.startswith("es") else "en"
    return tuple((name, tuple((one["code"], one[words]) for one in _read()[name])) for name in LISTS)


@cache
def codes(name: str) -> frozenset[str]:
    """The codes of one list."""
    return frozenset(one["code"] for one in _read()[name])


def text_of(name: str, code: str) -> str:
    """The English words of a code, as stored beside it; the code itself when the list does not know it."""
    return next((one["en"] for one in _read()[name] if one["code"] == code), code)


@cache
def same_as(name: str) -> dict[str, str]:
    """Other systems' codes that mean one of a list, such as HL7 "PSY" for mental health."""
    return {other: one["code"] for one in _read()[name] for other in one.get("also", ())}


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(files("resources").joinpath("content/codes/demographics.toml").read_text(encoding="utf-8"))
