"""The notice that goes with records of substance use."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def part2_notice(language: str) -> str:
    """The sentence in a language; in English, the wording of the regulation, where there is no other."""
    words = _notices()
    return words.get(language) or words["en"]


@cache
def _notices() -> dict[str, str]:
    raw = tomllib.loads(files("resources").joinpath("content", "paper", "part2.toml").read_text("utf-8"))
    return {code: str(text) for code, text in raw["notice"].items()}
