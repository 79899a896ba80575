"""The notice that goes with records of substance use, what is said of the consent they leave by, and its form."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def part2_notice(language: str) -> str:
    """The short statement in a language; in English, the wording of the regulation, where there is no other."""
    return words("notice", language)


def words(name: str, language: str, **values: str) -> str:
    """One sentence of `resources/content/paper/part2.toml`, filled in; English where the language has none."""
    told = _sentences()[name]
    sentence = told.get(language.split("-", maxsplit=1)[0]) or told["en"]
    return sentence.format(**values) if values else sentence


@cache
def _sentences() -> dict[str, dict[str, str]]:
    raw = tomllib.loads(files("resources").joinpath("content", "paper", "part2.toml").read_text("utf-8"))
    return {name: told for name, told in raw.items() if isinstance(told, dict)}
