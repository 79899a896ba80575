"""Files of resources/content/codes that hold lists of codes, each code with its words in English and Spanish."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class CodeLists:
    """The named lists of one file."""

    file: str
    names: tuple[str, ...]

    def choices(self, language: str) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """Every list by name with its (code, words), in English unless the language is Spanish."""
        return _choices(self, "es" if language.startswith("es") else "en")

    def codes(self, name: str) -> frozenset[str]:
        """The codes of one list."""
        return _codes(self, name)

    def text_of(self, name: str, code: str | None) -> str:
        """The English words of a code, as stored beside it; the code itself when the list does not know it."""
        return next((one["en"] for one in self.rows(name) if one["code"] == code), code or "")

    def rows(self, name: str) -> list[dict[str, Any]]:
        """One list with everything the file says of each code."""
        rows: list[dict[str, Any]] = _read(self.file)[name]
        return rows


@cache
def _choices(lists: CodeLists, words: str) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    return tuple((name, tuple((one["code"], one[words]) for one in lists.rows(name))) for name in lists.names)


@cache
def _codes(lists: CodeLists, name: str) -> frozenset[str]:
    return frozenset(one["code"] for one in lists.rows(name))


@cache
def _read(file: str) -> dict[str, Any]:
    return tomllib.loads(files("resources").joinpath(f"content/codes/{file}.toml").read_text(encoding="utf-8"))
