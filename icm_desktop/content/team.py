"""The words of the care team: roles, ways to ask, kinds of notes and of near misses."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

LISTS = ("role", "channel", "note_kind", "near_miss_kind")
NEEDED, UNLESS_REFUSED = "needed", "unless_refused"


@dataclass(frozen=True, slots=True)
class SensitiveKind:
    """A kind of note not everybody may read.

    topic: what the patient agrees to or refuses. agreement: "needed" before colleagues read it, or "unless_refused".
    """

    code: str
    topic: str
    agreement: str


@cache
def choices(language: str) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Every list by name with its (code, words), in English unless the language is Spanish."""
    words = "es" if language.startswith("es") else "en"
    return tuple((name, tuple((one["code"], one[words]) for one in _read()[name])) for name in LISTS)


@cache
def codes(name: str) -> frozenset[str]:
    """The codes of one list."""
    return frozenset(one["code"] for one in _read()[name])


def text_of(name: str, code: str | None) -> str:
    """The English words of a code; the code itself when the list does not know it."""
    return next((one["en"] for one in _read()[name] if one["code"] == code), code or "")


def role_named(text: str | None) -> str | None:
    """The role another system means by its words, when they are ours."""
    said = (text or "").strip().casefold()
    return next((one["code"] for one in _read()["role"] if said in (one["en"].casefold(), one["es"].casefold())), None)


@cache
def sensitive_kinds() -> dict[str, SensitiveKind]:
    """The kinds of notes that are given to a person by name, by code."""
    listed = (one for one in _read()["note_kind"] if "topic" in one)
    return {one["code"]: SensitiveKind(one["code"], one["topic"], one["agreement"]) for one in listed}


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(files("resources").joinpath("content/codes/team.toml").read_text(encoding="utf-8"))
